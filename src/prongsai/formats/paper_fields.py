"""What single papers have of their own, as fields of a plan's or an agency's file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.editions.node import Node
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import thai_date
from prongsai.core.thai.days import read_day
from prongsai.formats.kinds import KINDS
from prongsai.formats.node_values import words_of

Papers = Mapping[str, Paper]
"""Papers by the key of their kind: memo, order, meeting …"""

_TEXTS = ("unit", "number", "subject", "to", "meeting")
_SIGNATURE = ("name", "rank", "position", "capacity", "acting", "opinion")


def papers_of(node: Node) -> dict[str, Paper]:
    """Read papers; a kind that does not exist is refused."""
    if not node.present:
        return {}
    papers = {}
    for kind, paper in node.pairs():
        if kind in KINDS:
            papers[kind] = _paper(paper)
        else:
            paper.refuse(
                say("No kind of document is called %(name)s.", name=kind),
                say("The kinds are: %(names)s.", names=tuple(KINDS)),
            )
    return papers


def papers_out(papers: Papers) -> dict[str, object]:
    """Return papers as fields to be written; what is empty is left out."""
    return {kind: _paper_out(paper) for kind, paper in papers.items()}


def day_of(node: Node) -> date | None:
    """Read a day that may be absent."""
    if not node.present:
        return None
    try:
        return read_day(node.text())
    except Refusal as refusal:
        node.notes.refusals.append(refusal.within(*node.where))
        return None


def _paper(node: Node) -> Paper:
    fields = node.fields((), (*_TEXTS, "dated", "signatures"))
    signatures = fields["signatures"]
    return Paper(
        dated=day_of(fields["dated"]),
        signatures=tuple(_signature(row) for row in signatures.rows("position"))
        if signatures.present
        else (),
        **{name: words_of(fields[name]) for name in _TEXTS},
    )


def _signature(node: Node) -> Signature:
    fields = node.fields((), _SIGNATURE)
    return Signature(**{name: words_of(fields[name]) for name in _SIGNATURE})


def _paper_out(paper: Paper) -> dict[str, object]:
    fields: dict[str, object] = {name: getattr(paper, name) for name in _TEXTS}
    fields["dated"] = "" if paper.dated is None else thai_date(paper.dated)
    fields["signatures"] = [
        {name: text for name in _SIGNATURE if (text := getattr(each, name))}
        for each in paper.signatures
    ]
    return {name: value for name, value in fields.items() if value}
