"""The blocks of a document as WordprocessingML."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from prongsai.core.documents.grid import Spot, grid
from prongsai.core.documents.model import (
    Align,
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    Orientation,
    Paragraph,
    Table,
)
from prongsai.formats import page
from prongsai.formats.charts import picture
from prongsai.formats.word import xml
from prongsai.formats.word.xml import paragraph, run, w
from prongsai.formats.words import width

_SIDES = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_TWIPS_PER_CM = 1440 / 2.54
_EMU_PER_CM = 360_000
_TWIPS_PER_POINT = 20
_CELL_MARGINS = 11  # pt, both sides of a cell together
_TALL = 12  # lines; a row with more may break, or half of a page stays empty before it
_DEEPEST = 3  # levels of headings that have a style

GAP = paragraph("Gap")
"""A paragraph without height: Word asks for one before a table that begins a page, and after."""


def twips(cm: float) -> int:
    """Return a length (cm) in twentieths of a point, as Word counts it."""
    return round(cm * _TWIPS_PER_CM)


@dataclass(slots=True)
class Body:
    """What the blocks of one document share: its headings for the contents, pictures and lists."""

    document: Document
    pictures: list[bytes] = field(default_factory=list)
    numbered: int = 0  # numbered lists so far
    headings: int = 0

    def write(self, block: page.Content, orientation: Orientation) -> str:
        """Write one block; `orientation` is how its page lies."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return _paragraph(block)
            case Listing():
                return self._listing(block)
            case Table():
                return _table(block, orientation)
            case Chart():
                return self._chart(block)
            case Cover():
                styles = ("Title", *("Subtitle" for _ in block.lines[1:]))
                lines = zip(styles, block.lines, strict=False)
                return "".join(paragraph(style, run(line)) for style, line in lines)
            case Contents():
                return self._contents(block)

    def _heading(self, block: Heading) -> str:
        self.headings += 1
        number = self.headings
        start = w("bookmarkStart", id=number, name=_bookmark(number))
        end = w("bookmarkEnd", id=number)
        return paragraph(f"Heading{min(block.level, _DEEPEST)}", start, run(block.text), end)

    def _listing(self, block: Listing) -> str:
        if block.numbered:
            self.numbered += 1
        style = "ListNumber" if block.numbered else "ListBullet"
        # List 1 is that of bullets; every numbered one is a list of its own, which begins with 1.
        number = self.numbered + 1 if block.numbered else 1
        properties = w("numPr", w("ilvl", val=0), w("numId", val=number))
        return "".join(
            paragraph(style, run(entry), properties=properties) for entry in block.entries
        )

    def _contents(self, block: Contents) -> str:
        headings = [each for each in self.document.blocks if isinstance(each, Heading)]
        entries = [
            (f"TOC{min(heading.level, _DEEPEST)}", _entry(heading, number))
            for number, heading in enumerate(headings, start=1)
        ] or [("TOC1", "")]
        opening, closing = xml.field_around(f'TOC \\o "1-{_DEEPEST}" \\h \\z \\u')
        lines = [line for _, line in entries]
        lines[0] = opening + lines[0]
        lines[-1] += closing
        styled = zip((style for style, _ in entries), lines, strict=True)
        return paragraph("TOCHeading", run(block.title)) + "".join(
            paragraph(style, line) for style, line in styled
        )

    def _chart(self, block: Chart) -> str:
        drawn = picture(block, thai_digits=self.document.thai_digits)
        self.pictures.append(drawn.png)
        width = page.chart_width(block) * _EMU_PER_CM
        size = round(width), round(width * drawn.height / drawn.width)
        shown = xml.image(len(self.pictures), block.caption, size)
        return (
            paragraph("Figure", w("r", shown))
            + paragraph("FigureCaption", run(block.caption))
            + paragraph("BodyTextFirstIndent", run(block.description))
        )


def _bookmark(number: int) -> str:
    return f"_Toc{number:06d}"


def _entry(heading: Heading, number: int) -> str:
    """Write an entry of the contents; its page is asked for when the file is opened."""
    text = heading.text.replace("\n", " ")
    link = (
        run(text) + w("r", w("tab")) + xml.field(f"PAGEREF {_bookmark(number)} \\h", "", dirty=True)
    )
    return w("hyperlink", link, anchor=_bookmark(number), history=1)


def _paragraph(block: Paragraph) -> str:
    style = "BodyTextFirstIndent" if block.indent else "BodyText"
    side = "" if block.align is Align.LEFT else w("jc", val=_SIDES[block.align])
    return paragraph(style, run(block.text, bold=block.bold), properties=side)


def _table(table: Table, orientation: Orientation) -> str:
    whole = twips(page.text_width(orientation))
    widths = page.shares([column.width for column in table.columns], whole)
    style = f"TableText{page.table_size(table)}"
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=whole, type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val="0020",
            firstRow=1,
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        w("tblCaption", val=table.caption) if table.caption else "",
    )
    rows = [_row(spots, table, widths, style) for spots in grid(table)]
    columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    above = paragraph("Caption", run(table.caption)) if table.caption else GAP
    return above + w("tbl", properties, columns, _titles(table, widths, style), *rows) + GAP


def _titles(table: Table, widths: list[int], style: str) -> str:
    cells = [
        w(
            "tc",
            w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")),
            paragraph(style, run(column.title, bold=True), properties=w("jc", val="center")),
        )
        for width, column in zip(widths, table.columns, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(spots: tuple[Spot, ...], table: Table, widths: list[int], style: str) -> str:
    cells = [_cell(spot, table, widths, style) for spot in spots]
    tall = max(_lines(spot, table, widths) for spot in spots) > _TALL
    return w("tr", "" if tall else w("trPr", w("cantSplit")), *cells)


def _lines(spot: Spot, table: Table, widths: list[int]) -> int:
    """Reckon how many lines a cell takes, a little too many rather than too few."""
    points = sum(widths[spot.column : spot.column + spot.cell.columns]) / _TWIPS_PER_POINT
    ems = (points - _CELL_MARGINS) / page.sarabun(page.table_size(table))
    return sum(math.ceil(width(text) / ems) for text in spot.cell.text) if spot.begins else 0


def _cell(spot: Spot, table: Table, widths: list[int], style: str) -> str:
    cell = spot.cell
    width = sum(widths[spot.column : spot.column + cell.columns])
    merged = w("vMerge", val="restart") if spot.begins else w("vMerge")
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.columns) if cell.columns > 1 else "",
        merged if cell.rows > 1 else "",
    )
    side = w("jc", val=_SIDES[cell.align or table.columns[spot.column].align])
    texts = cell.text if spot.begins and cell.text else ("",)
    lines = (paragraph(style, run(text, bold=cell.bold), properties=side) for text in texts)
    return w("tc", properties, *lines)
