"""The records of CSV are read row by row, as far as each is within its bounds."""

from __future__ import annotations

from io import StringIO

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.csv_records import csv_records
from prongsai.formats.rows import MOST_CHARACTERS, MOST_COLUMNS, Row


def records(text: str, separator: str = ",") -> list[Row]:
    return list(csv_records(StringIO(text, newline=""), separator))


def test_rows_are_counted_as_spreadsheet_programs_do() -> None:
    assert records('a;"b\r\nc"\r\n\r\n"d;""e""";f', ";") == [
        Row(1, ("a", "b\r\nc")),
        Row(2, ()),
        Row(3, ('d;"e"', "f")),
    ]


def test_a_row_may_be_as_long_and_as_wide_as_the_bounds() -> None:
    longest, widest = "a" * (MOST_CHARACTERS - 1), "," * (MOST_COLUMNS - 1)

    assert [len(row.cells) for row in records(f"{longest}\n{widest}\n")] == [1, MOST_COLUMNS]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ('a\n"b', "row 2: A quotation mark is not closed, or stands inside a text."),
        ('a\n"b"c\n', "row 2: A quotation mark is not closed, or stands inside a text."),
        ("a\n" + "b" * MOST_CHARACTERS + "\n", "row 2: The row is longer than 100000 characters."),
        ('"' + "b\n" * MOST_CHARACTERS, "row 1: The row is longer than 100000 characters."),
        ("a\n" + "," * MOST_COLUMNS, "row 2: The row has more than 1000 columns."),
    ],
)
def test_a_row_out_of_bounds_is_refused_by_its_number(text: str, refusal: str) -> None:
    with pytest.raises(Refusal) as refused:
        records(text)

    assert str(refused.value).startswith(refusal)
