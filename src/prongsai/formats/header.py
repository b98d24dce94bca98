"""The heading row of a table: which column holds what, whatever order they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.core.errors import Refusal, Refusals
from prongsai.core.results import shown
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.text import normalise
from prongsai.formats.rows import Row, cell_name, column_place, row_place


@dataclass(frozen=True, slots=True)
class Header:
    """The heading row.

    `columns` has the named columns, `others` those with another heading, `bare` those with none.
    """

    row: Row
    columns: dict[str, int]
    others: tuple[int, ...]
    bare: tuple[int, ...]

    def place(self, row: Row, column: int) -> tuple[Sentence, Sentence]:
        """Return the way to a cell of the table."""
        heading = shown(self.row.cells[column]) if column < len(self.row.cells) else ""
        return row_place(row.number), column_place(heading or cell_name(column, row.number))

    def text(self, row: Row, name: str) -> str:
        """Return what a row has in a named column; the empty text if there is no such column."""
        column = self.columns.get(name, len(row.cells))
        return row.cells[column] if column < len(row.cells) else ""

    def unreadable(self, row: Row) -> Iterator[Refusal]:
        """Yield what cannot be read in a row: formulas and the like, and text under no heading."""
        for column, why in row.unusable:
            yield why.within(*self.place(row, column))
        for column in (*self.bare, *range(len(self.row.cells), len(row.cells))):
            if column < len(row.cells) and row.cells[column].strip():
                yield Refusal(
                    say("%(text)s stands under no heading.", text=shown(row.cells[column])),
                    fix=say(
                        "Give the column a heading, or delete it; put a text that has the"
                        " separator in it in quotation marks."
                    ),
                    where=self.place(row, column),
                )


def read_header(
    rows: Iterator[Row], names: Mapping[str, Sequence[str]], needed: Sequence[str]
) -> Header:
    """Take the first row as the heading row. `names` has the words that each column may be called.

    :raises Refusal: if there is no row, a needed column is missing, or one stands twice.
    """
    row = next(rows, None)
    if row is None:
        raise Refusal(say("The table is empty."), fix=say("Write the headings in the first row."))
    called = {_word(each): name for name, words in names.items() for each in words}
    columns: dict[str, int] = {}
    others: list[int] = []
    bare: list[int] = []
    problems = [why.within(row_place(row.number)) for _, why in row.unusable]
    for column, cell in enumerate(row.cells):
        name = called.get(_word(cell))
        if name in columns:
            problems.append(_twice(row, columns[name], column))
        elif name is not None:
            columns[name] = column
        else:
            (others if cell.strip() else bare).append(column)
    problems += [_missing(row, names[name]) for name in needed if name not in columns]
    if problems:
        raise Refusals(problems)
    return Header(row, columns, tuple(others), tuple(bare))


def _twice(row: Row, first: int, second: int) -> Refusal:
    return Refusal(
        say(
            "%(name)s and %(other)s head the same column.",
            name=shown(row.cells[first]),
            other=shown(row.cells[second]),
        ),
        fix=say("Keep one of the two."),
        where=(row_place(row.number),),
    )


def _missing(row: Row, words: Sequence[str]) -> Refusal:
    return Refusal(
        say("The column %(name)s is missing.", name=words[0]),
        fix=say("Name it in the first row: one of %(words)s.", words=tuple(words)),
        where=(row_place(row.number),),
    )


def _word(text: str) -> str:
    return normalise(text).casefold().replace(" ", "").replace("\n", "")
