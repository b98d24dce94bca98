"""The rows of a table of a PDF, and those that the end of a page cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Cell
from prongsai.core.readings.tables import RawTable
from prongsai.core.thai.spelling import letters
from prongsai.core.thai.text import normalise
from prongsai.formats.pdf_grids import Grid
from prongsai.formats.pdf_lines import text_of
from prongsai.formats.pdf_paragraphs import Setting, Stretch, is_listed
from prongsai.formats.pdf_sheet import Sheet

_AT_FOOT = 1.6  # heights of a letter from the last line to the foot of its box, at most


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands in a cell; `foot` is where its box ends, on the page of the last line.

    `columns`: how many its box covers.
    """

    stretch: Stretch
    foot: float
    place: Place
    columns: int

    @property
    def reaches_foot(self) -> bool:
        last = self.stretch.lines[-1]
        return self.foot - last.base <= _AT_FOOT * last.height

    def with_rest(self, rest: _Part) -> _Part:
        lines = [*self.stretch.lines, *rest.stretch.lines]
        return replace(self, stretch=replace(rest.stretch, lines=lines), foot=rest.foot)


_Row = list[_Part | None]


class Rows:
    """The rows of a table from one page, or from several where a row goes on."""

    def __init__(self, sheet: Sheet, grid: Grid) -> None:
        """Put the lines of a table into rows, empty for each further place that a box covers."""
        self._place = sheet.place
        self._columns = grid.columns
        self._rows: list[_Row] = [[None] * grid.columns for _ in range(grid.rows)]
        for box, stretch in sheet.cells_of(grid).items():
            part = _Part(stretch, box.bottom, sheet.place, box.columns)
            self._rows[box.row][box.column] = part
        self._covered: list[set[int]] = [set() for _ in range(grid.rows)]
        for box in grid.boxes:
            for row in range(box.row + 1, box.row + box.rows):
                self._covered[row].add(box.column)

    def take_rest(self, below: Rows, setting: Setting) -> bool:
        """Take the rest of the last row from the table on the next page, if one stands there.

        The answer is whether nothing else stood there: the row may go on on a further page.
        """
        heads = [*takewhile(_is_same, zip(self._rows, below._rows, strict=False))]
        place = len(heads)
        if self._columns != below._columns or not 0 < len(self._rows) > place < len(below._rows):
            return False
        above, row = self._rows[-1], below._rows[place]
        if not _is_rest(above, row, setting):
            return False
        self._rows[-1] = [_joined(*parts) for parts in zip(above, row, strict=True)]
        del below._rows[place], below._covered[place]
        return len(below._rows) == place

    def table(self, setting: Setting) -> RawTable:
        """Return the table with its texts."""
        return tuple(
            tuple(self._cell(part, setting, covered=n in covered) for n, part in enumerate(row))
            for row, covered in zip(self._rows, self._covered, strict=True)
        )

    def _cell(self, part: _Part | None, setting: Setting, *, covered: bool) -> Cell:
        if part is None:
            return Cell(text="", place=self._place, covered=covered)
        return Cell(text=_text(part, setting), place=part.place, columns=part.columns)


def _is_same(rows: tuple[_Row, _Row]) -> bool:
    """Tell whether a row has the texts of another: the headings do on each page."""
    one, other = ([_letters(part) for part in row] for row in rows)
    return one == other and any(one)


def _letters(part: _Part | None) -> str:
    return letters("".join(line.text for line in part.stretch.lines)) if part else ""


def _is_rest(above: Sequence[_Part | None], row: Sequence[_Part | None], setting: Setting) -> bool:
    """Tell whether a row is the rest of the one that ends the page before.

    Each of its texts is below one that reached the foot. The first one goes on where a line ended,
    or it has no number and the one above has; and so does another one, unless a text of the row
    above has nothing below it.
    """
    pairs = [(upper, part) for upper, part in zip(above, row, strict=True) if upper or part]
    both = [(upper, part) for upper, part in pairs if upper and part]
    below = sum(part is not None for _, part in pairs)
    if not both or len(both) < below or not all(upper.reaches_foot for upper, _ in both):
        return False
    going_on = [
        setting.goes_on(upper.stretch.lines[-1], part.stretch.lines[0], upper.stretch, turns=True)
        for upper, part in both
    ]
    upper, part = both[0]
    lost_number = is_listed(upper.stretch.lines[0]) and not is_listed(part.stretch.lines[0])
    some_end = len(pairs) > len(both)
    if going_on[0]:
        return some_end or sum(going_on) > 1
    return lost_number and (some_end or any(going_on))


def _joined(above: _Part | None, below: _Part | None) -> _Part | None:
    return above.with_rest(below) if above and below else above or below


def _text(part: _Part | None, setting: Setting) -> str:
    if part is None:
        return ""
    return normalise("\n".join(map(text_of, setting.paragraphs(part.stretch))))
