"""A layout: which fields a table of measures shows, and the words around it.

A kind of report is a layout, and so is an office's own form. Its texts may hold the places of
`places`, such as %(agency)s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.core.documents.case import Case
from prongsai.core.documents.fields import FIELDS, indicator_of, instrument_of, rows
from prongsai.core.documents.model import (
    Align,
    Block,
    Column,
    Cover,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.core.documents.papers import BLANK
from prongsai.core.documents.places import places
from prongsai.core.documents.signing import signatures
from prongsai.core.measures.model import Measure
from prongsai.core.thai.calendar import month_and_year

Fill = Mapping[str, str]
"""What stands in each place of a text."""


class GroupBy(StrEnum):
    """What has a heading and a table of its own."""

    NOTHING = "nothing"
    INSTRUMENT = "instrument"
    INDICATOR = "indicator"


class Numbering(StrEnum):
    """Where the measures are numbered from 1."""

    DOCUMENT = "document"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """A field, with a heading and a share of the width of its own; "" and 0: the usual ones."""

    field: str  # a key of FIELDS
    heading: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A kind of report. What is empty is left out: the cover, the foreword, the caption."""

    key: str
    title: str
    cover: tuple[str, ...] = ()  # lines; those that come out empty are left out
    foreword: tuple[str, ...] = ()  # paragraphs on a page of their own
    intro: tuple[str, ...] = ()  # paragraphs above the first table
    orientation: Orientation = Orientation.LANDSCAPE
    columns: tuple[LayoutColumn, ...]
    caption: str = ""  # of each table
    group_by: GroupBy = GroupBy.NOTHING
    numbering: Numbering = Numbering.DOCUMENT
    closing: tuple[str, ...] = ()  # paragraphs below the last table
    signatures: bool = False


def by_layout(case: Case, dated: date, layout: Layout) -> Document:
    """Build the document that a layout makes of a plan and its progress."""
    fill = places(case, dated)
    return case.document(layout.title % fill, dated, _blocks(case, dated, layout, fill))


def _blocks(case: Case, dated: date, layout: Layout, fill: Fill) -> Iterator[Block]:
    lines = tuple(filter(None, (line % fill for line in layout.cover)))
    if lines:
        yield Cover(lines, emblem=case.emblem)
    if layout.foreword:
        yield PageBreak()
        yield from _foreword(case, dated, layout, fill)
    yield PageBreak(layout.orientation)
    yield Heading(layout.title % fill)
    yield from (Paragraph(text % fill) for text in layout.intro)
    yield from _tables(case, layout, fill)
    yield from (Paragraph(text % fill) for text in layout.closing)
    if layout.signatures:
        yield signatures(case.papers.get(layout.key, BLANK).signatures, case.texts)


def _foreword(case: Case, dated: date, layout: Layout, fill: Fill) -> Iterator[Block]:
    yield Heading(case.texts("foreword"))
    yield from (Paragraph(text % fill) for text in layout.foreword)
    yield Paragraph(case.agency, align=Align.RIGHT, indent=False)
    yield Paragraph(month_and_year(dated), align=Align.RIGHT, indent=False)


def _tables(case: Case, layout: Layout, fill: Fill) -> Iterator[Block]:
    if not case.plan.measures:
        yield Paragraph(case.texts("no_measures", plan_year=case.plan.plan_year))
    columns = tuple(_column(case, each, fill) for each in layout.columns)
    keys = [each.field for each in layout.columns]
    number = 1
    for heading, measures in _groups(case, layout.group_by):
        if heading:
            yield Heading(heading, level=2)
        if layout.numbering is Numbering.GROUP:
            number = 1
        numbered = enumerate(measures, start=number)
        yield Table(layout.caption % fill, columns, rows(case, keys, numbered))
        number += len(measures)


def _column(case: Case, column: LayoutColumn, fill: Fill) -> Column:
    field = FIELDS[column.field]
    heading = column.heading % fill or field.heading(case)
    return Column(heading, column.width or field.width, field.align)


def _groups(case: Case, group_by: GroupBy) -> Iterator[tuple[str, Sequence[Measure]]]:
    """Yield a heading and its measures, in the order of the edition; no group is empty.

    A measure stands once: where the first of its answers belongs that belongs anywhere.
    """
    edition, measures = case.analysis.card.edition, case.plan.measures
    if group_by is GroupBy.NOTHING:
        if measures:
            yield "", measures
        return
    group_of, keys, words = indicator_of, tuple(edition.indicators), "indicator_named"
    if group_by is GroupBy.INSTRUMENT:
        group_of, keys, words = instrument_of, tuple(edition.instrument), "instrument_line"
    groups: dict[str | None, list[Measure]] = {key: [] for key in (*keys, None)}
    for measure in measures:
        found = (group_of(name, edition) for name in measure.answers)
        groups[next(filter(None, found), None)].append(measure)
    for key, group in groups.items():
        if group:
            yield _group_heading(case, key, words), group


def _group_heading(case: Case, key: str | None, words: str) -> str:
    if key is None:
        return case.texts("other_measures")
    return case.texts(words, key=key, title=case.title(key))
