"""Rule: an instrument or a part of one holds the level down although the total passes."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.sentences import say


def holds_level_down(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each part below what the level of the total asks of it."""
    card = evidence.card
    total = card.total.shown
    if total is None:
        return
    by_total = next((level for level in card.edition.levels if total >= level.total), None)
    if by_total is None or not by_total.passes:
        return
    for minimum in by_total.minima:
        each = card.scores.get((minimum.instrument, minimum.part))
        if each is not None and each.shown is not None and each.shown < minimum.score:
            yield Finding(
                rule="holds_level_down",
                code=each.code,
                part=each.part,
                severity=Severity.WEAK,
                score=each.score,
                reason=say(
                    "%(score)s is under the %(minimum)s that the level %(level)s asks of it,"
                    " although the total %(total)s is enough",
                    score=each.shown,
                    minimum=minimum.score,
                    level=by_total.title,
                    total=total,
                ),
            )
