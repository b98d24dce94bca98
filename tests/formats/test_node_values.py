"""Values of our files are read in every spelling that people use, and refused where they are."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from prongsai.core.editions.node import Node, Notes
from prongsai.formats.node_values import flag_of, score_of, texts_of, words_of, year_of

TEXT = "Write a text here, in quotation marks if it looks like a number."
NUMBER = "Write it in quotation marks, with a point and without a sign, as in “0.30”."
NO_YEAR = "This is no Buddhist year (พ.ศ.). Write four digits; the Christian year plus 543."


def read(reader: Callable[[Node], object], value: object) -> object:
    notes = Notes()
    found = reader(Node(value, ("here",), notes))
    return [str(refusal) for refusal in notes.refusals] or found


@pytest.mark.parametrize(
    ("reader", "value", "found"),
    [
        (score_of, "65.63", Decimal("65.63")),
        (score_of, 80, Decimal(80)),
        (score_of, "๘๐", Decimal(80)),
        (score_of, None, None),
        (year_of, 2566, 2566),
        (year_of, " ๒๕๖๖ ", 2566),
        (words_of, " นํ้า  ใส ", "น้ำ ใส"),
        (words_of, " ", ""),
        (words_of, None, ""),
        (texts_of, [" ก ", "ข"], ("ก", "ข")),
        (texts_of, None, ()),
        (flag_of, True, True),
        (flag_of, False, False),
        (flag_of, None, False),
    ],
)
def test_a_value_is_read(reader: Callable[[Node], object], value: object, found: object) -> None:
    assert read(reader, value) == found


@pytest.mark.parametrize(
    ("reader", "value", "refusal"),
    [
        (score_of, "101", "101 is not from 0 to 100. Check the score; it is in points of 100."),
        (score_of, ["80"], f"Expected a number, found a list. {NUMBER}"),
        (score_of, True, f"Expected a number, found true. {NUMBER}"),
        (year_of, 2024, NO_YEAR),
        (year_of, "25660", NO_YEAR),
        (
            year_of,
            "ปีนี้",
            "Expected a whole number, found “ปีนี้”. Write a whole number without quotation marks.",
        ),
        (words_of, 7, f"Expected a text, found 7. {TEXT}"),
        (words_of, ["ก"], f"Expected a text, found a list. {TEXT}"),
        (
            texts_of,
            "ก",
            "Expected a list, found “ก”. Begin each entry with a hyphen, or write [] for none.",
        ),
        (flag_of, "yes", "Expected true or false, found “yes”. Write true or false."),
    ],
)
def test_what_is_none_is_refused(
    reader: Callable[[Node], object], value: object, refusal: str
) -> None:
    assert read(reader, value) == [f"here: {refusal}"]
