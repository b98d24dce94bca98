"""The level that a total reaches, when its parts are known and when they are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.core.editions.model import TOTAL, Edition, Level, Minimum
from prongsai.core.results import Key, name_of
from prongsai.core.scoring.model import OpenFact, Standing
from prongsai.core.scoring.rounding import display
from prongsai.core.sentences import say

LEAST = Decimal(0)


def find_level(
    edition: Edition,
    total: Decimal | None,
    parts: Mapping[Key, Decimal | None],
    rests_on: tuple[OpenFact, ...] = (),
) -> Standing:
    """Find the level of a total (0–100) with these parts and instruments; None: not known.

    The bands are written to two places (70–84.99), so the rounded values are what is compared.
    `rests_on` are the facts nobody has read on which the total and the parts rest.
    """
    if total is None:
        return Standing(level=None, certain=False, possible=(), missing=(TOTAL,), rests_on=rests_on)
    # A level is possible if it is reached when every unknown part has just what it asks of it.
    possible = tuple(
        level
        for level in edition.levels
        if _reached(edition, total, {**_least(level), **_known(parts)}) is level
    )
    open_facts = (*rests_on, *_open_levels(edition, possible))
    return Standing(
        level=possible[0],
        certain=len(possible) == 1 and not open_facts,
        possible=possible,
        missing=_unknown(possible[:-1], parts),
        rests_on=tuple(dict.fromkeys(open_facts)),
    )


def _reached(edition: Edition, total: Decimal, parts: Mapping[Key, Decimal]) -> Level:
    shown = display(total)
    return next(
        level
        for level in edition.levels
        if shown >= level.total and all(_met(minimum, parts) for minimum in level.minima)
    )


def _met(minimum: Minimum, parts: Mapping[Key, Decimal]) -> bool:
    return parts.get((minimum.instrument, minimum.part), LEAST) >= minimum.score


def _least(level: Level) -> dict[Key, Decimal]:
    return {(minimum.instrument, minimum.part): minimum.score for minimum in level.minima}


def _known(parts: Mapping[Key, Decimal | None]) -> dict[Key, Decimal]:
    return {key: display(value) for key, value in parts.items() if value is not None}


def _unknown(levels: tuple[Level, ...], parts: Mapping[Key, Decimal | None]) -> tuple[str, ...]:
    asked = dict.fromkeys((m.instrument, m.part) for level in levels for m in level.minima)
    return tuple(name_of(key) for key in asked if parts.get(key) is None)


def _open_levels(edition: Edition, possible: tuple[Level, ...]) -> Iterator[OpenFact]:
    """Yield the open levels among the possible ones, and the one above if it is open.

    Nobody knows that an open one is out of reach.
    """
    above = max(edition.levels.index(possible[0]) - 1, 0)
    for level in edition.levels[above : edition.levels.index(possible[-1]) + 1]:
        if level.confidence.is_open:
            yield OpenFact(
                say("the limits of the level %(level)s", level=level.title), level.confidence
            )
