"""Pages of HTML to a source: what a reader of the page sees, in its order.

The parser is that of the standard library: nothing is fetched and no script is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from prongsai.core.errors import Refusal
from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Source, Text
from prongsai.core.readings.tables import RawTable, assemble
from prongsai.core.sentences import say
from prongsai.core.thai.text import normalise
from prongsai.formats.decoding import decode
from prongsai.formats.html_lists import OpenList, open_list
from prongsai.formats.html_seen import INLINE, Unseen
from prongsai.formats.html_table import HtmlCell, HtmlTable, columns_of, rows_of
from prongsai.formats.read_columns import load_columns
from prongsai.formats.rows import (
    MOST_CELLS,
    MOST_TEXTS,
    too_many_cells,
    too_many_texts,
)

_LARGEST = 20_000_000  # bytes; pictures inside may take most of them
_LOOKED_AT = 8_000  # bytes, in which a page begins
_BEFORE = re.compile(rb"\s+|<\?xml[^>]*>|<!--.*?-->", re.DOTALL)
_BEGINS = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|style|table)\b", re.IGNORECASE
)

# What is taken out before anything is parsed: comments, declarations, scripts. Of one that is never
# closed the standard parser would look for the end again and again, or fail.
_TAKEN_OUT = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*(?:>|\Z)"
    r"|<(script|style)\b[^>]*(?:>.*?(?:</\1\b[^>]*(?:>|\Z)|\Z)|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_SPACES = re.compile(r"\s+")
_AS_TYPED = "pre"
_LISTS = frozenset({"ol", "ul"})
_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_DEEPEST = 100  # tables, one in another


def is_html(data: bytes) -> bool:
    """Tell whether bytes begin as a page of HTML does."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data[:_LOOKED_AT].decode("utf-16", "ignore").encode()
    begin = data.removeprefix(b"\xef\xbb\xbf")[:_LOOKED_AT]
    place = 0
    while before := _BEFORE.match(begin, place):
        place = before.end()
    return _BEGINS.match(begin, place) is not None


def read_html(data: bytes) -> Source:
    """Read the paragraphs, lists and tables of a page.

    :raises Refusal: for too large a page, too many cells, or bytes that are no text.
    """
    page = _Page()
    page.feed(_closed(decode(data, _LARGEST)))
    page.close()
    return assemble(page.blocks(), load_columns(), ruled=True)


def _closed(text: str) -> str:
    """Return a page without comments and scripts, and without a tag that its end cuts off."""
    text = _TAKEN_OUT.sub("<wbr>", text)  # a tag of no meaning: what stood apart must not join
    end = text.rfind(">") + 1
    return text[:end] + text[end:].replace("<", "&lt;")


class _Page(HTMLParser):
    """Takes the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[Text | HtmlTable] = []
        self._pieces: list[str] = []  # of the paragraph that is open
        self._lists: list[OpenList] = []
        self._open: list[HtmlTable] = []
        self._unseen = Unseen()
        self._in_thai = False  # lists are counted in Thai digits, as our own pages ask for
        self._as_typed = False
        self._cells = 0
        self._lead = ""  # the number or dash of an entry whose text has not come

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the beginning of an element."""
        given = dict(attrs)
        if self._unseen.begins(tag, given):
            return
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "input":
            self._pieces.append(_tick(given))
        elif tag not in INLINE:
            self._end_paragraph()
            self._begin(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element; what was never closed ends with what is around it."""
        if self._unseen.ends(tag) or tag in INLINE:
            return
        self._end_paragraph()
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "table" and self._open:
            self._end_table()
        elif tag in _GROUPS and self._open:
            self._open[-1].begin_group()
        elif tag == _AS_TYPED:
            self._as_typed = False

    def handle_data(self, data: str) -> None:
        """Take some text: line feeds in a page are spaces, but where it is shown as typed."""
        if not self._unseen:
            self._pieces.append(data if self._as_typed else _SPACES.sub(" ", data))

    def close(self) -> None:
        """End what is open."""
        super().close()
        self._end_paragraph()
        while self._open:
            self._end_table()

    def blocks(self) -> Iterator[Text | RawTable]:
        """Yield what was read; a table of one column is a frame around texts."""
        laid_out = 0
        for block in self._blocks:
            if isinstance(block, Text):
                yield block
                continue
            rows = []
            for row in block.laid_out():
                laid_out += len(row)
                if laid_out > MOST_CELLS:
                    raise too_many_cells()
                rows.append(row)
            if max(map(len, rows), default=0) > 1:
                yield tuple(rows)
            else:
                for row in rows:
                    yield from (Text(text=cell.text, place=cell.place) for cell in row if cell.text)

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in _LISTS:
            self._lists.append(open_list(tag, given, thai=self._in_thai))
        elif tag == "li":
            last = self._lists[-1] if self._lists else OpenList()
            self._lead = last.lead(given.get("value"))
        elif tag == "table":
            self._begin_table()
        elif tag == "body":
            self._in_thai = "thai-digits" in (given.get("class") or "").split()
        elif tag == _AS_TYPED:
            self._as_typed = True
        elif self._open:
            self._begin_in_table(tag, given)

    def _begin_in_table(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "tr":
            self._open[-1].rows.append([])
        elif tag in _GROUPS:
            self._open[-1].begin_group()
        elif tag in _CELLS:
            self._begin_cell(given)

    def _begin_table(self) -> None:
        if len(self._open) >= _DEEPEST:
            raise Refusal(
                say("The page has more than %(most)s tables, one in another.", most=_DEEPEST),
                fix=say("Copy the part that matters into a new document."),
            )
        self._open.append(HtmlTable())

    def _begin_cell(self, given: dict[str, str | None]) -> None:
        table = self._open[-1]
        if not table.rows:
            table.rows.append([])
        columns = columns_of(given.get("colspan"))
        self._cells += columns
        if self._cells > MOST_CELLS:
            raise too_many_cells()
        table.rows[-1].append(HtmlCell(columns, rows_of(given.get("rowspan"))))

    def _end_paragraph(self) -> None:
        text = "\n".join(filter(None, normalise("".join(self._pieces)).split("\n")))
        self._pieces.clear()
        if not text:
            return
        text, self._lead = self._lead + text, ""
        cell = self._cell()
        if cell is None:
            self._blocks.append(Text(text=text, place=Place()))
            if len(self._blocks) > MOST_TEXTS:
                raise too_many_texts()
        else:
            cell.texts.append(text)

    def _end_table(self) -> None:
        table = self._open.pop()
        cell = self._cell()
        if cell is None:
            self._blocks.append(table)
        else:  # a table in a cell is text of the cell
            lines = (
                " ".join(filter(None, ("\n".join(c.texts) for c in row))) for row in table.rows
            )
            cell.texts.extend(filter(None, lines))

    def _cell(self) -> HtmlCell | None:
        """Return the cell that is open: that of the innermost table which has one."""
        cells = (row[-1] for table in reversed(self._open) for row in table.rows[-1:] if row)
        return next(cells, None)


def _tick(given: dict[str, str | None]) -> str:
    if given.get("type") not in {"checkbox", "radio"}:
        return ""
    return "✓" if "checked" in given else "☐"
