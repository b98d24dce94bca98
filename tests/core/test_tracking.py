"""Where a measure stands on a day follows from its months and its state alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.measures.model import Measure, Month
from prongsai.core.tracking import TRANSITIONS, Due, Progress, State, by_due, due_on
from tests.factories.measures import measure

NOVEMBER_TO_JANUARY = measure(period=(Month(2566, 11), Month(2567, 1)))
NOT_DONE = [None, State.NOT_STARTED, State.IN_PROGRESS]
measures = st.builds(
    lambda key, months: measure(
        key=f"m-{key}", period=(min(months), max(months)) if months else None
    ),
    st.integers(0, 999),
    st.lists(st.builds(Month, st.integers(2565, 2568), st.integers(1, 12)), max_size=2),
)


@pytest.mark.parametrize("state", NOT_DONE)
@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2023, 10, 31), Due.TO_COME),
        (date(2023, 11, 1), Due.RUNNING),
        (date(2023, 12, 31), Due.RUNNING),
        (date(2024, 1, 1), Due.DUE),
        (date(2024, 1, 31), Due.DUE),
        (date(2024, 2, 1), Due.LATE),
    ],
)
def test_a_measure_comes_runs_falls_due_and_is_late(
    state: State | None, today: date, due: Due
) -> None:
    assert due_on(NOVEMBER_TO_JANUARY, state, today) is due


@given(st.sampled_from(NOT_DONE), st.dates())
def test_a_measure_without_a_period_is_never_due(state: State | None, today: date) -> None:
    assert due_on(measure(period=None), state, today) is Due.UNDATED


@given(measures, st.dates())
def test_what_is_done_is_done_on_every_day(each: Measure, today: date) -> None:
    assert due_on(each, State.DONE, today) is Due.DONE


@given(st.lists(measures, unique_by=lambda each: each.key), st.data())
def test_every_measure_stands_in_one_group_in_the_order_of_the_plan(
    plan: list[Measure], data: st.DataObject
) -> None:
    today = data.draw(st.dates(date(2022, 1, 1), date(2026, 1, 1)))
    states = st.none() | st.sampled_from(State)
    said = {each.key: Progress(state=data.draw(states)) for each in plan[::2]}

    groups = by_due(plan, said, today)

    assert list(groups) == list(Due)
    for due, group in groups.items():
        state = {each.key: said.get(each.key, Progress()).state for each in plan}
        assert group == tuple(m for m in plan if due_on(m, state[m.key], today) is due)
    assert sum(map(len, groups.values())) == len(plan)


def test_every_state_says_which_may_follow_and_none_follows_itself() -> None:
    assert set(TRANSITIONS) == set(State)
    assert all(state not in after for state, after in TRANSITIONS.items())
    assert {state for state, after in TRANSITIONS.items() if State.DONE in after} == {
        State.NOT_STARTED,
        State.IN_PROGRESS,
    }


def test_what_is_done_can_be_reopened_but_never_not_begun() -> None:
    assert TRANSITIONS[State.DONE] == {State.IN_PROGRESS}
    assert not any(State.NOT_STARTED in after for after in TRANSITIONS.values())
