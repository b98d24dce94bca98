"""A code has one name."""

from __future__ import annotations

import pytest

from prongsai.core.checks.code_twice import code_twice
from prongsai.core.readings.model import Certainty
from tests.factories.subjects import name, subject, told

MONTHLY = "สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน"
YEARLY = "รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี"


def test_a_code_of_two_duties_must_be_mended() -> None:
    of = subject(2565, 2566, names=(name("o22", MONTHLY), name("o22", YEARLY)))
    assert told(code_twice, of) == [
        (
            f"must_mend: o22 is used twice: for “{MONTHLY}” and for “{YEARLY}”."
            " Give each item its own code, and one name in the whole document."
        )
    ]


def test_two_names_of_which_nobody_knows_the_duty_are_worth_a_look() -> None:
    of = subject(2566, names=(name("i9", "การเบิกจ่าย"), name("i9", "ความคุ้มค่าของพัสดุ")))
    assert [each.severity.value for each in code_twice(of)] == ["look_at"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (YEARLY, YEARLY),
        (YEARLY, "รายงานผลการจัดซื้อจัดจ้างประจำปี"),
        (YEARLY, "รายงานผลการจัดซื้อจัดจ้างหรือจัดหาพัสดุประจำปี พ.ศ. 2566"),
        (YEARLY, "รายงานผลการจัดซื้อจัดจ้าง หรือการจัดหาพัสดุ\nประจำปี"),
        (YEARLY, ""),
    ],
)
def test_the_same_name_shorter_or_broken_is_one(one: str, other: str) -> None:
    assert told(code_twice, subject(2566, names=(name("o22", one), name("o22", other)))) == []


def test_indicators_and_what_a_person_must_say_are_left_alone() -> None:
    asked = name("o22", MONTHLY, certainty=Certainty.ASK)
    of = subject(2566, names=(name("o22", YEARLY), asked, name("3", "ก"), name("3", "ข")))
    assert told(code_twice, of) == []
