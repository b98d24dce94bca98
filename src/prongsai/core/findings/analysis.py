"""Everything that is worked out from one scorecard."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.findings import find
from prongsai.core.findings.model import Finding
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.next_level import NextLevel, next_level
from prongsai.core.scoring.what_if import Gain, gains


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A scorecard, last year's, findings, the gain of each item, and the way to the next level."""

    card: Scorecard
    previous: Scorecard | None
    findings: tuple[Finding, ...]
    gains: tuple[Gain, ...]
    next_level: NextLevel | None


def analyse(card: Scorecard, previous: Scorecard | None = None) -> Analysis:
    """Work out everything, with last year's card where somebody gave it."""
    return Analysis(
        card=card,
        previous=previous,
        findings=find(card, previous),
        gains=gains(card),
        next_level=next_level(card),
    )
