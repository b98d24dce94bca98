"""Ranks are what their numbers give."""

from __future__ import annotations

import pytest

from prongsai.core.checks.wrong_rank import wrong_rank
from tests.factories.subjects import of_texts, scores

NA_THONG = "1 96.07, 6 84.87, 9 97.50, 10 71.25, 7 91.23, 7 95.08, OIT 99"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "อยู่อันดับที่ ๑๕ จากทั้งหมด ๑๒ หน่วยงาน",
            "must_mend: Rank 15 of 12 cannot be. Correct the rank or the number.",
        ),
        (
            "จากอันดับที่ 12 เป็นอันดับที่ 5 ดีขึ้น 8 อันดับ",
            "must_mend: From rank 12 to rank 5 is not 8 places. It is 7 places.",
        ),
        (
            "ตัวชี้วัดที่ได้คะแนนสูงสุด คือ การปฏิบัติหน้าที่ ๙๖.๐๗ คะแนน",
            "look_at: 96.07 is called the highest score. Indicator 9 has 97.50.",
        ),
        (
            "ตัวชี้วัดที่ได้คะแนนต่ำที่สุด คือ คุณภาพการดำเนินงาน 84.87 คะแนน",
            "look_at: 84.87 is called the lowest score. Indicator 10 has 71.25.",
        ),
    ],
)
def test_a_rank_that_cannot_be_is_told(text: str, expected: str) -> None:
    assert of_texts(wrong_rank, text, result=2566, scores=scores(NA_THONG)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "อยู่อันดับที่ 5 จาก 12 หน่วยงาน",
        "อันดับที่ 12 ในปี 2565 และ 97 แห่งผ่าน",
        "จากอันดับที่ 12 เป็นอันดับที่ 5 ดีขึ้น 7 อันดับ",
        "ได้คะแนนสูงสุด 97.50 คะแนน และต่ำสุด 71.25 คะแนน",
        "แบบวัด IIT ได้คะแนนสูงสุด 96.07 คะแนน",
        "คะแนนสูงสุดของจังหวัด 99.10 คะแนน",
        "เกิดประโยชน์สูงสุด",
        "ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ประสิทธิภาพการสื่อสาร 95.08 คะแนน",
    ],
)
def test_a_rank_that_may_be_is_not(text: str) -> None:
    assert of_texts(wrong_rank, text, result=2566, scores=scores(NA_THONG)) == []


def test_without_an_edition_no_indicator_is_known() -> None:
    assert of_texts(wrong_rank, "คะแนนสูงสุด 96.07", scores=scores(NA_THONG)) == []
