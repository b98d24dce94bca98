"""The codes of the checklist begin with the letter o."""

from __future__ import annotations

import pytest

from prongsai.core.checks.zero_for_letter import zero_for_letter
from prongsai.core.readings.model import Citation, NamedCode
from tests.factories.subjects import said, subject, told


def test_codes_with_a_zero_are_told_once() -> None:
    of = subject(
        2566,
        names=(
            said(NamedCode(code="o2", name="ข้อมูลผู้บริหาร"), "0๒ ข้อมูลผู้บริหาร"),
            said(NamedCode(code="o1", name="โครงสร้าง"), "0๑ โครงสร้าง"),
        ),
        weak=(said("o13", "ข้อ 013"), said("o13", "ข้อ 013")),
        citations=(said(Citation(item="e2", code="o14", words="คู่มือ"), "๐14"),),
    )
    assert told(zero_for_letter, of) == [
        ("look_at: 4 codes begin with a zero instead of the letter o. Write o1–o2, o13–o14.")
    ]


@pytest.mark.parametrize(
    ("code", "words"), [("o13", "o13 รายงาน"), ("o13", "O๑๓"), ("i7", "07"), ("o1", "ข้อ 1")]
)
def test_codes_with_their_letter_are_not(code: str, words: str) -> None:
    assert told(zero_for_letter, subject(2566, weak=(said(code, words),))) == []


def test_without_an_edition_no_letter_is_known() -> None:
    assert told(zero_for_letter, subject(weak=(said("o13", "013"),))) == []
