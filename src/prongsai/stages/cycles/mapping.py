"""Rows of a year into what the core scores, and back: the only bridge."""

from __future__ import annotations

from functools import lru_cache

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Place, Reading
from prongsai.core.readings.results_only import of_year
from prongsai.core.readings.sheet import sheet_in_reading
from prongsai.core.results import Result, ResultSheet
from prongsai.core.sentences import write
from prongsai.formats.apart_answer import read_answer
from prongsai.formats.edition_text import edition_in
from prongsai.formats.interface import catalogue
from prongsai.formats.reading_file import read_reading
from prongsai.formats.reading_words import way
from prongsai.stages.cycles.models import EditionVersion, ResultImport, ResultSet, ResultValue

_LONGEST_PLACE = 40


def edition_of(version: EditionVersion) -> Edition:
    """Return the framework that was kept."""
    return _edition(version.text)


# A text never changes, so its edition need not be read again for each page.
@lru_cache(maxsize=32)
def _edition(text: str) -> Edition:
    return edition_in(text)


def sheet_of(results: ResultSet) -> ResultSheet:
    """Return the values of a set as the core takes them."""
    return ResultSheet(tuple(map(_result, results.values.order_by("order", "id"))))


def rows_of(sheet: ResultSheet, results: ResultSet) -> list[ResultValue]:
    """Return the rows of a sheet in a set, not saved."""
    return [
        ResultValue(
            agency_id=results.agency_id,
            results=results,
            order=order,
            code=each.code,
            part=each.part or "",
            score=each.score,
            weak=each.weak,
            note=each.note,
            place=each.place,
        )
        for order, each in enumerate(sheet.results)
    ]


def reading_of(row: ResultImport) -> Reading:
    """Return what was read of a file on its way.

    :raises Refusal: if it was kept by a Prongsai that wrote readings in another way.
    """
    return read_reading(row.reading.encode())


def refusal_of(row: ResultImport) -> Refusal:
    """Return why a file on its way is not read."""
    try:
        read_answer(row.refusal.encode())
    except Refusal as refusal:
        return refusal.within(row.name)
    raise ValueError(f"{row.uuid} was not refused")


def sheet_read(row: ResultImport, reading: Reading, year: int, edition: Edition) -> ResultSheet:
    """Return the results of one year in a reading that somebody has gone through.

    :raises Refusal: with all that is still wrong in them.
    """
    of = of_year(reading, year, row.cycle.fiscal_year)
    return sheet_in_reading(of, edition, row.notes, _place)


def _place(place: Place) -> str:
    """Write a place as a result has it, in the language of the documents."""
    return write(way(place), catalogue("th"))[:_LONGEST_PLACE] if place != Place() else ""


def _result(row: ResultValue) -> Result:
    return Result(
        code=row.code,
        part=row.part or None,
        score=row.score,
        weak=row.weak,
        note=row.note,
        place=row.place,
    )
