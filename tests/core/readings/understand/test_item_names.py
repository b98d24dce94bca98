"""The words of a sentence are not surely the name of the item whose code they follow."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty
from tests.factories.sources import read

TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"


def names(text: str) -> list[tuple[str, str, Certainty]]:
    return [(s.value.code, s.value.name, s.certainty) for s in read(TITLE, text).names]


@pytest.mark.parametrize(
    "text",
    [
        "ข้อ i20 ได้คะแนน 66.73 ซึ่งต่ำกว่าเกณฑ์",
        "จากข้อ i20 พบว่าบุคลากรยังไม่ทราบแนวปฏิบัติ",
        "หน่วยงานควรปรับปรุงข้อ i20 ให้ดีขึ้นโดยเร็ว",
    ],
)
def test_a_sentence_that_goes_on_behind_a_code_is_no_name(text: str) -> None:
    assert names(text) == []


def test_a_name_ends_where_the_sentence_goes_on_and_is_likely() -> None:
    assert names("ข้อ i20 การยืมของหลวง ได้คะแนน 66.73") == [("i20", "การยืมของหลวง", Certainty.LIKELY)]
    assert names("ข้อ i99 การยืมของหลวง") == [("i9", "การยืมของหลวง", Certainty.ASK)]


def test_the_own_name_of_an_item_is_sure() -> None:
    own = "การขออนุญาตยืมและการกำกับทรัพย์สิน"

    assert names(f"ข้อ i20 {own}") == [("i20", own, Certainty.SURE)]
    assert names(f"ข้อ i21 {own}") == [("i21", own, Certainty.LIKELY)]


def test_a_sentence_in_the_cell_of_an_item_is_likely() -> None:
    table = [["ข้อ", "หัวข้อ", "คะแนน"], ["i20", "ควรเร่งประชาสัมพันธ์", "70"], ["i7", "แผน", "80"]]

    assert [(s.value.code, s.certainty) for s in read(TITLE, table).names] == [
        ("i20", Certainty.LIKELY),
        ("i7", Certainty.SURE),
    ]
