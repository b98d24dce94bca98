from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.results import ResultSheet, key_of
from prongsai.core.scoring.last_year import is_far, last_years
from prongsai.core.scoring.scorer import score
from prongsai.formats.editions import load_edition

NOW = load_edition("nacc-2568")
BEFORE = score(
    load_edition("nacc-2567"),
    ResultSheet.of({"o34": "100", "9": "84.375", "e1/public": "70", "o35": "50"}),
)


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("o27", ("o34", Decimal("100.00"))),  # the same duty under another code
        ("9", ("9", Decimal("84.38"))),
        ("10", None),
        ("total", None),
    ],
)
def test_what_asks_for_the_same_is_found_whatever_its_code_was(
    name: str, before: tuple[str, Decimal] | None
) -> None:

    assert last_years(key_of(name), NOW, BEFORE) == before


def test_groups_of_items_have_no_last_year() -> None:
    assert [last_years((code, None), NOW, BEFORE) for code in NOW.sub_indicators] == [
        None for _ in NOW.sub_indicators
    ]


@pytest.mark.parametrize(
    ("now", "before", "far"),
    [("70", "90", True), ("70.01", "90", False), ("100", "80", True), (None, "90", False)],
)
def test_twenty_points_are_far(now: str | None, before: str, far: bool) -> None:
    assert is_far(None if now is None else Decimal(now), Decimal(before)) is far
