"""The way to the next level: the fewest items that have to reach 100."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.editions.model import Level
from prongsai.core.results import Key, name_of
from prongsai.core.scoring.model import AGREEMENT, FULL, Basis, OpenFact, Rise, Score, Scorecard
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.what_if import open_above


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLevel:
    """The fewest items whose rise to 100 reaches `level`, and the total then.

    `items` is None where the known items do not suffice; `blocked` names what keeps it away.
    `assumed` names the parts that the level asks for and nobody gave: they are taken to pass.
    `rests_on` are the facts nobody has read on which the worth of the items rests.
    """

    level: Level
    items: tuple[Score, ...] | None
    total: Decimal | None
    blocked: tuple[str, ...]
    assumed: tuple[str, ...]
    rests_on: tuple[OpenFact, ...] = ()


def next_level(card: Scorecard) -> NextLevel | None:
    """Find the fewest items that reach the level above the best one possible now.

    None at the top, or where there is no total. Exact: inside one part or instrument the largest
    gains are never worse than others, whatever is asked, so each minimum takes its largest, the
    parts before their instrument, and what the total is then short of is made up by the largest
    that are left. Where nobody knows how parts make the score of their instrument, what their items
    add to the total counts as nothing.
    """
    level = _above(card)
    if level is None or card.total.score is None:
        return None
    rises = [rise for rise in card.rises if rise.item.score != FULL]
    taken: list[Rise] = []
    blocked: list[str] = []
    for key, least in _aims(card, level):
        left = [rise for rise in rises if rise not in taken]
        more = _fewest(_reached(card, key, taken), least, left, key)
        if more is None:
            blocked.append(name_of(key))
        taken += more or ()
    blocked += _contradicted(card, taken)
    keys = dict.fromkeys(key for rise in taken for key in rise.gains)
    return NextLevel(
        level=level,
        items=None if blocked else tuple(rise.item for rise in taken),
        total=None if blocked else min(_reached(card, card.total.key, taken), FULL),
        blocked=tuple(blocked),
        assumed=tuple(name_of(key) for key in _asked(level) if not _is_known(card, key)),
        rests_on=open_above(card, keys),
    )


def _above(card: Scorecard) -> Level | None:
    """Return the level above the one that the card reaches at best."""
    levels = card.edition.levels
    now = card.standing.level
    place = levels.index(now) if now is not None else 0
    return levels[place - 1] if place > 0 else None


def _aims(card: Scorecard, level: Level) -> Iterator[tuple[Key, Decimal]]:
    """Yield what is to be reached: minima that are known now, of parts first; the total last."""
    asked = _asked(level)
    for key in sorted(asked, key=lambda key: key[1] is None):
        if _is_known(card, key):
            yield key, asked[key]
    yield card.total.key, level.total


def _asked(level: Level) -> dict[Key, Decimal]:
    return {(minimum.instrument, minimum.part): minimum.score for minimum in level.minima}


def _is_known(card: Scorecard, key: Key) -> bool:
    return key in card.scores and card.scores[key].score is not None


def _reached(card: Scorecard, key: Key, rises: Sequence[Rise]) -> Decimal:
    now = card.scores[key].score or Decimal(0)
    return now + sum((rise.gains.get(key, Decimal(0)) for rise in rises), Decimal(0))


def _contradicted(card: Scorecard, rises: Sequence[Rise]) -> list[str]:
    """Return the announced scores that would pass 100: they contradict what is given below them."""
    stated = (each for each in card.scores.values() if each.basis is Basis.STATED)
    most = FULL + AGREEMENT
    return [each.name for each in stated if display(_reached(card, each.key, rises)) > most]


def _fewest(reached: Decimal, least: Decimal, rises: Sequence[Rise], key: Key) -> list[Rise] | None:
    """Return the largest rises until `reached` is shown as `least`; None if all do not suffice."""
    taken: list[Rise] = []
    useful = (rise for rise in rises if key in rise.gains)
    for rise in sorted(useful, key=lambda rise: -rise.gains[key]):
        if display(reached) >= least:
            break
        reached += rise.gains[key]
        taken.append(rise)
    return taken if display(reached) >= least else None
