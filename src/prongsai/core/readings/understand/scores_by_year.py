"""The scores that a table gives to several years, and the years that it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai.core.editions.model import TOTAL
from prongsai.core.readings.model import Certainty, NamedYear, Said, StatedScore, YearRole
from prongsai.core.readings.place import Place
from prongsai.core.readings.source import CellRow
from prongsai.core.readings.understand.figures import Figure, figures_in, is_difference
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.readings.understand.rows import Row, read_label, rows_of
from prongsai.core.readings.understand.scores import items_of_row, whole_row
from prongsai.core.readings.understand.total_rows import total_in
from prongsai.core.readings.understand.year_columns import (
    YearColumn,
    YearTable,
    says_score,
    year_alone,
)
from prongsai.core.results import key_of
from prongsai.core.sentences import say
from prongsai.core.thai.dates_in_text import years_in

SaidScore = Said[StatedScore]
SaidYear = Said[NamedYear]

_WORD = re.compile("[ก-๎A-Za-z]{2}")


def scores_by_year(found: YearTable, frame: Frame, agencies: Sequence[str]) -> Iterator[SaidScore]:
    """Yield the score of each row in each year.

    `agencies`: every mention of one, for of the rows of several agencies that of the document is
    read alone.
    """
    own, year = _most_named(agencies), None
    for row in rows_of(found.table, frame):
        number = row.place.row or 0
        if number <= found.above:
            continue
        cells = found.table.rows[number - 1]
        if found.years_in is not None:
            year = year_alone(cells[found.years_in].text) or year
        guess = _of_row(row, cells, found, frame) or _total(cells, found, own)
        if guess is not None:
            for column in found.columns:
                yield from _scores(cells, column, guess, year)


def years_of_table(found: YearTable) -> Iterator[SaidYear]:
    """Yield the years of the headings, and those of cells that hold a year and no word."""
    table = found.table
    if not found.above:
        for column in found.columns:
            if column.when.number is not None and column.when.ago is None:
                yield _year(column.when.number, column.heading, table.place)
    by_row = [] if found.years_in is None else [row[found.years_in] for row in table.rows]
    for cell in (*(cell for row in table.rows[: found.above] for cell in row), *by_row):
        year = year_alone(cell.text)
        if year is not None and not any(years_in(cell.text)):
            yield _year(year, cell.text, cell.place)


def _year(year: int, words: str, place: Place) -> SaidYear:
    return Said(value=NamedYear(year=year, role=YearRole.OTHER), words=words, place=place)


def _of_row(row: Row, cells: CellRow, found: YearTable, frame: Frame) -> Guess | None:
    """Return what the scores of a row are of; a number alone tells it only among scores."""
    texts = [" ".join(cell.text.split()) for cell in cells]
    if found.says_scores or any(map(says_score, texts)):
        guesses = [each.guess for each in items_of_row(row, frame)] or whole_row(row, frame)
        if len(guesses) == 1:
            return guesses[0]
    for cell in (cell for cell in cells if _WORD.search(cell.text)):
        named = frame.indicator("", read_label(cell, frame).name)
        return named or total_in(cells, found.table)
    return None


def _total(cells: CellRow, found: YearTable, own: str) -> Guess | None:
    """Return the total for a row that is of the agency, or that stands alone or for a year."""
    is_alone = len(found.table.rows) - found.above == 1
    texts = [" ".join(cell.text.split()) for cell in cells]
    if own and any(re.search(rf"{re.escape(own)}(?![ก-๎])", text) for text in texts):
        return Guess(code=TOTAL)
    says_scores = found.says_scores or any(map(says_score, texts))
    is_of_agency = is_alone or found.years_in is not None
    return Guess(code=TOTAL) if says_scores and is_of_agency else None


def _most_named(agencies: Sequence[str]) -> str:
    """Return the agency that is named most often, "" where two are named as often."""
    named = Counter(agencies).most_common(2)
    if len(named) == 2 and named[0][1] == named[1][1]:
        return ""
    return named[0][0] if named else ""


def _scores(
    cells: CellRow, column: YearColumn, guess: Guess, year: int | None
) -> Iterator[SaidScore]:
    cell = cells[column.index] if column.index < len(cells) else None
    if cell is None or is_difference(cell.text):
        return
    figures = figures_in(cell.text)
    for figure in figures[:1]:
        of = Guess(code=column.code) if column.code else guess
        of = figure.of(_one_of(figures, of))
        code, part = key_of(of.code)
        value = StatedScore(code=code, part=part, score=figure.score, year=year)
        yield column.when.dated(of.said(value, cell.text, cell.place))


def _one_of(figures: Sequence[Figure], of: Guess) -> Guess:
    """Return what the first of several figures is the score of, as likely."""
    if len(figures) < 2 or of.certainty is Certainty.ASK:
        return of
    why = say("The cell has several figures; the first is taken.")
    return replace(of, certainty=Certainty.LIKELY, why=why)
