"""A table of a page of HTML: which cell covers which columns and rows, as the standard says.

HTML Standard, 4.9.11 (attributes of cells) and 4.9.12 (forming a table).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Cell, CellRow
from prongsai.formats.rows import MOST_COLUMNS

MOST_ROWS = 65_534  # that a cell covers
TO_THE_END = 0  # a cell that covers all rows below it in its group

_NUMBER = re.compile(r"[ \t\n\f\r]*\+?0*([0-9]+)")
_LONGEST = 5  # figures of a number that is within bounds


@dataclass(slots=True)
class HtmlCell:
    """A cell with its texts, and how many columns and rows it covers."""

    columns: int
    rows: int
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class HtmlTable:
    """A table whose rows come one after another."""

    rows: list[list[HtmlCell]] = field(default_factory=list)
    _groups: set[int] = field(default_factory=set)  # rows at which a thead, tbody or tfoot begins

    def begin_group(self) -> None:
        """Begin or end a group of rows: no cell above reaches into what comes."""
        self._groups.add(len(self.rows))

    def laid_out(self) -> Iterator[CellRow]:
        """Yield the rows with an empty cell for each further column and row that a cell covers."""
        covered: dict[int, int] = {}  # column: the first row that no cell above covers
        for number, row in enumerate(self.rows):
            if number in self._groups:
                covered.clear()
            yield _row(row, number, covered, len(self.rows))


def columns_of(colspan: str | None) -> int:
    """Return how many columns a cell covers: one where nothing usable is said."""
    return min(_number(colspan) or 1, MOST_COLUMNS)


def rows_of(rowspan: str | None) -> int:
    """Return how many rows a cell covers; TO_THE_END: all that its group has below it."""
    number = _number(rowspan)
    return 1 if number is None else min(number, MOST_ROWS)


def _number(text: str | None) -> int | None:
    """Read a number as browsers do: what stands behind its figures is left out."""
    found = _NUMBER.match(text or "")
    if found is None:
        return None
    return int(found.group(1)) if len(found.group(1)) <= _LONGEST else MOST_ROWS


def _row(row: list[HtmlCell], number: int, covered: dict[int, int], end: int) -> CellRow:
    cells: list[Cell] = []
    for cell in row:
        _skip(covered, cells, number)
        last = end if cell.rows == TO_THE_END else number + cell.rows
        for further in range(cell.columns):
            covered[len(cells)] = max(last, covered.get(len(cells), 0))
            text, columns = ("", 0) if further else ("\n".join(cell.texts), cell.columns)
            cells.append(Cell(text=text, place=Place(), columns=columns))
    _skip(covered, cells, number)
    return tuple(cells)


def _skip(covered: dict[int, int], cells: list[Cell], number: int) -> None:
    """Add an empty cell for each column that a cell above covers."""
    while covered.get(len(cells), 0) > number:
        cells.append(Cell(text="", place=Place()))
