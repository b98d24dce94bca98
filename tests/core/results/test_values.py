from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.results import is_weak, read_score, shown
from prongsai.core.thai.numerals import to_thai_digits


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("+5", "5"),
        ("007", "7"),
        ("84.37", "84.37"),
        (" ๘๔.๓๗ ", "84.37"),
        ("99.999999", "99.999999"),
        ("100.000000", "100"),
    ],
)
def test_a_score_is_read(text: str, score: str) -> None:
    assert read_score(text) == Decimal(score)


@pytest.mark.parametrize("text", ["", "  ", "\u00a0"])
def test_an_empty_score_was_not_measured(text: str) -> None:
    assert read_score(text) is None


@given(st.decimals(0, 100, places=2), st.booleans())
def test_every_announced_score_reads_back(score: Decimal, thai: bool) -> None:
    text = to_thai_digits(str(score)) if thai else str(score)

    assert read_score(text) == score


NUMBER = "Write a number from 0 to 100, such as 84.37; leave it empty if nothing was measured."
POINTS = "Check the score; it is in points of 100."


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("100.000001", f"100.000001 is not from 0 to 100. {POINTS}"),
        ("-0.01", f"-0.01 is not from 0 to 100. {POINTS}"),
        ("1234", f"1234 is not from 0 to 100. {POINTS}"),
        (
            "33.3333333",
            (
                "33.3333333 has more than 6 decimals."
                " Write it as it was announced, normally with two decimals."
            ),
        ),
        ("84%", "84% has a per cent sign. Write the points alone, such as 84.37."),
        (
            "84,37",
            (
                "The comma in 84,37 can be a decimal point or a separator."
                " Write decimals with a point, such as 84.37."
            ),
        ),
        *((text, f"{text} is not a number. {NUMBER}") for text in ("nan", "inf", "1e5", "-", ".5")),
        *(
            (text, f"{text} is not a number. {NUMBER}")
            for text in ("TRUE", "1_0", "٣", "8.", "a,b")
        ),
    ],
)
def test_what_is_no_score_is_refused(text: str, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_score(text)

    assert str(caught.value) == refusal


@given(st.text())
def test_any_text_is_a_score_or_refused(text: str) -> None:
    try:
        score = read_score(text)
    except Refusal:
        return
    assert score is None or 0 <= score <= 100


@pytest.mark.parametrize("text", ["weak", "Weak ", "ต่ำ", "ควร ปรับปรุง", "ต้องปรับปรุง", "ต\u0e48ํา"])
def test_a_flag_names_a_row_weak(text: str) -> None:
    assert is_weak(text)


def test_no_flag_says_nothing() -> None:
    assert not is_weak(" ")


def test_another_word_is_no_flag() -> None:
    with pytest.raises(Refusal) as caught:
        is_weak("strong")

    assert str(caught.value) == (
        "strong is not a flag. Write one of weak, ต่ำ, ควรปรับปรุง, ต้องปรับปรุง, or leave it empty."
    )


def test_a_long_text_is_shown_in_part() -> None:
    assert shown("ab\ncd" * 1000) == "ab cd" * 8 + "…"
