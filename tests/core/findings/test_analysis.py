"""Everything that is worked out from one scorecard, in one piece."""

from __future__ import annotations

from prongsai.core.findings import find
from prongsai.core.findings.analysis import Analysis, analyse
from prongsai.core.scoring.next_level import next_level
from prongsai.core.scoring.what_if import gains
from tests.factories.sheets import na_khok, na_thong


def test_an_analysis_has_findings_gains_and_the_way_to_the_next_level() -> None:
    card, before = na_thong(), na_khok()

    made = analyse(card, before)

    assert made == Analysis(card=card, previous=before)
    assert (made.findings, made.gains, made.next_level) == (
        find(card, before),
        gains(card),
        next_level(card),
    )


def test_last_year_is_not_needed() -> None:
    card = na_thong()

    made = analyse(card)

    assert (made.previous, made.findings) == (None, find(card))
