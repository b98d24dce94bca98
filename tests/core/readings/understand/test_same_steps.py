"""A row may say of its steps that they are those of a row above."""

from __future__ import annotations

import pytest

from prongsai.core.readings.understand.measures import measures_in
from tests.factories.sources import frame, source

HEADS = ["แบบสำรวจ", "ตัวชี้วัดที่", "หัวข้อ", "วิธีการดำเนินการ"]


def steps(*rows: list[str]) -> list[list[str]]:
    found = measures_in(source([HEADS, *rows]), frame())
    return [[step.value for step in measure.steps] for measure in found]


@pytest.mark.parametrize(
    "words",
    [
        "ดำเนินการเช่นเดียวกับข้อ i7",
        "เช่นเดียวกับข้อ i7",
        "ให้ดำเนินการ เช่นเดียวกับ ข้อ ๗",
        "ปฏิบัติตามวิธีการเดียวกันกับข้อ i7",
        "เหมือนข้อ i7",
    ],
)
def test_steps_are_those_of_the_row_that_is_named(words: str) -> None:
    first = ["IIT", "2", "ข้อ i7 งบประมาณ", "1. ประชุม\n2. รายงาน"]

    assert steps(first, ["", "", "ข้อ i8 การเบิกจ่าย", words]) == [["ประชุม", "รายงาน"]] * 2


def test_a_row_that_refers_to_one_that_refers_has_the_steps_of_the_first() -> None:
    rows = (
        ["OIT", "9", "o1 โครงสร้าง", "เผยแพร่"],
        ["", "", "o2 ผู้บริหาร", "ดำเนินการเช่นเดียวกับข้อ o1"],
        ["", "", "o3 อำนาจหน้าที่", "ดำเนินการเช่นเดียวกับข้อ o2"],
    )
    assert steps(*rows) == [["เผยแพร่"]] * 3


@pytest.mark.parametrize(
    "words",
    [
        "ดำเนินการเช่นเดียวกับข้อ o3",  # it is not above
        "ดำเนินการเช่นเดียวกับปีที่ผ่านมา",
        "เผยแพร่เช่นเดียวกับข้อ o1 และปรับปรุงทุกเดือน",
        "ดำเนินการเช่นเดียวกับหน่วยงานอื่น",
        "ใช้แบบเหมือนกับข้อมูลเดิม",
    ],
)
def test_other_words_stay_as_they_are(words: str) -> None:
    rows = (["OIT", "9", "o1 โครงสร้าง", "เผยแพร่"], ["", "", "o2 ผู้บริหาร", words])
    assert steps(*rows) == [["เผยแพร่"], [words]]


def test_what_is_cured_is_not_taken_from_the_item_that_is_referred_to() -> None:
    rows = (
        ["OIT", "9", "o1 โครงสร้าง", "เผยแพร่"],
        ["", "", "o2 ผู้บริหาร", "ดำเนินการเช่นเดียวกับข้อ o1"],
    )
    found = measures_in(source([HEADS, *rows]), frame())
    assert [[each.value for each in measure.cures] for measure in found] == [[], []]
