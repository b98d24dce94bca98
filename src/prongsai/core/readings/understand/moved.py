"""Values of rows whose cells were moved under other headings: likely, and a person is told why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from typing import Any, TypeVar

from prongsai.core.readings.model import Certainty, Place, Reading, ReadMeasure, Said
from prongsai.core.readings.source import Source, SourceTable
from prongsai.core.sentences import say

Whole = TypeVar("Whole", Reading, ReadMeasure)
Rows = Collection[tuple[int | None, int | None]]


def with_moved_doubted(reading: Reading, source: Source) -> Reading:
    """Return a reading whose values are not sure where the cells of their row were moved."""
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    rows = {(table.place.table, row) for table in tables for row in table.moved}
    if not rows:
        return reading
    measures = tuple(_doubted(measure, rows) for measure in reading.measures)
    return replace(_doubted(reading, rows), measures=measures)


def _doubted(whole: Whole, rows: Rows) -> Whole:
    changed: dict[str, Any] = {}
    for field in fields(whole):
        value = getattr(whole, field.name)
        if isinstance(value, Said):
            changed[field.name] = _one(value, rows)
        elif isinstance(value, tuple):
            changed[field.name] = tuple(_one(each, rows) for each in value)
    return replace(whole, **changed)


def _one(value: object, rows: Rows) -> object:
    if not isinstance(value, Said) or value.certainty is not Certainty.SURE:
        return value
    return (
        replace(value, certainty=Certainty.LIKELY, why=_WHY) if _of(value.place) in rows else value
    )


def _of(place: Place) -> tuple[int | None, int | None]:
    return place.table, place.row


_WHY = say("The cells of the row stood under other headings.")
