"""Rule: an item or an indicator is under the pass mark."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.findings.oit_item_at_zero import is_lost
from prongsai.core.scoring.model import Kind
from prongsai.core.sentences import say


def below_pass_mark(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each item and indicator shown under the edition's pass mark."""
    mark = evidence.card.edition.pass_mark.value
    for kind in (Kind.INDICATOR, Kind.ITEM):
        for each in evidence.card.of_kind(kind):
            if each.shown is not None and each.shown < mark and not is_lost(evidence.card, each):
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
