"""Cells that cover several columns and rows, as the HTML Standard has them."""

from __future__ import annotations

import pytest

from prongsai.formats.html_table import columns_of, rows_of
from prongsai.formats.read_html import read_html
from tests.factories.sources import texts

HEADS = "<tr><th>มาตรการ<th>ผู้รับผิดชอบ<th>ระยะเวลา"


def table(rows: str) -> object:
    return texts(read_html(f"<!DOCTYPE html><table>{HEADS}{rows}</table>".encode()))[0]


@pytest.mark.parametrize(
    ("said", "columns", "rows"),
    [
        (None, 1, 1),
        ("", 1, 1),
        ("x", 1, 1),
        ("-2", 1, 1),
        ("๒", 1, 1),
        ("0", 1, 0),
        ("000", 1, 0),
        (" +2px", 2, 2),
        ("2.9", 2, 2),
        ("1001", 1000, 1001),
        ("70000", 1000, 65_534),
        ("9" * 5_000, 1000, 65_534),
    ],
)
def test_how_much_a_cell_covers_is_read_as_browsers_do(
    said: str | None, columns: int, rows: int
) -> None:
    assert (columns_of(said), rows_of(said)) == (columns, rows)


def test_a_cell_over_all_further_rows_ends_with_its_group() -> None:
    first = "<tbody><tr><td rowspan=0>ก<td>ข<td>ค<tr><td>ง<td>จ</tbody>"
    second = "<tbody><tr><td>ฉ<td>ช<td>ซ</tbody>"

    assert table(first + second) == [["ก", "ข\nง", "ค\nจ"], ["ฉ", "ช", "ซ"]]


def test_a_cell_that_asks_for_more_rows_than_there_are_reaches_no_other_group() -> None:
    bodies = "<tbody><tr><td>ก<td rowspan=99999>ข<td>ค<tbody><tr><td>ง<td>จ<td>ฉ"
    after_a_body = "<tbody><tr><td>ก<td rowspan=3>ข<td>ค</tbody><tr><td>ง<td>จ<td>ฉ"

    for rows in (bodies, after_a_body):
        assert table(rows) == [["ก", "ข", "ค"], ["ง", "จ", "ฉ"]]


def test_a_cell_across_columns_that_another_covers_moves_nothing_below() -> None:
    rows = "<tr><td>ก<td>ข<td rowspan=2>ค<tr><td>ง<td colspan=2>จ<tr><td>ฉ<td>ช<td>ซ"

    assert table(rows) == [["ก", "ข", "ค"], ["ง", "จ", ""], ["ฉ", "ช", "ซ"]]


def test_the_end_of_a_group_outside_a_table_is_nothing() -> None:
    assert texts(read_html(b"<html></tbody><tbody>a</tbody>")) == ["a"]
