"""How near two spellings are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.spelling import distance, is_shortened, letters

words = st.text("กขคงามีเ่", max_size=12)


def test_spaces_and_punctuation_are_no_letters() -> None:
    assert letters("ประสิทธิภาพ\nการ-สื่อสาร (EIT)") == "ประสิทธิภาพการสื่อสารeit"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("แม่ชะนิง", "แม่ชะเมิง", 2),
        ("นาทอง", "กนาทอง", 1),
        ("นาทอง", "", 5),
        ("นาโคก", "นาโคก", 0),
    ],
)
def test_the_distance_counts_letters(one: str, other: str, expected: int) -> None:
    assert distance(one, other) == expected


@given(words, words)
def test_the_distance_is_the_same_from_both_ends(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one) <= max(len(one), len(other))
    assert (distance(one, other) == 0) is (one == other)


def test_a_shortened_name_has_its_letters_in_order() -> None:
    long = "การใช้ทรัพย์สินของราชการ"
    assert [is_shortened(each, long) for each in ("ทรัพย์สินราชการ", long, "ทรัพย์สินของกอง")] == [
        True,
        True,
        False,
    ]
