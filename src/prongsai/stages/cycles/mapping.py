"""Rows of a year into what the core scores, and back: the only bridge."""

from __future__ import annotations

from functools import lru_cache

from prongsai.core.editions.model import Edition
from prongsai.core.results import Result, ResultSheet
from prongsai.formats.edition_text import edition_in
from prongsai.stages.cycles.models import EditionVersion, ResultSet, ResultValue


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


def _result(row: ResultValue) -> Result:
    return Result(
        code=row.code,
        part=row.part or None,
        score=row.score,
        weak=row.weak,
        note=row.note,
        place=row.place,
    )
