"""The days of a diary are days of the plan's year."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.checks.action_outside_year import action_outside_year
from prongsai.core.tracking import Action, State
from tests.factories.reported import actions, reported, said, told


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2023, 9, 30), "30 กันยายน 2566"), (date(2024, 10, 1), "1 ตุลาคม 2567")],
)
def test_a_day_before_or_after_the_year_is_worth_a_look(day: date, words: str) -> None:
    assert told(action_outside_year, reported(State.DONE, actions=actions(day))) == [
        (
            f"look_at: {words} is not a day of the fiscal year 2567, in which the plan runs."
            " See whether the day and its year are right."
        )
    ]


def test_the_first_and_the_last_day_of_the_year_are_in_it() -> None:
    days = actions(date(2023, 10, 1), date(2024, 9, 30))

    assert told(action_outside_year, reported(State.DONE, actions=days)) == []


def test_an_entry_without_a_day_is_left_alone() -> None:
    assert told(action_outside_year, reported(State.DONE, actions=actions("หารือ"))) == []


def test_without_a_year_nothing_is_said() -> None:
    far = reported(State.DONE, actions=actions(date(2020, 1, 1)))

    assert told(action_outside_year, far, plan=None) == []


def test_a_day_that_stands_in_the_words_is_judged_where_texts_are() -> None:
    action = Action(text="ประกาศเมื่อวันที่ 26 กันยายน 2566", on=date(2023, 9, 26))

    assert told(action_outside_year, reported(State.DONE, actions=(said(action),))) == []
