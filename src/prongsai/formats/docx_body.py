"""The body of a Word file as paragraphs and tables, told element by element."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Cell, Text
from prongsai.core.readings.tables import RawTable
from prongsai.core.thai.text import normalise
from prongsai.formats.docx_numbers import Numbers
from prongsai.formats.rows import MOST_CELLS, MOST_TEXTS, too_many_cells, too_many_texts
from prongsai.formats.xml_parts import local

_DEEPEST = 100  # elements that hold paragraphs or tables, one in another
_MOST_COLUMNS = 100

# What a reader does not see: the text that a change has moved away, the older twin of a drawing.
_UNSEEN = frozenset({"moveFrom", "Fallback"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}
# Signs of the font Wingdings, which Word puts in by number: ticks, and boxes without one.
_SIGNS = {
    **dict.fromkeys(("F0FC", "F0FE", "F052", "F0D6", "F050"), "✓"),
    **dict.fromkeys(("F0A8", "F06F", "F0A3", "F071"), "☐"),
}


_NO_COLOURS = frozenset({"", "AUTO", "FFFFFF"})


@dataclass(slots=True)
class _Cell:
    texts: list[str] = field(default_factory=list)
    span: int = 1
    goes_on: bool = False  # merged with the cell above
    page: int = 1
    fill: str = ""

    @property
    def text(self) -> str:
        return "" if self.goes_on else "\n".join(self.texts)

    def take(self, name: str, value: str, attributes: dict[str, str]) -> None:
        """Take a property of the cell."""
        if name == "gridSpan":
            self.span = min(max(int(value), 1), _MOST_COLUMNS)
        elif name == "vMerge":
            self.goes_on = value != "restart"
        elif name == "shd":
            self.fill = _colour(attributes)


@dataclass(slots=True)
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    number: str = ""
    depth: str = "0"


class Body:
    """Takes the elements of the main part of a Word file."""

    def __init__(self, numbers: Numbers) -> None:
        """Take how its lists are numbered."""
        self._numbers = numbers
        self._blocks: list[Text | _Table] = []
        self._open: list[_Cell | _Table | _Paragraph] = []
        self._cells = 0
        self._page = 1
        self._properties = self._unseen = 0
        self._reads = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        name = local(name)
        if name in _UNSEEN or self._unseen:
            self._unseen += 1
            return
        self._reads = name == "t"
        if name.endswith("Pr"):
            self._properties += 1
        elif self._properties:
            self._take_property(name, attributes)
        elif name in {"p", "tbl", "tr", "tc"}:
            self._begin(name)
        else:
            self._take_sign(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        name = local(name)
        if self._unseen:
            self._unseen -= 1
            return
        self._reads = False
        if name.endswith("Pr"):
            self._properties -= 1
        elif self._properties:  # what begins there is taken for a property
            return
        elif name == "p":
            self._end_paragraph()
        elif name == "tc":
            self._open.pop()
        elif name == "tbl":
            self._end_table()

    def data(self, text: str) -> None:
        """Take some of the text of an element."""
        if self._reads and self._open and isinstance(self._open[-1], _Paragraph):
            self._open[-1].pieces.append(text)

    def blocks(self) -> list[Text | RawTable]:
        """Return what was read; pages are known only where Word has written where they begin."""
        made: list[Text | RawTable] = []
        for block in self._blocks:
            if isinstance(block, Text):
                made.append(Text(text=block.text, place=self._place(block.place.page)))
            elif max(map(len, block.rows), default=0) > 1:
                made.append(tuple(tuple(self._laid_out(row)) for row in block.rows))
            else:  # a frame around text
                made.extend(
                    Text(text=cell.text, place=self._place(cell.page))
                    for row in block.rows
                    for cell in row
                    if cell.text
                )
        return made

    def _place(self, page: int | None) -> Place:
        return Place(page=page if self._page > 1 else None)

    def _laid_out(self, row: Sequence[_Cell]) -> list[Cell]:
        """Return a row with an empty cell for each column that a wide cell covers."""
        cells: list[Cell] = []
        for cell in row:
            place = self._place(cell.page)
            further = Cell(text="", place=place)
            own = replace(further, text=cell.text, columns=cell.span, fill=cell.fill)
            cells.append(replace(own, covered=cell.goes_on))
            cells.extend([further] * (cell.span - 1))
        return cells

    def _begin(self, name: str) -> None:
        if len(self._open) > _DEEPEST:
            raise ValueError
        if name == "p":
            self._open.append(_Paragraph())
        elif name == "tbl":
            self._open.append(_Table())
        elif name == "tr":
            self._table().rows.append([])
        else:
            self._cells += 1
            cell = _Cell(page=self._page)
            self._table().rows[-1].append(cell)
            self._open.append(cell)
            if self._cells > MOST_CELLS:
                raise too_many_cells()

    def _table(self) -> _Table:
        table = self._open[-1]
        if not isinstance(table, _Table):
            raise ValueError  # noqa: TRY004 -- the file is damaged
        return table

    def _take_property(self, name: str, attributes: dict[str, str]) -> None:
        value = _value(attributes, "val")
        last = self._open[-1] if self._open else None
        if isinstance(last, _Paragraph):
            if name == "numId":
                last.number = value
            elif name == "ilvl":
                last.depth = value
        elif isinstance(last, _Cell):
            last.take(name, value, attributes)
        elif isinstance(last, _Table) and name == "gridBefore" and last.rows:
            empty = [_Cell(page=self._page) for _ in range(min(int(value), _MOST_COLUMNS))]
            last.rows[-1].extend(empty)

    def _take_sign(self, name: str, attributes: dict[str, str]) -> None:
        if name == "lastRenderedPageBreak":
            self._page += 1
        elif self._open and isinstance(self._open[-1], _Paragraph):
            sign = _SIGNS.get(_value(attributes, "char").upper(), "") if name == "sym" else ""
            self._open[-1].pieces.append(sign or _BREAKS.get(name, ""))

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        if not isinstance(paragraph, _Paragraph):
            raise AssertionError(paragraph)  # noqa: TRY004 -- what began in it has ended
        text = _lines("".join(paragraph.pieces))
        if not text:
            return
        if paragraph.number:
            text = self._numbers.next(paragraph.number, paragraph.depth) + text
        cell = self._cell()
        if cell is None:
            self._blocks.append(Text(text=text, place=Place(page=self._page)))
            if len(self._blocks) > MOST_TEXTS:
                raise too_many_texts()
        else:
            cell.texts.append(text)

    def _end_table(self) -> None:
        table = self._table()
        self._open.pop()
        cell = self._cell()
        if cell is None:
            self._blocks.append(table)
        else:  # a table in a cell is text of the cell
            cell.texts.extend(filter(None, (" ".join(c.text for c in row) for row in table.rows)))

    def _cell(self) -> _Cell | None:
        """Return the cell that the place is in; a box of text in it is of the cell too."""
        return next((each for each in reversed(self._open) if isinstance(each, _Cell)), None)


def _value(attributes: dict[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if local(key) == name), "")


def _colour(attributes: dict[str, str]) -> str:
    """Return the colour of a ground: that of its pattern where it is solid, else that behind it."""
    is_solid = _value(attributes, "val") == "solid"
    colour = _value(attributes, "color" if is_solid else "fill").upper()
    return "" if colour in _NO_COLOURS else colour


def _lines(text: str) -> str:
    return "\n".join(filter(None, normalise(text).split("\n")))
