"""A source and the editions that there are, put together into a reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from prongsai.core.editions.model import Edition
from prongsai.core.readings.model import (
    NamedYear,
    Passage,
    Reading,
    ReadMeasure,
    Said,
    StatedScore,
    YearRole,
)
from prongsai.core.readings.source import Source, SourceTable, Text
from prongsai.core.readings.understand.advice import advice_in
from prongsai.core.readings.understand.bare_numbers import without_indicators
from prongsai.core.readings.understand.chart_of_year import with_charts
from prongsai.core.readings.understand.done_by_quarter import with_work_done
from prongsai.core.readings.understand.doubts import doubted
from prongsai.core.readings.understand.frame import Frame
from prongsai.core.readings.understand.hidden import with_hidden_doubted
from prongsai.core.readings.understand.kind import kind_of
from prongsai.core.readings.understand.letter_head import letter_head_of
from prongsai.core.readings.understand.low_scores import low_in
from prongsai.core.readings.understand.measures import is_of_measures, measures_in
from prongsai.core.readings.understand.moved import with_moved_doubted
from prongsai.core.readings.understand.names import agencies_in, districts_in, provinces_in
from prongsai.core.readings.understand.other_agencies import other_agencies_in
from prongsai.core.readings.understand.rows import Row, rows_of, with_measures_named
from prongsai.core.readings.understand.scores import (
    codes_of_row,
    levels_in_text,
    levels_of_row,
    names_of_row,
    scores_in_text,
    scores_of_row,
    scores_told_in_row,
    weak_by_flag,
)
from prongsai.core.readings.understand.scores_by_year import scores_by_year, years_of_table
from prongsai.core.readings.understand.short_names import (
    short_agencies_in,
    short_districts_in,
    short_provinces_in,
)
from prongsai.core.readings.understand.signatures import signatures_in
from prongsai.core.readings.understand.told_items import told_scores
from prongsai.core.readings.understand.told_weak import told_weak
from prongsai.core.readings.understand.unit_names import with_units_named
from prongsai.core.readings.understand.without_year import asked_after_results
from prongsai.core.readings.understand.year_columns import YearTable, year_table
from prongsai.core.readings.understand.years import years_of

T = TypeVar("T")


def understand(source: Source, editions: Mapping[int, Edition]) -> Reading:
    """Return what a document says, by the editions of the fiscal years (B.E.) that it names."""
    years = tuple(map(with_hidden_doubted, years_of(source)))
    result_year = Reading(years=years).year(YearRole.RESULT)
    frame = Frame(_of_years(years, editions), result_year)
    source = with_measures_named(with_charts(with_work_done(source)), frame)
    reading = _with_results(_of_document(source, years), source, frame)
    measures = with_units_named([*_measures(source, frame, reading.year(YearRole.PLAN))])
    reading = with_moved_doubted(replace(reading, measures=tuple(measures)), source)
    return doubted(reading, with_hidden_doubted)


def _measures(source: Source, frame: Frame, year: int | None) -> Iterable[ReadMeasure]:
    """Return the measures of a plan of a year (B.E.); of None, that after the results is asked."""
    if year is not None or frame.result_year is None:
        return measures_in(source, frame, year)
    after = frame.result_year + 1
    return asked_after_results(measures_in(source, frame, after), after)


def _of_document(source: Source, years: tuple[Said[NamedYear], ...]) -> Reading:
    """Return whose document it is, of which kind and years, and who signs it."""
    head = letter_head_of(source)
    return Reading(
        kind=kind_of(source),
        number=head.number,
        dated=head.dated,
        unit=head.unit,
        subject=head.subject,
        to=head.to,
        signatures=tuple(signatures_in(source)),
        passages=tuple(_passages(source)),
        # A short form of a name says nothing new beside the whole of it.
        agencies=tuple(agencies_in(source))
        or tuple(short_agencies_in(source))
        or tuple(other_agencies_in(source)),
        districts=tuple(districts_in(source)) or tuple(short_districts_in(source)),
        provinces=tuple(provinces_in(source)) or tuple(short_provinces_in(source)),
        years=years,
        unread=source.unread,
        hidden=source.hidden,
    )


def _with_results(reading: Reading, source: Source, frame: Frame) -> Reading:
    """Return the reading with scores, what is weak, and the advice on it."""
    texts = [block for block in source.blocks if isinstance(block, Text)]
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    of_years = [found for table in tables if (found := year_table(table, frame))]
    by_year = {id(found.table) for found in of_years if found.columns}
    rows = [row for table in tables for row in rows_of(table, frame)]
    advice, low = advice_in(source, frame), low_in(source, frame)
    return replace(
        reading,
        scores=_of_other_years(
            reading.year(YearRole.RESULT),
            *chain.from_iterable(scores_in_text(text, frame) for text in texts),
            *chain.from_iterable(
                scores_of_row(row, frame) for row in rows if id(row.table) not in by_year
            ),
            *_by_year(of_years, frame, reading),
            *low.scores,
            *chain.from_iterable(scores_told_in_row(row, frame) for row in rows),
            told=chain.from_iterable(told_scores(text, frame) for text in texts),
        ),
        years=(*reading.years, *chain.from_iterable(map(years_of_table, of_years))),
        levels=(
            *chain.from_iterable(levels_in_text(text, frame) for text in texts),
            *chain.from_iterable(levels_of_row(row, frame) for row in rows),
        ),
        names=(*chain.from_iterable(names_of_row(row, frame) for row in rows), *advice.names),
        weak=_with_told((*_weak(rows, frame), *advice.weak, *low.weak), told_weak(source, frame)),
        keep=tuple(advice.keep),
        citations=tuple(advice.citations),
    )


def _by_year(
    tables: Sequence[YearTable], frame: Frame, reading: Reading
) -> Iterator[Said[StatedScore]]:
    agencies = [said.value for said in reading.agencies]
    for table in tables:
        yield from scores_by_year(table, frame, agencies)


def _of_years(
    years: Sequence[Said[NamedYear]], editions: Mapping[int, Edition]
) -> Sequence[Edition]:
    """Return the editions of the years named, that of the results first; else all, newest first."""
    read = Reading(years=tuple(years))
    wanted = (read.year(YearRole.RESULT), read.year(YearRole.PLAN))
    found = [editions[year] for year in wanted if year is not None and year in editions]
    return found or [editions[year] for year in sorted(editions, reverse=True)]


def _of_other_years(
    result_year: int | None,
    *scores: Said[StatedScore],
    told: Iterable[Said[StatedScore]],
) -> tuple[Said[StatedScore], ...]:
    """Return scores that name their year only where it is not that of the results."""
    of_years = (
        [
            replace(each, value=replace(each.value, year=None))
            if each.value.year is not None and each.value.year == result_year
            else each
            for each in several
        ]
        for several in (scores, told)
    )
    return without_indicators(_with_told(*of_years))


def _with_told(read: Iterable[Said[T]], told: Iterable[Said[T]]) -> tuple[Said[T], ...]:
    """Return what was read, and of what sentences tell all that was not read already."""
    found = [*read]
    known = {said.value for said in found}
    for said in told:
        if said.value not in known:
            known.add(said.value)
            found.append(said)
    return tuple(found)


def _passages(source: Source) -> Iterator[Passage]:
    for block in source.blocks:
        if isinstance(block, Text):
            yield Passage(text=block.text, place=block.place)
            continue
        for row in block.rows:
            fields = [*block.fields, *[""] * len(row)]
            for cell, field in zip(row, fields, strict=False):
                if cell.text:
                    yield Passage(text=cell.text, place=cell.place, field=field)


def _weak(rows: Sequence[Row], frame: Frame) -> Iterator[Said[str]]:
    """Yield the items that a table of measures is for, and those with a flag."""
    for row in rows:
        if is_of_measures(row.table):
            yield from codes_of_row(row, frame)
        else:
            yield from weak_by_flag(row, frame)
