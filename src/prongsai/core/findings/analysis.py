"""Everything that is worked out from one scorecard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from prongsai.core.findings import find
from prongsai.core.findings.model import Finding
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.next_level import NextLevel, next_level
from prongsai.core.scoring.what_if import Gain, gains


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """A scorecard and last year's; what is worked out of them is so when it is first asked for."""

    card: Scorecard
    previous: Scorecard | None

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return what every rule finds."""
        return find(self.card, self.previous)

    @cached_property
    def gains(self) -> tuple[Gain, ...]:
        """Return the gain of each item, the largest first."""
        return gains(self.card)

    @cached_property
    def next_level(self) -> NextLevel | None:
        """Return the way to the next level; None where there is none."""
        return next_level(self.card)


def analyse(card: Scorecard, previous: Scorecard | None = None) -> Analysis:
    """Begin to work out everything, with last year's card where somebody gave it."""
    return Analysis(card=card, previous=previous)
