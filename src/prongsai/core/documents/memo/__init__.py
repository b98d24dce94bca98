"""The memo (บันทึกข้อความ) that brings a year's result and the measures to the head of the agency.

It ends with its chain of signatures; behind it stand the tables of what will be mended.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from prongsai.core.documents.announced import result_in_words
from prongsai.core.documents.case import Case
from prongsai.core.documents.memo.found import found
from prongsai.core.documents.memo.points import Point, points
from prongsai.core.documents.memo.tables import tables
from prongsai.core.documents.model import Block, Document, Field, LetterHead, Paragraph
from prongsai.core.documents.papers import BLANK, Paper, Signature
from prongsai.core.documents.posts import head_of
from prongsai.core.documents.signing import signatures
from prongsai.core.findings.model import Severity

KEY = "memo"

_GARUDA = Decimal("1.5")  # cm
_NACC = "public-agency"  # whose results are announced by the NACC


def memo(case: Case, dated: date) -> Document:
    """Build the memo: its head, three parts, signatures, and the tables on pages of their own."""
    paper = case.papers.get(KEY, BLANK)
    day = paper.dated or dated
    subject = paper.subject or case.texts("subject", plan_year=case.plan.plan_year)
    return case.document(subject, day, _blocks(case, paper, subject, day))


def _blocks(case: Case, paper: Paper, subject: str, day: date) -> Iterator[Block]:
    weak, unit = points(case), _unit(case, paper)
    yield _head(case, unit, paper.number, subject, day)
    to = paper.to or head_of(case.plan.agency.name) or case.texts("head_of_agency")
    yield Paragraph(case.texts("to", to=to), indent=False, spaced=True)
    for part in (_announced(case), found(case, unit, weak), _aim(case, unit, weak), _asked(case)):
        yield Paragraph(part, spaced=True)
    unnamed = Signature(position=case.texts("position"))
    yield signatures(paper.signatures or (unnamed,), case.texts)
    yield from tables(case, weak)


def _unit(case: Case, paper: Paper) -> str:
    """Return the office that writes: the one named, or that of the clerk."""
    units = dict(case.plan.agency.units)
    return paper.unit or units.get("clerk") or case.texts("clerk_unit")


def _head(case: Case, unit: str, number: str, subject: str, day: date) -> LetterHead:
    texts, agency = case.texts, case.plan.agency
    office = [f"{unit} {case.agency}"]
    if agency.telephone:
        office.append(texts("telephone", number=agency.telephone))
    if agency.email:
        office.append(texts("email", address=agency.email))
    lines = (
        (Field(texts("office"), " ".join(office)),),
        (Field(texts("number"), number), Field(texts("date"), case.plan.style.day(day))),
        (Field(texts("about"), subject),),
    )
    garuda = case.garuda and dataclasses.replace(case.garuda, height=_GARUDA)
    return LetterHead(texts("title"), lines, garuda)


def _announced(case: Case) -> str:
    """Say what was announced: the total, its change in a year, the level."""
    result = result_in_words(case)
    values = {"year": case.plan.result_year, "agency": case.agency}
    if result is None:
        return case.texts("not_announced", **values)
    by_nacc = case.analysis.card.edition.body == _NACC
    return case.texts("announced_by_nacc" if by_nacc else "announced", result=result, **values)


def _aim(case: Case, unit: str, weak: Sequence[Point]) -> str:
    """Say what follows: measures, or at least what has to be mended, as the tables show it."""
    plan = case.plan
    if plan.measures:
        key = "aim_measures" if weak else "aim_measures_alone"
    elif weak:
        key = "aim_points"
    else:
        low = any(each.severity is Severity.WEAK for each in case.analysis.findings)
        key = "aim_causes" if low else "aim_keep"
    return case.texts(key, unit=unit, plan_year=plan.plan_year, count=len(plan.measures))


def _asked(case: Case) -> str:
    return case.texts("asked_to_approve" if case.plan.measures else "asked_to_know")
