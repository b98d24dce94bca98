"""Tables of a PDF as data for the template: widths, words that fit them, rows that a page holds."""

from __future__ import annotations

import math
from typing import Any

from prongsai.core.documents.grid import Spot, grid
from prongsai.core.documents.model import Orientation, Table
from prongsai.formats import page
from prongsai.formats.words import pieces, width

Json = dict[str, Any]

_CM_PER_POINT = 2.54 / 72
_LINE = 1.6  # em from line to line in a table, rather too much
_PADDING = 0.4  # cm that a cell leaves free at its sides


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
        self.room = page.text_height(orientation)
        shares = page.shares([column.width for column in table.columns], round(self.width * 1000))
        self.widths = [share / 1000 for share in shares]

    def data(self) -> Json:
        columns = [
            {"width": share, "title": self._words(column.title, share)}
            for share, column in zip(self.widths, self.table.columns, strict=True)
        ]
        caption = pieces(self.table.caption, in_em(self.width, page.sarabun(page.TEXT_SIZE)))
        return {
            "kind": "table",
            "caption": caption,
            "size": self.size,
            "room": self.room,
            "columns": columns,
            "rows": [self._row(spots) for spots in grid(self.table)],
        }

    def _row(self, spots: tuple[Spot, ...]) -> Json:
        tall = [spot for spot in spots if self._may_be_tall(spot)]
        held = "if it fits" if tall else "always"
        if any(spot.cell.rows > 1 for spot in tall):
            held = (
                "never"  # how tall a row is beside a cell of several rows cannot be measured alone
            )
        return {"held": held, "cells": [self._cell(spot) for spot in spots if spot.begins]}

    def _cell(self, spot: Spot) -> Json:
        cell = spot.cell
        room = self._width(spot)
        return {
            "text": [self._words(text, room) for text in cell.text],
            "columns": cell.columns,
            "rows": cell.rows,
            "bold": cell.bold,
            "align": cell.align or self.table.columns[spot.column].align,
            "width": room - _PADDING,
        }

    def _width(self, spot: Spot) -> float:
        return sum(self.widths[spot.column : spot.column + spot.cell.columns])

    def _words(self, text: str, room: float) -> list[str]:
        return pieces(text, in_em(room - _PADDING, self.size))

    def _may_be_tall(self, spot: Spot) -> bool:
        """Test roughly if a cell might fill a quarter of a page."""
        measure = in_em(self._width(spot) - _PADDING, self.size)
        lines = sum(_lines(text, measure) for text in spot.cell.text)
        return lines * self.size * _CM_PER_POINT * _LINE > self.room / 4


def _lines(text: str, measure: float) -> int:
    # Half as much again, because a line ends before the word that does not fit it.
    return sum(math.ceil(1.5 * width(line) / measure) + 1 for line in text.split("\n"))
