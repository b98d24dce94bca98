"""Rule: a stated value is out of reach of what is known below it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.scoring.model import AGREEMENT, FULL, Kind, Score, mean_or_sum
from prongsai.core.scoring.rounding import display
from prongsai.core.sentences import say


def stated_impossible(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each stated score that no values of the unknown items below could give.

    Where everything below is known, `stated_differs` speaks.
    """
    for each in evidence.card.scores.values():
        if each.kind is Kind.ITEM or each.stated is None or each.computed is not None:
            continue
        least, most = (_with(each, unknown) for unknown in (Decimal(0), FULL))
        shown = display(each.stated)
        if not display(least) - AGREEMENT <= shown <= display(most) + AGREEMENT:
            yield Finding(
                rule="stated_impossible",
                code=each.code,
                part=each.part,
                severity=Severity.LOOK,
                score=each.stated,
                reason=say(
                    "%(stated)s is stated, but what is known below it allows"
                    " %(least)s to %(most)s only",
                    stated=shown,
                    least=display(least),
                    most=display(most),
                ),
            )


def _with(score: Score, unknown: Decimal) -> Decimal:
    """Return what the terms of a score give if every unknown value below were `unknown`."""
    values = [_value(term, unknown) for term in score.terms]
    return mean_or_sum(values, score.weights) if values else unknown


def _value(score: Score, unknown: Decimal) -> Decimal:
    return _with(score, unknown) if score.score is None else score.score
