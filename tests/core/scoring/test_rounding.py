"""Scores are rounded half up, once, and exactly: people are judged by the second decimal."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.scoring.rounding import display

HUNDREDTHS = st.integers(min_value=0, max_value=10_000)


def half_up(exact: Fraction) -> Decimal:
    """Round a fraction half up to two places, in whole numbers only."""
    hundredths = (exact * 200 + 1) // 2
    return Decimal(hundredths) / 100


def mean(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("84.375", "84.38"),
        ("84.995", "85.00"),
        ("84.994999", "84.99"),
        ("0.005", "0.01"),
        ("66.66666666666666666666666667", "66.67"),
        ("84.99499999999999999999999999", "85.00"),  # 254.985 / 3, with its last digit lost
        ("100", "100.00"),
        ("0", "0.00"),
    ],
)
def test_a_score_is_shown_rounded_half_up(exact: str, shown: str) -> None:
    assert str(display(Decimal(exact))) == shown


def test_a_fall_is_shown_as_a_rise_of_the_same_size() -> None:
    assert [display(Decimal(moved)) for moved in ("0.125", "-0.125")] == [
        Decimal("0.13"),
        Decimal("-0.13"),
    ]


def test_nothing_is_shown_as_minus_nought() -> None:
    assert [str(display(Decimal(nothing))) for nothing in ("-0.004", "-0", "0.004")] == ["0.00"] * 3


@given(st.lists(HUNDREDTHS, min_size=1, max_size=60))
def test_a_mean_of_announced_scores_is_rounded_as_its_fraction_would_be(scores: list[int]) -> None:
    exact = Fraction(sum(scores), 100 * len(scores))

    assert display(mean([Decimal(score) / 100 for score in scores])) == half_up(exact)


@given(st.lists(st.lists(HUNDREDTHS, min_size=1, max_size=11), min_size=1, max_size=7))
def test_a_mean_of_means_is_rounded_as_its_fraction_would_be(groups: list[list[int]]) -> None:
    means = [mean([Decimal(score) / 100 for score in group]) for group in groups]
    exact = sum((Fraction(sum(group), 100 * len(group)) for group in groups), Fraction(0))

    assert display(mean(means)) == half_up(exact / len(groups))


@given(HUNDREDTHS, st.integers(min_value=1, max_value=43))
def test_parts_put_together_again_are_what_they_were(score: int, parts: int) -> None:
    whole = Decimal(score) / 100 + Decimal("0.005")

    shares = sum((whole / parts for _ in range(parts)), Decimal(0))

    assert display(shares) == half_up(Fraction(whole))
