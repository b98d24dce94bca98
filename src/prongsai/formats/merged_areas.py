"""Which cells of a sheet are merged: the areas that a workbook names, and what they cover."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prongsai.formats.rows import COLUMNS, MOST_CELLS, MOST_COLUMNS, too_many_cells

_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")

Spot = tuple[int, int]
"""The number of a row, and a column (from 0)."""


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells: their first row and column, and the last; columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Merged:
    """What the areas of a sheet cover.

    `wide` has the last column of each, by its first spot; `below` the first spot of each row below.
    """

    wide: Mapping[Spot, int]
    below: frozenset[Spot]


NOTHING_MERGED = Merged({}, frozenset())


def area_of(reference: str) -> Area | None:
    """Read the name of an area, such as B2:B5; None for another, and beyond the columns read."""
    found = _AREA.fullmatch(reference)
    if found is None or found[1] not in COLUMNS:
        return None
    right = COLUMNS.get(found[3], MOST_COLUMNS - 1)
    return Area(int(found[2]), COLUMNS[found[1]], int(found[4]), right)


def merged_by(areas: Iterable[Area], rows: Sequence[int]) -> Merged:
    """Return what areas cover of the rows of a sheet that are kept, by their numbers in order.

    :raises Refusal: for more cells than are read.
    """
    wide: dict[Spot, int] = {}
    below: set[Spot] = set()
    covered = 0
    for area in areas:
        wide[area.top, area.left] = area.right
        first, end = bisect_right(rows, area.top), bisect_right(rows, area.bottom)
        covered += end - first  # areas of one sheet never overlap, but in a file made to do harm
        if covered > MOST_CELLS:
            raise too_many_cells()
        below.update((row, area.left) for row in rows[first:end])
    return Merged(wide, frozenset(below))
