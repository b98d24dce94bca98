"""A date is one of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.impossible_date import impossible_date
from prongsai.core.thai.calendar import short_date, thai_date
from tests.factories.subjects import of_texts


@pytest.mark.parametrize("day", ["31 เมษายน 2566", "๓๐ ก.พ. ๖๖", "29 กุมภาพันธ์ 2566"])
def test_a_day_that_no_calendar_has_must_be_mended(day: str) -> None:
    assert of_texts(impossible_date, f"ประชุมเมื่อวันที่ {day} แล้ว") == [
        f"must_mend: There is no day “{day}” in the calendar. Write the day on which it was."
    ]


@pytest.mark.parametrize(
    "text", ["29 กุมภาพันธ์ 2567", "ครั้งที่ 45 มกราคม 2566", "ข้อ 31/2566", "รอบ 6 เดือน"]
)
def test_other_days_and_numbers_are_not_told(text: str) -> None:
    assert of_texts(impossible_date, text) == []


@given(st.dates(min_value=date(1997, 1, 1), max_value=date(2042, 12, 31)))
def test_every_day_of_the_calendar_is_silent(day: date) -> None:
    thai = thai_date(day, thai_digits=True)
    assert of_texts(impossible_date, thai_date(day), short_date(day), thai) == []
