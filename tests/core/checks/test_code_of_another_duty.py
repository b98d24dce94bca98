"""The name beside a code is the code's own."""

from __future__ import annotations

import pytest

from prongsai.core.checks.code_of_another_duty import code_of_another_duty
from prongsai.core.readings.model import Certainty
from tests.factories.facts import fact_rows
from tests.factories.subjects import editions, name, subject, told

MONTHLY = "สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน"


def test_the_name_of_another_item_is_told_in_the_edition_that_fits_best() -> None:
    others = (name("o19", "แผนการจัดซื้อจัดจ้าง"), name("i7", "แผนใช้จ่ายงบประมาณ"))
    of = subject(2565, 2566, names=(name("o22", MONTHLY), *others))

    assert told(code_of_another_duty, of) == [
        (
            f"must_mend: o22 is called “{MONTHLY}”, but in ITA of fiscal year 2566 it is “Annual"
            " procurement report”."
            " What is named here is o21 there: mend the code or the name."
        )
    ]


def test_a_name_that_the_edition_does_not_have_is_told() -> None:
    of = subject(2568, names=(name("o4", "กฎหมายที่เกี่ยวข้อง"),))
    assert [str(each.expected) for each in code_of_another_duty(of)] == [
        "There is no item of that name there: mend the code or the name.",
    ]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("o21", MONTHLY),
        ("o23", MONTHLY),
        ("o22", "รายงานผลการจัดซื้อจัดจ้าง"),
        ("o12", "รายงานการกำกับติดตามการดำเนินงานประจำปี รอบ ๖ เดือนแรก"),
        ("o40", "การขับเคลื่อนจริยธรรม"),
        ("o14", "การตรวจสอบวัสดุและครุภัณฑ์"),
        ("i9", "ความรู้เรื่องแผนใช้จ่ายงบประมาณ"),
        ("o99", MONTHLY),
    ],
)
def test_a_name_that_is_right_in_either_year_or_says_little_is_not(code: str, words: str) -> None:
    assert told(code_of_another_duty, subject(2565, 2566, names=(name(code, words),))) == []


def test_what_a_person_must_say_is_left_alone() -> None:
    asked = name("o22", MONTHLY, certainty=Certainty.ASK)
    assert told(code_of_another_duty, subject(2566, names=(asked,))) == []


def test_no_official_name_is_told_in_its_own_year() -> None:
    for year in (2564, 2566, 2567, 2568, 2569):
        own = [
            name(row["code"].casefold(), row["name_th"])
            for row in fact_rows(f"oit_items_{year}.csv")
            if row["code"].casefold() in editions()[year].items
        ]
        assert told(code_of_another_duty, subject(year, names=tuple(own))) == []
