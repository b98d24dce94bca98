import re

import pytest

from prongsai.core.thai.near import find_near, nearest, nearly


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
