"""An agency writes the months of a period short or long."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.thai.style import USUAL, Style

LONG = Style(long_months=True)
JANUARY, MARCH = date(2024, 1, 1), date(2024, 3, 31)
NOVEMBER = date(2023, 11, 1)


@pytest.mark.parametrize(
    ("first", "last", "short", "long"),
    [
        (JANUARY, MARCH, "ม.ค. - มี.ค. 67", "มกราคม - มีนาคม 2567"),
        (NOVEMBER, MARCH, "พ.ย. 66 - มี.ค. 67", "พฤศจิกายน 2566 - มีนาคม 2567"),
        (JANUARY, JANUARY, "ม.ค. 67", "มกราคม 2567"),
        (date(2023, 3, 1), MARCH, "มี.ค. 66 - มี.ค. 67", "มีนาคม 2566 - มีนาคม 2567"),
    ],
)
def test_a_period_is_written_in_short_or_long_months(
    first: date, last: date, short: str, long: str
) -> None:
    assert (USUAL.span(first, last), LONG.span(first, last)) == (short, long)


@pytest.mark.parametrize("style", [USUAL, LONG])
def test_a_day_is_written_as_letters_do(style: Style) -> None:
    assert style.day(MARCH) == "31 มีนาคม 2567"


def test_the_usual_style_has_arabic_digits_short_months_and_no_catchword() -> None:
    assert Style(thai_digits=False, long_months=False, catchword=False) == USUAL
