"""Two scores give their difference."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prongsai.core.checks.wrong_difference import wrong_difference
from prongsai.core.thai.numerals import to_thai_digits
from tests.factories.subjects import of_texts

points = st.decimals(min_value=0, max_value=100, places=2)


def sentence(now: object, word: str, before: object, amount: object) -> str:
    return f"ได้ {now} คะแนน {word}จากปี 2564 ({before} คะแนน) จำนวน {amount} คะแนน"


def test_a_difference_that_the_scores_do_not_give_must_be_mended() -> None:
    assert of_texts(wrong_difference, sentence("82.84", "เพิ่มขึ้น", "75.40", "7.54")) == [
        (
            "must_mend: The difference between 82.84 and 75.40 is written as 7.54."
            " From 75.40 to 82.84 it is 7.44 points."
        )
    ]


@pytest.mark.parametrize(
    ("now", "word", "before", "what"),
    [
        ("75.40", "เพิ่มขึ้น", "82.84", "75.40 is called higher than 82.84."),
        ("82.84", "ลดลง", "75.40", "82.84 is called lower than 75.40."),
        ("82.84", "เพิ่มขึ้น", "82.84", "82.84 is called higher than 82.84."),
    ],
)
def test_a_wrong_direction_must_be_mended(now: str, word: str, before: str, what: str) -> None:
    found = of_texts(wrong_difference, sentence(now, word, before, "7.44"))
    assert [each.split(" From ")[0] for each in found] == [f"must_mend: {what}"]


@pytest.mark.parametrize(
    "text",
    [
        sentence("82.84", "เพิ่มขึ้น", "75.40", "7.44"),
        sentence("84.87", "ลดลง", "93.17", "8.30"),
        "ได้ 82.84 คะแนน เพิ่มขึ้นจากปี 2564 (75.40 คะแนน) คิดเป็นร้อยละ 9.87",
        "ได้ 82.84 คะแนน เพิ่มขึ้นจากปี 2564 (75.40 คะแนน)",
        "ได้ 80.00 คะแนน เพิ่มขึ้นจากปี 2564 (0.00 คะแนน) จำนวน 80.00 คะแนน",
        "ได้ 71.25 คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน อยู่ 13.75 คะแนน",
        "งบประมาณเพิ่มขึ้นจากปี 2564 จำนวน 500,000 บาท",
    ],
)
def test_a_right_one_and_what_is_no_change_of_scores_are_not_told(text: str) -> None:
    assert of_texts(wrong_difference, text) == []


@given(points, points)
def test_right_differences_are_never_told_in_either_digits(one: Decimal, other: Decimal) -> None:
    assume(one != other)
    word = "เพิ่มขึ้น" if one > other else "ลดลง"
    text = sentence(one, word, other, abs(one - other))
    assert of_texts(wrong_difference, text, to_thai_digits(text)) == []


@given(points, points, st.decimals(min_value=0, max_value=100, places=2))
def test_wrong_ones_are_told_alike_in_either_digits(
    one: Decimal, other: Decimal, amount: Decimal
) -> None:
    off = Decimal("0.02")
    assume(one > other > 0 and abs(one - other - amount) > off)
    assume(abs((one - other) / other * 100 - amount) > off)
    text = sentence(one, "เพิ่มขึ้น", other, amount)

    arabic = of_texts(wrong_difference, text)

    assert len(arabic) == 1
    assert of_texts(wrong_difference, to_thai_digits(text)) == arabic
