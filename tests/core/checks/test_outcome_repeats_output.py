"""An outcome says what changed, and not again what was done."""

from __future__ import annotations

import pytest

from prongsai.core.checks.outcome_repeats_output import outcome_repeats_output
from prongsai.core.tracking import State
from tests.factories.reported import reported, texts, told

OUTPUT = "จัดอบรมการจัดซื้อจัดจ้างแก่บุคลากร 24 คน"


def found(outcome: str, output: str = OUTPUT) -> list[str]:
    given = reported(State.DONE, output=texts("ออกคำสั่ง", output), outcome=texts(outcome))
    return told(outcome_repeats_output, given)


@pytest.mark.parametrize("outcome", [OUTPUT, "จัดอบรม การจัดซื้อ จัดจ้าง แก่บุคลากร 24 คน.", f"ได้{OUTPUT}"])
def test_the_same_words_are_worth_a_look(outcome: str) -> None:
    assert found(outcome) == [
        (
            f"look_at: The outcome repeats the output: “{outcome}”."
            " Write what changed by it: a number, a score, fewer complaints."
        )
    ]


@pytest.mark.parametrize(
    "outcome",
    [
        "บุคลากร 24 คน มีความรู้เรื่องการจัดซื้อจัดจ้างเพิ่มขึ้นร้อยละ 20",
        "คะแนนตัวชี้วัดการใช้งบประมาณเพิ่มขึ้น 5 คะแนน",
        "จัดอบรม",
        "นรคกราบุค 42 ก่แงาจัดจอื้ซดัจราก มรบอดัจ",
    ],
)
def test_other_words_are_another_thing(outcome: str) -> None:
    assert found(outcome) == []


def test_a_word_that_stands_for_nothing_may_stand_twice() -> None:
    assert found("ไม่มี", "ไม่มี") == []


def test_words_of_another_measure_may_be_the_same() -> None:
    done = reported(State.DONE, output=texts(OUTPUT))
    other = reported(State.DONE, outcome=texts(OUTPUT))

    assert told(outcome_repeats_output, done, other) == []
