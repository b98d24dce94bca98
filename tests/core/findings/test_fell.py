"""A score lower than last year's of the same thing is worth a look."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.fell import fell
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.sentences import say
from tests.factories.sheets import card_of


def places(now: str, before: str) -> dict[str, str]:
    """Return what fell from 2564's edition to 2566's, and why."""
    evidence = Evidence(card_of("nacc-2566", now), card_of("nacc-2564", before))
    return {each.name: str(each.reason) for each in fell(evidence)}


def test_an_indicator_that_fell_is_found() -> None:
    evidence = Evidence(card_of("nacc-2566", "6 84.87"), card_of("nacc-2564", "6 90, 7 10"))

    assert list(fell(evidence)) == [
        Finding(
            rule="fell",
            code="6",
            severity=Severity.LOOK,
            score=Decimal("84.87"),
            reason=say(
                "fell from %(before)s (%(code)s of last year) to %(now)s",
                before=Decimal("90.00"),
                code="6",
                now=Decimal("84.87"),
            ),
        )
    ]


def test_instruments_and_the_total_are_compared_too() -> None:
    assert places("IIT 80, total 70", "IIT 81, total 70.01") == {
        "IIT": "fell from 81.00 (IIT of last year) to 80.00",
        "total": "fell from 70.01 (total of last year) to 70.00",
    }


def test_what_is_shown_alike_did_not_fall() -> None:
    assert places("6 84.994, 7 91, 8 90", "6 84.99, 7 90, 8") == {}


def test_items_meet_by_their_duty_and_never_by_their_code() -> None:
    # o35 asks for what o37 asked for the year before; o35 was another thing then.
    assert places("o35 0", "o35 100, o37 100") == {
        "o35": "fell from 100.00 (o37 of last year) to 0.00"
    }


def test_an_item_that_joins_several_is_held_against_the_lowest() -> None:
    # i13 asks for what i13, i14 and i15 asked for.
    assert places("i13 70", "i13 90, i14 80, i15 85") == {
        "i13": "fell from 80.00 (i14 of last year) to 70.00"
    }
    assert places("i13 82", "i13 90, i14 80, i15 85") == {}


def test_sub_indicators_are_not_compared_for_their_items_change() -> None:
    assert places("9.1 10", "9.1 90") == {}


def test_without_last_year_nothing_fell() -> None:
    assert list(fell(Evidence(card_of("nacc-2566", "6 84.87")))) == []
