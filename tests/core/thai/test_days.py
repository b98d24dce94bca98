"""Days are read however people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.thai.calendar import thai_date
from prongsai.core.thai.days import read_day

DAY = date(2023, 2, 28)


@pytest.mark.parametrize(
    "typed",
    [
        "2023-02-28",
        "2566-2-28",
        "๒๕๖๖-๐๒-๒๘",
        "28 กุมภาพันธ์ 2566",
        "๒๘ กุมภาพันธ์ พ.ศ. ๒๕๖๖",
        "28 ก.พ. 2566",
        "28 ก.พ 2023",
        "วันที่ 28 เดือน กุมภาพันธ์ พ.ศ. 2566",
    ],
)
def test_one_day_is_read_however_it_is_written(typed: str) -> None:
    assert read_day(typed) == DAY


@pytest.mark.parametrize(
    "typed", ["", "28", "31 กุมภาพันธ์ 2566", "28 กพพ. 2566", "28 ก.พ. 66", "9999-01-01", "2566-13-01"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_day(typed)

    assert str(caught.value) == (
        f"{typed} is no day. Write year-month-day; the year may be B.E. or A.D."
    )


@given(st.dates(date(1950, 1, 1), date(2190, 1, 1)), st.booleans())
def test_a_written_day_is_read_back(day: date, thai_digits: bool) -> None:
    assert read_day(thai_date(day, thai_digits=thai_digits)) == day
