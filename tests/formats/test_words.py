from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.formats.words import pieces, width

thai = st.text(
    st.characters(min_codepoint=0xE01, max_codepoint=0xE5B) | st.sampled_from(" \n().,a1")
)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("การกำกับดูแลตัวชี้วัด", "การกำกับดูแล|ตัวชี้วัด"),
        ("ข้อ (o39, i7) ผ่าน", "ข้อ| |(o39,| |i7)| |ผ่าน"),
        ("หน่วยงานต่าง ๆ ของรัฐ", "หน่วยงาน|ต่าง ๆ| |ของ|รัฐ"),
        ("“ผ่าน” 85.00% 1,234.50 บาท", "“ผ่าน”| |85.00%| |1,234.50| |บาท"),
        ("หนึ่ง\nสอง", "หนึ่ง|\n|สอง"),
        ("✓ แล้ว", "✓| |แล้ว"),
        ("ประจำปี พ.ศ. 2567 ถึง พ.ศ. ๒๕๗๐", "ประจำปี| |พ.ศ. 2567| |ถึง| |พ.ศ. ๒๕๗๐"),
        ("( ร่าง ) พ.ศ. นี้", "(| |ร่าง )| |พ.ศ.| |นี้"),
    ],
)
def test_a_line_may_end_between_words_and_never_before_their_punctuation(
    text: str, cut: str
) -> None:
    assert pieces(text) == cut.split("|")


@given(thai, st.one_of(st.none(), st.floats(0, 20)))
def test_the_pieces_are_the_text_again(text: str, widest: float | None) -> None:
    assert "".join(pieces(text, widest)) == text


def test_a_word_wider_than_its_column_is_cut_where_it_can_be_read_on() -> None:
    assert pieces("องค์การบริหารส่วนตำบล", widest=6) == ["องค์", "การบริหาร", "ส่วนตำบล"]


@pytest.mark.parametrize(
    ("text", "widest", "cut"),
    [
        ("www.example.go.th/ita/2567", 9, "www.example.|go.th/ita/2567"),
        ("www.example.go.th/2567ฯลฯ", 9, "www.example.|go.th/2567ฯลฯ"),
        ("ดำเนินการ)", 5.2, "ดำเนินกา|ร)"),  # better than a line that begins with the bracket
        ("หน่วยตรวจสอบภายใน,", 6, "หน่วย|ตรวจสอบ|ภายใน,"),
        ("(ดำเนินการ", 5.2, "(|ดำเนินการ"),  # there is no room for both
        ("แล้ว )", 4, "แล้ว )"),
        ("หน่วยตรวจสอบภายใน,", 8, "หน่วยตรวจสอบ|ภายใน,"),
        (".......", 1, "..|..|..|."),
    ],
)
def test_a_piece_wider_than_its_column_keeps_its_punctuation(
    text: str, widest: float, cut: str
) -> None:
    assert pieces(text, widest) == cut.split("|")


@pytest.mark.parametrize("text", ["https://www.example.go.th/2567", "ปฏิบัติหน้าที่", "ก" * 40])
def test_no_piece_is_wider_than_its_column(text: str) -> None:
    assert max(width(piece) for piece in pieces(text, widest=2.5)) <= 2.5


def test_reading_the_dictionary_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    code = "from prongsai.formats.words import pieces; pieces('ทดสอบ')"
    subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "HOME": str(tmp_path)}, check=True
    )
    assert list(tmp_path.iterdir()) == []
