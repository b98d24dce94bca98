"""The measures: five columns, on pages that lie on their side."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.documents.case import Case
from prongsai.core.documents.fields import measures_table
from prongsai.core.documents.model import Block, Heading, Orientation, PageBreak, Paragraph

FIELDS_SHOWN = ("measure_codes", "steps", "owner", "period", "follow_up")


def measures(case: Case) -> Iterator[Block]:
    """Yield the table of measures: measure, how, who, when, how it is followed up."""
    texts, plan = case.texts, case.plan
    yield PageBreak(Orientation.LANDSCAPE)
    yield Heading(texts("measures", plan_year=plan.plan_year))
    if not plan.measures:
        yield Paragraph(texts("measures_none"))
        return
    yield Paragraph(texts("measures_text", agency=case.agency, count=len(plan.measures)))
    yield measures_table(case, texts("measures_caption"), FIELDS_SHOWN)
