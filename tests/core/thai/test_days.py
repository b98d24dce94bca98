"""Days are read however people type them; what is no day is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.thai.calendar import MONTHS, SHORT_MONTHS, buddhist_year, thai_date
from prongsai.core.thai.days import read_day

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "28 กุมภาพันธ์ 2566",
        "28 กุมภาพันธ์ พ.ศ. 2566",
        "วันที่ 28 เดือน กุมภาพันธ์ พ.ศ. 2566",
        "๒๘ กุมภาพันธ์ ๒๕๖๖",
        "28 ก.พ. 2566",
        "28 กพ 2566",
        "28ก.พ.พศ2566",
        "28 กุมภาพันธ์ 2023",
        "2566-02-28",
        "2566-2-28",
        "๒๕๖๖-๐๒-๒๘",
        " 2023-02-28 ",
    ],
)
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert read_day(typed) == date(2023, 2, 28)


@given(days, st.booleans())
def test_a_day_that_we_wrote_is_read_back(day: date, thai_digits: bool) -> None:
    assert read_day(thai_date(day, thai_digits=thai_digits)) == day


@given(days, st.sampled_from((MONTHS, SHORT_MONTHS)))
def test_every_month_is_read_in_both_spellings(day: date, names: tuple[str, ...]) -> None:
    assert read_day(f"{day.day} {names[day.month - 1]} {buddhist_year(day)}") == day


@given(days)
def test_a_day_in_numbers_is_of_either_era(day: date) -> None:
    buddhist = f"{buddhist_year(day)}-{day.month}-{day.day}"

    assert (read_day(day.isoformat()), read_day(buddhist)) == (day, day)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "วันนี้",
        "กุมภาพันธ์ 2566",
        "30 กุมภาพันธ์ 2566",
        "29 ก.พ. 2566",
        "28 กุมภา 2566",
        "28/2/2566",
        "2566-13-01",
        "2566-00-01",
        "2566-02",
        "66-02-28",
        "28 ก.พ. 66",
        "1899-12-31",
        "2200-01-01",
        "2399-01-01",
        "2743-01-01",
        "²566-02-28",
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_day(typed)

    fix = "Write year-month-day; the year may be B.E. or A.D."
    assert str(caught.value) == f"{typed} is no day. {fix}"
