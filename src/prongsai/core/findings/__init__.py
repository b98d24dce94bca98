"""Findings of a scorecard, and of last year's: one rule a file, listed in RULES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from prongsai.core.findings.below_pass_mark import below_pass_mark
from prongsai.core.findings.does_not_fit_respondents import does_not_fit_respondents
from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.fell import fell
from prongsai.core.findings.holds_level_down import holds_level_down
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.findings.named_weak import named_weak
from prongsai.core.findings.oit_item_at_zero import oit_item_at_zero
from prongsai.core.findings.stated_differs import stated_differs
from prongsai.core.findings.stated_impossible import stated_impossible
from prongsai.core.scoring.model import FULL, Scorecard
from prongsai.core.scoring.what_if import worth_in_total

RULES: tuple[Callable[[Evidence], Iterator[Finding]], ...] = (
    holds_level_down,
    oit_item_at_zero,
    below_pass_mark,
    named_weak,
    stated_differs,
    stated_impossible,
    does_not_fit_respondents,
    fell,
)


def find(card: Scorecard, previous: Scorecard | None = None) -> tuple[Finding, ...]:
    """Return what every rule finds: the weak first, and there the largest gain of the total."""
    evidence = Evidence(card, previous)
    found = [finding for rule in RULES for finding in rule(evidence)]
    return tuple(
        sorted(
            found, key=lambda finding: (finding.severity is Severity.LOOK, -_gain(card, finding))
        )
    )


def _gain(card: Scorecard, finding: Finding) -> Decimal:
    """Return what the total would gain at 100; an unknown gain counts as none."""
    if finding.score is None:
        return Decimal(0)
    worth = worth_in_total(card, (finding.code, finding.part))
    return Decimal(0) if worth is None else (FULL - finding.score) * worth
