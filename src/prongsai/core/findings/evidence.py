"""What the rules look at."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.scoring.model import Scorecard


@dataclass(frozen=True, slots=True)
class Evidence:
    """This year's scorecard, and last year's where somebody gave it."""

    card: Scorecard
    previous: Scorecard | None = None
