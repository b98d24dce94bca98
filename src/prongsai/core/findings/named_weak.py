"""Rule: the assessor named the item as weak."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.sentences import say


def named_weak(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each row flagged weak, with a score or without one."""
    for result in evidence.card.sheet.results:
        if result.weak:
            yield Finding(
                rule="named_weak",
                code=result.code,
                part=result.part,
                severity=Severity.WEAK,
                score=result.score,
                reason=say("named by the assessor as a point to improve"),
            )
