"""The head of a letter is read however its typist has spaced and dotted it."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.readings.understand.letter import Head, head_of
from tests.factories.sources import source

DAY = date(2023, 2, 28)


def read(*texts: str) -> tuple[str | None, date | None, str | None]:
    head = head_of(source(*texts))
    said = (head.number, head.dated, head.subject)
    number, dated, subject = (each and each.value for each in said)
    return number, dated, subject  # type: ignore[return-value]


@pytest.mark.parametrize(
    "line",
    [
        "ที่ สค ๗๒๔๐๑/๑๕๖ วันที่ ๒๘ กุมภาพันธ์ ๒๕๖๖",
        "ที่.....สค 72401/ 156..... วันที่.....28 กุมภาพันธ์ 2566.....",
        "ที่ สค 72401 /156\nวันที่ 28 ก.พ. 66",
    ],
)
def test_number_and_day_stand_on_one_line_or_two(line: str) -> None:
    found = read("บันทึกข้อความ", line, "เรื่อง รายงานผล", "เรียน นายก อบต.ตัวอย่าง")

    assert found == ("สค 72401/156", DAY, "รายงานผล")


def test_what_is_left_blank_is_not_said() -> None:
    assert read("บันทึก ข้อความ", "..........", "ที่ ......../....... วันที่ ..........") == (
        None,
        None,
        None,
    )
    assert read("บันทึกข้อความ", "ที่ สค 72401/ วันที่ เดือน") == ("สค 72401/", None, None)


def test_an_order_has_its_day_at_its_end() -> None:
    assert read(
        "คำสั่งองค์การบริหารส่วนตำบลตัวอย่าง",
        "ที่ ๑๒/๒๕๖๖",
        "เรื่อง แต่งตั้งคณะทำงาน",
        "ด้วยองค์การบริหารส่วนตำบลตัวอย่าง ตามวันที่ 1 มกราคม 2560",
        "สั่ง ณ วันที่ 28 เดือน กุมภาพันธ์ พ.ศ. 2566",
    ) == ("12/2566", DAY, "แต่งตั้งคณะทำงาน")


def test_the_body_of_a_letter_and_other_documents_are_no_head() -> None:
    assert read("บันทึกข้อความ", "เรียน ปลัด", "เรื่อง อื่น", "ที่ 5/2566")[2] is None
    assert head_of(source("แผนมาตรการ", "ที่ 1/2566", "เรื่อง แผน")) == Head()
    assert read("บันทึกข้อความ", "ที่ประชุม 3 ฝ่าย")[0] is None
    assert head_of(source([["ก", "ข"], ["ค", "ง"]], "บันทึกข้อความ", "เรื่อง ก")) == Head()


def test_each_value_has_its_words_and_its_place() -> None:
    subject = head_of(source("บันทึกข้อความ", "เรื่อง  รายงานผล")).subject

    assert subject is not None
    assert (subject.words, subject.place.line) == ("เรื่อง รายงานผล", 2)
