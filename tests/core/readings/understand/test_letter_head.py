"""The head of a letter is read however its typist has spaced, dotted and broken it."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.readings.understand.letter_head import LetterHead, letter_head_of
from tests.factories.sources import Made, source

DAY = date(2023, 2, 28)
OFFICE = "ส่วนราชการ สำนักปลัด เทศบาลตำบลสมมติ โทร. 0 2000 0000"
NUMBER = "ที่ สค ๗๒๔๐๑/๑๕๖ วันที่ ๒๘ กุมภาพันธ์ ๒๕๖๖"
TO = "เรียน นายกเทศมนตรีตำบลสมมติ"
WHOLE = ("สค 72401/156", DAY, "สำนักปลัด", "รายงานผล", "นายกเทศมนตรีตำบลสมมติ")

Values = tuple[object, ...]


def read(*blocks: Made) -> Values:
    head = letter_head_of(source(*blocks))
    said = (head.number, head.dated, head.unit, head.subject, head.to)
    return tuple(each and each.value for each in said)


@pytest.mark.parametrize(
    "blocks",
    [
        ["บันทึกข้อความ", OFFICE, NUMBER, "เรื่อง รายงานผล", TO],
        [f"บันทึก ข้อความ\n{OFFICE}\n{NUMBER}\nเรื่อง : รายงานผล\n{TO}\nตามที่ได้รับ"],
        [
            "บันทึกข้อความ",
            f"{OFFICE}.....",
            "ที่.....สค 72401/ 156.....",
            "วันที่..28 ก.พ. 66..",
            "เรื่อง...รายงานผล..",
            TO,
        ],
        [
            "ส่วนราชการ",
            "สำนักปลัด เทศบาลตำบลสมมติ",
            "ที่",
            "สค 72401/156",
            "วันที่",
            "28/02/2566",
            "เรื่อง",
            "รายงานผล",
            "เรียน",
            "นายกเทศมนตรีตำบลสมมติ",
        ],
        ["บันทึกข้อความ", OFFICE, [["ที่ สค 72401/156", "วันที่ 28 กุมภาพันธ์ 2566"]], "เรื่อง รายงานผล", TO],
        ["บันทึกข้อความ", OFFICE, "ที่ สค 72401/156 วันที่ 28\nกุมภาพันธ์ 2566", "เรื่องรายงานผล", TO],
    ],
)
def test_the_fields_stand_on_lines_of_any_kind(blocks: list[Made]) -> None:
    assert read(*blocks) == WHOLE


def test_a_subject_goes_on_until_the_next_field_or_the_body() -> None:
    long = "เรื่อง มาตรการ\nยกระดับ\nผลการประเมิน"

    assert read("บันทึกข้อความ", f"{long}\n{TO}")[3] == "มาตรการ ยกระดับ ผลการประเมิน"
    assert read("คำสั่งเทศบาล", f"{long}\nด้วยเทศบาล")[3] == "มาตรการ ยกระดับ ผลการประเมิน"
    assert read("คำสั่งเทศบาล", f"{long}\n{'ก' * 300}")[3] == "มาตรการ ยกระดับ ผลการประเมิน"
    assert read("คำสั่งเทศบาล", f"{long}\nก\nข\nค")[3] == "มาตรการ ยกระดับ ผลการประเมิน ก"
    assert read("คำสั่งเทศบาล", "เรื่อง ก", "ข")[3] == "ก"


def test_what_is_left_blank_is_not_said() -> None:
    blank = "ที่ ......../........ วันที่ ....... กุมภาพันธ์ 2566"

    assert read("บันทึกข้อความ", "ส่วนราชการ .......", blank, "เรื่อง .......", "เรียน .......") == (
        None,
        None,
        None,
        None,
        None,
    )
    assert read("บันทึกข้อความ", "ที่", "มาตรการ", "วันที่ 31 เมษายน 2566", TO)[:2] == (None, None)


def test_an_order_has_its_day_at_its_end() -> None:
    body = "อาศัยอำนาจตามวันที่ 1 มกราคม 2560"
    title = "คำสั่งเทศบาลตำบลสมมติ"
    lines = ("ที่ ๑๒/๒๕๖๖", "เรื่อง แต่งตั้งคณะทำงาน", body)
    expected = ("12/2566", DAY, None, "แต่งตั้งคณะทำงาน", None)

    assert read(title, *lines, "สั่ง ณ วันที่ 28 เดือน กุมภาพันธ์ พ.ศ. 2566") == expected
    assert read(title, *lines, "สั่ง ณ วันที่ 28\nกุมภาพันธ์ 2566", "(นายสมมติ ใจดี)") == expected
    assert read(f"{title} ที่ 12/2566 เรื่อง แต่งตั้งคณะทำงาน", body, "สั่ง ณ วันที่ 28 ก.พ. 66") == expected
    assert read(title, *lines, "สั่ง ณ วันที่ .....", "ก")[1] is None
    assert read(title, *lines, "สั่ง ณ วันที่")[1] is None


def test_announcements_and_letters_to_others_have_a_head_too() -> None:
    announced = ("ประกาศเทศบาลตำบลสมมติ", "เรื่อง มาตรการ", "ประกาศ ณ วันที่ 28 กุมภาพันธ์ 2566")
    letter = ("ที่ สค 72401/156", "28 กุมภาพันธ์ 2566", "เรื่อง ส่งรายงาน", "เรียน ผู้ว่าราชการ", "อ้างถึง ก")

    assert read(*announced) == (None, DAY, None, "มาตรการ", None)
    assert read(*letter) == ("สค 72401/156", DAY, None, "ส่งรายงาน", "ผู้ว่าราชการ")


def test_the_paper_of_a_meeting_has_the_day_that_it_is_as_of() -> None:
    title = "เอกสารประกอบการประชุมประจำเดือน"
    long = "ณ วันที่ 28 กุมภาพันธ์ 2566 มาตรการมีจำนวนทั้งสิ้น 30 มาตรการ จำแนกเป็นอยู่ระหว่างดำเนินการ"

    assert read(title, "เรื่อง การติดตามผล", long)[1:4] == (DAY, None, "การติดตามผล")


def test_bodies_and_other_documents_have_no_head() -> None:
    told = "วันที่ 28 กุมภาพันธ์ 2566 ได้จัดประชุมผู้บริหารและพนักงานทุกคนของเทศบาล"

    assert letter_head_of(source("แผนมาตรการ", "ที่ 1/2566", "เรื่อง แผน")) == LetterHead()
    assert letter_head_of(source()) == LetterHead()
    assert read("บันทึกข้อความ", told, "ที่ประชุม 3 ฝ่าย", TO)[:2] == (None, None)
    assert read("รายงาน", "เรียนรู้", "เรื่อง", "ส่วนราชการที่รับผิดชอบ") == (None,) * 5
    assert read("บันทึกข้อความ", TO, "เรื่อง อื่น", "ที่ 5/2566")[3] is None


def test_each_value_has_its_words_and_its_place() -> None:
    head = letter_head_of(source("บันทึกข้อความ", NUMBER))

    assert head.number is not None
    assert (head.number.words, head.number.place.line) == ("สค ๗๒๔๐๑/๑๕๖", 2)
    assert head.dated is not None
    assert (head.dated.words, head.dated.place.line) == ("๒๘ กุมภาพันธ์ ๒๕๖๖", 2)
