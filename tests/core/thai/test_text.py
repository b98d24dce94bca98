from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.text import normalise

thai = st.text(st.characters(min_codepoint=0xE01, max_codepoint=0xE5B) | st.sampled_from(" \nab"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("น\u0e4d\u0e49า", "น้ำ"),
        ("น\u0e49\u0e4dา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("ก\u0e4dากับ", "กำกับ"),
        ("ท\u0e35\u0e48", "ที่"),
        ("ท\u0e48\u0e35", "ที่"),
        ("ภัั\u0e31ส", "ภัส"),
        ("ก\u0e48\u0e48", "ก่"),
        ("เเละ", "และ"),
        ("สิทธิ์", "สิทธิ์"),
        ("สิทธ\u0e4c\u0e34", "สิทธิ์"),
        ("ท\uf70b", "ท้"),
        ("ท\u200bด\u00adส\u202eอบ\x00", "ทดสอบ"),
        ("a  b\t\u00a0c", "a b c"),
        (" หนึ่ง \r\nสอง\u2028สาม\n", "หนึ่ง\nสอง\nสาม"),
        ("e\u0301", "\u00e9"),
        ("\ud800\uffff", ""),
        ("สำนัก\U000e0080ปลัด\u2065", "สำนักปลัด"),
    ],
)
def test_text_is_kept_in_one_spelling(typed: str, kept: str) -> None:
    assert normalise(typed) == kept


@given(thai)
def test_normalising_thai_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    kept = normalise(text).replace("\n", "")
    assert {unicodedata.category(c) for c in kept} & {"Cc", "Cf", "Cs"} == set()
    assert "  " not in kept
