"""Cells merged over several rows: what they say of each row, and rows that only add to one measure.

A unit, a period, a title over several rows is that of each of them. What was reached is not: told
of each measure it would be told several times. Such a measure has no place of its own for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai.core.readings.columns import LABELS, TIME
from prongsai.core.readings.model import ReadMeasure
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.doubts import doubted_in, likely
from prongsai.core.readings.understand.rows import Row
from prongsai.core.readings.understand.states import TICKS
from prongsai.core.sentences import say

_TITLE = "measure"
_OF_EACH = frozenset(
    {
        *(_TITLE, "item", "item_code", "problem", "cures", "steps", "owner", "lead", "support"),
        *("period", "start", "end", TIME, "follow_up", "state", *TICKS, "evidence", "link"),
    }
)
# What a row may hold that says what a measure is for, and not what it is.
_ABOUT = frozenset({"", "problem", "score", "full_score", "weight", *LABELS}) - {_TITLE}

_DRAWN = say("By the lines drawn around it, the cell is that of several rows.")


def with_merged(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows whose cells that a merged one covers are that one, where it is of each row."""
    for row in rows:
        of_each = {name: over for name, over in _covering(row) if name in _OF_EACH}
        merged = {name: over for name, over in of_each.items() if not row.text(name)}
        yield replace(row, cells=row.cells | merged)


def with_added(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows, without those that only say what else the measure above is for."""
    last: Row | None = None
    for row in rows:
        if last is not None and _only_adds(row):
            last = replace(last, added=(*last.added, row))
        else:
            yield from filter(None, [last])
            last = row
    yield from filter(None, [last])


def doubted_where_drawn(read: ReadMeasure, row: Row) -> ReadMeasure:
    """Return what was read of a row; what only lines say to be of the row too is not sure."""
    if not row.table.drawn:
        return read
    places = {over.place for _, over in _covering(row)}
    return doubted_in(read, lambda said: likely(said, _DRAWN) if said.place in places else said)


def told_above(row: Row) -> frozenset[str]:
    """Return the fields of which a cell above holds something for the row too."""
    return frozenset(name for name, _ in _covering(row))


def _covering(row: Row) -> Iterator[tuple[str, Cell]]:
    """Yield the cells above that hold something for the row too, each with its field."""
    for name, own, over in zip(row.table.fields, row.all_cells, row.over, strict=False):
        if own is not over and over.text:
            yield name, over


def _only_adds(row: Row) -> bool:
    """Tell whether the title of the row above covers a row that holds nothing else of a measure."""
    pairs = zip(row.table.fields, row.all_cells, strict=False)
    names = (name for name, cell in pairs if cell.text)
    return _TITLE in told_above(row) and _ABOUT.issuperset(names)
