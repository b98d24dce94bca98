"""A row of a table somebody handed in, and the bounds that every reader of tables keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say

MOST_COLUMNS = 1_000
MOST_CELLS = 100_000  # of a document whose tables are read whole
MOST_TEXTS = 100_000  # paragraphs, or lines, of a document
MOST_LETTERS = 5_000_000  # of a table: a workbook may name one text in any number of cells
MOST_CHARACTERS = 100_000  # of one row, so that an open quotation mark cannot swallow a file


Fill = tuple[int, int, str]
"""From which column to which (from 0) cells are filled with which colour."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number as spreadsheet programs show it, and the text of its cells.

    `unusable` has, by column (from 0), why a cell cannot be taken at its word: a formula, a date.
    `is_hidden`: nobody sees the row in the workbook; `hidden` has the columns that nobody sees.
    `fills`: which cells have a colour, also where nothing is written.
    """

    number: int
    cells: tuple[str, ...]
    unusable: tuple[tuple[int, Refusal], ...] = ()
    is_hidden: bool = False
    hidden: frozenset[int] = frozenset()
    fills: tuple[Fill, ...] = ()

    def hides(self, column: int) -> bool:
        """Tell whether nobody sees the cell of a column (from 0)."""
        return self.is_hidden or column in self.hidden

    def fill(self, column: int) -> str:
        """Return the colour of the cell of a column (from 0), or ""."""
        found = (colour for first, last, colour in self.fills if first <= column <= last)
        return next(found, "")

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written in the row."""
        return not self.unusable and not "".join(self.cells).strip()


def cell_name(column: int, row: int) -> str:
    """Return what spreadsheet programs call a cell: column 0 of row 12 is A12."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


COLUMNS: Mapping[str, int] = {cell_name(n, 0)[:-1]: n for n in range(MOST_COLUMNS)}
"""The columns that are read, from 0, by what spreadsheet programs call them."""


def too_many_columns(row: int) -> Refusal:
    """Refuse a row that no table of results has."""
    return Refusal(
        say("The row has more than %(most)s columns.", most=MOST_COLUMNS),
        fix=say("Delete the columns beside the table."),
        where=(row_place(row),),
    )


def too_many_cells() -> Refusal:
    """Refuse a document with more cells than anybody reads."""
    return Refusal(
        say("The document has more than %(most)s cells.", most=MOST_CELLS),
        fix=say("Divide the document, or copy the part that matters into a new one."),
    )


def too_many_texts() -> Refusal:
    """Refuse a document with more paragraphs than anybody reads."""
    return Refusal(
        say("The document has more than %(most)s paragraphs.", most=MOST_TEXTS),
        fix=say("Divide the document, or copy the part that matters into a new one."),
    )


def too_many_letters() -> Refusal:
    """Refuse a table with more text than anybody reads."""
    return Refusal(
        say("The table has more than %(most)s characters.", most=MOST_LETTERS),
        fix=say("Divide the document, or copy the part that matters into a new one."),
    )


def row_too_long(row: int) -> Refusal:
    """Refuse a row that is longer than its bound."""
    return Refusal(
        say("The row is longer than %(most)s characters.", most=MOST_CHARACTERS),
        fix=say("See whether a quotation mark is open there, or whether this is the right file."),
        where=(row_place(row),),
    )


def row_place(row: int) -> Sentence:
    """Name a row in a refusal's way to its place."""
    return say("row %(row)s", row=row)


def column_place(name: str) -> Sentence:
    """Name a column in a refusal's way to its place, by its heading."""
    return say("column %(name)s", name=name)
