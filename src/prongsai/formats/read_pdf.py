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
from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Cell, Source, Text
from prongsai.core.readings.tables import RawTable, assemble
from prongsai.core.sentences import say
from prongsai.core.thai.spelling import letters as letters_in
from prongsai.core.thai.text import normalise
from prongsai.formats.pdf_grids import Box, Grid, grids_of
from prongsai.formats.pdf_lines import Line, goes_on, lines_of, paragraphs, text_of
from prongsai.formats.pdf_page import Letter, PageContent, page_content
from prongsai.formats.read_columns import load_columns
from prongsai.formats.rows import MOST_CELLS, too_many_cells

_MOST_PAGES = 1_000

_EDGE = 0.12  # of the height of a page: where heads and feet stand
_FOOT = 0.7  # of the height of a page: a text that ends above it is at its end
_INSET = 2.0  # points between a line of a table and its text, at least
_NEXT_LINE = 1.8  # heights of a letter, at most, between lines of one text
_SEVERAL = 3  # pages on which a head stands
_PAGE_NUMBER = re.compile(r"[-–—(\[\s]*(?:หน้า(?:ที่)?\s*)?[0-9๐-๙]{1,4}[-–—)\]\s]*")
_CATCHWORD = re.compile(r"/\S.{0,60}?\s?(?:\.{2,}|…)")


class _Page:
    """A page whose letters are in lines, in the boxes of tables or outside them."""

    def __init__(self, number: int, content: PageContent) -> None:
        self.number = number
        self.place = Place(page=number)
        self.height = content.height
        self.is_empty = not any(letter.text.strip() for letter in content.letters)
        self.grids = [grid for grid in grids_of(content.rulings) if len(grid.boxes) > 1]
        self._inside: dict[Box, list[Letter]] = defaultdict(list)
        outside = lines_of(self._outside(content.letters))
        self._lines_in = {box: lines_of(letters) for box, letters in self._inside.items()}
        self.lines = [line for line in outside if not self._ran_out(line)]
        self.right = max((line.right for line in self.lines), default=0.0)

    def _outside(self, letters: Sequence[Letter]) -> Iterator[Letter]:
        """Yield the letters outside of tables; the others go to their boxes."""
        for letter in letters:
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

    def texts_of(self, grid: Grid) -> dict[Box, str]:
        """Return the text of each box of a table."""
        lines = {box: self._lines_in[box] for box in grid.boxes if self._lines_in.get(box)}
        pads = [each.left - box.left for box, own in lines.items() for each in own]
        pad = max(min(pads, default=_INSET), _INSET)
        return {
            box: "\n".join(map(text_of, paragraphs(own, box.right - pad)))
            for box, own in lines.items()
        }

    def is_at_edge(self, line: Line) -> bool:
        """Tell whether a line stands where heads and feet of pages stand."""
        return not _EDGE * self.height < line.base < (1 - _EDGE) * self.height


def _is_below(last: Line, line: Line, box: Box) -> bool:
    """Tell whether a line goes on below the last one of a box, and below the box."""
    return (
        last.base < line.base <= last.base + _NEXT_LINE * last.height
        and box.left < line.left
        and line.right < box.right
    )


def read_pdf(data: bytes) -> Source:
    """Read the paragraphs and tables of a PDF; pages without text are told in `unread`.

    :raises Refusal: for a damaged file, one with a password, too many pages, or no text at all.
    """
    pages = _pages(data)
    unread = tuple(page.number for page in pages if page.is_empty)
    if len(unread) == len(pages):
        raise Refusal(
            say("The PDF has no text on its %(count)s pages: it is a scan.", count=len(pages)),
            fix=say("Hand in the Word file, or let a program that reads scans make text of it."),
        )
    blocks = [*_blocks(pages)]
    if sum(sum(map(len, block)) for block in blocks if not isinstance(block, Text)) > MOST_CELLS:
        raise too_many_cells()
    return replace(assemble(blocks, load_columns(), ruled=True), unread=unread)


def _pages(data: bytes) -> list[_Page]:
    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > _MOST_PAGES:
                raise _too_long(len(document))
            return [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise _damaged(error) from error


def _page(document: pypdfium2.PdfDocument, number: int) -> _Page:
    page = document[number]
    try:
        return _Page(number + 1, page_content(page))
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


def _running(pages: Sequence[_Page]) -> frozenset[str]:
    """Return the heads and feet: what stands at the edge of several pages."""
    often = Counter(
        text
        for page in pages
        for text in {letters_in(line.text) for line in page.lines if page.is_at_edge(line)}
    )
    return frozenset(text for text, times in often.items() if times >= _SEVERAL)


def _blocks(pages: Sequence[_Page]) -> Iterator[Text | RawTable]:
    """Yield the paragraphs and tables from the top down; a page may end inside a paragraph."""
    running = _running(pages)
    last, above = list[Line](), pages[0]  # a paragraph that may go on on the next page
    for page in pages:
        for piece in _pieces(page, running):
            if isinstance(piece, list) and above is not page and _go_on(above, last, piece):
                last += piece
                continue
            yield from _text(last, above.place)
            last, above = [], page
            if isinstance(piece, Grid):
                yield _table(page, piece)
            else:
                last = [*piece]
    yield from _text(last, above.place)


def _go_on(page: _Page, lines: Sequence[Line], below: Sequence[Line]) -> bool:
    """Tell whether the last paragraph of a page, down to its foot, goes on on the next page."""
    reaches_foot = bool(lines) and lines[-1].base > _FOOT * page.height
    return reaches_foot and goes_on(lines[-1], below[0], page.right)


def _text(lines: Sequence[Line], place: Place) -> Iterator[Text]:
    if lines and (text := normalise(text_of(lines))):
        yield Text(text=text, place=place)


def _pieces(page: _Page, running: frozenset[str]) -> list[list[Line] | Grid]:
    """Return the paragraphs and tables of a page from the top down."""
    kept = [line for line in page.lines if not _is_of_page(line, page, running)]
    tops: list[tuple[float, list[Line] | Grid]] = [(grid.tops[0], grid) for grid in page.grids]
    for stretch in _between_grids(kept, page.grids):
        tops += [(lines[0].base, lines) for lines in paragraphs(stretch, page.right)]
    return [piece for _, piece in sorted(tops, key=lambda each: each[0])]


def _is_of_page(line: Line, page: _Page, running: frozenset[str]) -> bool:
    """Tell whether a line is a head, a number or a catchword, and no text of the document."""
    return page.is_at_edge(line) and (
        letters_in(line.text) in running
        or _PAGE_NUMBER.fullmatch(line.text) is not None
        or _CATCHWORD.fullmatch(line.text) is not None
    )


def _between_grids(lines: Sequence[Line], grids: Sequence[Grid]) -> Iterator[list[Line]]:
    """Yield the lines above the first table, between it and the next, and below the last."""
    stretches: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        stretches[sum(grid.tops[0] < line.base for grid in grids)].append(line)
    yield from stretches.values()


def _table(page: _Page, grid: Grid) -> RawTable:
    """Return a table with an empty cell for each further row and column that a box covers."""
    texts = page.texts_of(grid)
    first = {(box.row, box.column): normalise(texts.get(box, "")) for box in grid.boxes}
    return tuple(
        tuple(
            Cell(text=first.get((row, column), ""), place=page.place)
            for column in range(grid.columns)
        )
        for row in range(grid.rows)
    )
