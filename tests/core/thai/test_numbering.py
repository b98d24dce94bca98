"""Lists inside a text: which numbers are theirs, and where they break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.numbering import Fault, breaks_in, late_starts_in, marks_in
from prongsai.core.thai.numerals import to_thai_digits

FRAMES = ["{}. งาน", "{}) งาน", "({}) งาน", "{}.งาน"]


def numbers(text: str) -> list[int]:
    return [mark.value.number for mark in marks_in(text)]


def breaks(text: str) -> list[tuple[int, int, str]]:
    return [
        (each.before.value.number, each.mark.value.number, each.fault.value)
        for each in breaks_in(marks_in(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑. ก ๒.ข ๓) ค (๔) ง", [1, 2, 3, 4]),
        ("ตามตัวชี้วัดที่ 1.การปฏิบัติหน้าที่ 2.การใช้งบประมาณ", [1, 2]),
        ("๑. ก ๒. เมื่อวันที่ ๓.จัดทำ", [1, 2, 3]),
    ],
)
def test_the_numbers_of_points_are_found(text: str, expected: list[int]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ตามข้อ 1. และข้อ 3. ของระเบียบ",
        "มาตรา 9 (7) และ (8) แห่งพระราชบัญญัติ",
        "1.1 จัดโครงการ 1.2 จัดอบรม",
        "คะแนน 84.87",
        "วันที่ 3. ",
        "(อ้างอิงจาก 7) และ (อ้างอิงจาก ๐9)",
        "ณ เวลา 9. นาฬิกา",
        "ปี 2566. จัดทำ",
    ],
)
def test_numbers_of_sentences_are_not(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑. ก ๒. ข ๓. ค ๕. ง ๖. จ", [(3, 5, "skips")]),
        ("(๑) ก (๒) ข (๔) ค (๖) ง", [(2, 4, "skips"), (4, 6, "skips")]),
        ("1. ก 2. ข 2. ค", [(2, 2, "repeats")]),
        ("3. ก 4. ข 2. ค", [(4, 2, "goes_back")]),
    ],
)
def test_a_number_that_does_not_go_on_is_told(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    assert breaks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. ก (1) ข (2) ค 2. ง (1) จ",
        "1. ก 1. ข 1. ค",
        "1. ก 1. ข 2. ค 2. ง 3. จ",
        "๑. ก ๒. ข ๑. ค ๒. ง ๓. จ",
        "",
    ],
)
def test_lists_inside_and_behind_each_other_are_whole(text: str) -> None:
    assert breaks(text) == []


def test_a_break_knows_its_list() -> None:
    (found,) = breaks_in(marks_in("2. ก 3. ข 5. ค"))
    assert (found.first, found.points, found.fault) == (2, 3, Fault.SKIPS)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("ก (1) ข 2. ค 3. ง", [2]),
        ("1. ก 2. ข", []),
        ("2. ก", []),
        ("2. ก 5. ข", []),
        ("ตามตัวชี้วัดที่ 6.คุณภาพ 7.ประสิทธิภาพ", []),
    ],
)
def test_a_list_that_begins_late_is_told(text: str, starts: list[int]) -> None:
    assert [mark.value.number for mark in late_starts_in(marks_in(text))] == starts


@given(st.integers(2, 30), st.sampled_from(FRAMES))
def test_lists_that_count_are_whole_in_either_digits(length: int, frame: str) -> None:
    text = " ".join(frame.replace("{}", str(number)) for number in range(1, length + 1))
    for each in (text, to_thai_digits(text)):
        assert numbers(each) == list(range(1, length + 1))
        assert breaks(each) == []


@given(st.integers(3, 30), st.data(), st.sampled_from(FRAMES))
def test_a_point_that_is_lost_is_missed(length: int, data: st.DataObject, frame: str) -> None:
    lost = data.draw(st.integers(2, length - 1))
    kept = [number for number in range(1, length + 1) if number != lost]
    text = " ".join(frame.replace("{}", str(number)) for number in kept)
    assert breaks(text) == [(lost - 1, lost + 1, "skips")]
