"""Tables of a PDF as data for the template: widths, words that fit them, rows that a page holds."""

from __future__ import annotations

from typing import Any

from prongsai.core.documents.grid import Spot, grid
from prongsai.core.documents.model import Orientation, Table
from prongsai.formats import page
from prongsai.formats.words import pieces, width

Json = dict[str, Any]

_CM_PER_POINT = 2.54 / 72
_LINE = 1.52  # em from line to line in a table
_BETWEEN = 0.14  # em more between paragraphs
_REAL = 0.9  # of the width of bold letters, which words are fitted by
PADDING = 0.4  # cm that a cell leaves free at its sides


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
        room = page.text_height(orientation) - max(above, default=0)
        self.most = room * page.WHOLE_ROW

    def data(self) -> Json:
        caption = pieces(self.table.caption, in_em(self.width, page.sarabun(page.TEXT_SIZE)))
        return {
            "kind": "table",
            "caption": caption,
            "size": self.size,
            "columns": [
                {"width": share, "title": title}
                for share, title in zip(self.widths, self.titles, strict=True)
            ],
            "rows": [self._row(spots) for spots in grid(self.table)],
        }

    def _row(self, spots: tuple[Spot, ...]) -> Json:
        """Return a row; a tall one breaks over pages, between the texts of its tall cells."""
        cells = [self._cell(spot) for spot in spots]
        begun = [cell for spot, cell in zip(spots, cells, strict=True) if spot.begins]
        return {"whole": not any(cell["tall"] for cell in cells), "cells": begun}

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
            "tall": self._height(texts, room) > self.most,
            "whole": [self._height([text], room) <= self.most for text in texts],
        }

    def _words(self, text: str, room: float) -> list[str]:
        return pieces(text, in_em(room - PADDING, self.size))

    def _height(self, texts: list[list[str]], room: float) -> float:
        """Return about how tall (cm) texts are in a cell."""
        measure = in_em(room - PADDING, self.size)
        ems = sum(_lines(text, measure) * _LINE + _BETWEEN for text in texts)
        return ems * self.size * _CM_PER_POINT


def _lines(text: list[str], measure: float) -> int:
    lines, used = 1, 0.0
    for piece in text:
        wide = width(piece) * _REAL
        if piece == "\n" or used + wide > measure:
            lines, used = lines + 1, 0.0
        used += wide
    return lines
