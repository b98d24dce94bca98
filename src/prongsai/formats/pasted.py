"""Scores pasted from a spreadsheet program, read as the cells they would fill.

A column or a block, with or without a heading, codes and names. What fits is given, and of every
line that does not it is said why: a block of 88 lines is not sent back for one of them.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from itertools import groupby

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.results import Codes, Key, name_of, read_score, shown
from prongsai.core.sentences import say
from prongsai.formats.pasted_columns import Line, code_column, first_of_table, kept_columns

Pairs = list[tuple[Key, str]]


@dataclass(frozen=True, slots=True)
class Pasted:
    """The cells that are filled, what did not fit, and the lines left out as headings."""

    scores: dict[Key, Decimal | None]
    unfit: tuple[Refusal, ...]
    headings: tuple[str, ...]


def read_pasted(text: str, keys: Sequence[Key], edition: Edition, at: Key | None = None) -> Pasted:
    """Read cells into scores of `keys`, whose parts stand side by side, codes one below another.

    With codes beside the scores each goes where its code says. Without, they go down from `at`;
    where that is not said, from the first code, and then there must be a line for each.

    :raises Refusal: if nothing was pasted, or nobody can know where a column belongs.
    """
    lines = _lines(text)
    if not any(line.is_filled for line in lines):
        raise Refusal(say("Nothing was pasted."), fix=say("Copy the cells, then paste them here."))
    codes = Codes(edition)
    first = first_of_table(lines, codes)
    table = lines[first:]
    column = code_column(table, codes, keys)
    rows = [list(row) for _, row in groupby(keys, key=lambda key: key[0])]
    places = (
        _DownFrom(at, rows, table, kept_columns(table, None))
        if column is None
        else _ByCode(codes, keys, column, kept_columns(table, column))
    )
    scores, unfit = _filled(table, places)
    headings = tuple(shown(" ".join(each.cells)) for each in lines[:first] if each.is_filled)
    return Pasted(scores, tuple(unfit), headings)


def _lines(text: str) -> list[Line]:
    """Return the lines of cells; a cell with a line break in it is copied within quotes."""
    rows: list[list[str]]
    if text.count('"') % 2 == 0 and '"' in text:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
    else:
        rows = [line.split("\t") for line in text.splitlines()]
    return [
        Line(number, tuple(cell.strip() for cell in row))
        for number, row in enumerate(rows, start=1)
    ]


def _filled(
    table: Sequence[Line], places: _ByCode | _DownFrom
) -> tuple[dict[Key, Decimal | None], list[Refusal]]:
    found: dict[Key, Decimal | None] = {}
    unfit = []
    for order, line in enumerate(table):
        try:
            pairs = [(key, read_score(cell)) for key, cell in places.of(order, line)]
            _check_once(pairs, found)
            found |= dict(pairs)
        except Refusal as refusal:
            unfit.append(refusal.within(say("line %(number)s", number=line.number)))
    return found, unfit


def _check_once(pairs: Sequence[tuple[Key, object]], found: Collection[Key]) -> None:
    twice = next((key for key, _ in pairs if key in found), None)
    if twice is not None:
        raise Refusal(
            say("%(name)s stands twice.", name=name_of(twice)), fix=say("Give it one score.")
        )


class _ByCode:
    """The code of a line says which cells it fills."""

    def __init__(
        self, codes: Codes, keys: Sequence[Key], column: int, columns: Sequence[int]
    ) -> None:
        self._codes = codes
        self._keys = keys
        self._column = column
        self._columns = columns

    def of(self, _order: int, line: Line) -> Pairs:
        """Return the cells that a line fills, with what is written in them."""
        if not line.is_filled:
            return []
        key = self._codes.read_key(line.cell(self._column))
        if key not in self._keys:
            raise Refusal(
                say("%(name)s is not asked for here.", name=name_of(key)),
                fix=say("Leave the line out; it belongs to another page."),
            )
        asked = [key] if key[1] else [each for each in self._keys if each[0] == key[0]]
        cells = [line.cell(column) for column in self._columns]
        return _side_by_side(asked, cells)


class _DownFrom:
    """Lines go down from a cell, as in a spreadsheet program."""

    def __init__(
        self,
        at: Key | None,
        rows: Sequence[Sequence[Key]],
        table: Sequence[Line],
        columns: Sequence[int],
    ) -> None:
        self._rows = rows
        self._columns = columns
        self._row = 0 if at is None else next(n for n, row in enumerate(rows) if at in row)
        self._first = 0 if at is None else self._rows[self._row].index(at)
        asked = len(rows)
        given = len(table)
        # Empty lines after the last are what a text area gets too many of.
        while at is None and given > asked and not table[given - 1].is_filled:
            given -= 1
        self._given = given
        if at is None and given != asked:
            raise Refusal(
                say(
                    "%(found)s lines of scores were pasted; the table has %(asked)s.",
                    found=given,
                    asked=asked,
                ),
                fix=say(
                    "Copy the codes too, or a score for each line; or choose the cell to begin in."
                ),
            )

    def of(self, order: int, line: Line) -> Pairs:
        """Return the cells that a line fills, with what is written in them."""
        cells = [line.cell(column) for column in self._columns]
        row = self._row + order
        if row >= len(self._rows):
            if not line.is_filled:
                return []
            raise Refusal(
                say("The table ends with %(name)s.", name=self._rows[-1][0][0]),
                fix=say("Check in which cell the first line belongs, and paste it there."),
            )
        return _side_by_side(self._rows[row][self._first :], cells)


def _side_by_side(keys: Sequence[Key], cells: Sequence[str]) -> Pairs:
    if any(cells[len(keys) :]):
        raise Refusal(
            say("The line has more scores than the table has cells for it."),
            fix=say("Copy the codes and the scores alone."),
        )
    return list(zip(keys, cells, strict=False))
