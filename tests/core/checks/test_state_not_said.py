"""Where a state is asked for, one is said."""

from __future__ import annotations

import pytest

from prongsai.core.checks.state_not_said import state_not_said
from prongsai.core.tracking import State
from tests.factories.reported import cell, reported, row, told


def test_a_row_without_a_tick_is_found() -> None:
    assert told(state_not_said, reported(None), passages=(cell("done", "-"),)) == [
        "must_mend: “ทบทวนแผน” has no state. Tick one: not started, in progress or done."
    ]


@pytest.mark.parametrize("state", State)
def test_any_state_will_do(state: State) -> None:
    assert told(state_not_said, reported(state)) == []


def test_a_plan_that_has_no_place_for_it_is_not_asked() -> None:
    assert told(state_not_said, row()) == []


def test_words_that_are_no_state_are_not_nothing() -> None:
    assert told(state_not_said, reported(None), passages=(cell("state", "รอประชุม"),)) == []
