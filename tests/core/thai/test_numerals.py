from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.numerals import thai_digits, to_arabic_digits, to_thai_digits


@given(st.text())
def test_turning_digits_and_turning_them_back_changes_nothing_but_thai_digits(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == to_arabic_digits(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ปีงบประมาณ พ.ศ. 2567", "ปีงบประมาณ พ.ศ. ๒๕๖๗"),
        ("85.50 คะแนน จาก 100", "๘๕.๕๐ คะแนน จาก ๑๐๐"),
        ("ข้อ o39, i7 และ e3/survey", "ข้อ o39, i7 และ e3/survey"),
        ("ข้อo12ของปี2567", "ข้อo12ของปี๒๕๖๗"),
        ("o1-o5 จำนวน 5 ข้อ", "o1-o5 จำนวน ๕ ข้อ"),
        ("https://a.go.th/ข่าว/2567 หน้า 2", "https://a.go.th/ข่าว/2567 หน้า ๒"),
        ("ดูwww.a.go.th/1/ก2 ที่ 3", "ดูwww.a.go.th/1/ก2 ที่ ๓"),
        ("saraban_02@a1.go.th โทร. 0 2000", "saraban_02@a1.go.th โทร. ๐ ๒๐๐๐"),
        ("กระดาษ A4 รุ่น v1.2", "กระดาษ A4 รุ่น v1.2"),
        ("IIT 30%", "IIT ๓๐%"),
        ("9.1/10.2", "๙.๑/๑๐.๒"),
    ],
)
def test_codes_and_addresses_keep_arabic_digits(text: str, written: str) -> None:
    assert thai_digits(text) == written


@given(st.text())
def test_writing_thai_digits_twice_changes_nothing(text: str) -> None:
    assert thai_digits(thai_digits(text)) == thai_digits(text)
