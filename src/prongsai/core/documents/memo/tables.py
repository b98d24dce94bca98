"""The tables behind a memo: what is weak, how it will be mended, by whom and when.

The surveys show scores, the checklist shows months and the follow-up, as filed memos do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from prongsai.core.documents.case import Case
from prongsai.core.documents.fields import FIELDS, listed, owner_lines
from prongsai.core.documents.memo.points import Point, called, in_words
from prongsai.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.core.editions.model import CHECKLIST
from prongsai.core.findings.model import Severity
from prongsai.core.thai.joining import joined

Lines = tuple[str, ...]
CellsOf = Callable[[Case, Point, Point], tuple[Lines, ...]]
"""Makes the cells of a point; the second point is the first one of the table with its measures."""

_SURVEYS = (
    ("instrument", 4, Align.CENTRE),
    ("indicator", 3, Align.CENTRE),
    ("topic", 8, Align.LEFT),
    ("field_score", 4, Align.CENTRE),
    ("field_steps", 16, Align.LEFT),
    ("unit", 6, Align.LEFT),
    ("field_note", 5, Align.LEFT),
)
_CHECKLIST = (
    *_SURVEYS[:3],
    ("field_period", 6, Align.CENTRE),
    ("field_steps", 13, Align.LEFT),
    ("unit", 6, Align.LEFT),
    ("field_follow_up", 7, Align.LEFT),
)
"""Columns: the key of their heading, their share of the width, how their cells stand."""


def tables(case: Case, points: Sequence[Point]) -> Iterator[Block]:
    """Yield the table of the surveys and that of the checklist, each where something is weak."""
    surveys = [point for point in points if point.instrument != CHECKLIST]
    checklist = [point for point in points if point.instrument == CHECKLIST]
    for group, columns, cells in (
        (surveys, _SURVEYS, _survey_cells),
        (checklist, _CHECKLIST, _checklist_cells),
    ):
        if group:
            names = joined(tuple(dict.fromkeys(point.instrument for point in group)))
            yield PageBreak(Orientation.LANDSCAPE)
            yield Heading(case.texts("tables", plan_year=case.plan.plan_year))
            yield Paragraph(f"{case.agency} {case.place}".strip(), indent=False, bold=True)
            yield Table(
                case.texts("caption", names=names),
                tuple(Column(case.texts(key), width, align) for key, width, align in columns),
                tuple(_rows(case, group, cells)),
            )


def _rows(case: Case, points: Sequence[Point], cells_of: CellsOf) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each point; those of one indicator share its cell and the instrument's.

    An instrument's cell ends with the indicator: no cell is beside more rows than it must.
    """
    firsts = {_numbers(point): point for point in reversed(points)}
    for (instrument, indicator), group in groupby(points, lambda p: (p.instrument, p.indicator)):
        rows = [tuple(map(Cell, cells_of(case, point, firsts[_numbers(point)]))) for point in group]
        heads = (instrument, indicator or case.texts("dash"))
        shared = tuple(Cell((head,), rows=len(rows)) for head in heads)
        yield (*shared, *rows[0])
        yield from rows[1:]


def _numbers(point: Point) -> tuple[int, ...]:
    return tuple(number for number, _ in point.measures)


def _survey_cells(case: Case, point: Point, first: Point) -> tuple[Lines, ...]:
    score = case.analysis.card.scores.get(point.key)
    return (
        (in_words(case, point.name),),
        (case.shown(None if score is None else score.score),),
        _steps(case, point, first),
        _owners(case, point),
        _remarks(case, point),
    )


def _checklist_cells(case: Case, point: Point, first: Point) -> tuple[Lines, ...]:
    return (
        (in_words(case, point.name),),
        _of_measures(case, point, "period"),
        _steps(case, point, first),
        _owners(case, point),
        _of_measures(case, point, "follow_up"),
    )


def _steps(case: Case, point: Point, first: Point) -> Lines:
    """Return the steps of all measures that answer a point; of one without steps its title.

    What the table has said of the first point with these measures is not said again.
    """
    if point.measures and point is not first:
        return (case.texts("same_steps", name=called(case, first.name)),)
    steps = [step for _, each in point.measures for step in each.steps or (each.title,)]
    return listed(case, steps) or (case.texts("no_measure"),)


def _owners(case: Case, point: Point) -> Lines:
    """Return who leads the measures that answer a point, and who supports them, each once."""
    measures = [each for _, each in point.measures]
    support = dict.fromkeys(unit for each in measures for unit in each.support)
    lines = owner_lines(case, (each.lead for each in measures), tuple(support))
    return lines or (case.texts("dash"),)


def _of_measures(case: Case, point: Point, field: str) -> Lines:
    """Return what a field says of the measures that answer a point, each line once."""
    cells = (FIELDS[field].cell(case, number, each) for number, each in point.measures)
    return tuple(dict.fromkeys(line for cell in cells for line in cell)) or (case.texts("dash"),)


def _remarks(case: Case, point: Point) -> Lines:
    """Return why a point is weak, where its score beside the pass mark does not say it."""
    return tuple(
        case.texts.written(each.reason)
        for each in case.analysis.findings
        if (each.code, each.part) == point.key
        and each.severity is Severity.WEAK
        and each.rule != "below_pass_mark"
    )
