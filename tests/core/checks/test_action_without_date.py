"""An entry of the diary has its day."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.checks.action_without_date import action_without_date
from prongsai.core.tracking import State
from tests.factories.reported import actions, reported, texts, told


def test_an_entry_without_a_day_is_worth_a_look() -> None:
    diary = actions(date(2024, 1, 8), "หารือผู้เกี่ยวข้อง 3 ครั้ง")

    assert told(action_without_date, reported(State.DONE, actions=diary)) == [
        "look_at: It is not written on which day: “หารือผู้เกี่ยวข้อง 3 ครั้ง”. Write the day."
    ]


@pytest.mark.parametrize(
    "text", ["ประชุมเมื่อวันที่ 8 มกราคม 2567", "ประชุมเดือนมกราคม ๒๕๖๗", "ประชุม 8 ม.ค. 67"]
)
def test_the_day_or_the_month_may_stand_in_the_words(text: str) -> None:
    assert told(action_without_date, reported(State.DONE, actions=actions(text))) == []


def test_an_output_needs_no_day() -> None:
    assert told(action_without_date, reported(State.DONE, output=texts("ได้แผน 1 ฉบับ"))) == []
