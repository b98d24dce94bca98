"""The order (คำสั่ง) that appoints the working group and says which unit does what.

It names posts, no persons, and cites no law: the office adds the provision that gives its head the
power, if it wants to.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from prongsai.core.documents.announced import result_in_words
from prongsai.core.documents.case import Case
from prongsai.core.documents.fields import FIELDS
from prongsai.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.core.documents.papers import BLANK, Paper, Signature
from prongsai.core.documents.posts import (
    clerk_of,
    head_of,
    head_of_unit,
    rank_of_unit,
    units_in,
)
from prongsai.core.documents.signing import signatures
from prongsai.core.documents.units import lead_lines
from prongsai.core.measures.model import Measure
from prongsai.core.thai.calendar import MONTHS, buddhist_year

KEY = "order"

_GARUDA = Decimal(3)  # cm
_COLUMNS = (
    ("field_units", 4, Align.LEFT),
    ("field_title", 9, Align.LEFT),
    ("field_period", 4, Align.CENTRE),
    ("field_support", 4, Align.LEFT),
    ("field_cures", 4, Align.CENTRE),
)
"""Columns of the list: the key of their heading, their share of the width, how cells stand."""


def order(case: Case, dated: date) -> Document:
    """Build the order: why, the working group, its duties, and the list of who does what."""
    paper = case.papers.get(KEY, BLANK)
    day = paper.dated or dated
    title = case.texts("title", agency=case.agency)
    number = case.texts("number", number=_number(case, paper, day))
    subject = paper.subject or case.texts("subject", plan_year=case.plan.plan_year)
    about = case.texts("about", subject=subject)
    blocks = (
        *_head(case, (title, number, about)),
        *_body(case),
        *_end(case, paper, day),
        *_annex(case, title, number, day),
    )
    return case.document(f"{title} {about}", day, blocks)


def _number(case: Case, paper: Paper, day: date) -> str:
    """Return number and year, as 12/2567; dots where the number is still to be given."""
    number = paper.number or case.texts("no_number")
    return number if "/" in number else f"{number}/{buddhist_year(day)}"


def _head(case: Case, lines: tuple[str, ...]) -> Iterator[Block]:
    if case.garuda is not None:
        yield dataclasses.replace(case.garuda, height=_GARUDA, align=Align.CENTRE)
    for line in lines:
        yield Paragraph(line, align=Align.CENTRE, indent=False, bold=True)


def _body(case: Case) -> Iterator[Block]:
    texts, plan = case.texts, case.plan
    result = result_in_words(case)
    yield Paragraph(
        texts(
            "reason_unknown" if result is None else "reason",
            agency=case.agency,
            year=plan.result_year,
            result=result,
        ),
        spaced=True,
    )
    yield Paragraph(texts("aim", plan_year=plan.plan_year), spaced=True)
    yield Paragraph(texts("members"), spaced=True)
    yield from _numbered(case, 1, _members(case))
    yield Paragraph(texts("duties"), spaced=True)
    yield from _numbered(case, 2, texts.paragraphs("duties_list"))
    yield Paragraph(texts("owners" if plan.measures else "owners_later"), spaced=True)
    yield Paragraph(texts("from_now_on"), spaced=True)


def _numbered(case: Case, part: int, lines: Iterable[str]) -> Iterator[Block]:
    for number, line in enumerate(lines, start=1):
        yield Paragraph(case.texts("step", number=part, step=number, text=line))


def _members(case: Case) -> Iterator[str]:
    """Yield the clerk in the chair, the heads of the units that lead measures, and a secretary."""
    texts, plan = case.texts, case.plan
    chair = clerk_of(plan.agency.name) or texts("somebody_named")
    yield texts("chair", post=chair)
    units = [unit for each in plan.measures for unit in units_in(each.lead)]
    units = sorted(units, key=rank_of_unit) or [texts("every_unit")]
    for post in dict.fromkeys(map(head_of_unit, units)):
        if post != chair:
            yield texts("member", post=post)
    yield texts("secretary")


def _end(case: Case, paper: Paper, day: date) -> Iterator[Block]:
    month, year = MONTHS[day.month - 1], buddhist_year(day)
    signed = case.texts("signed", day=day.day, month=month, year=year)
    yield Paragraph(signed, align=Align.CENTRE, indent=False, spaced=True)
    post = head_of(case.plan.agency.name) or case.texts("head_of_agency")
    yield signatures(paper.signatures[-1:] or (Signature(position=post),), case.texts)


def _annex(case: Case, title: str, number: str, day: date) -> Iterator[Block]:
    """Yield the list of who does what, on pages of its own; nothing without measures."""
    texts, plan = case.texts, case.plan
    if not plan.measures:
        return
    yield PageBreak(Orientation.LANDSCAPE)
    yield Heading(texts("annex", order=title, number=number, day=plan.style.day(day)))
    years = {"result_year": plan.result_year, "plan_year": plan.plan_year}
    columns = tuple(Column(texts(key, **years), width, align) for key, width, align in _COLUMNS)
    yield Table(texts("annex_caption"), columns, tuple(_rows(case)))


def _rows(case: Case) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each measure; those of one unit stand together, beside its name."""
    of_unit: dict[str, list[tuple[int, Measure]]] = {}
    for number, measure in enumerate(case.plan.measures, start=1):
        of_unit.setdefault(measure.lead, []).append((number, measure))
    for unit, measures in of_unit.items():
        rows = [tuple(_cells(case, number, measure)) for number, measure in measures]
        lines = lead_lines([unit]) or (case.texts("no_unit"),)
        yield (Cell(lines, rows=len(rows)), *rows[0])
        yield from rows[1:]


def _cells(case: Case, number: int, measure: Measure) -> Iterator[Cell]:
    for field in ("measure", "period", "support", "cures"):
        yield Cell(FIELDS[field].cell(case, number, measure) or (case.texts("dash"),))
