"""The kinds of documents that come out of a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from prongsai.core.documents.analysis import analysis_of_results
from prongsai.core.documents.case import Case
from prongsai.core.documents.model import Document
from prongsai.core.sentences import Names

Builder = Callable[[Case, date], Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind: its name for people, and its builder. Its words are data/texts/<key>.yaml."""

    key: str
    title: Names
    build: Builder


KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(
            key="analysis",
            title=Names(th="รายงานการวิเคราะห์ผลการประเมิน", en="Analysis of results"),
            build=analysis_of_results,
        ),
    )
}
