"""A year is not left blank."""

from __future__ import annotations

import pytest

from prongsai.core.checks.blank_year import blank_year
from tests.factories.subjects import of_texts


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("ประจำปีงบประมาณ พ.ศ. ........ ของหน่วยงาน", "ปีงบประมาณ พ.ศ."),
        ("ระเบียบ พ.ศ. ....", "พ.ศ."),
        ("แผนปีงบประมาณ ……", "ปีงบประมาณ"),
    ],
)
def test_dots_in_its_place_must_be_mended(text: str, lead: str) -> None:
    assert of_texts(blank_year, text) == [
        f"must_mend: No year stands behind “{lead}”. Write the Buddhist year (พ.ศ.)."
    ]


def test_the_next_point_of_a_list_in_its_place_is_worth_a_look() -> None:
    assert of_texts(blank_year, "๕. รายงานประจำปีงบประมาณ ๖. เผยแพร่") == [
        "look_at: No year stands behind “ปีงบประมาณ”. Write the Buddhist year (พ.ศ.)."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘.....",
        "ประจำปีงบประมาณ ๖๘ ๖. เผยแพร่",
        "ข้อบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ และเผยแพร่",
        "ในแต่ละปีงบประมาณ",
        "ปีงบประมาณ (พ.ศ. 2566 - 2570)",
    ],
)
def test_a_year_and_words_that_need_none_are_not_told(text: str) -> None:
    assert of_texts(blank_year, text) == []
