"""PDF files with a text layer to a source: tables by the lines that are drawn, the rest as texts.

Everything comes from pdfium (ADR 15): letters with their places, and lines. No script is run, no
link followed, no attached file opened.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2

from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source, Text
from prongsai.core.readings.tables import RawTable, assemble
from prongsai.core.sentences import say
from prongsai.core.thai.spelling import letters as letters_in
from prongsai.core.thai.text import normalise
from prongsai.formats.pdf_grids import Grid
from prongsai.formats.pdf_lines import Line, text_of
from prongsai.formats.pdf_page import page_content
from prongsai.formats.pdf_paragraphs import Setting, Stretch
from prongsai.formats.pdf_rows import Rows
from prongsai.formats.pdf_sheet import Sheet
from prongsai.formats.read_columns import load_columns
from prongsai.formats.rows import MOST_CELLS, too_many_cells

_MOST_PAGES = 1_000

_FOOT = 0.7  # of the height of a page: a text that ends above it is at its end
_SEVERAL = 3  # pages on which a head stands
_PAGE_NUMBER = re.compile(r"[-–—(\[\s]*(?:หน้า(?:ที่)?\s*)?[0-9๐-๙]{1,4}[-–—)\]\s]*")
_CATCHWORD = re.compile(r"/\S.{0,60}?\s?(?:\.{2,}|…)")


def read_pdf(data: bytes) -> Source:
    """Read the paragraphs and tables of a PDF; pages without text are told in `unread`.

    :raises Refusal: for a damaged file, one with a password, too many pages, or no text at all.
    """
    pages = _pages(data)
    unread = tuple(n for n, page in enumerate(pages, start=1) if page.is_empty)
    if len(unread) == len(pages):
        raise Refusal(
            say("The PDF has no text on its %(count)s pages: it is a scan.", count=len(pages)),
            fix=say("Hand in the Word file, or let a program that reads scans make text of it."),
        )
    blocks = [*_Blocks(pages)]
    if sum(sum(map(len, block)) for block in blocks if not isinstance(block, Text)) > MOST_CELLS:
        raise too_many_cells()
    source = assemble(blocks, load_columns(), ruled=True, drawn=True)
    return replace(source, unread=unread)


def _pages(data: bytes) -> list[Sheet]:
    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > _MOST_PAGES:
                raise _too_long(len(document))
            return [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise _damaged(error) from error


def _page(document: pypdfium2.PdfDocument, number: int) -> Sheet:
    page = document[number]
    try:
        return Sheet(number + 1, page_content(page))
    finally:
        page.close()


def _too_long(pages: int) -> Refusal:
    return Refusal(
        say(
            "The PDF has %(count)s pages; at most %(most)s are read.", count=pages, most=_MOST_PAGES
        ),
        fix=say("Divide the document, or copy the part that matters into a new one."),
    )


def _damaged(error: pypdfium2.PdfiumError) -> Refusal:
    if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
        return Refusal(
            say("The PDF can be opened with a password only."),
            fix=say("Save it without a password."),
        )
    return Refusal(
        say("The PDF is damaged, or is none."),
        fix=say("Open it in a program that shows PDFs and save it anew."),
    )


class _Blocks:
    """The paragraphs and tables of a document in order, those whole that a page ends in."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._running = _running(sheets)
        self._margins = _margins(sheets)
        self._setting = Setting(stretch for sheet in sheets for stretch in self._stretches(sheet))
        self._rows: tuple[Sheet, Rows] | None = None
        self._lines: tuple[Sheet, list[Line]] | None = None
        self._sheets = sheets

    def __iter__(self) -> Iterator[Text | RawTable]:
        for sheet in self._sheets:
            for piece in self._pieces(sheet):
                if isinstance(piece, Grid):
                    yield from self._with_table(sheet, Rows(sheet, piece))
                else:
                    yield from self._with_lines(sheet, piece)
        yield from self._ended()

    def _with_table(self, sheet: Sheet, rows: Rows) -> Iterator[Text | RawTable]:
        above = self._rows if self._rows and self._rows[0] is not sheet else None
        if above is None or not above[1].take_rest(rows, self._setting):
            yield from self._ended()
            self._rows = (sheet, rows)
        else:
            self._rows = (sheet, above[1])

    def _with_lines(self, sheet: Sheet, lines: list[Line]) -> Iterator[Text | RawTable]:
        above = self._lines if self._lines and self._lines[0] is not sheet else None
        if above is None or not self._go_on(*above, lines):
            yield from self._ended()
            self._lines = (sheet, lines)
        else:
            above[1].extend(lines)

    def _ended(self) -> Iterator[Text | RawTable]:
        """Yield what goes on no more."""
        if self._lines is not None:
            sheet, lines = self._lines
            if text := normalise(text_of(lines)):
                yield Text(text=text, place=sheet.place)
        if self._rows is not None:
            yield self._rows[1].table(self._setting)
        self._lines = self._rows = None

    def _go_on(self, sheet: Sheet, lines: Sequence[Line], below: Sequence[Line]) -> bool:
        """Tell whether the last paragraph of a page, down to its foot, goes on on the next page."""
        if lines[-1].base <= _FOOT * sheet.height:
            return False
        room = Stretch(lines, *self._margins[round(sheet.width)])
        return self._setting.goes_on(lines[-1], below[0], room, turns=True)

    def _pieces(self, sheet: Sheet) -> list[list[Line] | Grid]:
        """Return the paragraphs and tables of a page from the top down."""
        tops: list[tuple[float, list[Line] | Grid]] = [(g.tops[0], g) for g in sheet.grids]
        for stretch in self._outside(sheet):
            tops += [(lines[0].base, lines) for lines in self._setting.paragraphs(stretch)]
        return [piece for _, piece in sorted(tops, key=lambda each: each[0])]

    def _stretches(self, sheet: Sheet) -> Iterator[Stretch]:
        yield from self._outside(sheet)
        for grid in sheet.grids:
            yield from sheet.cells_of(grid).values()

    def _outside(self, sheet: Sheet) -> Iterator[Stretch]:
        """Yield the lines above the first table, between it and the next, and below the last."""
        stretches: dict[int, list[Line]] = defaultdict(list)
        for line in sheet.lines:
            if not _is_of_page(line, sheet, self._running):
                stretches[sum(grid.tops[0] < line.base for grid in sheet.grids)].append(line)
        for lines in stretches.values():
            yield Stretch(lines, *self._margins[round(sheet.width)])


def _running(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Return the heads and feet: what stands at the edge of several pages."""
    often = Counter(
        text
        for sheet in sheets
        for text in {letters_in(line.text) for line in sheet.lines if sheet.is_at_edge(line)}
    )
    return frozenset(text for text, times in often.items() if times >= _SEVERAL)


def _margins(sheets: Sequence[Sheet]) -> dict[int, tuple[float, float]]:
    """Return where lines and tables begin and end on pages of each width, but for one of fifty."""
    lefts, rights = defaultdict[int, list[float]](list), defaultdict[int, list[float]](list)
    for sheet in sheets:
        width = round(sheet.width)
        lefts[width] += [line.left for line in sheet.lines]
        lefts[width] += [grid.lefts[0] for grid in sheet.grids]
        rights[width] += [line.right for line in sheet.lines]
        rights[width] += [grid.lefts[-1] for grid in sheet.grids]
    return {width: (_most(lefts[width]), _most(rights[width], far=True)) for width in lefts}


def _most(places: list[float], *, far: bool = False) -> float:
    """Return the first of the places, or the last, but for one of fifty."""
    ordered = sorted(places, reverse=far)
    return ordered[len(ordered) // 50] if ordered else 0.0


def _is_of_page(line: Line, sheet: Sheet, running: frozenset[str]) -> bool:
    """Tell whether a line is a head, a number or a catchword, and no text of the document."""
    return sheet.is_at_edge(line) and (
        letters_in(line.text) in running
        or _PAGE_NUMBER.fullmatch(line.text) is not None
        or _CATCHWORD.fullmatch(line.text) is not None
    )
