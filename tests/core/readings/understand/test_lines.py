"""Lines are those of paragraphs and of cells that only lay out text."""

from __future__ import annotations

from prongsai.core.readings.understand.lines import layout, lines_of, without_leaders
from tests.factories.sources import source, table


def test_lines_of_paragraphs_and_cells_stand_in_their_order() -> None:
    made = source("ก\nข", [["ค", "ง"], ["", "จ\nฉ"]])

    assert [(line.text, line.block) for line in lines_of(made)] == [
        ("ก", 1),
        ("ข", 1),
        ("ค", 2),
        ("ง", 3),
        ("จ", 5),
        ("ฉ", 5),
    ]


def test_a_table_with_known_columns_is_no_layout() -> None:
    assert layout(table(["มาตรการ", "คะแนน"], ["ก", "1"])) == ()
    assert [*lines_of(source([["มาตรการ", "คะแนน"], ["ก", "1"]]))] == []


def test_a_single_row_has_no_headings() -> None:
    rows = layout(table(["ก", "ข"]))

    assert [[cell.text for cell in row] for row in rows] == [["ก", "ข"]]


def test_rows_of_dots_are_left_out() -> None:
    assert without_leaders("...... สค. 1/2 . . . . … ก_____ข") == "สค. 1/2 ก ข"
