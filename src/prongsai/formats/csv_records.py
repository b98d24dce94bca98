"""The records of CSV as rows, each in bounded memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.rows import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    Row,
    row_place,
    row_too_long,
    too_many_columns,
)


def csv_records(file: TextIO, separator: str) -> Iterator[Row]:
    """Yield the rows of a text that was opened with newline="", empty ones too.

    :raises Refusal: with the row, for an open quotation mark, one that is too long or too wide.
    """
    lines = _Lines(file)
    records = csv.reader(lines, delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(records, start=1):
            if len(cells) > MOST_COLUMNS:
                raise too_many_columns(number)
            yield Row(number, tuple(cells))
            lines.begin(number + 1)
    except csv.Error as error:
        raise Refusal(
            say("A quotation mark is not closed, or stands inside a text."),
            fix=say('Close each quotation mark, and double those inside a text: "".'),
            where=(row_place(lines.row),),
        ) from error


class _Lines:
    """The lines of a file, as many as a row may take: an open quotation mark would take all."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.begin(1)

    def begin(self, row: int) -> None:
        self.row = row
        self._left = MOST_CHARACTERS

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._file.readline(self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise row_too_long(self.row)
        if not line:
            raise StopIteration
        return line
