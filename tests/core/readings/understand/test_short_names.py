"""Agencies, districts and provinces in short, and what only looks like them."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty
from prongsai.core.sentences import say
from tests.factories.sources import read

OBT, OBJ = "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด"


def named(text: str) -> tuple[list[str], list[str], list[str]]:
    found = read(text)
    return (
        [said.value for said in found.agencies],
        [said.value for said in found.districts],
        [said.value for said in found.provinces],
    )


@pytest.mark.parametrize(
    ("text", "agency", "district", "province"),
    [
        ("อบต.ตัวอย่าง อ.เมือง จ.สมมติ", f"{OBT}ตัวอย่าง", "เมือง", "สมมติ"),
        ("อบต. ตัวอย่าง อ. เมือง จ. สมมติ", f"{OBT}ตัวอย่าง", "เมือง", "สมมติ"),
        ("แผนของ อ.บ.ต.ตัวอย่าง ต.ตัวอย่าง อ.เมือง จ.สมมติ", f"{OBT}ตัวอย่าง", "เมือง", "สมมติ"),
        ("อบต.ตัวอย่างอ.เมืองจ.สมมติ", f"{OBT}ตัวอย่าง", "เมือง", "สมมติ"),
        ("ทต.ตัวอย่าง อำเภอเมือง จ.สมมติ", "เทศบาลตำบลตัวอย่าง", "เมือง", "สมมติ"),
        ("นายกทม.ตัวอย่าง อ.เมือง จังหวัดสมมติ", "เทศบาลเมืองตัวอย่าง", "เมือง", "สมมติ"),
        ("(ทน.ตัวอย่าง) อ.เมือง, จ.สมมติ", "เทศบาลนครตัวอย่าง", "", "สมมติ"),
        ("มาตรการของอบจ.สมมติ จ.สมมติ", f"{OBJ}สมมติ", "", "สมมติ"),
    ],
)
def test_short_names_are_read_in_full(text: str, agency: str, district: str, province: str) -> None:
    assert named(text) == ([agency], [district] if district else [], [province])


def test_a_short_name_is_likely_and_says_why() -> None:
    found = read("อบต.ตัวอย่าง อ.เมือง จ.สมมติ")

    said = (*found.agencies, *found.districts, *found.provinces)
    assert {(each.certainty, each.why) for each in said} == {
        (Certainty.LIKELY, say("The document writes it in short only."))
    }
    assert [each.words for each in said] == ["อบต.ตัวอย่าง", *["อ.เมือง จ.สมมติ"] * 2]


@pytest.mark.parametrize(
    "text",
    [
        "นายก อบต. ลงนามในแผน",
        "ผู้บริหาร อบต. มีมาตรการ",
        "อบต.ทุกแห่ง และ อบต.ในพื้นที่",
        "ส.อบต.หมู่ที่ 1",
        "เจ้าหน้าที่ อบต.",
        "อ.สมมติ เป็นวิทยากร",
        "จ.ส.อ.สมมติ ใจดี",
        "เปิด จ.ถึง ศ. เวลา 08.30 น.",
        "ต.ค. 2566 - ก.ย. 2567",
        "พ.ศ.ทต.ก",
        "งานกทม.สมมติ",
        "ไปที่ www.อบต.ไทย",
    ],
)
def test_what_only_looks_like_a_short_name_is_none(text: str) -> None:
    assert named(text) == ([], [], [])


def test_beside_a_full_name_a_short_one_says_nothing_new() -> None:
    text = f"{OBT}ตัวอย่าง อำเภอเมือง จังหวัดสมมติ (อบต.ตัวอย่าง) อ.อื่น จ.อื่น"

    assert named(text) == ([f"{OBT}ตัวอย่าง"], ["เมือง"], ["สมมติ"])


def test_each_of_the_three_is_short_by_itself() -> None:
    assert named("อบต.ตัวอย่าง อำเภอเมือง จังหวัดสมมติ") == (
        [f"{OBT}ตัวอย่าง"],
        ["เมือง"],
        ["สมมติ"],
    )


def test_a_name_apart_from_its_short_kind_is_one_where_it_is_known() -> None:
    assert named("อบต.ตัวอย่าง และ อบต. ตัวอย่าง และ อบต. ลงนาม")[0] == [f"{OBT}ตัวอย่าง"] * 2
