"""What the assessor named is weak, whatever its score."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.findings.named_weak import named_weak
from prongsai.core.sentences import say
from tests.factories.sheets import card_of


def test_each_named_row_is_found_with_its_score_or_without_one() -> None:
    card = card_of("nacc-2566", "i7 weak, i8 90, e3/public 95 weak")

    reason = say("named by the assessor as a point to improve")
    assert list(named_weak(Evidence(card))) == [
        Finding(rule="named_weak", code="i7", severity=Severity.WEAK, reason=reason),
        Finding(
            rule="named_weak",
            code="e3",
            part="public",
            severity=Severity.WEAK,
            score=Decimal(95),
            reason=reason,
        ),
    ]
