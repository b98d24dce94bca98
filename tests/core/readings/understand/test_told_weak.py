"""Items that sentences call weak, and those that they keep, suppose or cite."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty
from tests.factories.sources import Made, read

TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"
TABLE: Made = [["ชื่อ", "หมายเหตุ"], ["ก", "ข"]]


def weak(*blocks: Made) -> dict[str, Certainty]:
    return {said.value: said.certainty for said in read(TITLE, *blocks).weak}


def likely(*codes: str) -> dict[str, Certainty]:
    return dict.fromkeys(codes, Certainty.LIKELY)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ข้อที่มีคะแนนต่ำกว่าร้อยละ ๘๕ ได้แก่ i7 (82.50), e3 ร้อยละ 79.1", ["i7", "e3"]),
        ("จุดอ่อน คือ ข้อ i7 และ i9 กับข้อ e3 (EIT Survey)", ["i7", "i9", "e3/survey"]),
        ("ข้อ i20 ได้คะแนน 66.73 ซึ่งไม่ผ่านเกณฑ์", ["i20"]),
        ("หน่วยงานควรเร่งปรับปรุงข้อ i20 ให้ดีขึ้น", ["i20"]),
        ("o13 ได้ 0 คะแนน ต้องแก้ไขโดยเร็ว", ["o13"]),
        ("ข้อที่ได้คะแนนน้อยที่สุด คือ i7", ["i7"]),
        ("ประเด็นที่ต้องพัฒนา\n- i7 แผน 82.50\n- i20 การยืม 66.73", ["i7", "i20"]),
        (
            "ประเด็นที่ต้องพัฒนา: ตัวชี้วัดที่ 2 การใช้งบประมาณ (i7, i9) และตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (o13)",
            ["i7", "i9", "o13"],
        ),
        ("มี 2 ข้อที่ควรปรับปรุง ดังนี้ 1) i7 แผน 2) i8 ความคุ้มค่า ส่วนข้อ i1 ได้ 95.00", ["i7", "i8"]),
        ("ข้อ i7 ได้ 70.00 คะแนน ต่ำกว่าเกณฑ์ ข้อ i8 ก็ไม่ผ่านเช่นกัน", ["i7", "i8"]),
        ("ข้อ i1 ดีมาก แต่ต่ำกว่าเกณฑ์คือ i8", ["i8"]),
        ("ข้อ i7 ไม่ผ่านเกณฑ์ ข้อ i8 ไม่ถึงเกณฑ์", ["i7", "i8"]),
        ("รักษามาตรฐานข้อ i1 และต้องปรับปรุงข้อ i7 โดยเผยแพร่แผน (o11)", ["i7"]),
        ("ต้องปรับปรุง ได้แก่ i7 แผนการใช้จ่าย (o11)", ["i7"]),
    ],
)
def test_sentences_call_items_weak_in_many_words(text: str, codes: list[str]) -> None:
    assert weak(text) == likely(*codes)


@pytest.mark.parametrize(
    "text",
    [
        "ไม่มีข้อใดต่ำกว่าเกณฑ์ โดยข้อ i7 ได้คะแนน 90.00 คะแนน",
        "ข้อ i7 ได้คะแนนไม่ต่ำกว่า 85 คะแนน",
        "หากข้อ i7 ต่ำกว่าเกณฑ์ ให้จัดทำมาตรการ",
        "ข้อ i7 ผ่านเกณฑ์ และเป็นข้อที่ไม่ต้องปรับปรุง",
        "รักษาระดับข้อ i7 ต้องพัฒนาต่อเนื่อง",
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน (e1, e3) ได้คะแนน 84.87 คะแนน ต่ำกว่าเกณฑ์",
        "ต้องปรับปรุงเว็บไซต์ของหน่วยงานตามมาตรการที่กำหนดไว้ในข้อ o1",
        f"ควรปรับปรุง{'งานบริการ ' * 20}ข้อ i7 เป็นไปตามเป้าหมาย",
        f"ควรปรับปรุง {'งานบริการ ' * 6}และข้อ i7 เป็นไปตามเป้าหมาย",
        "ข้อ i7 ได้คะแนน 90.00 คะแนน",
        "ประเด็นที่ต้องพัฒนาของหน่วยงาน",
    ],
)
def test_what_is_kept_supposed_or_above_the_mark_is_not_weak(text: str) -> None:
    assert weak(text) == {}


def test_a_line_may_say_what_the_list_below_it_is_of() -> None:
    head = "ประเด็นที่ต้องพัฒนา"
    listed = ("1. ข้อ i7 แผน", "2. ข้อ i20 การยืม (66.73)")

    assert weak(head, *listed, "สรุป ข้อ i1 ดี") == likely("i7", "i20")
    assert weak(head, TABLE, *listed) == {}
    assert weak(head, "ทั้งนี้ตามรายงาน", *listed) == {}
    assert weak("ไม่มีประเด็นที่ต้องพัฒนา", *listed) == {}
    assert weak(head, listed[0], "2. ข้อ i1 รักษามาตรฐาน", "3. ข้อ i2 ก") == likely("i7", "i1", "i2")
    long = "จากการวิเคราะห์ผลการประเมินของหน่วยงานทั้งสามแบบวัดในปีงบประมาณ พบว่ามีจุดที่ควรพัฒนาในหลายด้าน"
    assert weak(f"{long} ดังนี้", *listed) == likely("i7", "i20")
    assert weak(f"{long}และหน่วยงานรับทราบแล้ว", *listed) == {}


def test_what_was_weak_in_another_year_or_cannot_be_read_is_asked_for() -> None:
    assert weak("ปีที่ผ่านมา ข้อ i7 ต่ำกว่าเกณฑ์") == {"i7": Certainty.ASK}
    assert weak("ควรปรับปรุงข้อ i99") == {"i9": Certainty.ASK}


def test_it_is_told_by_which_words_an_item_is_taken_for_weak() -> None:
    (said,) = read(TITLE, "ควรปรับปรุงข้อ i20 ให้ดีขึ้น").weak

    assert (said.words, str(said.why)) == (
        "i20 ให้ดีขึ้น",
        "“ควรปรับปรุง” beside it was taken for calling it weak.",
    )
