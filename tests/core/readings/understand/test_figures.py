"""Figures of scores: what is written otherwise than a score is asked for, never left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.readings.understand.figures import figure_of, figures_in, is_difference


def seen(text: str) -> list[tuple[str, str]]:
    return [(str(each.score), str(each.why or "")) for each in figures_in(text)]


COMMA = "The comma was taken for a decimal point: %s."
OVER = "%s was read, but a score is from 0 to 100."
SIGN = "A sign stands before it: it may be a difference, and no score."


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("๘๗.๕๐", [("87.50", "")]),
        ("100", [("100", "")]),
        ("84.869999999999997", [("84.869999999999997", "")]),
        ("76.73 78.14", [("76.73", ""), ("78.14", "")]),
        ("87,5", [("87.5", COMMA % "87.5")]),
        ("๘๗,๕๐", [("87.50", COMMA % "87.50")]),
        ("87,125", [("87.125", COMMA % "87.125")]),
        ("120,5", [("120.5", OVER % "120.5")]),
        ("101", [("101", OVER % "101")]),
        ("8450", [("8450", OVER % "8450")]),
        ("1,234", [("1234", OVER % "1234")]),
        ("1,234,567.50", [("1234567.50", OVER % "1234567.50")]),
        ("-5.2", [("5.2", SIGN)]),
        ("▲ 85", [("85", "")]),
    ],
)
def test_a_figure_is_read_and_doubted_where_no_score_is_written_so(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert seen(text) == figures


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("80/100", ["80"]),
        ("คะแนนเต็ม 100 ได้ 80.5", ["80.5"]),
        ("80 จาก 100.00", ["80"]),
        ("เต็ม 100", ["100"]),
        ("87.76 (ปี 2566)", ["87.76"]),
        ("2566", ["2566"]),
        ("12.01.2566", []),
        ("-", []),
        ("ไม่มี", []),
    ],
)
def test_full_marks_years_and_days_are_no_scores_beside_one(text: str, scores: list[str]) -> None:
    assert [str(each.score) for each in figures_in(text)] == scores


@given(st.decimals(0, 100, places=2))
def test_every_score_is_read_as_it_is_written(score: Decimal) -> None:
    assert seen(f"{score:f}") == [(f"{score:f}", "")]


@given(st.text("0123456789.,-๐๙ /", max_size=30))
def test_what_is_sure_is_a_score(text: str) -> None:
    assert all(0 <= each.score <= 100 for each in figures_in(text) if each.why is None)


def test_a_difference_begins_with_a_sign() -> None:
    assert [is_difference(text) for text in ("+1.5", " - ๕", "1-5", "-", "")] == [
        *(True, True, False, False, False)
    ]


def test_what_is_no_number_is_no_figure() -> None:
    assert (figure_of(""), figure_of("1.2.3")) == (None, None)


@pytest.mark.parametrize("text", ["1OO", "8O", "l00", "85.5O"])
def test_a_figure_with_a_letter_that_looks_like_a_digit_is_asked_for(text: str) -> None:
    assert [each.why is None for each in figures_in(text)] == [False]


def test_a_percent_sign_or_a_level_beside_a_figure_doubts_nothing() -> None:
    assert [each.why for each in figures_in("85.50% A")] == [None]
