"""The level that a total reaches, when its parts are known and when they are not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from prongsai.core.editions.model import TOTAL, Edition, Level, Minimum
from prongsai.core.results import Key
from prongsai.core.scoring.model import OpenFact, Standing
from prongsai.core.scoring.rounding import display
from prongsai.core.sentences import say

LEAST = Decimal(0)
MOST = Decimal(100)


def find_level(
    edition: Edition,
    total: Decimal | None,
    parts: Mapping[Key, Decimal | None],
    rests_on: tuple[OpenFact, ...] = (),
) -> Standing:
    """Find the level of a total (0–100) whose instruments and parts scored `parts`; None: not known.

    The bands are written to two places (70–84.99), so the rounded values are what is compared.
    """
    if total is None or not edition.levels:
        return Standing(level=None, certain=False, possible=(), missing=(TOTAL,), rests_on=rests_on)
    best = _reached(edition, total, parts, unknown=MOST)
    worst = _reached(edition, total, parts, unknown=LEAST)
    first, last = edition.levels.index(best), edition.levels.index(worst)
    possible = edition.levels[first : last + 1]
    missing = _unknown(possible[:-1], parts)
    open_facts = (*rests_on, *(_open_level(each) for each in possible if each.confidence.is_open))
    return Standing(
        level=best,
        certain=len(possible) == 1 and not open_facts,
        possible=possible,
        missing=missing,
        rests_on=tuple(dict.fromkeys(open_facts)),
    )


def _reached(
    edition: Edition, total: Decimal, parts: Mapping[Key, Decimal | None], unknown: Decimal
) -> Level:
    shown = display(total)
    return next(
        level
        for level in edition.levels
        if shown >= level.total and all(_met(minimum, parts, unknown) for minimum in level.minima)
    )


def _met(minimum: Minimum, parts: Mapping[Key, Decimal | None], unknown: Decimal) -> bool:
    value = parts.get((minimum.instrument, minimum.part))
    return (unknown if value is None else display(value)) >= minimum.score


def _unknown(levels: tuple[Level, ...], parts: Mapping[Key, Decimal | None]) -> tuple[str, ...]:
    asked = dict.fromkeys((m.instrument, m.part) for level in levels for m in level.minima)
    return tuple(
        code if part is None else f"{code}/{part}"
        for code, part in asked
        if parts.get((code, part)) is None
    )


def _open_level(level: Level) -> OpenFact:
    return OpenFact(say("the limits of the level %(level)s", level=level.title.th), level.confidence)
