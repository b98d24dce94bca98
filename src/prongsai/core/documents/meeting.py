"""The paper for the monthly meeting: which measures are late, due, running and done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

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
from prongsai.core.documents.papers import BLANK, Paper
from prongsai.core.documents.signing import signatures
from prongsai.core.measures.model import Measure
from prongsai.core.measures.months import first_of
from prongsai.core.thai.calendar import month_and_year
from prongsai.core.thai.joining import joined
from prongsai.core.tracking import Due, State, by_due

KEY = "meeting"

Groups = Mapping[Due, Sequence[Measure]]

_DOTTED_LINES = 3
_SHOWN = (Due.LATE, Due.DUE, Due.RUNNING, Due.DONE)
_SHOWN_IF_ANY = (Due.UNDATED,)
_COLUMNS = (
    ("field_number", 1, Align.CENTRE),
    ("field_title", 6, Align.LEFT),
    ("field_units", 4, Align.LEFT),
    ("end", 2, Align.CENTRE),
    ("latest", 6, Align.LEFT),
    ("asked", 5, Align.LEFT),
)
"""Columns of a table: the key of their heading, their share of the width, how cells stand."""


def meeting(case: Case, dated: date) -> Document:
    """Build the paper: a summary, a table for each group, and room for the resolution."""
    paper = case.papers.get(KEY, BLANK)
    day = paper.dated or dated
    title = case.texts("title", month=month_and_year(day), meeting=paper.meeting)
    return case.document(title.strip(), day, _blocks(case, paper, title.strip(), day))


def _blocks(case: Case, paper: Paper, title: str, day: date) -> Iterator[Block]:
    texts, plan = case.texts, case.plan
    groups = by_due(plan.measures, case.progress, day)
    yield PageBreak(Orientation.LANDSCAPE)
    yield Heading(title)
    yield Paragraph(f"{case.agency} {case.place}".strip(), indent=False, bold=True)
    subject = paper.subject or texts("subject", plan_year=plan.plan_year)
    yield Paragraph(texts("about", subject=subject), indent=False, bold=True)
    yield Paragraph(_summary(case, groups, day), spaced=True)
    if plan.measures:
        shown = (*_SHOWN, *filter(groups.get, _SHOWN_IF_ANY))
        for number, due in enumerate(shown, start=1):
            yield _group(case, number, due, groups[due])
    yield Paragraph(texts("put_before"), spaced=True)
    yield Heading(texts("resolution"), level=2)
    yield Paragraph("\n".join([texts("dots")] * _DOTTED_LINES), indent=False)
    if paper.signatures:
        yield signatures(paper.signatures, texts)


def _summary(case: Case, groups: Groups, day: date) -> str:
    """Count the measures, and those of each group that has some."""
    texts, plan = case.texts, case.plan
    if not plan.measures:
        return texts("no_measures", plan_year=plan.plan_year)
    counts = [
        texts(f"{due}_count", count=len(measures)) for due, measures in groups.items() if measures
    ]
    return texts(
        "summary",
        day=plan.style.day(day),
        plan_year=plan.plan_year,
        count=len(plan.measures),
        counts=joined(counts),
    )


def _group(case: Case, number: int, due: Due, measures: Sequence[Measure]) -> Block:
    """Return the table of a group, or a line that says there is none."""
    texts = case.texts
    name = texts(due.value)
    if not measures:
        return Paragraph(texts("group_empty", number=number, group=name), indent=False, spaced=True)
    caption = texts("group", number=number, group=name, count=len(measures))
    columns = tuple(Column(texts(key), width, align) for key, width, align in _COLUMNS)
    rows = (_row(case, place, due, each) for place, each in enumerate(measures, start=1))
    return Table(caption, columns, tuple(rows))


def _row(case: Case, place: int, due: Due, measure: Measure) -> tuple[Cell, ...]:
    owner = FIELDS["owner"].cell(case, place, measure) or (case.texts("dash"),)
    return (
        Cell((str(place),)),
        Cell((measure.title,)),
        Cell(owner),
        Cell((_end(case, measure),)),
        Cell((_latest(case, measure),)),
        Cell((case.texts(_asked(case, due, measure)),)),
    )


def _end(case: Case, measure: Measure) -> str:
    """Write the last month of a measure."""
    if measure.period is None:
        return case.texts("dash")
    end = first_of(measure.period[1])
    return case.plan.style.span(end, end)


def _latest(case: Case, measure: Measure) -> str:
    """Write the latest entry of the diary that has a day; the later written of one day."""
    dated = [(each.on, each.text) for each in case.of(measure).actions if each.on is not None]
    if not dated:
        return case.texts("dash")
    on, text = max(reversed(dated), key=lambda entry: entry[0])
    return case.texts("action_on", text=text, day=case.plan.style.day(on))


def _asked(case: Case, due: Due, measure: Measure) -> str:
    """Return the key of what the meeting is asked for; who has said nothing is asked to report."""
    progress = case.of(measure)
    if progress.state is None and due in {Due.LATE, Due.RUNNING, Due.UNDATED}:
        return f"ask_{due}_unknown"
    if progress.state is State.NOT_STARTED and due is Due.RUNNING:
        return "ask_not_started"
    return "ask_proof" if due is Due.DONE and not progress.proofs else f"ask_{due}"
