"""What is shown under the pass mark is weak."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.findings.below_pass_mark import below_pass_mark
from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.sentences import say
from tests.factories.sheets import card_of, told


def names(text: str) -> list[str]:
    return [each.name for each in below_pass_mark(Evidence(card_of("nacc-2566", text)))]


def test_an_indicator_under_the_mark_is_weak() -> None:
    found = list(below_pass_mark(Evidence(card_of("nacc-2566", "6 84.87, 7 91.23"))))

    assert found == [
        Finding(
            rule="below_pass_mark",
            code="6",
            severity=Severity.WEAK,
            score=Decimal("84.87"),
            reason=say(
                "%(score)s is under the pass mark of %(mark)s",
                score=Decimal("84.87"),
                mark=Decimal(85),
            ),
        )
    ]


def test_indicators_come_before_items_each_in_the_order_of_the_edition() -> None:
    assert names("o13 50, i7 65.63, 10 71.25, 1 84") == ["1", "10", "i7", "o13"]


def test_what_is_shown_as_the_mark_has_reached_it() -> None:
    assert names("1 84.995, 2 85, 3 84.994") == ["3"]


def test_a_part_is_named_with_its_part() -> None:
    found = below_pass_mark(Evidence(card_of("nacc-2566", "e3/public 40, e3/survey 90")))

    assert [told(each) for each in found] == [
        ("below_pass_mark", "e3/public", "weak", "40.00 is under the pass mark of 85")
    ]


def test_a_group_an_instrument_and_the_total_are_named_where_nothing_below_them_is() -> None:
    assert names("OIT 60, 9.1 60, total 60") == ["9.1"]
    assert names("total 60") == ["total"]
    assert names("total 60, OIT 60, 10 60") == ["10"]


def test_a_lost_checklist_item_is_left_to_its_own_rule() -> None:
    assert names("o13 0, i7 0") == ["i7"]


def test_a_missing_score_is_not_weak() -> None:
    assert names("i7, 1") == []
