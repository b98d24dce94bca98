"""The tables that the lines of a page make: which boxes they enclose, in which row and column."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from prongsai.formats.pdf_page import Ruling

_NEAR = 3.0  # points: lines no farther apart are one, and ends no farther from a line touch it
_MOST_LINES = 1_500  # of a page, either way; a drawing has more, and is no table
_MOST_BOXES = 50_000


@dataclass(frozen=True, slots=True)
class Box:
    """What four lines enclose, with its first row and column (from 0), and how many it has."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    top: float
    right: float
    bottom: float


class Grid:
    """Boxes that hang together."""

    def __init__(self, level: Sequence[Ruling], upright: Sequence[Ruling]) -> None:
        """Take the lines of one table, of each way at least two."""
        self.lefts = _apart(ruling.left for ruling in upright)
        self.tops = _apart(ruling.top for ruling in level)
        self._box: dict[tuple[int, int], Box] = {}
        self.boxes: tuple[Box, ...] = ()
        if self.rows * self.columns <= _MOST_BOXES:
            self._enclose(level, upright)

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return len(self.tops) - 1

    @property
    def columns(self) -> int:
        """Return how many columns there are."""
        return len(self.lefts) - 1

    def box_at(self, x: float, y: float) -> Box | None:
        """Return the box around a place, None beside the table."""
        row, column = bisect_right(self.tops, y) - 1, bisect_right(self.lefts, x) - 1
        return self._box.get((row, column))

    def _enclose(self, level: Sequence[Ruling], upright: Sequence[Ruling]) -> None:
        """Join the smallest boxes between which no line is drawn."""
        walls = _drawn([(r.left, r.top, r.bottom) for r in upright], self.lefts, self.tops)
        floors = _drawn([(r.top, r.left, r.right) for r in level], self.tops, self.lefts)
        joined = _Joined()
        for row in range(self.rows):
            for column in range(self.columns):
                place = (row, column)
                joined.add(place)
                if column and (column, row) not in walls:
                    joined.join(place, (row, column - 1))
                if row and (row, column) not in floors:
                    joined.join(place, (row - 1, column))
        self.boxes = tuple(self._boxes(joined.groups()))

    def _boxes(self, groups: Iterable[list[tuple[int, int]]]) -> Iterator[Box]:
        for places in groups:
            rows, columns = [row for row, _ in places], [column for _, column in places]
            box = Box(
                row=min(rows),
                column=min(columns),
                rows=max(rows) + 1 - min(rows),
                columns=max(columns) + 1 - min(columns),
                left=self.lefts[min(columns)],
                top=self.tops[min(rows)],
                right=self.lefts[max(columns) + 1],
                bottom=self.tops[max(rows) + 1],
            )
            self._box.update(dict.fromkeys(places, box))
            yield box


def grids_of(rulings: Sequence[Ruling]) -> list[Grid]:
    """Return the tables of a page from its lines, from the top down."""
    level = _whole([r for r in rulings if r.is_level])
    upright = _whole([r for r in rulings if not r.is_level])
    if max(len(level), len(upright)) > _MOST_LINES:
        return []
    grids = (Grid(*lines) for lines in _tables(level, upright) if min(map(len, lines)) >= 2)
    whole = [each for each in grids if each.rows > 0 and each.columns > 0 and each.boxes]
    return sorted(whole, key=lambda grid: grid.tops[0])


def _whole(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Join the pieces of lines that lie on each other or end where another begins."""
    joined: list[Ruling] = []
    for ruling in sorted(rulings, key=_across):
        last = joined[-1] if joined else None
        if last is not None and _is_one(last, ruling):
            joined[-1] = Ruling(
                last.left,
                last.top,
                max(last.right, ruling.right) if last.is_level else last.right,
                last.bottom if last.is_level else max(last.bottom, ruling.bottom),
            )
        else:
            joined.append(ruling)
    return joined


def _across(ruling: Ruling) -> tuple[float, float]:
    if ruling.is_level:
        return round(ruling.top), ruling.left
    return round(ruling.left), ruling.top


def _is_one(last: Ruling, ruling: Ruling) -> bool:
    if last.is_level:
        return abs(last.top - ruling.top) <= 1 and ruling.left <= last.right + _NEAR
    return abs(last.left - ruling.left) <= 1 and ruling.top <= last.bottom + _NEAR


def _tables(
    level: Sequence[Ruling], upright: Sequence[Ruling]
) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Yield the lines that hang together, level and upright ones apart."""
    joined = _Joined()
    for number in range(len(level)):
        joined.add((0, number))
    for place, wall in enumerate(upright):
        joined.add((1, place))
        for number, floor in enumerate(level):
            if _touch(floor, wall):
                joined.join((0, number), (1, place))
    for group in joined.groups():
        yield (
            [level[number] for way, number in group if way == 0],
            [upright[number] for way, number in group if way == 1],
        )


def _touch(floor: Ruling, wall: Ruling) -> bool:
    return (
        floor.left - _NEAR <= wall.left <= floor.right + _NEAR
        and wall.top - _NEAR <= floor.top <= wall.bottom + _NEAR
    )


def _apart(places: Iterable[float]) -> list[float]:
    """Return the places in their order, those that are nearly the same once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _drawn(
    lines: Iterable[tuple[float, float, float]], places: Sequence[float], steps: Sequence[float]
) -> set[tuple[int, int]]:
    """Return which steps along which places are drawn; a line is (place, start, end)."""
    found = set()
    for place, start, end in lines:
        at = bisect_right(places, place + _NEAR) - 1
        for step in range(len(steps) - 1):
            middle = (steps[step] + steps[step + 1]) / 2
            if start <= middle <= end:
                found.add((at, step))
    return found


class _Joined:
    """Things that belong together, told pair by pair."""

    def __init__(self) -> None:
        self._above: dict[tuple[int, int], tuple[int, int]] = {}

    def add(self, one: tuple[int, int]) -> None:
        self._above[one] = one

    def join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        self._above[self._top(one)] = self._top(other)

    def groups(self) -> Iterable[list[tuple[int, int]]]:
        """Return the groups, in the order of their first members."""
        found = defaultdict(list)
        for one in self._above:
            found[self._top(one)].append(one)
        return found.values()

    def _top(self, one: tuple[int, int]) -> tuple[int, int]:
        while self._above[one] != one:
            self._above[one] = one = self._above[self._above[one]]
        return one
