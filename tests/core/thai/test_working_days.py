from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.working_days import (
    is_working_day,
    next_working_day,
    working_day_until,
    working_days_between,
)

# April 2026: the 10th is a Friday, the 13th to 15th (Monday to Wednesday) are Songkran.
SONGKRAN = frozenset(date(2026, 4, day) for day in (13, 14, 15))
FRIDAY = date(2026, 4, 10)
THURSDAY = date(2026, 4, 16)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("day", "works"), [(10, True), (11, False), (12, False), (13, False), (15, False), (16, True)]
)
def test_agencies_work_from_monday_to_friday_and_on_no_holiday(day: int, works: bool) -> None:
    assert is_working_day(date(2026, 4, day), SONGKRAN) is works


def test_the_next_working_day_comes_after_the_weekend_and_the_holidays() -> None:
    assert next_working_day(FRIDAY, SONGKRAN) == THURSDAY
    assert next_working_day(FRIDAY, ()) == date(2026, 4, 13)


def test_a_day_off_moves_to_the_working_day_before_it() -> None:
    assert working_day_until(date(2026, 4, 15), SONGKRAN) == FRIDAY
    assert working_day_until(THURSDAY, SONGKRAN) == THURSDAY


def test_a_time_limit_does_not_count_the_day_on_which_it_begins() -> None:
    assert working_days_between(FRIDAY, THURSDAY, SONGKRAN) == 1
    assert working_days_between(FRIDAY, THURSDAY, ()) == 4
    assert working_days_between(FRIDAY, FRIDAY, ()) == 0
    assert working_days_between(THURSDAY, FRIDAY, ()) == 0


@given(DAYS, DAYS, st.frozensets(DAYS, max_size=5))
def test_what_is_counted_to_a_day_and_on_to_another_adds_up(
    first: date, last: date, holidays: frozenset[date]
) -> None:
    first, last = sorted((first, last))
    middle = first + (last - first) / 2
    parts = (
        working_days_between(first, middle, holidays),
        working_days_between(middle, last, holidays),
    )
    assert sum(parts) == working_days_between(first, last, holidays)


@given(DAYS, st.frozensets(DAYS, max_size=5))
def test_the_next_working_day_is_one_day_of_work_away(day: date, holidays: frozenset[date]) -> None:
    assert working_days_between(day, next_working_day(day, holidays), holidays) == 1
