"""Values of rows whose cells were moved under other headings: likely, and a person is told why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from prongsai.core.readings.model import Certainty, Place, Reading, Said
from prongsai.core.readings.source import Source, SourceTable
from prongsai.core.readings.understand.doubts import doubted
from prongsai.core.sentences import say

Rows = Collection[tuple[int | None, int | None]]


def with_moved_doubted(reading: Reading, source: Source) -> Reading:
    """Return a reading whose values are not sure where the cells of their row were moved."""
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    rows = {(table.place.table, row) for table in tables for row in table.moved}
    if not rows:
        return reading
    return doubted(reading, lambda value: _one(value, rows))


def _one(value: Said[Any], rows: Rows) -> Said[Any]:
    if value.certainty is not Certainty.SURE:
        return value
    return (
        replace(value, certainty=Certainty.LIKELY, why=_WHY) if _of(value.place) in rows else value
    )


def _of(place: Place) -> tuple[int | None, int | None]:
    return place.table, place.row


_WHY = say("The cells of the row stood under other headings.")
