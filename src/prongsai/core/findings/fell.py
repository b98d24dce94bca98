"""Rule: a score fell against last year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.scoring.last_year import last_years
from prongsai.core.sentences import say


def fell(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each score lower than last year's of the same thing.

    Items meet through the crosswalk, never by their code, for a code means another duty every year;
    an item that joins several of last year's is held against the lowest of them. Indicators and
    instruments keep their keys.
    """
    if evidence.previous is None:
        return
    for each in evidence.card.scores.values():
        before = last_years(each.key, evidence.card.edition, evidence.previous)
        if each.shown is None or before is None or each.shown >= before[1]:
            continue
        yield Finding(
            rule="fell",
            code=each.code,
            part=each.part,
            severity=Severity.LOOK,
            score=each.score,
            reason=say(
                "fell from %(before)s (%(code)s of last year) to %(now)s",
                before=before[1],
                code=before[0],
                now=each.shown,
            ),
        )
