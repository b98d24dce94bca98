from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.working_days import is_working_day
from prongsai.foundation.notices.steps import EARLIEST, step_of

# 2026-04-16 is a Thursday; the 13th to 15th are Songkran, the weekend before is the 11th and 12th.
SONGKRAN = frozenset(date(2026, 4, day) for day in (13, 14, 15))
DUE = date(2026, 4, 16)


@pytest.mark.parametrize(
    ("today", "step"),
    [
        ("2026-03-16", None),
        ("2026-03-17", -30),
        ("2026-04-08", -30),
        ("2026-04-09", -7),
        ("2026-04-10", -1),  # the 15th is a holiday, and so on back to Friday
        ("2026-04-16", -1),
        ("2026-04-17", 0),
        ("2026-04-23", 0),
        ("2026-04-24", 1),
        ("2026-05-01", 2),
    ],
)
def test_a_deadline_is_told_30_7_and_1_days_before_and_weekly_once_it_is_late(
    today: str, step: int | None
) -> None:
    assert step_of(DUE, date.fromisoformat(today), SONGKRAN) == step


def test_a_deadline_on_a_friday_is_late_from_monday() -> None:
    friday = date(2026, 4, 17)
    days = [friday + timedelta(days=n) for n in range(4)]
    assert [step_of(friday, day, ()) for day in days] == [-1, -1, -1, 0]


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(DAYS, st.frozensets(DAYS, max_size=20))
def test_steps_only_go_on_and_each_begins_on_a_working_day(
    due: date, holidays: frozenset[date]
) -> None:
    days = [due + timedelta(days=n) for n in range(-EARLIEST.days, 60)]
    told = [(day, step_of(due, day, holidays)) for day in days]
    assert told[0][1] is None
    reached = [step for _, step in told if step is not None]
    assert reached == sorted(reached)
    begins = [day for (_, before), (day, now) in itertools.pairwise(told) if before != now]
    assert all(is_working_day(day, holidays) for day in begins)
