"""Plain text to a source: tables, and paragraphs between them.

A line with tabs is a row of a table: so programs write them that read pages of scans, and people
who copy from Word. Others write bars or commas (`text_tables`). Tags of HTML
inside are what such a program left of the look: they are taken off, the ends of paragraphs kept.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Cell, Source, Text
from prongsai.core.readings.tables import RawTable, assemble
from prongsai.core.thai.text import normalise
from prongsai.formats.decoding import decode
from prongsai.formats.read_columns import load_columns
from prongsai.formats.rows import MOST_CELLS, MOST_TEXTS, too_many_cells, too_many_texts
from prongsai.formats.text_tables import pieces

_LARGEST = 2_000_000  # bytes: some five hundred pages

_NAMES = "p|br|li|ul|ol|div|b|strong|i|em|u|s|span|sup|sub|font|center|small|big|h[1-6]|hr"
_LINE_ENDS = re.compile(r"<br\s*/?>|</(?:p|li|div|h[1-6])\s*>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
_ENTITY = re.compile("&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_STARS = re.compile(r"\*\*")  # bold, as programs that read scans mark it
_LINE = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")


def read_text(data: bytes) -> Source:
    """Read a text with tables whose cells are divided by tabs, bars, commas or semicolons.

    :raises Refusal: for bytes that are no text, and for too many of them.
    """
    return assemble(_blocks(decode(data, _LARGEST)), load_columns())


def _blocks(text: str) -> Iterator[Text | RawTable]:
    cells = 0
    for rows, lines in pieces([*_lines(text)], load_columns()):
        cells += sum(len(row) for _, row in rows)
        if cells > MOST_CELLS:
            raise too_many_cells()
        if rows:
            yield tuple(
                tuple(Cell(text=_plain(cell), place=place) for cell in row) for place, row in rows
            )
            continue
        paragraph = _plain("\n".join(line for _, line in lines))
        if paragraph:
            yield Text(text=paragraph, place=lines[0][0])


def _lines(text: str) -> Iterator[tuple[Place, str]]:
    """Yield each line with its place; a form feed begins a page, and pages are counted by them."""
    page = 1 if "\f" in text else None
    text = _LINE.sub("\n", text)
    if text.count("\n") + text.count("\f") >= MOST_TEXTS:
        raise too_many_texts()
    for number, line in enumerate(text.split("\n"), start=1):
        pieces = line.split("\f")
        for further, piece in enumerate(pieces):
            if page is not None and further:
                page += 1
                yield Place(page=page, line=number), ""
            yield Place(page=page, line=number), piece


def _plain(text: str) -> str:
    """Write a text without tags and entities, in one spelling, without empty lines."""
    text = _TAG.sub("", _LINE_ENDS.sub("\n", _STARS.sub("", text)))
    text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return "\n".join(filter(None, normalise(text).split("\n")))
