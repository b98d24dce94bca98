"""Rule: a score is under the pass mark."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.findings.oit_item_at_zero import is_lost
from prongsai.core.scoring.model import Kind, Score
from prongsai.core.sentences import say

ALWAYS = (Kind.INDICATOR, Kind.ITEM)
ALONE = (Kind.SUB_INDICATOR, Kind.INSTRUMENT, Kind.TOTAL)  # where nothing below is weak


def below_pass_mark(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each item and indicator shown under the edition's pass mark.

    A group, an instrument or the total is named too where nothing below it is: there would be no
    other word of it.
    """
    mark = evidence.card.edition.pass_mark.value
    for each in (each for kind in (*ALWAYS, *ALONE) for each in evidence.card.of_kind(kind)):
        if not _is_below(each, mark) or is_lost(evidence.card, each):
            continue
        if each.kind in ALWAYS or not _any_below(each, mark):
            yield Finding(
                rule="below_pass_mark",
                code=each.code,
                part=each.part,
                severity=Severity.WEAK,
                score=each.score,
                reason=say(
                    "%(score)s is under the pass mark of %(mark)s", score=each.shown, mark=mark
                ),
            )


def _is_below(score: Score, mark: Decimal) -> bool:
    return score.shown is not None and score.shown < mark


def _any_below(score: Score, mark: Decimal) -> bool:
    return any(_is_below(term, mark) or _any_below(term, mark) for term in score.terms)
