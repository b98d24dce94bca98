"""The chain of signatures: ranks, names, posts that are filled for the time being, opinions."""

from __future__ import annotations

from prongsai.core.documents.papers import Signature
from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.signatures import signatures_of
from tests.factories.sources import source

CLERK = Signature(name="นางสาวทดลอง จริงจัง", position="นักวิเคราะห์นโยบายและแผน")
HEAD = Signature(
    name="ทดสอบ มั่นคง",
    rank="ว่าที่ ร.ต.",
    position="หัวหน้าฝ่ายบริหารงานทั่วไป",
    capacity="รักษาการแทน",
    acting="หัวหน้าสำนักปลัด",
)


def read(*texts: str) -> list[Signature]:
    return [said.value for said in signatures_of(source(*texts))]


def test_a_chain_is_read_in_its_order() -> None:
    assert read(
        "บันทึกข้อความ",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        "(นางสาวทดลอง จริงจัง)",
        "นักวิเคราะห์นโยบายและแผน",
        "ว่าที่ ร.ต.",
        "(ทดสอบ มั่นคง)",
        "หัวหน้าฝ่ายบริหารงานทั่วไป รักษาการแทน",
        "หัวหน้าสำนักปลัด",
        "/ร.อ. ...",
        "ร.อ.",
        "(สมมติ ใจดี)",
        "ปลัดองค์การบริหารส่วนตำบล",
    ) == [
        CLERK,
        HEAD,
        Signature(name="สมมติ ใจดี", rank="ร.อ.", position="ปลัดองค์การบริหารส่วนตำบล"),
    ]


def test_opinions_stand_above_the_name_of_who_holds_them() -> None:
    first, second, third = read(
        "บันทึกข้อความ",
        "(ลงชื่อ) ........................",
        "(นางสาวทดลอง จริงจัง)",
        "ตำแหน่ง นักวิเคราะห์นโยบายและแผน",
        "เห็นควรอนุมัติ",
        "- เสนอนายก",
        "(นายสมมติ ใจดี)",
        "ปลัดองค์การบริหารส่วนตำบล",
        "อนุมัติ",
        "ลงชื่อ ว่าที่ ร.ต. (ทดสอบ มั่นคง)",
        "นายกองค์การบริหารส่วนตำบล",
    )

    assert first == CLERK
    assert (second.opinion, second.position) == (
        "เห็นควรอนุมัติ\n- เสนอนายก",
        "ปลัดองค์การบริหารส่วนตำบล",
    )
    assert (third.opinion, third.rank, third.name) == ("อนุมัติ", "ว่าที่ ร.ต.", "ทดสอบ มั่นคง")


def test_a_post_is_filled_on_the_same_line_or_the_next() -> None:
    line = "รองปลัด รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบล"
    expected = Signature(
        name="นายสมมติ ใจดี",
        position="รองปลัด",
        capacity="รักษาราชการแทน",
        acting="ปลัดองค์การบริหารส่วนตำบล",
    )

    assert read("(นายสมมติ ใจดี)", line) == [expected]
    assert read("(นายสมมติ ใจดี)\nรองปลัด\nรักษาราชการแทน\nปลัดองค์การบริหารส่วนตำบล") == [expected]


def test_texts_behind_a_signature_are_not_of_its_position() -> None:
    long = "รายละเอียดตามเอกสารที่แนบมาพร้อมนี้ " * 4

    assert read("(นายสมมติ ใจดี)", "ปลัด", "องค์การ", "แผนมาตรการ") == [
        Signature(name="นายสมมติ ใจดี", position="ปลัด องค์การ")
    ]
    assert read("(นายสมมติ ใจดี)", "ปลัด", long, "หมายเหตุ", "(นางทดลอง จริงจัง)", "นายก") == [
        Signature(name="นายสมมติ ใจดี", position="ปลัด"),
        Signature(name="นางทดลอง จริงจัง", position="นายก"),
    ]


def test_names_side_by_side_are_asked() -> None:
    (said,) = signatures_of(source("(นายสมมติ ใจดี) (นางทดลอง จริงจัง)", "ปลัด นายก"))

    assert (said.certainty, str(said.why)) == (
        Certainty.ASK,
        "Several names stand on one line.",
    )


def test_other_brackets_are_no_names() -> None:
    assert read("แผนมาตรการ", "(Integrity Assessment)", "(ITA)", "ผลคะแนน (นายก)", "(ฉบับร่าง)") == []
    assert read("บันทึกข้อความ", "(ITA)", "(...............)") == []
    table = [["(นายสมมติ ใจดี)", "ข"], ["ค", "ง"]]

    assert [*signatures_of(source(table))] == []
