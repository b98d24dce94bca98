"""Ranks, names, posts and opinions are told apart by how they begin."""

from __future__ import annotations

import pytest

from prongsai.core.readings.understand.signing_words import (
    goes_on,
    is_bare_name,
    is_named,
    is_opinion,
    is_post,
    is_prefix,
    is_rank,
    is_role,
    post_of,
    posts_beside,
    rank_and_rest,
    with_line,
)


@pytest.mark.parametrize(
    "text",
    [
        *("ว่าที่", "ว่าที่ ร.ต.", "ว่าที่ร้อยตรี", "ร.อ.", "พ.จ.อ.", "จ.ส.ต.", "พ.ต.อ. ดร."),
        *("ร้อยเอก", "พันจ่าเอก", "ว่าที่ ร.ต.หญิง", "ว่าที่ร้อยตรี (หญิง)", "ผศ. ดร.", "ร.อ. ......."),
    ],
)
def test_a_rank_is_a_rank_alone(text: str) -> None:
    assert is_rank(text)
    assert not is_rank(f"{text} สมมติ ใจดี")


def test_a_rank_is_taken_off_a_name() -> None:
    assert rank_and_rest("ว่าที่ ร.ต. สมมติ ใจดี") == ("ว่าที่ ร.ต.", "สมมติ ใจดี")
    assert rank_and_rest("สมมติ ใจดี") == ("", "สมมติ ใจดี")


@pytest.mark.parametrize(
    "text",
    [
        "นายสมมติ ใจดี",
        "นาง สมมติ ใจดี",
        "น.ส.สมมติ ใจดี",
        "นายกมล ใจดี",
        "ว่าที่ร้อยตรีสมมติ ใจดี",
        "ดร.สมมติ ใจดี",
    ],
)
def test_a_name_has_a_prefix(text: str) -> None:
    assert is_named(text)
    assert not is_post(text)


@pytest.mark.parametrize(
    "text", ["นายก", "นายกองค์การบริหารส่วนตำบล", "นายอำเภอสมมติ", "นาย", "ข้อมูลปี 2566"]
)
def test_a_post_is_no_name(text: str) -> None:
    assert not is_named(text)


def test_a_name_without_a_prefix_is_a_few_words() -> None:
    assert is_bare_name("สมมติ ใจดี")
    assert not is_bare_name("ปลัด เทศบาล")
    assert not is_bare_name("สมมติ ใจดี กับ ผู้อื่น")
    assert (is_prefix("นางสาว"), is_prefix("นางสาวสมมติ")) == (True, False)


def test_roles_are_no_posts_of_an_office() -> None:
    assert [is_role(text) for text in ("ผู้เสนอ", "พยาน", "ผู้อำนวยการกองคลัง", "ผู้" + "ก" * 60)] == [
        *(True, True, False, False)
    ]


@pytest.mark.parametrize(
    ("post", "line", "is_of_it"),
    [
        ("", "ปลัดเทศบาล", True),
        ("", "ข้าราชการ", True),
        ("", "ข้าราชการระดับ 8", False),
        ("", "ภาคผนวก", False),
        ("", "ก" * 61, False),
        ("", "ปลัด" + "ก" * 120, False),
        ("", "เห็นชอบ", False),
        ("นิติกร", "ปฏิบัติการ", True),
        ("นิติกร", "กรรมการและเลขานุการ", True),
        ("นิติกร", "ผู้จัดทำ", True),
        ("รองปลัด", "รักษาราชการแทน", True),
        ("รองปลัด รักษาราชการแทน", "ปลัดเทศบาล", True),
        ("ผู้อำนวยการ", "กองคลัง", True),
        ("ปลัดเทศบาล", "เทศบาลตำบลสมมติ", False),
        ("ปลัด", "มาตรการ", False),
    ],
)
def test_a_line_is_of_the_post_above_it(post: str, line: str, is_of_it: bool) -> None:
    assert goes_on(post, line) is is_of_it


def test_lines_of_a_post_are_put_together() -> None:
    assert with_line("", "นิติกร") == "นิติกร"
    assert with_line("นิติกร", "ปฏิบัติการ") == "นิติกร ปฏิบัติการ"
    assert with_line("นักวิเคราะห์นโยบาย", "และแผน") == "นักวิเคราะห์นโยบายและแผน"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ตำแหน่ง : นิติกร", ("นิติกร", "", "")),
        ("ตำแหน่ง ...........", ("", "", "")),
        ("รองปลัด รักษา ราชการ แทน ปลัด", ("รองปลัด", "รักษาราชการแทน", "ปลัด")),
        ("รักษาการแทน หัวหน้าสำนักปลัด", ("", "รักษาการแทน", "หัวหน้าสำนักปลัด")),
        ("รองนายก ปฏิบัติราชการแทน", ("รองนายก", "ปฏิบัติราชการแทน", "")),
        ("นิติกร รักษาการในตำแหน่ง ปลัด", ("นิติกร", "รักษาการในตำแหน่ง", "ปลัด")),
        ("ผู้ปฏิบัติหน้าที่ธุรการ", ("ผู้ปฏิบัติหน้าที่ธุรการ", "", "")),
    ],
)
def test_a_post_may_be_filled_in_a_capacity(text: str, parts: tuple[str, str, str]) -> None:
    assert post_of(text) == parts


def test_posts_side_by_side_begin_as_posts_do() -> None:
    assert posts_beside("นิติกร หัวหน้าสำนัก ปลัด", 3) == ["นิติกร", "หัวหน้าสำนัก", "ปลัด"]
    assert posts_beside("นิติกร ชำนาญการ ปลัด", 2) == ["นิติกร ชำนาญการ", "ปลัด"]
    assert posts_beside("นิติกร ข้าราชการ", 2) == ()


def test_opinions_begin_with_what_superiors_say() -> None:
    assert [is_opinion(t) for t in ("- เห็นชอบ", "อนุมัติ", "( ) ทราบ", "ปลัด")] == [True] * 3 + [False]
