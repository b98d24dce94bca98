"""The chain of signatures, as letters, tables and scanners have it."""

from __future__ import annotations

import pytest

from prongsai.core.documents.papers import Signature
from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.understand.signatures import signatures_in
from tests.factories.sources import Made, source

CLERK = Signature(name="นางสาวทดลอง จริงจัง", position="นักวิเคราะห์นโยบายและแผน")
HEAD = Signature(
    name="ทดสอบ มั่นคง",
    rank="ว่าที่ ร.ต.",
    position="หัวหน้าฝ่ายบริหารงานทั่วไป",
    capacity="รักษาการแทน",
    acting="หัวหน้าสำนักปลัด",
)
CHAIR = Signature(name="นายสมมติ ใจดี", position="ปลัดเทศบาล")


def said(*blocks: Made) -> list[Said[Signature]]:
    return [*signatures_in(source(*blocks))]


def read(*blocks: Made) -> list[Signature]:
    return [each.value for each in said(*blocks)]


CHAIN = (
    "จึงเรียนมาเพื่อโปรดพิจารณา",
    "(นางสาวทดลอง จริงจัง)",
    "นักวิเคราะห์นโยบาย\nและแผน",
    "ว่าที่ ร.ต.",
    "(ทดสอบ มั่นคง)",
    "หัวหน้าฝ่ายบริหารงานทั่วไป",
    "ว่าที่ ร.ต.",
    "(ทดสอบ มั่นคง)",
    "หัวหน้าฝ่ายบริหารงานทั่วไป รักษาการแทน",
    "หัวหน้าสำนักปลัด",
    "/ร.อ. ...",
    "ร.อ.",
    "(สมมติ ใจดี)",
    "ปลัดองค์การบริหารส่วนตำบล",
)


def test_a_chain_is_read_in_its_order_one_person_twice() -> None:
    found = said(*CHAIN)

    assert [each.value for each in found] == [
        CLERK,
        Signature(name=HEAD.name, rank=HEAD.rank, position=HEAD.position),
        HEAD,
        Signature(name="สมมติ ใจดี", rank="ร.อ.", position="ปลัดองค์การบริหารส่วนตำบล"),
    ]
    assert {each.certainty for each in found} == {Certainty.SURE}


def test_a_signature_has_its_words_and_its_place() -> None:
    found = said("ก", "ว่าที่ ร.ต.", "(ทดสอบ มั่นคง)", f"{HEAD.position} รักษาการแทน", HEAD.acting)
    (each,) = found

    assert (each.value, each.place.line) == (HEAD, 3)
    assert each.words == ("ว่าที่ ร.ต. (ทดสอบ มั่นคง) หัวหน้าฝ่ายบริหารงานทั่วไป รักษาการแทน หัวหน้าสำนักปลัด")


def test_dots_without_a_name_have_a_post() -> None:
    assert read("(..........)", "นิติกร", "ลงชื่อ ..........", "ปลัด") == [
        Signature(position="นิติกร"),
        Signature(position="ปลัด"),
    ]
    assert read("ลงชื่อ......", "(        )", "ตำแหน่ง ........", "วันที่ ...../...../.....") == []


def test_dots_between_name_and_post_are_passed_over() -> None:
    assert read("(นายสมมติ ใจดี)", "..........", "ปลัดเทศบาล") == [CHAIR]


def test_opinions_stand_above_the_name_of_who_holds_them() -> None:
    first, second, third = read(
        "(ลงชื่อ) ........................",
        "(นางสาวทดลอง จริงจัง)",
        "ตำแหน่ง นักวิเคราะห์นโยบายและแผน",
        "ความเห็นของปลัดเทศบาล",
        "เห็นควรอนุมัติ ...........",
        "- เสนอนายก",
        "(นายสมมติ ใจดี)",
        "ปลัดเทศบาล",
        "คำสั่งนายก: อนุมัติ",
        "ลงชื่อ ว่าที่ ร.ต. (ทดสอบ มั่นคง)",
        "นายกเทศมนตรี",
    )

    assert first == CLERK
    assert (second.opinion, second.position) == ("เห็นควรอนุมัติ\n- เสนอนายก", "ปลัดเทศบาล")
    assert (third.opinion, third.rank, third.name) == ("อนุมัติ", "ว่าที่ ร.ต.", "ทดสอบ มั่นคง")


@pytest.mark.parametrize(
    ("lines", "opinion"),
    [
        (["จึงเรียนมาเพื่อโปรดพิจารณา", "ตามที่เสนอ"], "ตามที่เสนอ"),
        (["จึงเรียนมาเพื่อโปรดพิจารณา\nต่อไป"], ""),
        (["จึงเรียนมาเพื่อโปรดพิจารณา\nเห็นชอบ"], "เห็นชอบ"),
        (["เนื้อความ", "เห็นควร", "อนุมัติ"], "เห็นควร\nอนุมัติ"),
        (["เห็นควร" + "ก" * 100], ""),
        (["เนื้อความ"], ""),
    ],
)
def test_above_the_first_name_stands_the_end_of_the_letter(lines: list[str], opinion: str) -> None:
    assert [each.opinion for each in read(*lines, "(นายสมมติ ใจดี)", "ปลัดเทศบาล")] == [opinion]


def test_between_two_letters_only_what_begins_so_is_an_opinion() -> None:
    long = "รายละเอียดตามเอกสารที่แนบมาพร้อมนี้ " * 10
    name = ("(นายสมมติ ใจดี)", "ปลัดเทศบาล")

    assert [each.opinion for each in read(*name, long, "ร.อ.", "ก", *name)] == ["", ""]
    assert [each.opinion for each in read(*name, *"กขคงจฉ", "ทราบ", *name)] == ["", "ทราบ"]


def test_the_place_for_an_opinion_is_none() -> None:
    chain = ("(นายสมมติ ใจดี)", "ปลัดเทศบาล")
    lines = ("ความเห็น ..............", "ความเห็น: เห็นชอบ ........")

    assert [each.opinion for each in read(*chain, lines[0], *chain)] == ["", ""]
    assert [each.opinion for each in read(*chain, lines[1], *chain)] == ["", "ความเห็น: เห็นชอบ"]


def test_a_choice_that_nobody_made_is_no_opinion() -> None:
    first = ("(นายสมมติ ใจดี)", "ปลัดเทศบาล")

    assert read(*first, "( ) อนุมัติ ( ) ไม่อนุมัติ", *first)[1].opinion == ""
    assert read(*first, "( / ) อนุมัติ ( ) ไม่อนุมัติ", *first)[1].opinion == "( / ) อนุมัติ ( ) ไม่อนุมัติ"


@pytest.mark.parametrize(
    "lines",
    [
        ["รองปลัด รักษาราชการแทน ปลัดเทศบาล"],
        ["รองปลัด\nรักษาราชการแทน\nปลัดเทศบาล"],
        ["รองปลัด", "รักษาราชการแทน ปลัดเทศบาล"],
        ["รองปลัด รักษาราชการแทน", "ปลัดเทศบาล"],
    ],
)
def test_a_post_is_filled_on_the_same_line_or_the_next(lines: list[str]) -> None:
    assert read("(นายสมมติ ใจดี)", *lines) == [
        Signature(
            name="นายสมมติ ใจดี", position="รองปลัด", capacity="รักษาราชการแทน", acting="ปลัดเทศบาล"
        )
    ]


def test_as_what_somebody_signs_goes_with_the_opinion() -> None:
    assert read("ลงชื่อ.......ผู้เสนอ", "(นายสมมติ ใจดี)", "ปลัดเทศบาล") == [
        Signature(name="นายสมมติ ใจดี", position="ปลัดเทศบาล", opinion="ผู้เสนอ")
    ]
    assert read("ลงชื่อ.......ประธานกรรมการ") == [Signature(position="ประธานกรรมการ")]


def test_several_sign_side_by_side() -> None:
    names = "(นางสาวทดลอง จริงจัง) (นายสมมติ ใจดี)"

    assert read(names, "นักวิเคราะห์นโยบายและแผน ปลัดเทศบาล") == [CLERK, CHAIR]
    assert read(names, "นักวิเคราะห์นโยบาย ปลัดเทศบาล", "เห็นชอบ")[1] == CHAIR
    found = said(names, "นิติกร ข้าราชการ ปลัดเทศบาล และอื่น", "ปลัดเทศบาล")
    assert [(each.value.name, each.value.position) for each in found] == [
        ("นางสาวทดลอง จริงจัง", "นิติกร ข้าราชการ"),
        ("นายสมมติ ใจดี", "ปลัดเทศบาล และอื่น"),
    ]
    unclear = said(names, "ปลัดเทศบาล ข้าราชการ", "ปลัดเทศบาล")
    assert [(each.value.position, each.certainty) for each in unclear] == [("", Certainty.ASK)] * 2


@pytest.mark.parametrize(
    "table",
    [
        [["(นางสาวทดลอง จริงจัง)\nนักวิเคราะห์นโยบายและแผน", "(นายสมมติ ใจดี)\nปลัดเทศบาล"]],
        [
            ["(ลงชื่อ).......", "(ลงชื่อ)......."],
            ["(นางสาวทดลอง จริงจัง)", "(นายสมมติ ใจดี)"],
            ["นักวิเคราะห์นโยบายและแผน", "ปลัดเทศบาล"],
        ],
        [["(นางสาวทดลอง จริงจัง)\nนักวิเคราะห์นโยบายและแผน", ""], ["", "(นายสมมติ ใจดี)\nปลัดเทศบาล"]],
        [["", "(นางสาวทดลอง จริงจัง)\nนักวิเคราะห์นโยบายและแผน"], ["(นายสมมติ ใจดี)\nปลัดเทศบาล", ""]],
    ],
)
def test_cells_are_read_by_columns_and_their_names_by_rows(table: list[list[str]]) -> None:
    assert read("เนื้อความ", table) == [CLERK, CHAIR]


def test_tables_of_measures_hold_no_signatures() -> None:
    assert read([["มาตรการ", "คะแนน"], ["(นายสมมติ ใจดี)", "1"]]) == []


def test_what_is_not_sure_says_why() -> None:
    (post,) = said("(นายสมมติ ใจดี)", "ข้าราชการเทศบาล")
    (copy,) = said("สำเนาถูกต้อง", "(นายสมมติ ใจดี)", "นิติกร")
    (bare,) = said("(สมมติ ใจดี)", "นิติกร")

    assert [(each.certainty, str(each.why)) for each in (post, copy, bare)] == [
        (Certainty.LIKELY, "What stands below the name is taken for the post."),
        (Certainty.ASK, "Who certifies a copy may not be of the chain."),
        (Certainty.LIKELY, "The name has neither a prefix nor a rank."),
    ]


def test_texts_behind_a_signature_are_not_of_its_position() -> None:
    assert read("(นายสมมติ ใจดี)", "ปลัดเทศบาล", "แผนมาตรการ", "เทศบาลตำบลสมมติ") == [CHAIR]
