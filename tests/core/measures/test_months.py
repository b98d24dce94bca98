"""Months: where they lie in a fiscal year, and how people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month
from prongsai.core.measures.months import (
    fiscal_year_of,
    full_month,
    month_after,
    month_in,
    order_in_year,
    read_month,
    short_month,
)

months = st.builds(Month, st.integers(2540, 2600), st.integers(1, 12))


@pytest.mark.parametrize(("month", "year"), [(10, 2566), (12, 2566), (1, 2567), (9, 2567)])
def test_a_fiscal_year_begins_in_october_of_the_year_before(month: int, year: int) -> None:
    assert month_in(2567, month) == Month(year, month)


@given(months)
def test_a_month_lies_in_its_fiscal_year(month: Month) -> None:
    assert month_in(fiscal_year_of(month), month.month) == month


def test_months_are_sorted_as_a_fiscal_year_has_them() -> None:
    assert sorted(range(1, 13), key=order_in_year) == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_after_december_comes_january_of_the_next_year() -> None:
    assert month_after(Month(2566, 12)) == Month(2567, 1)
    assert month_after(Month(2567, 1)) == Month(2567, 2)


def test_a_month_is_written_in_full_in_both_languages() -> None:
    assert full_month(Month(2567, 1), "th") == "มกราคม 2567"
    assert full_month(Month(2567, 1), "en") == "January 2567"


@pytest.mark.parametrize(
    "text",
    [
        "ม.ค. 2567",
        " ม.ค.2567 ",
        "ม.ค. ๖๗",
        "มค 67",
        "มกราคม 2567",
        "เดือนมกราคม พ.ศ. ๒๕๖๗",
        "2567-01",
        "2567-1",
        "January 2567",
        "JAN 67",
    ],
)
def test_a_month_is_read_however_people_write_it(text: str) -> None:
    assert read_month(text, near=2567) == Month(2567, 1)


@given(months)
def test_what_is_written_short_is_read_back(month: Month) -> None:
    assert read_month(short_month(month), near=2567) == month


def test_two_digits_are_the_closest_year() -> None:
    assert read_month("ธ.ค. 99", near=2600) == Month(2599, 12)
    assert read_month("ม.ค. 01", near=2600) == Month(2601, 1)


@pytest.mark.parametrize("text", ["", "ม.ค.", "2567", "2567-13", "2567-0", "ไตรมาส 2567", "พศ67"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_month(text, near=2567)

    assert str(caught.value) == (f"“{text}” is no month with its year. Write it as in “ม.ค. 2567”.")


def test_a_christian_year_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        read_month("2024-01", near=2567)

    assert str(caught.value) == (
        "The year of “2024-01” is far from 2567. Write the Buddhist year (พ.ศ.)."
    )
