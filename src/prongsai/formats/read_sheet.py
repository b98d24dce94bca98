"""One sheet of a workbook to rows of text cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from zipfile import ZipFile

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.rows import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    Row,
    cell_name,
    row_too_long,
    too_many_columns,
)
from prongsai.formats.xml_parts import local, parse

_PLAIN_NUMBER = 15  # characters; Excel itself keeps 15 digits of a number, and shows no more
_DIGITS = "0123456789"


class Look(Enum):
    """How a number is shown, where that changes what it means."""

    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"


def read_sheet(
    archive: ZipFile, part: str, texts: Sequence[str], looks: Sequence[Look]
) -> Iterator[Row]:
    """Yield the rows of a sheet; `texts` and `looks` are what its cells refer to by number.

    :raises Refusal: for merged cells, after the rows, and for a row out of bounds.
    """
    sheet = _Sheet(texts, looks)
    for _ in parse(archive, part, sheet):
        yield from sheet.rows
        sheet.rows.clear()
    if sheet.merged:
        raise Refusal(
            say("The cells %(cells)s are merged.", cells=sheet.merged),
            fix=say("Undo the merging, and give every row its own values."),
        )


class _Sheet:
    """Takes the elements of a sheet; `rows` fills while they come."""

    def __init__(self, texts: Sequence[str], looks: Sequence[Look]) -> None:
        self.rows: list[Row] = []
        self.merged = ""
        self._texts = texts
        self._looks = looks
        self._columns = {cell_name(column, 0)[:-1]: column for column in range(MOST_COLUMNS)}
        self._row = 0
        self._begin_row({})
        self._begin_cell({})

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name in {"v", "t"}:
            self._reads = True
        elif name == "c":
            self._begin_cell(attributes)
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._begin_row(attributes)
        elif name == "mergeCell":
            self.merged = self.merged or attributes.get("ref", "?")

    def end(self, name: str) -> None:
        name = local(name)
        if name in {"v", "t"}:
            self._reads = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self.rows.append(Row(self._row, tuple(self._cells), tuple(self._unusable)))

    def data(self, text: str) -> None:
        if self._reads:
            self._count(text)
            self._raw += text

    def _begin_row(self, _: dict[str, str]) -> None:
        self._cells: list[str] = []
        self._unusable: list[tuple[int, Refusal]] = []
        self._size = 0

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._raw = ""
        self._formula = self._reads = False

    def _end_cell(self) -> None:
        if not self._raw and not self._formula:
            return
        column = self._column()
        text = self._text(column)
        self._cells.extend([""] * (column - len(self._cells)))
        self._cells[column:] = [text]

    def _column(self) -> int:
        place = self._attributes.get("r")
        letters = place.rstrip(_DIGITS) if place else None
        ...
