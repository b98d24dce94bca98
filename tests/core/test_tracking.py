"""How far a measure has come, on a day that the caller names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prongsai.core.measures.model import Month
from prongsai.core.tracking import TRANSITIONS, Due, Progress, State, by_due, due_on
from tests.factories.measures import measure

MEASURE = replace(measure(), start=Month(2567, 1), end=Month(2567, 3))


def test_every_state_says_where_it_may_go() -> None:
    assert TRANSITIONS.keys() == set(State)


@pytest.mark.parametrize(
    ("today", "state", "due"),
    [
        (date(2023, 12, 31), None, Due.TO_COME),
        (date(2024, 1, 1), None, Due.RUNNING),
        (date(2024, 3, 1), State.IN_PROGRESS, Due.DUE),
        (date(2024, 4, 1), State.NOT_STARTED, Due.LATE),
        (date(2030, 1, 1), State.DONE, Due.DONE),
    ],
)
def test_where_a_measure_stands_depends_on_the_day_and_its_state(
    today: date, state: State | None, due: Due
) -> None:
    assert due_on(MEASURE, state, today) is due


def test_measures_are_sorted_by_where_they_stand() -> None:
    done = replace(MEASURE, key="M-2")

    found = by_due([MEASURE, done], {"M-2": Progress(state=State.DONE)}, date(2024, 4, 1))

    assert {due: each for due, each in found.items() if each} == {
        Due.LATE: (MEASURE,),
        Due.DONE: (done,),
    }
