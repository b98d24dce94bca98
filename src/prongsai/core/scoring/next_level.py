"""The way to the next level: the fewest items that have to reach 100."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.editions.model import TOTAL, Level
from prongsai.core.results import Key
from prongsai.core.scoring.model import Kind, Score, Scorecard
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.what_if import FULL, instrument_share, worth_in_total


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLevel:
    """The fewest items whose rise to 100 reaches `level`, and the total then.

    `items` is None where the items that are known do not suffice; `blocked` names what keeps it away.
    `assumed` names the parts that the level asks for and nobody gave: they are taken to pass.
    """

    level: Level
    items: tuple[Score, ...] | None
    total: Decimal | None
    blocked: tuple[str, ...]
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Move:
    """An item raised to 100: what it adds to its instrument or part, and to the total."""

    item: Score
    own: Decimal
    total: Decimal


def next_level(card: Scorecard) -> NextLevel | None:
    """Find the fewest items that reach the level above the best one possible now.

    None at the top, or where there is no total. Exact: inside one instrument the largest gains are never worse than
    others, so each minimum takes the largest of its instrument, and what the total is then short of is made up by the
    largest that are left, wherever they stand.
    """
    level = _above(card)
    if level is None or card.total.score is None:
        return None
    groups = _moves(card)
    asked = {(m.instrument, m.part): m.score for m in level.minima}
    known = {key: least for key, least in asked.items() if _now(card, key) is not None}
    taken: list[_Move] = []
    blocked: list[str] = []
    for key, least in known.items():
        own = [(move.own, move) for move in groups.get(key, ())]
        enough = _fewest(_now(card, key), least, own)
        if enough is None:
            blocked.append(_name(key))
        taken += enough or ()
    left = [(m.total, m) for group in groups.values() for m in group if m not in taken]
    rest = _fewest(_total(card, taken), level.total, left)
    if rest is None:
        blocked.append(TOTAL)
    chosen = (*taken, *(rest or ()))
    return NextLevel(
        level=level,
        items=None if blocked else tuple(move.item for move in chosen),
        total=None if blocked else _total(card, chosen),
        blocked=tuple(blocked),
        assumed=tuple(_name(key) for key in asked if key not in known),
    )


def _above(card: Scorecard) -> Level | None:
    """Return the level above the one that the card reaches at best."""
    levels = card.edition.levels
    now = card.standing.level
    place = levels.index(now) if now is not None else 0
    return levels[place - 1] if place > 0 else None


def _now(card: Scorecard, key: Key) -> Decimal | None:
    each = card.scores.get(key)
    return None if each is None else each.score


def _name(key: Key) -> str:
    code, part = key
    return code if part is None else f"{code}/{part}"


def _moves(card: Scorecard) -> dict[Key, list[_Move]]:
    """Return the items that can rise, by the instrument or the part they count towards."""
    groups: dict[Key, list[_Move]] = {}
    for item in card.of_kind(Kind.ITEM):
        if item.score is None or item.score >= FULL:
            continue
        rise = FULL - item.score
        shares = instrument_share(card, item.key)
        instrument = card.edition.ancestors[item.code][-2]
        total = worth_in_total(card, item.key) or Decimal(0)
        move = _Move(item, rise * shares, rise * total)
        groups.setdefault((instrument, item.part), []).append(move)
    return groups


def _total(card: Scorecard, moves: Sequence[_Move]) -> Decimal:
    now = card.total.score or Decimal(0)
    return now + sum((move.total for move in moves), Decimal(0))


def _fewest(
    now: Decimal | None, least: Decimal, moves: Sequence[tuple[Decimal, _Move]]
) -> tuple[_Move, ...] | None:
    """Return the largest moves until `now` reaches `least` as shown to people; None where all do not suffice."""
    reached = now or Decimal(0)
    taken: list[_Move] = []
    for gain, move in sorted(moves, key=lambda pair: -pair[0]):
        if display(reached) >= least:
            break
        reached += gain
        taken.append(move)
    return tuple(taken) if display(reached) >= least else None
