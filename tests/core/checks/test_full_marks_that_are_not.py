"""Full marks are a whole number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.full_marks_that_are_not import full_marks_that_are_not
from prongsai.core.thai.numerals import to_thai_digits
from tests.factories.subjects import of_texts


def test_a_score_called_the_full_marks_must_be_mended() -> None:
    assert of_texts(full_marks_that_are_not, "ได้คะแนนเต็ม ๙๒.๕๖คะแนน") == [
        (
            "must_mend: ๙๒.๕๖ is called the full marks."
            " Write “๙๒.๕๖ of 100 points”, or the score that was reached."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ได้ 92.56 คะแนน จากคะแนนเต็ม 100 คะแนน",
        "คะแนนเต็ม 100.00",
        "คะแนนเต็ม 5 คะแนน ได้ 4.62 คะแนน",
        "คะแนนเต็ม 2.50",
        "คะแนนเต็ม ได้ 92.56",
    ],
)
def test_full_marks_of_any_form_are_not_told(text: str) -> None:
    assert of_texts(full_marks_that_are_not, text) == []


@given(st.decimals(min_value=Decimal("50.01"), max_value=Decimal("99.99"), places=2))
def test_either_digits_give_the_same(score: Decimal) -> None:
    text = f"ได้คะแนนเต็ม {score} คะแนน"
    arabic = of_texts(full_marks_that_are_not, text)
    assert len(arabic) == (score % 1 != 0)
    thai = of_texts(full_marks_that_are_not, to_thai_digits(text))
    assert thai == [each.replace(str(score), to_thai_digits(str(score))) for each in arabic]
