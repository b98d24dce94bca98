"""Tables of a Word file: widths told twice, a heading that repeats, rows that stay whole."""

from __future__ import annotations

import math

from prongsai.core.documents.grid import Spot, grid
from prongsai.core.documents.model import Align, Orientation, Table
from prongsai.formats import page
from prongsai.formats.word.xml import paragraph, run, twips, w
from prongsai.formats.words import width

SIDES = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
GAP = paragraph("Gap")
"""A paragraph without height: Word asks for one before a table that begins a page, and after."""

_TWIPS_PER_POINT = 20
_CELL_MARGINS = 11  # pt, both sides of a cell together
_POINTS_PER_INCH = 72
_CM_PER_INCH = 2.54
_LINE = 1.33  # em; TH SarabunPSK has less, TH Sarabun New as much
_BELOW = 0.9  # the share of a page that the heading row leaves


def table(block: Table, orientation: Orientation) -> str:
    """Write a table, its caption above it."""
    whole = twips(page.text_width(orientation))
    widths = page.shares([column.width for column in block.columns], whole)
    look = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1}
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=whole, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", **look, noVBand=1),
        w("tblCaption", val=block.caption) if block.caption else "",
    )
    most = _lines_of_a_whole_row(block, orientation)
    rows = [_row(spots, block, widths, most) for spots in grid(block)]
    columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    above = paragraph("Caption", run(block.caption)) if block.caption else GAP
    return above + w("tbl", properties, columns, _titles(block, widths), *rows) + GAP


def _style(block: Table) -> str:
    return f"TableText{page.table_size(block)}"


def _titles(block: Table, widths: list[int]) -> str:
    cells = [
        w(
            "tc",
            w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")),
            paragraph(
                _style(block), run(column.title, bold=True), properties=w("jc", val="center")
            ),
        )
        for width, column in zip(widths, block.columns, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _lines_of_a_whole_row(block: Table, orientation: Orientation) -> int:
    """Return how many lines a row may have that stays whole."""
    points = page.text_height(orientation) / _CM_PER_INCH * _POINTS_PER_INCH
    return int(points * _BELOW * page.WHOLE_ROW / (page.table_size(block) * _LINE))


def _row(spots: tuple[Spot, ...], block: Table, widths: list[int], most: int) -> str:
    """Write a row; it stays on one page unless it is tall."""
    tall = max(_lines(spot, block, widths) for spot in spots) > most
    cells = [_cell(spot, block, widths, tall=tall) for spot in spots]
    return w("tr", "" if tall else w("trPr", w("cantSplit")), *cells)


def _lines(spot: Spot, block: Table, widths: list[int]) -> int:
    """Reckon how many lines a cell takes, a little too many rather than too few."""
    points = sum(widths[spot.column : spot.column + spot.cell.columns]) / _TWIPS_PER_POINT
    ems = (points - _CELL_MARGINS) / page.sarabun(page.table_size(block))
    return sum(math.ceil(width(text) / ems) for text in spot.cell.text) if spot.begins else 0


def _cell(spot: Spot, block: Table, widths: list[int], *, tall: bool) -> str:
    cell = spot.cell
    width = sum(widths[spot.column : spot.column + cell.columns])
    merged = w("vMerge", val="restart") if spot.begins else w("vMerge")
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.columns) if cell.columns > 1 else "",
        merged if cell.rows > 1 else "",
    )
    side = w("jc", val=SIDES[cell.align or block.columns[spot.column].align])
    texts = cell.text if spot.begins and cell.text else ("",)
    # A row that breaks begins with as many lines of each cell as there is room for. If their first
    # paragraphs kept lines together, a name could go to the next page without its value. The others
    # stay whole.
    first, others = (w("widowControl", val=0), w("keepLines")) if tall else ("", "")
    sides = (first + side, *(others + side for _ in texts[1:]))
    lines = (
        paragraph(_style(block), run(text, bold=cell.bold), properties=each)
        for text, each in zip(texts, sides, strict=True)
    )
    return w("tc", properties, *lines)
