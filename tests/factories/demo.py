"""The documents of the two demonstration agencies, as `prongsai demo` makes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import prongsai
from prongsai.cli.plan import proposed_plan
from prongsai.core.documents.case import Case
from prongsai.core.documents.model import Document
from prongsai.core.documents.texts import Texts
from prongsai.core.findings.analysis import analyse
from prongsai.core.scoring.scorer import score
from prongsai.formats.agency_file import read_agency
from prongsai.formats.editions import load_edition
from prongsai.formats.interface import catalogue, official_texts
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_results import read_results

DATED = date(2024, 1, 9)
AGENCIES = ("na-khok", "na-thong")
_DEMO = Path(prongsai.__file__).parent / "data" / "demo"


@cache
def demo_case(agency: str) -> Case:
    """Make the case of an agency: measures proposed for its results, nothing reported yet."""
    about = read_agency(_DEMO / f"{agency}.yaml")
    edition = load_edition(about.edition or "")
    worked_out = analyse(score(edition, read_results(_DEMO / f"{agency}.csv", edition)))
    return Case(
        plan=proposed_plan(worked_out, about),
        analysis=worked_out,
        texts=Texts(official_texts(None), catalogue("th")),
        papers=about.papers,
    )


def demo_document(agency: str, kind: str, *, thai_digits: bool = True) -> Document:
    """Build a kind of document of an agency."""
    case = demo_case(agency)
    style = replace(case.plan.style, thai_digits=thai_digits)
    made = replace(
        case,
        plan=replace(case.plan, style=style),
        texts=Texts(official_texts(KINDS[kind].words), catalogue("th")),
    )
    return KINDS[kind].build(made, DATED)
