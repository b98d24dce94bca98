"""A checklist item at 0 is lost; a survey item at 0 is only low."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.findings.oit_item_at_zero import is_lost, oit_item_at_zero
from prongsai.core.sentences import say
from tests.factories.sheets import card_of


def test_each_lost_item_is_found() -> None:
    card = card_of("nacc-2566", "o13 0, o35 0.00, o36 100, o37 50, o38, i7 0, 9 0, 9.1 0, OIT 0")

    assert list(oit_item_at_zero(Evidence(card))) == [
        Finding(
            rule="oit_item_at_zero",
            code=code,
            severity=Severity.WEAK,
            score=Decimal(0),
            reason=say("the item got 0: not published, or not with all that is required"),
        )
        for code in ("o13", "o35")
    ]


def test_only_a_measured_checklist_item_is_lost() -> None:
    card = card_of("nacc-2566", "o13 0, i7 0, 9 0, total 0")

    lost = [each.name for each in card.scores.values() if is_lost(card, each)]

    assert lost == ["o13"]
