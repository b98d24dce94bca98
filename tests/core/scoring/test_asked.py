from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.scoring.asked import changes_in
from prongsai.formats.editions import load_edition

EDITION = load_edition("nacc-2568")


def test_changes_are_read_however_their_codes_are_written() -> None:
    assert changes_in("O25=100, e3/Public = ๘๕.๕", EDITION) == {
        ("o25", None): Decimal(100),
        ("e3", "public"): Decimal("85.5"),
    }


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("o25", "o25 is not a change. Write CODE=SCORE, several with commas: o35=100,i7=85."),
        ("o25=1,O25=2", "o25 stands twice. Give it one score."),
        ("o25=101", "101 is not from 0 to 100. Check the score; it is in points of 100."),
    ],
)
def test_what_is_no_change_is_refused(asked: str, why: str) -> None:
    with pytest.raises(Refusal) as caught:
        changes_in(asked, EDITION)
    assert str(caught.value) == why
