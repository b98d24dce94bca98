"""An announced value that its parts do not give is worth a look."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.findings.stated_differs import stated_differs
from prongsai.core.sentences import say
from tests.factories.sheets import card_of, na_thong, told


def test_a_difference_of_more_than_rounding_is_found() -> None:
    card = card_of("nacc-2566", "9 97.50, 10 71.25, OIT 84.40, IIT 90, EIT 90, total 87.76")

    assert list(stated_differs(Evidence(card))) == [
        Finding(
            rule="stated_differs",
            code="OIT",
            severity=Severity.LOOK,
            score=Decimal("84.40"),
            reason=say(
                "%(stated)s is stated, but its parts give %(computed)s",
                stated=Decimal("84.40"),
                computed=Decimal("84.38"),
            ),
        ),
    ]


def test_a_hundredth_is_rounding() -> None:
    card = card_of("nacc-2566", "9 97.50, 10 71.25, OIT 84.37, IIT 90, EIT 90, total 87.74")

    assert list(stated_differs(Evidence(card))) == []


def test_the_place_of_a_part_is_its_code_and_its_part() -> None:
    card = card_of("nacc-2566", "6/public 80, 7/public 80, 8/public 80, EIT/public 90")

    found = list(stated_differs(Evidence(card)))

    assert [(each.code, each.part) for each in found] == [("EIT", "public")]
    assert [told(each) for each in found] == [
        ("stated_differs", "EIT/public", "look", "90.00 is stated, but its parts give 80.00")
    ]


def test_what_cannot_be_computed_does_not_differ() -> None:
    assert list(stated_differs(Evidence(card_of("nacc-2566", "9 97.50, OIT 20, total 50")))) == []


def test_the_announced_result_of_na_thong_agrees() -> None:
    assert list(stated_differs(Evidence(na_thong()))) == []
