"""Points are not per cent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prongsai.core.checks.points_called_per_cent import points_called_per_cent
from prongsai.core.thai.numerals import to_thai_digits
from tests.factories.subjects import of_texts, passages, scores, subject, told

ROSE = "ได้ 82.84 คะแนน เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2564 (75.40 คะแนน) ถึง {}"
points = st.decimals(min_value=1, max_value=100, places=2)


def test_a_difference_of_points_must_not_be_called_per_cent() -> None:
    assert of_texts(points_called_per_cent, ROSE.format("7.44 เปอร์เซ็นต์")) == [
        (
            "must_mend: The difference of 7.44 points is called per cent."
            " Write “7.44 points” (คะแนน)."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        to_thai_digits(ROSE.format("7.44 %")),
        "ปี 2564 ได้ 75.40 คะแนน ปี 2565 ได้ 82.84 คะแนน เพิ่มขึ้นร้อยละ 7.44",
        "คะแนนเพิ่มขึ้นจาก 75.40 เป็น 82.84 คิดเป็น 7.44 เปอร์เซ็นต์",
    ],
)
def test_it_is_found_however_it_is_written(text: str) -> None:
    assert [each.split(":")[0] for each in of_texts(points_called_per_cent, text)] == ["must_mend"]


def test_the_totals_may_stand_in_another_place() -> None:
    totals = (*scores("total 82.84"), *scores("total 75.40", year=2564))
    of = subject(2565, passages=passages("คะแนนเพิ่มขึ้น 7.44 เปอร์เซ็นต์"), scores=totals)
    assert [each.severity.value for each in points_called_per_cent(of)] == ["must_mend"]


def test_a_score_called_per_cent_is_worth_a_look() -> None:
    of = subject(2565, passages=passages("ได้คะแนน ๘๒.๘๔ เปอร์เซ็นต์"), scores=scores("total 82.84"))
    assert told(points_called_per_cent, of) == [
        "look_at: The score ๘๒.๘๔ is called per cent. Write “๘๒.๘๔ points” (คะแนน)."
    ]


@pytest.mark.parametrize(
    "text",
    [
        ROSE.format("7.44 คะแนน"),
        ROSE.format("คิดเป็นร้อยละ 9.87"),
        "ได้ร้อยละ 82.84 เพิ่มขึ้นจากปี 2564 ร้อยละ 75.40 ถึงร้อยละ 7.44",
        "ผลคะแนนการประเมิน ร้อยละ 85.50",
        "คะแนนความพึงพอใจ 91.20 %",
        "คะแนนเต็ม 100%",
        "มีผู้ตอบแบบวัด 10 เปอร์เซ็นต์",
        "คะแนนเพิ่มขึ้น 7.44 เปอร์เซ็นต์",
    ],
)
def test_shares_and_per_cent_of_the_score_before_are_right(text: str) -> None:
    of = subject(2565, passages=passages(text), scores=scores("total 82.84, 9 100, 1 85.50"))
    assert told(points_called_per_cent, of) == []


@given(points, points)
def test_either_digits_give_the_same(now: Decimal, before: Decimal) -> None:
    assume(now > before and abs((now - before) / before * 100 - now + before) > Decimal("0.02"))
    text = f"ได้ {now} คะแนน เพิ่มขึ้นจากปี 2564 ({before} คะแนน) ถึง {now - before} เปอร์เซ็นต์"

    arabic = of_texts(points_called_per_cent, text)

    assert [each.split(":")[0] for each in arabic] == ["must_mend"]
    thai = of_texts(points_called_per_cent, to_thai_digits(text))
    assert thai == [to_thai_digits(arabic[0])]


@given(points, points)
def test_points_called_points_are_silent(now: Decimal, before: Decimal) -> None:
    assume(now > before)
    text = f"ได้ {now} คะแนน เพิ่มขึ้นจากปี 2564 ({before} คะแนน) ถึง {now - before} คะแนน"
    assert of_texts(points_called_per_cent, text) == []
