"""Rule: an item of the checklist was given no points."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.editions.model import CHECKLIST
from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.scoring.model import Kind, Score, Scorecard
from prongsai.core.sentences import say


def oit_item_at_zero(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each checklist item scored 0: not published, or not as required."""
    for each in evidence.card.of_kind(Kind.ITEM):
        if is_lost(evidence.card, each):
            yield Finding(
                rule="oit_item_at_zero",
                code=each.code,
                part=each.part,
                severity=Severity.WEAK,
                score=each.score,
                reason=say("the item got 0: not published, or not with all that is required"),
            )


def is_lost(card: Scorecard, score: Score) -> bool:
    """Tell whether a score is a checklist item at 0."""
    above = card.edition.ancestors.get(score.code, ())
    return score.kind is Kind.ITEM and score.score == 0 and CHECKLIST in above
