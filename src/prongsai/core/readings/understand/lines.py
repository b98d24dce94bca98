"""The lines of a document outside its tables of scores and measures.

Offices lay out the heads of letters and the places to sign in tables without borders: such a table
has no heading that is known, and its cells are lines like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.core.readings.model import Place
from prongsai.core.readings.source import Cell, CellRow, Source, SourceTable, Text

LEADER = re.compile(
    r"(?<![ก-๎A-Za-z])(?:[.…‥_·•]\s?){2,}|(?<=[ก-๎A-Za-z])[.…‥_·•]{2,}(?:\s?[.…‥_·•]){0,999}|…"
)
"""A row of dots, on which something is written or was to be written; never that of ร.อ. alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line; those of one paragraph or cell have the same `block`."""

    text: str
    place: Place
    block: int


def lines_of(source: Source) -> Iterator[Line]:
    """Yield the lines in their order, those of a table row by row."""
    block = 0
    for each in source.blocks:
        rows = (each,) if isinstance(each, Text) else (c for row in layout(each) for c in row)
        for cell in rows:
            block += 1
            yield from lines_in(cell, block)


def layout(table: SourceTable) -> tuple[CellRow, ...]:
    """Return the rows of a table that only lays out text; nothing of one whose columns are known.

    What was taken for its headings is its first row.
    """
    if any(table.fields):
        return ()
    first = tuple(Cell(text=text, place=table.place) for text in table.headings)
    return (first, *table.rows) if any(table.headings) else table.rows


def lines_in(cell: Text | Cell, block: int) -> Iterator[Line]:
    """Yield the lines of a paragraph or a cell that hold something."""
    for text in cell.text.split("\n"):
        if text.strip():
            yield Line(text=" ".join(text.split()), place=cell.place, block=block)


def without_leaders(text: str) -> str:
    """Return a text without its rows of dots, with single spaces."""
    return " ".join(LEADER.sub(" ", text).split())
