import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.near import find_near, nearest, nearly
from prongsai.core.thai.spelling import distance


@pytest.mark.parametrize(
    "written", ["คะแนน", "คะ แนน", "คะแน", "คแนน", "ขะแนน", "คะแนนน", "คะแแนน"]
)
def test_a_word_is_known_with_a_letter_more_less_or_other(written: str) -> None:
    assert re.fullmatch(nearly("คะแนน"), written)


@pytest.mark.parametrize("written", ["คะ", "แผน", "คะนแน", "คณะกรรมการ"])
def test_another_word_is_not_taken_for_it(written: str) -> None:
    assert re.fullmatch(nearly("คะแนน"), written) is None


@pytest.mark.parametrize(
    ("written", "most", "found"),
    [
        ("กองคลัง", 1, "กองคลัง"),
        ("กองคลงั", 2, "กองคลัง"),
        ("กองคลังง", 1, "กองคลัง"),
        ("กองxxxx", 1, ""),
        ("กองช้าง", 0, ""),
        ("กองก่าง", 1, ""),  # as near to one as to another
        ("", 3, ""),
    ],
)
def test_the_one_nearest_word_is_found(written: str, most: int, found: str) -> None:
    assert nearest(written, ["กองคลัง", "กองช่าง", "กองข่าง"], most) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ก หน่วยงาน หลัก : ข", "หน่วยงาน หลัก"),
        ("ก หนวยาน หลกั : ข", None),  # three letters off
        ("หน่วยานหลัก", "หน่วยานหลัก"),
        ("หนวยงานหลัก และ หน่วยงานหลัก", "หน่วยงานหลัก"),
        ("กองคลัง", None),
        ("", None),
    ],
)
def test_words_are_found_in_a_text_where_they_are_nearest(text: str, found: str | None) -> None:
    span = find_near("หน่วยงานหลัก", text, 2)

    assert (text[slice(*span)] if span else None) == found


@given(st.text("กขค", min_size=6, max_size=9), st.text("กขค ", max_size=14), st.integers(0, 2))
def test_what_is_found_is_as_near_as_it_is_said_to_be(words: str, text: str, most: int) -> None:
    starts = range(len(text))
    pieces = [text[n:m].replace(" ", "") for n in starts for m in range(n + 1, len(text) + 1)]
    best = min((distance(words, piece) for piece in pieces), default=most + 1)
    found = find_near(words, text, most)

    assert (found is not None) == (best <= most)
    if found is not None:
        assert distance(words, text[slice(*found)].replace(" ", "")) == best


@given(
    st.text("กขค", max_size=6), st.sets(st.text("กขค", min_size=1, max_size=6)), st.integers(0, 3)
)
def test_no_word_is_nearer_than_the_one_found(written: str, known: set[str], most: int) -> None:
    far = {word: distance(written, word) for word in known}
    found = nearest(written, known, most)

    if found in known:
        assert far[found] == min(far.values()) <= most
    else:
        near = [word for word, letters in far.items() if letters == min(far.values()) <= most]
        assert found == ""
        assert len(near) != 1
