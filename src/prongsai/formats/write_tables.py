"""Write the tables of a Document as a workbook or as CSV, for those who go on reckoning with them.

What stands in a cell is text, as in the document: a score of 85.50 stays so, and nothing that
somebody typed becomes a formula or a link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import chain, count
from typing import TYPE_CHECKING

from prongsai.core.documents.grid import Spot, grid
from prongsai.core.documents.model import Align, Document, Orientation, Table
from prongsai.core.documents.prepare import prepared, texts_beside_tables
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats import page
from prongsai.formats.csv_cells import harmless
from prongsai.formats.words import pieces

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# What Excel holds; it counts letters as UTF-16 does.
_MOST_LETTERS = 32_767
_MOST_ROWS = 1_048_576
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\s]+")
_ITS_OWN_NAMES = ("history",)
_TEXTS = "เอกสาร"  # the sheet of what stands beside the tables

_UNITS_PER_CM = 5.2  # widths of columns are counted in digits of Excel's own font
_NARROWEST = 4
# Without "none" Excel would take the font of its theme.
_FONT = {"font_name": "TH SarabunPSK", "font_size": 16, "font_scheme": "none"}
_SIDES = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def write_xlsx(document: Document) -> bytes:
    """Write the tables of a document as a workbook, a sheet each; the same gives the same bytes.

    What the document says besides them, its title, agency and years too, stands on a sheet before
    them; the workbook opens at the first table.

    :raises Refusal: if there is no table, or one is larger than a sheet can be.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 -- slow import

    ready = prepared(document)
    tables = _tables(ready)
    for table, _ in tables:
        _refuse_too_large(table)
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "default_format_properties": {**_FONT}})
    made = datetime.combine(ready.dated, time(12), tzinfo=UTC)
    book.set_properties({"title": ready.title, "author": ready.author, "created": made})
    looks = _Looks(book)
    taken = set(_ITS_OWN_NAMES)
    if words := [*texts_beside_tables(ready)]:
        taken.add(_TEXTS)
        _write_texts(book.add_worksheet(_TEXTS), words, looks)
    for number, (table, orientation) in enumerate(tables):
        name = _name(table.caption or ready.title, taken)
        taken.add(name.casefold())
        sheet = book.add_worksheet(name)
        _set_up(sheet, table, orientation)
        _write(sheet, table, looks)
        if number == 0:
            sheet.activate()
    book.close()
    return out.getvalue()


def write_csv(document: Document) -> list[tuple[str, str]]:
    """Write each table of a document as CSV; return captions and texts, which begin with a BOM.

    Paragraphs of a cell are lines of it; what a merged cell covers is empty. Excel takes a cell
    that begins with = + - @ or a tab for a formula, in quotes too; such a cell is led by an
    apostrophe, unless it is a plain number such as +7.44 or -3, or a dash alone.

    :raises Refusal: if there is no table.
    """
    return [(table.caption, _csv(table)) for table, _ in _tables(prepared(document))]


def _tables(document: Document) -> list[tuple[Table, Orientation]]:
    tables = [
        (block, section.orientation)
        for section in page.sections(document)
        for block in section.blocks
        if isinstance(block, Table)
    ]
    if not tables:
        raise Refusal(
            say("The document has no table, and this kind of file holds nothing else."),
            fix=say("Write it as Word, PDF or HTML."),
            where=(document.title,),
        )
    return tables


def _refuse_too_large(table: Table) -> None:
    titles = (column.title for column in table.columns)
    texts = chain(titles, (_text(spot) for row in grid(table) for spot in row))
    if len(table.rows) >= _MOST_ROWS or any(_letters(text) > _MOST_LETTERS for text in texts):
        raise Refusal(
            say("The table is too large: a sheet holds 1,048,576 rows, a cell 32,767 letters."),
            fix=say("Write it as CSV, Word, PDF or HTML."),
            where=(table.caption,),
        )


def _letters(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _name(text: str, taken: set[str]) -> str:
    """Make the name of a sheet: what Excel allows, cut after a word, no other sheet's."""
    allowed = _NOT_IN_A_NAME.sub(" ", text).strip(" '")
    suffixes = chain([""], (f" ({number})" for number in count(2)))
    cut = ((_cut(allowed, _LONGEST_NAME - len(each)).strip(" '"), each) for each in suffixes)
    names = ((kept + suffix).strip() for kept, suffix in cut)
    return next(name for name in names if name and name.casefold() not in taken)


def _cut(text: str, most: int) -> str:
    kept = ""
    for piece in pieces(text, most / 2):
        if _letters(kept + piece) > most:
            break
        kept += piece
    return kept.strip() or text[: most // 2]


class _Looks:
    """How cells of a workbook look."""

    def __init__(self, book: Workbook) -> None:
        text = {"num_format": "@", "text_wrap": True, "border": 1}
        title = {"bold": True, "bg_color": "#EBEBEB", "align": "center", "valign": "vcenter"}
        self.text: Format = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.title: Format = book.add_format(text | title)
        self.cells: dict[tuple[Align, bool], Format] = {
            (align, bold): book.add_format(text | {"bold": bold, "align": side, "valign": "top"})
            for align, side in _SIDES.items()
            for bold in (False, True)
        }


def _set_up(sheet: Worksheet, table: Table, orientation: Orientation) -> None:
    """Give columns their widths, keep the headings in sight, and make the sheet fit to paper."""
    whole = round(page.text_width(orientation) * _UNITS_PER_CM)
    widths = page.shares([column.width for column in table.columns], whole)
    for number, width in enumerate(widths):
        sheet.set_column(number, number, max(width, _NARROWEST))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    if orientation is Orientation.LANDSCAPE:
        sheet.set_landscape()


def _write(sheet: Worksheet, table: Table, looks: _Looks) -> None:
    """Write the cells, always as strings: xlsxwriter would guess formulas and links otherwise."""
    from xlsxwriter.utility import xl_range  # noqa: PLC0415 -- slow import

    for number, column in enumerate(table.columns):
        sheet.write_string(0, number, column.title, looks.title)
    for row, spots in enumerate(grid(table), start=1):
        for spot in spots:
            if spot.begins:
                cell, first = spot.cell, spot.column
                look = looks.cells[cell.align or table.columns[first].align, cell.bold]
                if cell.columns > 1 or cell.rows > 1:
                    last = row + cell.rows - 1, first + cell.columns - 1
                    sheet.merge_range(row, first, *last, "", look)
                sheet.write_string(row, first, _text(spot), look)
    whole = xl_range(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": whole})


def _write_texts(sheet: Worksheet, words: Sequence[str], looks: _Looks) -> None:
    sheet.set_column(0, 0, round(page.text_width(Orientation.PORTRAIT) * _UNITS_PER_CM))
    sheet.set_paper(9)  # A4
    for row, text in enumerate(words):
        kept = text if _letters(text) <= _MOST_LETTERS else _cut(text, _MOST_LETTERS)
        sheet.write_string(row, 0, kept, looks.text)


def _csv(table: Table) -> str:
    rows = [[column.title for column in table.columns]]
    for spots in grid(table):
        row = [""] * len(table.columns)
        for spot in spots:
            row[spot.column] = _text(spot)
        rows.append(row)
    # A row of one empty cell is quoted: many readers leave out a line on which nothing stands.
    lines = (",".join(map(harmless, row)) or '""' for row in rows)
    return "\ufeff" + "".join(f"{line}\r\n" for line in lines)


def _text(spot: Spot) -> str:
    return "\n".join(spot.cell.text) if spot.begins else ""
