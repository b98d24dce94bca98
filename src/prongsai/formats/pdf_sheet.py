"""A page of a PDF whose letters are in lines, in the boxes of its tables or outside of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from prongsai.core.readings.place import Place
from prongsai.formats.pdf_grids import Box, Grid, grids_of
from prongsai.formats.pdf_lines import Line, lines_of
from prongsai.formats.pdf_page import Letter, PageContent
from prongsai.formats.pdf_paragraphs import Stretch

_EDGE = 0.12  # of the height of a page: where heads and feet stand
_INSET = 2.0  # points between a line of a table and its text, at least
_FEW = 20  # one line of so many may begin nearer to the line of the table than the others
_NEXT_LINE = 1.8  # heights of a letter, at most, between lines of one text


class Sheet:
    """A page; `lines` are those outside of tables, from the top down."""

    def __init__(self, number: int, content: PageContent) -> None:
        """Put the letters of a page into lines."""
        self.place = Place(page=number)
        self.width, self.height = content.width, content.height
        self.is_empty = not any(letter.text.strip() for letter in content.letters)
        self.grids = [grid for grid in grids_of(content.rulings) if len(grid.boxes) > 1]
        self._inside: dict[Box, list[Letter]] = defaultdict(list)
        outside = lines_of(self._outside(content.letters))
        self._lines_in = {box: lines_of(letters) for box, letters in self._inside.items()}
        self._inside.clear()
        self.lines = [line for line in outside if not self._ran_out(line)]

    def cells_of(self, grid: Grid) -> dict[Box, Stretch]:
        """Return the lines in each box of a table that has any."""
        lines = {box: self._lines_in[box] for box in grid.boxes if self._lines_in.get(box)}
        pads = sorted(each.left - box.left for box, own in lines.items() for each in own)
        pad = max(pads[len(pads) // _FEW] if pads else 0, _INSET)
        return {
            box: Stretch(own, box.left + pad, box.right - pad, is_cell=True)
            for box, own in lines.items()
        }

    def is_at_edge(self, line: Line) -> bool:
        """Tell whether a line stands where heads and feet of pages stand."""
        return not _EDGE * self.height < line.base < (1 - _EDGE) * self.height

    def _outside(self, letters: Sequence[Letter]) -> Iterator[Letter]:
        """Yield the letters outside of tables; the others go to their boxes.

        A space goes with the letter before it: at the end of a line it may hang out of the box.
        """
        box: Box | None = None
        for letter in letters:
            if not letter.text.isspace():
                middle, above = (letter.left + letter.right) / 2, letter.base - letter.height / 4
                boxes = (grid.box_at(middle, above) for grid in self.grids)
                box = next(filter(None, boxes), None)
            if box is None:
                yield letter
            else:
                self._inside[box].append(letter)

    def _ran_out(self, line: Line) -> bool:
        """Take a line that ran out of the last row of a table, as LibreOffice draws some."""
        for grid in self.grids:
            box = grid.box_at((line.left + line.right) / 2, grid.tops[-1] - 1)
            own = self._lines_in.get(box) if box else None
            if box and own and _is_below(own[-1], line, box):
                own.append(line)
                return True
        return False


def _is_below(last: Line, line: Line, box: Box) -> bool:
    """Tell whether a line goes on below the last one of a box, and below the box."""
    return (
        last.base < line.base <= last.base + _NEXT_LINE * last.height
        and box.left < line.left
        and line.right < box.right
    )
