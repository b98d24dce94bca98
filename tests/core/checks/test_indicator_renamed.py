"""An indicator has its own name."""

from __future__ import annotations

import pytest

from prongsai.core.checks.indicator_renamed import indicator_renamed
from prongsai.core.readings.model import Certainty
from tests.factories.subjects import name, subject, told


def test_a_name_written_in_two_ways_must_be_mended() -> None:
    wrong = name("3", "การใช้จ่ายเงิน")
    assert told(
        indicator_renamed, subject(2566, names=(wrong, wrong, name("3", "การใช้อำนาจ")))
    ) == ["must_mend: Indicator 3 is called “การใช้จ่ายเงิน”. Its name is “การใช้อำนาจ”."]


@pytest.mark.parametrize(
    ("code", "words"),
    [("7", "ประสิทธิภาพการส่งสาร"), ("8", "การปรับปรุงการดำเนินงาน"), ("5", "การแก้ไขปัญหาคาไรต")],
)
def test_a_wrong_name_alone_is_worth_a_look(code: str, words: str) -> None:
    of = subject(2566, names=(name(code, words),))
    assert [each.severity.value for each in indicator_renamed(of)] == ["look_at"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("7", "ประสิทธิภาพ\nการสื่อสาร"),
        ("4", "ทรัพย์สินราชการ"),
        ("1", "การปฏิบัติหน้าที่ (ไม่มีข้อมูลคะแนน)"),
        ("8", "การปรับปรุงระบบการทำงาน"),
        ("8", "การปรับปรุงการทำงาน"),
        ("11", "การใช้จ่ายเงิน"),
        ("o3", "การใช้จ่ายเงิน"),
        ("3", ""),
        ("6", "/survey"),
    ],
)
def test_its_name_in_either_year_shortened_or_with_more_is_not(code: str, words: str) -> None:
    assert told(indicator_renamed, subject(2565, 2566, names=(name(code, words),))) == []


def test_what_a_person_must_say_is_left_alone() -> None:
    asked = name("3", "การใช้จ่ายเงิน", certainty=Certainty.ASK)
    assert told(indicator_renamed, subject(2566, names=(asked,))) == []
