"""Rule: a stated value is not what its parts give."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.scoring.rounding import display
from prongsai.core.sentences import say


def stated_differs(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each stated score that differs from the computed one."""
    for each in evidence.card.comparisons:
        if each.agrees is False and each.computed is not None:
            code, _, part = each.name.partition("/")
            yield Finding(
                rule="stated_differs",
                code=code,
                part=part or None,
                severity=Severity.LOOK,
                score=each.stated,
                reason=say(
                    "%(stated)s is stated, but its parts give %(computed)s",
                    stated=display(each.stated),
                    computed=display(each.computed),
                ),
            )
