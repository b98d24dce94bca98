"""An agency's style of months and days."""

from __future__ import annotations

from datetime import date

from prongsai.core.thai.style import USUAL, Style

LONG = Style(long_months=True)
OCTOBER, JANUARY, MARCH = date(2022, 10, 1), date(2023, 1, 1), date(2023, 3, 1)


def test_short_months_are_usual() -> None:
    assert USUAL.span(JANUARY, MARCH) == "ม.ค. - มี.ค. 66"


def test_long_months_name_each_year_once() -> None:
    assert [
        LONG.span(*months) for months in ((JANUARY, MARCH), (OCTOBER, MARCH), (MARCH, MARCH))
    ] == [
        "มกราคม - มีนาคม 2566",
        "ตุลาคม 2565 - มีนาคม 2566",
        "มีนาคม 2566",
    ]


def test_a_day_is_written_as_letters_do() -> None:
    assert USUAL.day(date(2023, 3, 31)) == "31 มีนาคม 2566"
