from __future__ import annotations

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.stated_impossible import stated_impossible
from tests.factories.sheets import card_of


def told(sheet: str) -> list[str]:
    found = stated_impossible(Evidence(card_of("nacc-2566", sheet)))
    return [f"{each.name} {each.severity.value}: {each.reason}" for each in found]


def test_a_stated_indicator_that_its_lost_items_do_not_allow_is_to_be_looked_at() -> None:
    assert told("9 99, o11 0, o12 0, o13 0, o14 0") == [
        "9 look: 99.00 is stated, but what is known below it allows 0.00 to 90.00 only"
    ]


def test_a_stated_value_below_what_is_known_is_found_too() -> None:
    assert told("OIT 40, 9 90") == [
        "OIT look: 40.00 is stated, but what is known below it allows 45.00 to 95.00 only"
    ]


def test_a_stated_value_within_reach_or_with_all_known_is_left_alone() -> None:
    assert told("9 90, o11 0, o12 0, o13 0, o14 0") == []
    assert told("OIT 10, 9 90, 10 90") == []


def test_a_total_is_weighed() -> None:
    assert told("total 99, IIT 50") == [
        "total look: 99.00 is stated, but what is known below it allows 15.00 to 85.00 only"
    ]


def test_rounding_on_the_way_is_allowed() -> None:
    assert told("9 90.01, o11 0, o12 0, o13 0, o14 0") == []
