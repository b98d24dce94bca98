"""The measures: five columns, on pages that lie on their side."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.documents.case import Case
from prongsai.core.documents.model import (
    Block,
    Cell,
    Column,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.core.measures.model import Measure


def measures(case: Case) -> Iterator[Block]:
    """Yield the table of measures: measure, how, who, when, how it is followed up."""
    texts, plan = case.texts, case.plan
    yield PageBreak(Orientation.LANDSCAPE)
    yield Heading(texts("measures", plan_year=plan.plan_year))
    if not plan.measures:
        yield Paragraph(texts("measures_none"))
        return
    yield Paragraph(texts("measures_text", agency=case.agency, count=len(plan.measures)))
    columns = (
        Column(texts("measure_heading"), 7),
        Column(texts("steps_heading"), 10),
        Column(texts("owner_heading"), 4),
        Column(texts("period_heading"), 4),
        Column(texts("follow_up_heading"), 5),
    )
    rows = tuple(_row(case, number, each) for number, each in enumerate(plan.measures, start=1))
    yield Table(texts("measures_caption"), columns, rows)


def _row(case: Case, number: int, measure: Measure) -> tuple[Cell, ...]:
    texts = case.texts
    title = [texts("measure_title", number=number, title=measure.title)]
    if measure.answers:
        codes = ", ".join(case.spelled(name) for name in measure.answers)
        title.append(texts("measure_answers", year=case.plan.result_year, codes=codes))
    if measure.cures:
        codes = ", ".join(measure.cures)
        title.append(texts("measure_cures", year=case.plan.plan_year, codes=codes))
    steps = tuple(
        texts("step", number=number, step=step, text=text)
        for step, text in enumerate(measure.steps, start=1)
    )
    owner = [measure.lead]
    if measure.support:
        owner.append(texts("supported_by", units=", ".join(measure.support)))
    return (
        Cell(tuple(title)),
        Cell(steps),
        Cell(tuple(owner)),
        Cell((case.period(measure),)),
        Cell((measure.follow_up,)),
    )
