"""Rule: a score fell against last year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.editions.crosswalk import matches
from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.scoring.model import Kind, Score, Scorecard
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
        before = last_years(evidence.card, evidence.previous, each)
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


def last_years(card: Scorecard, previous: Scorecard, now: Score) -> tuple[str, Decimal] | None:
    """Return the name and the shown score that `now` had last year; None if nothing compares."""
    if now.kind is Kind.SUB_INDICATOR:
        return None  # the grouping of items changes from year to year
    same = now.kind is not Kind.ITEM
    codes = (now.code,) if same else matches(now.code, card.edition, previous.edition)
    known = [
        (each.name, each.shown)
        for code in codes
        if (each := previous.scores.get((code, now.part))) is not None and each.shown is not None
    ]
    return min(known, key=lambda pair: pair[1], default=None)
