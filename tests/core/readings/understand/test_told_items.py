"""Scores that sentences give to items: likely at most, and other figures are none."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty, Reading
from prongsai.core.results import name_of
from tests.factories.sources import read

TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"
LIKELY, ASK = Certainty.LIKELY, Certainty.ASK

Seen = list[tuple[str, str, Certainty]]


def reading(text: str) -> Reading:
    return read(TITLE, text)


def scores(text: str) -> Seen:
    found = reading(text).scores
    return [(name_of((s.value.code, s.value.part)), str(s.value.score), s.certainty) for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "ข้อ i๗ ได้คะแนน ๘๒.๕๐ คะแนน",
        "ข้อที่ i7 การใช้จ่ายเงินงบประมาณ ได้รับคะแนนเฉลี่ย 82.50",
        "พบว่า i7 (82.50) เป็นข้อที่น่าสนใจ",
        "ข้อ I7: 82.50 คะแนน",
        "ข้อ i7 คิดเป็นร้อยละ 82.50",
        "- i7 การใช้จ่ายเงินงบประมาณ 82.50",
        "การใช้จ่ายเงินงบประมาณ (i7) ได้ 82.50 คะแนน",
        "ปีนี้ข้อ i7 ได้ 82.50 คะแนน",
    ],
)
def test_an_item_has_the_score_that_stands_behind_it(text: str) -> None:
    assert scores(text) == [("i7", "82.50", LIKELY)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "ได้แก่ i7 (82.50), e3 ร้อยละ 79.1",
            [("i7", "82.50", LIKELY), ("e3", "79.1", LIKELY)],
        ),
        (
            "ข้อ i7 และข้อ i8 ได้คะแนน 82.50 และ 83.10 คะแนน ตามลำดับ",
            [("i7", "82.50", LIKELY), ("i8", "83.10", LIKELY)],
        ),
        ("ข้อ o13, o14 ได้ 0 คะแนน", [("o13", "0", LIKELY), ("o14", "0", LIKELY)]),
        ("ข้อ e3 (EIT Survey) ได้คะแนน 70 คะแนน", [("e3/survey", "70", LIKELY)]),
        ("ข้อ i7 ได้คะแนน 82,5 คะแนน", [("i7", "82.5", ASK)]),
        ("ข้อ i7 ได้คะแนน 825 คะแนน", [("i7", "825", ASK)]),
        ("ข้อ i77 ได้คะแนน 82.50 คะแนน", [("i7", "82.50", ASK)]),
    ],
)
def test_several_items_parts_and_odd_figures(text: str, found: Seen) -> None:
    assert scores(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "ข้อ i7 มีผู้ตอบ 82 คน",
        "ข้อ i7 เกณฑ์ 85.00 คะแนน",
        "ข้อ i7 เพิ่มขึ้น 5.20 คะแนน",
        "ข้อ i7 ได้คะแนนไม่ต่ำกว่า 85 คะแนน",
        "ข้อ i7 ต้องได้คะแนน 90 คะแนน",
        "ข้อ i7 ได้คะแนน 90 คะแนนขึ้นไป",
        "ข้อ i7 เผยแพร่เมื่อ 12.01.2566",
        "ข้อ i7 ได้คะแนน 1.2.3 คะแนน",
        "ข้อ i7 ระดับ 3",
        "ข้อ i7 และ i8 ได้คะแนน 82.50 คะแนน",
        "ข้อ i7 และ i8 ได้คะแนน 1, 2 และ 3 คะแนน",
        "ตัวชี้วัดที่ 2 การใช้งบประมาณ (i7, i8) เป็น 82.50 คะแนน",
        "ตัวชี้วัดที่ 2 การใช้งบประมาณ (i7) เป็น 82.50 คะแนน",
        "ข้อ i7",
        "ข้อ i0 ได้คะแนน 82.50 คะแนน",
        "กองคลัง 82.50 คะแนน",
    ],
)
def test_other_figures_are_no_scores_of_items(text: str) -> None:
    assert scores(text) == []


def test_a_score_told_of_the_last_year_is_of_that_year() -> None:
    (said,) = reading("ปีที่ผ่านมา ข้อ i7 ได้ 70.00 คะแนน").scores

    assert (said.value.code, said.value.year, said.certainty) == ("i7", 2565, LIKELY)


def test_what_a_table_says_already_is_not_told_again() -> None:
    table = [["ข้อ", "หัวข้อ", "คะแนน"], ["i7", "แผน", "82.50"]]
    found = read(TITLE, table, "ข้อ i7 ได้คะแนน 82.50 คะแนน", "ข้อ i7 ได้คะแนน 80.00 คะแนน").scores

    assert [(str(s.value.score), s.certainty, str(s.why)) for s in found] == [
        ("82.50", Certainty.SURE, "None"),
        ("80.00", LIKELY, "It is told in words; it may be the score of something else."),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1) การปฏิบัติหน้าที่ ได้คะแนน 96.07", [("1", "96.07")]),
        ("ตัวชี้วัดที่ ๓ การใช้อำนาจ ได้ร้อยละ ๗๗.๒ ตัวชี้วัดที่ 4 = 80.5", [("3", "77.2"), ("4", "80.5")]),
        ("- การใช้งบประมาณ = 80.1 คะแนน โดย i7 ได้ 72.5", [("i7", "72.5"), ("2", "80.1")]),
        ("ตัวชี้วัดที่ 99 ได้ 80.1 คะแนน", []),
        ("การใช้อำนาจ 89.50", []),
    ],
)
def test_a_sentence_gives_indicators_their_scores(text: str, found: list[tuple[str, str]]) -> None:
    scores = read("ปีงบประมาณ พ.ศ. 2566", text).scores

    assert [(said.value.code, str(said.value.score)) for said in scores] == found
    assert {said.certainty for said in scores} <= {Certainty.LIKELY}


def test_behind_an_indicator_words_for_the_whole_have_its_score() -> None:
    text = "การใช้อำนาจดีขึ้น ทำให้ภาพรวมได้คะแนนรวม 88.10 คะแนน"
    (said,) = read("ปีงบประมาณ พ.ศ. 2566", text).scores

    assert (said.value.code, str(said.value.score)) == ("total", "88.10")


def test_a_part_between_the_number_and_the_name_is_told_too() -> None:
    text = "ภาพรวม ตัวชี้วัดที่ 6 (EIT Public) คุณภาพการดำเนินงาน ได้ 84.5 คะแนน"
    (said,) = read("ปีงบประมาณ พ.ศ. 2566", text).scores

    assert (name_of((said.value.code, said.value.part)), str(said.value.score)) == (
        "6/public",
        "84.5",
    )


def test_the_name_behind_the_code_of_an_item_is_not_told_of_the_indicator_of_that_name() -> None:
    assert scores("ข้อ i7 การใช้ทรัพย์สินของราชการ ได้ 78.50 คะแนน") == [
        ("i7", "78.50", Certainty.LIKELY)
    ]
