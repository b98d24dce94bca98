"""The rows of a table, whole again where the end of a page cut one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from prongsai.formats.pdf_page import Letter, PageContent, Ruling
from prongsai.formats.pdf_paragraphs import Setting
from prongsai.formats.pdf_rows import Rows
from prongsai.formats.pdf_sheet import Sheet

HEAD = ("หัวข้อ", "วิธีการ", "หมายเหตุ")
FULL = "ประชุมคณะกรร"  # as long as a column is wide
ONLY = Setting([])


def rows(*texts: Sequence[str], columns: int = 3, page: int = 1) -> Rows:
    """Make a table of rows, each as tall as the lines of its tallest text."""
    tops, letters = [0.0], list[Letter]()
    for row in texts:
        for column, text in enumerate(row):
            for number, line in enumerate(text.split("\n") if text else []):
                left, base = 70 * column + 4, tops[-1] + 11 + 12 * number
                letters += [
                    Letter(c, left + 5 * n, left + 5 * n + 5, base, 10) for n, c in enumerate(line)
                ]
        tops.append(tops[-1] + 4 + 12 * max(len(text.split("\n")) for text in row))
    lefts = [70.0 * n for n in range(columns + 1)]
    rulings = [Ruling(0, y, lefts[-1], y) for y in tops]
    rulings += [Ruling(x, 0, x, tops[-1]) for x in lefts]
    sheet = Sheet(page, PageContent(lefts[-1], tops[-1], tuple(letters), tuple(rulings)))
    return Rows(sheet, sheet.grids[0])


def texts(made: Rows) -> list[list[str]]:
    return [[cell.text for cell in row] for row in made.table(ONLY)]


def test_each_cell_has_its_text_and_page() -> None:
    made = rows(HEAD, ("ก", f"{FULL}\nมการ", ""), page=3)

    assert texts(made) == [[*HEAD], ["ก", "ประชุมคณะกรรมการ", ""]]
    assert {cell.place.page for row in made.table(ONLY) for cell in row} == {3}


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        # A text that has no end there, and one that had it.
        ((FULL, "ก", "ข"), ("มการ", "", ""), ["ประชุมคณะกรรมการ", "ก", "ข"]),
        # Two texts that have none.
        ((FULL, FULL, FULL), ("มการ", "มการ", "มการ"), ["ประชุมคณะกรรมการ"] * 3),
        # The number of the row is not there again.
        (("1. แผน", FULL, "ข"), ("(ร่าง)", "มการ", ""), ["1. แผน\n(ร่าง)", "ประชุมคณะกรรมการ", "ข"]),
    ],
)
def test_a_row_that_a_page_cut_is_whole_again(
    above: Sequence[str], below: Sequence[str], whole: list[str]
) -> None:
    upper, lower = rows(HEAD, above), rows(HEAD, below, ("จ", "ฉ", "ช"), page=2)

    assert upper.take_rest(lower, ONLY) is False
    assert texts(upper) == [[*HEAD], whole]
    assert texts(lower) == [[*HEAD], ["จ", "ฉ", "ช"]]


def test_a_row_may_go_on_over_several_pages() -> None:
    upper = rows(HEAD, (FULL, "ก", "ข"))

    assert upper.take_rest(rows(HEAD, (FULL, "", ""), page=2), ONLY)
    assert upper.take_rest(rows(("มการ", "", ""), ("", "", ""), page=3), ONLY) is False
    assert texts(upper) == [[*HEAD], [f"{FULL}ประชุมคณะกรรมการ", "ก", "ข"]]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("แผน", "ก", "ข"), ("คู่มือ", "", "")),  # the word had room
        ((FULL, "ก", "ข"), ("มการ", "ค", "ง")),  # only one text goes on
        ((FULL, "", "ข"), ("มการ", "ค", "")),  # a text out of nothing
        ((f"{FULL}", "ก\nก\nก\nก", "ข"), ("มการ", "", "")),  # that did not reach the foot
        ((FULL, "ก", "ข"), ("2. แผน", "", "")),  # a point of its own
        (("1. แผน", "ก", "ข"), ("(ร่าง)", "ค", "ง")),  # no text goes on
        ((FULL, "ก", "ข"), ("", "", "")),  # nothing
    ],
)
def test_a_row_of_its_own_is_none_that_a_page_cut(
    above: Sequence[str], below: Sequence[str]
) -> None:
    upper, lower = rows(HEAD, above), rows(HEAD, below, page=2)
    before = texts(upper), texts(lower)

    assert not upper.take_rest(lower, ONLY)
    assert (texts(upper), texts(lower)) == before


def test_another_table_does_not_go_on() -> None:
    upper = rows(HEAD, (FULL, "ก", "ข"))

    assert not upper.take_rest(rows(("มการ", ""), columns=2), ONLY)
    assert not upper.take_rest(rows(HEAD, page=2), ONLY)
