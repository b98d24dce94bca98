"""What is reported as done as a whole is ticked as done."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.checks.not_done_reported_done import not_done_reported_done
from prongsai.core.readings.model import Certainty
from prongsai.core.tracking import Action, State
from tests.factories.reported import reported, said, texts, told

SAYS_DONE = (
    "ดำเนินการแล้วเสร็จ",
    "แล้วเสร็จ",
    "ดำเนินการเสร็จสิ้นแล้ว",
    "ได้ดำเนินการตามมาตรการแล้วเสร็จ ครบถ้วน",
    "ดำเนินการเรียบร้อยแล้ว",
    "ดำเนินการ แล้วเสร็จ เมื่อวันที่ ๓๑ มกราคม ๒๕๖๗",
    "แล้วเสร็จ.",
)
SAYS_LESS = (
    "ยังดำเนินการไม่แล้วเสร็จ",
    "คาดว่าจะแล้วเสร็จเดือนกันยายน 2567",
    "จัดทำคู่มือแล้วเสร็จ",
    "ขั้นตอนที่ 1 ดำเนินการแล้วเสร็จ",
    "ดำเนินการแล้วเสร็จร้อยละ 50",
    "ดำเนินการ",
    "31 มกราคม 2567",
    "",
)


@pytest.mark.parametrize("text", SAYS_DONE)
def test_what_is_reported_done_and_not_begun_cannot_be(text: str) -> None:
    assert told(not_done_reported_done, reported(State.NOT_STARTED, output=texts(text))) == [
        (
            f"must_mend: “ทบทวนแผน” is not ticked as done, but here is written: “{text}”."
            " Tick done, or write what has been done so far."
        )
    ]


def test_what_is_in_progress_is_worth_a_look_once() -> None:
    text = "ดำเนินการแล้วเสร็จเมื่อวันที่ 31 มกราคม 2567"
    action = said(Action(text=text, on=date(2024, 1, 31)))
    found = told(
        not_done_reported_done, reported(State.IN_PROGRESS, output=texts(text), actions=(action,))
    )

    assert [line.split(":")[0] for line in found] == ["look_at"]


@pytest.mark.parametrize("text", SAYS_LESS)
def test_a_part_a_plan_and_its_contrary_are_not_the_whole(text: str) -> None:
    assert told(not_done_reported_done, reported(State.NOT_STARTED, output=texts(text))) == []


def test_what_is_ticked_done_or_not_surely_ticked_is_left_alone() -> None:
    output = texts("ดำเนินการแล้วเสร็จ")
    measures = (
        reported(State.DONE, output=output),
        reported(None, output=output),
        reported(State.NOT_STARTED, Certainty.ASK, output=output),
    )

    assert told(not_done_reported_done, *measures) == []
