"""The analysis of results with its measures, as local administrations file it.

Its parts and the headings of its tables are those of filed reports. Every number comes from the
scorecard, every official word from data/texts/analysis.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prongsai.core.documents.analysis.advice import advice, priority
from prongsai.core.documents.analysis.appendix import appendix
from prongsai.core.documents.analysis.measures import measures
from prongsai.core.documents.analysis.scores import overview, trend
from prongsai.core.documents.case import Case
from prongsai.core.documents.model import (
    Align,
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    PageBreak,
    Paragraph,
)
from prongsai.core.thai.calendar import month_and_year


def analysis_of_results(case: Case, dated: date) -> Document:
    """Build the report on one year's results and the measures that answer them."""
    title = f"{case.texts('title')} {case.texts('cover_year', year=case.plan.result_year)}"
    return case.document(title, dated, _blocks(case, dated))


def _blocks(case: Case, dated: date) -> Iterator[Block]:
    yield _cover(case)
    yield from _foreword(case, dated)
    yield PageBreak()
    yield Contents(case.texts("contents"))
    yield PageBreak()
    yield from overview(case)
    yield from trend(case)
    yield from advice(case)
    yield from priority(case)
    yield from measures(case)
    yield from appendix(case)


def _cover(case: Case) -> Cover:
    texts, plan = case.texts, case.plan
    lines = (
        texts("title"),
        texts("cover_subject"),
        texts("cover_year", year=plan.result_year),
        case.agency,
        case.place,
    )
    return Cover(tuple(line for line in lines if line), emblem=case.emblem)


def _foreword(case: Case, dated: date) -> Iterator[Block]:
    texts, plan = case.texts, case.plan
    yield PageBreak()
    yield Heading(texts("foreword"))
    for text in texts.paragraphs(
        "foreword_text", agency=case.agency, year=plan.result_year, plan_year=plan.plan_year
    ):
        yield Paragraph(text)
    yield Paragraph(case.agency, align=Align.RIGHT, indent=False)
    yield Paragraph(month_and_year(dated), align=Align.RIGHT, indent=False)
