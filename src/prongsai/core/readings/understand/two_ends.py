"""A period whose two ends stand in a column each: when a measure begins, and when it ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai.core.measures.month import Period
from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.understand.rows import Row
from prongsai.core.sentences import say

ENDS = ("start", "end")
"""The columns of the two ends."""

_OPEN = say("Only one end of the period is written.")


def with_ends(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows in which two ends, where no other cell has the period, are a span in one cell."""
    for row in rows:
        cell = row.first(*ENDS)
        if cell is None or row.text("period"):
            yield row
            continue
        span = replace(cell, text=" - ".join(filter(None, map(row.text, ENDS))))
        yield replace(row, cells=row.cells | {"period": span})


def asked_where_open(said: Said[Period] | None, row: Row) -> Said[Period] | None:
    """Return the period of a row; one of which an end is not written is asked for."""
    ends = [row.cells[name] for name in ENDS if row.text(name)]
    if said is None or len(ends) != 1 or said.place != ends[0].place:
        return said
    return replace(said, certainty=Certainty.ASK, why=_OPEN)
