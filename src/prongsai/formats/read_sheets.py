"""Workbooks (.xlsx) and CSV files to a source, as a person sees them: titles, tables, notes."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from prongsai.core.errors import Refusal
from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Cell, Source, Text
from prongsai.core.readings.tables import RawTable, assemble
from prongsai.core.sentences import say
from prongsai.core.thai.text import normalise
from prongsai.formats.decoding import decode
from prongsai.formats.read_columns import load_columns
from prongsai.formats.read_workbook import shown_sheets
from prongsai.formats.rows import (
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    Row,
    row_place,
    row_too_long,
    too_many_cells,
    too_many_columns,
)

_LARGEST = 10_000_000  # bytes of a workbook
_SEPARATORS = ",;"
_LOOKED_AT = 20  # rows of a text that may be CSV
_LIKE = 0.8  # of them have as many cells as most


def read_sheets(data: bytes) -> Source:
    """Read the sheets of a workbook that are not hidden.

    :raises Refusal: for a damaged workbook, one that unpacks to too much, too many cells.
    """
    return _source((name, _kept(rows)) for name, rows in shown_sheets(data, _LARGEST))


def is_csv(text: str) -> bool:
    """Tell whether a text is a table with known headings, its cells divided by commas."""
    try:
        rows = [row for row in islice(_records(text), _LOOKED_AT) if _filled(row)]
    except Refusal:
        return False
    counts = Counter(len(row.cells) for row in rows)
    return (
        len(rows) > 1
        and counts[len(rows[0].cells)] >= _LIKE * len(rows)
        and load_columns().are_headings(rows[0].cells)
    )


def read_csv(data: bytes) -> Source:
    """Read a table whose cells are divided by commas or semicolons.

    :raises Refusal: for an open quotation mark, rows out of bounds, bytes that are no text.
    """
    return _source([("", _kept(_records(decode(data))))])


def _kept(rows: Iterable[Row]) -> list[Row]:
    """Return the rows in which something stands, unless they are more than is read."""
    kept: list[Row] = []
    cells = 0
    for row in rows:
        filled = _filled(row)
        cells += filled
        if cells > MOST_CELLS:
            raise too_many_cells()
        if filled:
            kept.append(row)
    return kept


def _records(text: str) -> Iterator[Row]:
    """Yield the rows of CSV, empty ones too."""
    lines = text.lstrip("\r\n").splitlines(keepends=True)
    separator = max(_SEPARATORS, key=lines[0].count) if lines else ","
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(lines, delimiter=separator, strict=True), start=1
        ):
            _check(cells, number)
            yield Row(number, tuple(cells))
    except csv.Error as error:
        raise Refusal(
            say("A quotation mark is not closed, or stands inside a text."),
            fix=say('Close each quotation mark, and double those inside a text: "".'),
            where=(row_place(number + 1),),
        ) from error


def _check(cells: Sequence[str], number: int) -> None:
    if len(cells) > MOST_COLUMNS:
        raise too_many_columns(number)
    if sum(map(len, cells)) > MOST_CHARACTERS:
        raise row_too_long(number)


def _source(sheets: Iterable[tuple[str, Sequence[Row]]]) -> Source:
    """Return the sheets, each with its name, which is the title of what stands on it."""
    blocks: list[Text | RawTable] = []
    cells = 0
    for name, rows in sheets:
        if name:
            blocks.append(Text(text=normalise(name), place=Place()))
        for block in _blocks(rows):
            cells += 0 if isinstance(block, Text) else sum(map(len, block))
            if cells > MOST_CELLS:
                raise too_many_cells()
            blocks.append(block)
    return assemble(blocks, load_columns(), ruled=True)


def _blocks(rows: Sequence[Row]) -> Iterator[Text | RawTable]:
    """Yield the tables of a sheet, which rows of nothing divide, and the lines above them."""
    for stretch in _stretches(rows):
        first = next((n for n, row in enumerate(stretch) if _filled(row) > 1), len(stretch))
        for row in stretch[:first]:
            text = next(filter(None, map(normalise, row.cells)))
            yield Text(text=text, place=Place(line=row.number))
        if stretch[first:]:
            yield _table(stretch[first:])


def _stretches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    stretch: list[Row] = []
    for row in rows:
        if stretch and (not _filled(row) or row.number > stretch[-1].number + 1):
            yield stretch
            stretch = []
        if _filled(row):
            stretch.append(row)
    if stretch:
        yield stretch


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _table(rows: Sequence[Row]) -> RawTable:
    """Return rows as a table, without the columns in which nothing stands."""
    width = max(len(row.cells) for row in rows)
    used = [n for n in range(width) if any(_cell(row, n).strip() for row in rows)]
    return tuple(
        tuple(Cell(text=normalise(_cell(row, n)), place=Place(line=row.number)) for n in used)
        for row in rows
    )


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""
