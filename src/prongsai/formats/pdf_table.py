"""Tables of a PDF as data for the template: widths, words that fit them, rows that a page holds."""

from __future__ import annotations

from typing import Any

from prongsai.core.documents.grid import Spot, grid
from prongsai.core.documents.model import Orientation, Table
from prongsai.formats import page
from prongsai.formats.words import pieces, width

Json = dict[str, Any]

_CM_PER_POINT = 2.54 / 72
_LINE = 1.7  # em from line to line in a table, and between its paragraphs
PADDING = 0.4  # cm that a cell leaves free at its sides
_SPARE = 1.0  # cm that a row leaves free on its page
_SURE = 0.8  # the share of a page that a row surely fits, though its letters be wider than reckoned


def in_em(measure: float, size: float) -> float:
    """Return a width (cm) in em of a size (pt)."""
    return measure / (size * _CM_PER_POINT)


def table_data(table: Table, orientation: Orientation) -> Json:
    """Return a table as the template reads it.

    :raises ValueError: if the cells of a row do not fill its columns.
    """
    return _Layout(table, orientation).data()


class _Layout:
    def __init__(self, table: Table, orientation: Orientation) -> None:
        self.table = table
        self.size = page.sarabun(page.table_size(table))
        self.width = page.text_width(orientation)
        shares = page.shares([column.width for column in table.columns], round(self.width * 1000))
        self.widths = [share / 1000 for share in shares]
        columns = zip(table.columns, self.widths, strict=True)
        self.titles = [self._words(column.title, share) for column, share in columns]
        above = map(self._height, ([title] for title in self.titles), self.widths)
        self.room = page.text_height(orientation) - max(above, default=0)

    def data(self) -> Json:
        caption = pieces(self.table.caption, in_em(self.width, page.sarabun(page.TEXT_SIZE)))
        return {
            "kind": "table",
            "caption": caption,
            "size": self.size,
            "room": self.room - _SPARE,
            "columns": [
                {"width": share, "title": title}
                for share, title in zip(self.widths, self.titles, strict=True)
            ],
            "rows": [self._row(spots) for spots in grid(self.table)],
        }

    def _row(self, spots: tuple[Spot, ...]) -> Json:
        cells = [self._cell(spot) for spot in spots]
        beside = [spot.cell.rows for spot, cell in zip(spots, cells, strict=True) if cell["tall"]]
        held = "if it fits" if beside else "always"
        if max(beside, default=1) > 1:
            # How tall a row is beside a cell of several rows cannot be measured alone.
            held = "never"
        begun = [cell for spot, cell in zip(spots, cells, strict=True) if spot.begins]
        return {"held": held, "cells": begun}

    def _cell(self, spot: Spot) -> Json:
        cell = spot.cell
        room = sum(self.widths[spot.column : spot.column + cell.columns])
        texts = [self._words(text, room) for text in cell.text]
        return {
            "text": texts,
            "columns": cell.columns,
            "rows": cell.rows,
            "bold": cell.bold,
            "align": cell.align or self.table.columns[spot.column].align,
            "width": room - PADDING,
            "tall": self._height(texts, room) > self.room * _SURE,
        }

    def _words(self, text: str, room: float) -> list[str]:
        return pieces(text, in_em(room - PADDING, self.size))

    def _height(self, texts: list[list[str]], room: float) -> float:
        """Return about how tall (cm) texts are in a cell, rather too much."""
        measure = in_em(room - PADDING, self.size)
        lines = 1 + sum(_lines(text, measure) for text in texts)
        return lines * self.size * _CM_PER_POINT * _LINE


def _lines(text: list[str], measure: float) -> int:
    lines, used = 1, 0.0
    for piece in text:
        wide = width(piece)
        if piece == "\n" or used + wide > measure:
            lines, used = lines + 1, 0.0
        used += wide
    return lines
