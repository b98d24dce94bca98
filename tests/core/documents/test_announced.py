from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from prongsai.core.documents.announced import level_in_words, result_in_words
from prongsai.core.results import ResultSheet
from tests.factories.cases import PLAN, case


def history(**totals: str | None) -> tuple[tuple[int, Decimal | None], ...]:
    """Make a history of years named as y2565."""
    return tuple((int(y[1:]), None if t is None else Decimal(t)) for y, t in totals.items())


@pytest.mark.parametrize(
    ("totals", "change"),
    [
        ({"y2565": "82.84"}, "เพิ่มขึ้น 4.92 คะแนน จากปีงบประมาณ พ.ศ. 2565 ซึ่งได้ 82.84 คะแนน และ"),
        ({"y2565": "90.1"}, "ลดลง 2.34 คะแนน จากปีงบประมาณ พ.ศ. 2565 ซึ่งได้ 90.10 คะแนน และ"),
        ({"y2565": "87.763"}, "เท่ากับปีงบประมาณ พ.ศ. 2565 และ"),
        ({"y2565": None}, ""),
        ({"y2564": "82.84"}, ""),
        ({}, ""),
    ],
)
def test_the_result_is_said_with_its_change_in_points_of_the_year_before_only(
    totals: dict[str, str | None], change: str
) -> None:
    plan = replace(PLAN, history=history(**totals))
    assert result_in_words(case("analysis", plan)) == (
        f'ได้คะแนนรวม 87.76 คะแนน {change}อยู่ในระดับ "ผ่าน"'
    )


def test_a_level_that_is_not_certain_is_at_best() -> None:
    plan = replace(PLAN, history=(), results=ResultSheet.of({"total": "86.78"}))
    assert result_in_words(case("analysis", plan)) == (
        'ได้คะแนนรวม 86.78 คะแนน อยู่ในระดับไม่เกิน "ผ่านดี" ทั้งนี้ ยังไม่อาจยืนยันระดับได้ '
        "เนื่องจากยังไม่มีคะแนน IIT, EIT Public, EIT Survey, OIT"
    )


def test_a_level_that_rests_on_open_facts_is_at_best() -> None:
    low = ResultSheet.of({"total": "60"})
    plan = replace(PLAN, edition="nacc-2569", result_year=2569, plan_year=2570, results=low)
    assert level_in_words(case("analysis", plan)) == (
        'อยู่ในระดับไม่เกิน "ต้องปรับปรุงโดยด่วน" ทั้งนี้ เกณฑ์บางส่วนของปีนี้ยังไม่ได้รับการยืนยันจากเอกสารต้นทาง'
    )


def test_without_a_total_there_is_no_level_and_no_result() -> None:
    nothing = case("analysis", replace(PLAN, results=ResultSheet.of({"i7": "60"})))
    assert (level_in_words(nothing), result_in_words(nothing)) == (None, None)
