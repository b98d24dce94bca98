"""Vowels and tone marks stand on letters, one of a kind."""

from __future__ import annotations

import pytest

from prongsai.core.checks.odd_marks import odd_marks
from tests.factories.subjects import of_texts


@pytest.mark.parametrize(
    "word",
    [
        "ตั\u0e31วอย่าง",
        "เมีัย",
        "น้\u0e48ำ",
        "\u0e35มี",
        "คาเแร็กเตอร์",
        "รักษา\u0e39",
        "งานาา",
        "เ",
    ],
)
def test_a_mark_too_many_or_on_nothing_is_worth_a_look(word: str) -> None:
    assert of_texts(odd_marks, f"(นางสาว {word} สมมติ)", f"และ {word} สมมติ") == [
        f"look_at: A vowel or tone mark cannot stand so in “{word}”. Type the word anew."
    ]


def test_very_many_are_told_once() -> None:
    words = " ".join(f"{letter}\u0e31\u0e31น" for letter in "กขคงจฉชซญดตถทธน")
    assert of_texts(odd_marks, words) == [
        (
            "look_at: 15 words have vowels or tone marks that cannot stand so."
            " The file may give its letters away wrong: check its Word file instead."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "วิเคราะห์ เบาะแส เหมาะสม เกาะ",
        "น้ำ ค่ำ ป้ำ กำหนด",
        "สิทธิ์ พันธุ์ บริสุทธิ์ เสน่ห์",
        "ก็ เป็น เก็บ เร็ว",
        "ต่าง ๆ ฯลฯ กทม. พ.ศ. ๒๕๖๖",
        "ปัญญา ชั้น อื่น ที่ ลื้อ",
        "ใน ไม่ ไทย แล้ว โครงการ",
        "No Gift Policy (ITA) 84.87",
    ],
)
def test_words_as_they_are_spelled_are_not_told(text: str) -> None:
    assert of_texts(odd_marks, text) == []
