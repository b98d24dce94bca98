"""Workbooks (.xlsx) and CSV files to a source, as a person sees them: titles, tables, notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import islice

from prongsai.core.errors import Refusal
from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Cell, CellRow, Source, Text
from prongsai.core.readings.tables import RawTable, assemble
from prongsai.core.thai.text import normalise
from prongsai.formats.csv_cells import without_apostrophe
from prongsai.formats.csv_records import csv_records
from prongsai.formats.decoding import decode
from prongsai.formats.merged_areas import NOTHING_MERGED, Merged, merged_by
from prongsai.formats.read_columns import load_columns
from prongsai.formats.read_workbook import ShownSheet, shown_sheets
from prongsai.formats.rows import (
    MOST_CELLS,
    MOST_LETTERS,
    MOST_TEXTS,
    Row,
    too_many_cells,
    too_many_letters,
    too_many_texts,
)

_LARGEST = 10_000_000  # bytes
_SEPARATORS = ",;"
_LOOKED_AT = 20  # rows of a text that may be CSV
_NAME_AND_VALUE = 3  # cells of a row that says something of the whole sheet, above its tables
_LIKE = 0.8  # of them have as many cells as most


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet whose rows are those in which something stands; a name of "" is no title."""

    name: str
    rows: Sequence[Row]
    merged: Merged = NOTHING_MERGED


def read_sheets(data: bytes) -> Source:
    """Read the sheets of a workbook that are not hidden; of rows and columns that are, say so.

    A hidden row may be an old figure, or what a filter put away for a moment: only a person knows.
    A hidden sheet may be last year's plan or a list to choose from: its name is told.

    :raises Refusal: for a damaged workbook, one that unpacks to too much, too many cells.
    """
    hidden: list[str] = []
    source = _source(_seen(shown_sheets(data, _LARGEST), hidden))
    return replace(source, hidden=tuple(hidden))


def _seen(sheets: Iterable[ShownSheet], hidden: list[str]) -> Iterator[_Sheet]:
    """Yield the sheets that a person sees, and put the names of the others into `hidden`."""
    for sheet in sheets:
        if sheet.is_hidden:
            hidden.append(normalise(sheet.name))
        else:
            rows = _kept(sheet.rows)
            merged = merged_by(sheet.areas, [row.number for row in rows])
            yield _Sheet(sheet.name, rows, merged)


def is_csv(data: bytes) -> bool:
    """Tell whether bytes are a table with known headings, its cells divided by commas.

    Titles may stand above them, by themselves or with the commas that Excel adds.
    """
    try:
        records = _records(decode(data, _LARGEST))
        rows = [row for row in islice(records, _LOOKED_AT) if _filled(row)]
    except Refusal:
        return False
    columns = load_columns()
    heads = (n for n, row in enumerate(rows) if columns.are_headings(row.cells))
    first = next(heads, len(rows))
    table = rows[first:]
    alike = sum(len(row.cells) == len(table[0].cells) for row in table)
    titles = all(_filled(row) == 1 for row in rows[:first])
    return titles and bool(table) and alike >= _LIKE * len(table)


def read_csv(data: bytes) -> Source:
    """Read a table whose cells are divided by commas or semicolons.

    :raises Refusal: for an open quotation mark, rows out of bounds, bytes that are no text.
    """
    rows = _kept(map(_as_typed, _records(decode(data, _LARGEST))))
    return _source([_Sheet("", rows)])


def _kept(rows: Iterable[Row]) -> list[Row]:
    """Return the rows in which something stands, unless they are more than is read."""
    kept: list[Row] = []
    cells = letters = 0
    for row in rows:
        filled = _filled(row)
        cells += filled
        letters += sum(map(len, row.cells))
        if cells > MOST_CELLS:
            raise too_many_cells()
        if letters > MOST_LETTERS:
            raise too_many_letters()
        if filled:
            kept.append(row)
    return kept


def _records(text: str) -> Iterator[Row]:
    """Yield the rows of CSV, empty ones too."""
    lines = StringIO(text, newline="")
    divided = (line for line in islice(lines, _LOOKED_AT) if any(s in line for s in _SEPARATORS))
    separator = max(_SEPARATORS, key=next(divided, "").count)
    lines.seek(0)
    return csv_records(lines, separator)


def _as_typed(row: Row) -> Row:
    return Row(row.number, tuple(map(without_apostrophe, row.cells)))


def _source(sheets: Iterable[_Sheet]) -> Source:
    """Return the sheets, each with its name, which is the title of what stands on it."""
    blocks: list[Text | RawTable] = []
    cells = 0
    for sheet in sheets:
        if sheet.name:
            blocks.append(Text(text=normalise(sheet.name), place=Place()))
        for block in _blocks(sheet):
            cells += 0 if isinstance(block, Text) else sum(map(len, block))
            if cells > MOST_CELLS:
                raise too_many_cells()
            blocks.append(block)
            if len(blocks) > MOST_TEXTS:
                raise too_many_texts()
    return assemble(blocks, load_columns(), ruled=True)


def _blocks(sheet: _Sheet) -> Iterator[Text | RawTable]:
    """Yield the tables of a sheet, and the lines above each of them."""
    columns = load_columns()
    pieces = [_parted(piece) for stretch in _stretches(sheet.rows) for piece in _headed(stretch)]
    are_headed = [bool(t) and columns.are_headings(t[0].cells) for _, t in pieces]
    begin = are_headed.index(True) if any(are_headed) else 0
    used: list[int] = []
    for number, (lines, table) in enumerate(pieces):
        yield from _lines(lines)
        if number < begin and max(map(_filled, table), default=0) <= _NAME_AND_VALUE:
            yield from _lines(table)
        elif table:
            own = _used(table)
            # What goes on below an empty row has the columns of the table above.
            used = used if set(own) <= set(used) and not are_headed[number] else own
            yield tuple(_cells(row, used, sheet.merged) for row in table)


def _parted(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """Return the lines above a table, and the table: from the first row with several cells on."""
    first = next((n for n, row in enumerate(rows) if _filled(row) > 1), len(rows))
    return rows[:first], rows[first:]


def _lines(rows: Iterable[Row]) -> Iterator[Text]:
    for row in rows:
        text = " ".join(filter(None, map(normalise, row.cells)))
        if text:  # else it is of signs that nobody sees
            yield Text(text=text, place=Place(line=row.number, hidden=_is_unseen(row)))


def _is_unseen(row: Row) -> bool:
    return all(row.hides(n) for n, cell in enumerate(row.cells) if cell.strip())


def _headed(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Yield rows in pieces: one ends where headings come, or titles with headings below them."""
    columns = load_columns()
    are_headings = [columns.begin_with_headings(row.cells) for row in rows]
    begin = 0
    for number in range(1, len(rows)):
        if not are_headings[number] or are_headings[number - 1]:
            continue
        end = number
        while end > begin and _filled(rows[end - 1]) == 1:
            end -= 1
        yield rows[begin:end]
        begin = end
    yield rows[begin:]


def _stretches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    stretch: list[Row] = []
    for row in rows:
        if stretch and row.number > stretch[-1].number + 1:
            yield stretch
            stretch = []
        stretch.append(row)
    if stretch:
        yield stretch


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _used(rows: Sequence[Row]) -> list[int]:
    """Return the columns in which something stands."""
    return sorted({n for row in rows for n, cell in enumerate(row.cells) if cell.strip()})


def _cells(row: Row, columns: Sequence[int], merged: Merged) -> CellRow:
    """Return the cells of a row; of those that are not merged, nobody knows how wide they look."""
    spots = [(row.number, n) for n in columns]
    return tuple(
        Cell(
            text=normalise(row.cells[n]) if n < len(row.cells) else "",
            place=Place(line=row.number, hidden=row.hides(n)),
            columns=bisect_right(columns, merged.wide[spot]) - at if spot in merged.wide else 0,
            covered=spot in merged.below,
            fill=row.fill(n),
        )
        for at, (spot, n) in enumerate(zip(spots, columns, strict=True))
    )
