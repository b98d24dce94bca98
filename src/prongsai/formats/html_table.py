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


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far a cell reaches: to the row before `end`, over `columns`; 0 in its further columns."""

    end: int
    columns: int


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
        covered: dict[int, _Reach] = {}  # by column
        for number, row in enumerate(self.rows):
            if number in self._groups:
                covered.clear()
            yield _row(row, number, covered, len(self.rows))


_NONE = _Reach(0, 0)


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


def _row(row: list[HtmlCell], number: int, covered: dict[int, _Reach], end: int) -> CellRow:
    cells: list[Cell] = []
    for cell in row:
        _skip(covered, cells, number)
        last = end if cell.rows == TO_THE_END else number + cell.rows
        for further in range(cell.columns):
            text, columns = ("", 0) if further else ("\n".join(cell.texts), cell.columns)
            above = covered.get(len(cells), _NONE)
            covered[len(cells)] = above if above.end > last else _Reach(last, columns)
            cells.append(Cell(text=text, place=Place(), columns=columns))
    _skip(covered, cells, number)
    return tuple(cells)


def _skip(covered: dict[int, _Reach], cells: list[Cell], number: int) -> None:
    """Add an empty cell for each column that a cell above covers."""
    while (above := covered.get(len(cells), _NONE)).end > number:
        columns = above.columns
        cells.append(Cell(text="", place=Place(), columns=columns, covered=columns > 0))
