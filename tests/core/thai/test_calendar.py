from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.calendar import (
    buddhist_year,
    christian_year,
    first_day,
    fiscal_year,
    last_day,
    month_and_year,
    month_span,
    moved_by_years,
    quarter,
    short_date,
    thai_date,
)

days = st.dates(min_value=date(1941, 1, 1), max_value=date(2200, 12, 31))


@given(days)
def test_a_day_lies_in_its_fiscal_year(day: date) -> None:
    year = fiscal_year(day)
    assert first_day(year) <= day <= last_day(year)
    assert last_day(year) + timedelta(days=1) == first_day(year + 1)


@given(days)
def test_buddhist_and_christian_years_turn_into_each_other(day: date) -> None:
    assert christian_year(buddhist_year(day)) == day.year


@pytest.mark.parametrize(
    ("month", "expected"),
    [(10, 1), (12, 1), (1, 2), (3, 2), (4, 3), (6, 3), (7, 4), (9, 4)],
)
def test_quarters_are_counted_from_october(month: int, expected: int) -> None:
    assert quarter(date(2024, month, 1)) == expected


@pytest.mark.parametrize(
    ("day", "years", "moved"),
    [
        (date(2024, 1, 31), 1, date(2025, 1, 31)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2025, 2, 28), 3, date(2028, 2, 28)),
        (date(2026, 12, 31), -2, date(2024, 12, 31)),
    ],
)
def test_a_day_is_moved_to_the_same_day_of_another_year(day: date, years: int, moved: date) -> None:
    assert moved_by_years(day, years) == moved


def test_dates_are_written_as_letters_tables_and_reports_write_them() -> None:
    day = date(2023, 2, 28)
    assert [
        thai_date(day),
        thai_date(day, thai_digits=True),
        short_date(day),
        month_and_year(day, thai_digits=True),
    ] == ["28 กุมภาพันธ์ 2566", "๒๘ กุมภาพันธ์ ๒๕๖๖", "28 ก.พ. 66", "กุมภาพันธ์ ๒๕๖๖"]


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2024, 1, 1), date(2024, 3, 31), "ม.ค. - มี.ค. 67"),
        (date(2023, 11, 1), date(2024, 3, 31), "พ.ย. 66 - มี.ค. 67"),
        (date(2024, 1, 1), date(2024, 1, 31), "ม.ค. 67"),
        (date(2056, 12, 1), date(2057, 1, 31), "ธ.ค. 99 - ม.ค. 00"),
    ],
)
def test_a_span_of_months_names_each_year_once(first: date, last: date, written: str) -> None:
    assert month_span(first, last) == written


def test_a_span_of_months_is_written_in_thai_digits_on_demand() -> None:
    span = month_span(date(2024, 1, 1), date(2024, 3, 31), thai_digits=True)
    assert span == "ม.ค. - มี.ค. ๖๗"
