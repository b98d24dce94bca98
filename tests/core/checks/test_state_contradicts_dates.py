"""A state agrees with the days on which something was done."""

from __future__ import annotations

from datetime import date

from prongsai.core.checks.state_contradicts_dates import state_contradicts_dates
from prongsai.core.readings.model import Certainty
from prongsai.core.tracking import State
from tests.factories.reported import PERIOD, actions, reported, said, told

DAY = date(2023, 11, 20)
LATE = date(2024, 5, 3)  # 92 days after the period has ended


def test_what_is_not_started_has_no_day() -> None:
    begun = reported(State.NOT_STARTED, actions=actions(LATE, "หารือ", DAY))

    assert told(state_contradicts_dates, begun) == [
        (
            "must_mend: “ทบทวนแผน” is called not started,"
            " but something was done on 20 พฤศจิกายน 2566."
            " Tick in progress or done, or take the day away."
        )
    ]


def test_what_is_in_progress_a_quarter_after_its_time_is_worth_a_look() -> None:
    slow = reported(State.IN_PROGRESS)
    other = reported(State.DONE, actions=actions(LATE))

    assert told(state_contradicts_dates, slow, other) == [
        (
            "look_at: “ทบทวนแผน” is called in progress, but its time was over in ม.ค. 2567."
            " Tick done if it is, or give it more time."
        )
    ]


def test_a_day_less_is_not_long() -> None:
    slow = reported(State.IN_PROGRESS, actions=actions(date(2024, 5, 2)))

    assert told(state_contradicts_dates, slow) == []


def test_what_is_not_started_may_have_notes_without_a_day() -> None:
    assert told(state_contradicts_dates, reported(State.NOT_STARTED, actions=actions("หารือ"))) == []


def test_without_any_day_nobody_knows_how_late_it_is() -> None:
    assert told(state_contradicts_dates, reported(State.IN_PROGRESS)) == []


def test_what_is_done_or_not_said_agrees_with_any_day() -> None:
    measures = (reported(state, actions=actions(DAY, LATE)) for state in (State.DONE, None))

    assert told(state_contradicts_dates, *measures) == []


def test_without_a_sure_period_or_a_sure_state_nothing_is_said() -> None:
    late = actions(LATE)
    unsure = said(PERIOD, certainty=Certainty.ASK)
    measures = (
        reported(State.IN_PROGRESS, actions=late, period=None),
        reported(State.IN_PROGRESS, actions=late, period=unsure),
        reported(State.NOT_STARTED, Certainty.ASK, actions=late),
    )

    assert told(state_contradicts_dates, *measures) == []
