"""Why a level is reached or not: what each level asks, beside what there is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.editions.model import TOTAL, Level
from prongsai.core.results import Key, name_of
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.rounding import display


@dataclass(frozen=True, slots=True)
class Demand:
    """The least score that a level asks of a key, and what it has; None where nobody knows."""

    name: str
    least: Decimal
    has: Decimal | None  # rounded, as it is compared

    @property
    def is_met(self) -> bool | None:
        """Tell whether it is enough; None where nobody knows."""
        return None if self.has is None else self.has >= self.least


@dataclass(frozen=True, slots=True)
class LevelStep:
    """A level and all that it asks, the total first."""

    level: Level
    demands: tuple[Demand, ...]


def level_steps(card: Scorecard) -> tuple[LevelStep, ...]:
    """Return the levels, the best first, each with what it asks and what there is."""
    return tuple(
        LevelStep(
            level,
            (
                _demand(card, (TOTAL, None), level.total),
                *(_demand(card, (each.instrument, each.part), each.score) for each in level.minima),
            ),
        )
        for level in card.edition.levels
    )


def _demand(card: Scorecard, key: Key, least: Decimal) -> Demand:
    score = card.scores.get(key)
    has = None if score is None or score.score is None else display(score.score)
    return Demand(name_of(key), least, has)
