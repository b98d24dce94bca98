"""What if: the scorecard after a change, and the gain of each item.

All of it is exact because every score is linear in what it is made of: one point more of a part is
worth its share of the whole, on a computed score and on an announced one alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from prongsai.core.errors import Refusal
from prongsai.core.results import Key, Result, ResultSheet, name_of
from prongsai.core.scoring.model import (
    AGREEMENT,
    FULL,
    Basis,
    Kind,
    OpenFact,
    Score,
    Scorecard,
)
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import say


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The card as it is, the card as it would be, and what each score changes by."""

    before: Scorecard
    after: Scorecard
    differences: dict[Key, Decimal]


@dataclass(frozen=True, slots=True)
class Gain:
    """What an item would add to the total if it scored 100, in points of the total (unrounded).

    `rests_on` are the facts nobody has read on which that rests.
    """

    score: Score
    points: Decimal
    rests_on: tuple[OpenFact, ...] = ()


def what_if(card: Scorecard, changes: Mapping[Key, Decimal]) -> WhatIf:
    """Score again with some values changed.

    An announced score above a changed one moves by the share of the change, for the rest of what it
    is made of stays as it is. What a changed score was computed from is no longer known afterwards.

    :raises Refusal: a changed score is not known now, lies outside 0–100, stands above another
        changed one, or how it counts is not known; or an announced score would leave 0–100, so
        that the results contradict each other.
    """
    moves: dict[Key, Decimal] = {}
    for key, new in changes.items():
        old = _changeable(card, key, new, changes)
        for above, share in card.shares(key).items():
            moves[above] = moves.get(above, Decimal(0)) + (new - old) * share
    after = _after(card, changes, moves)
    differences = {
        key: _difference(card.scores[key], after.scores[key], moved) for key, moved in moves.items()
    }
    return WhatIf(card, after, differences)


def _changeable(card: Scorecard, key: Key, new: Decimal, changes: Mapping[Key, Decimal]) -> Decimal:
    """Return the value that is to change, or refuse."""
    name = name_of(key)
    now = card.scores.get(key)
    if now is None or now.score is None:
        raise Refusal(
            say(
                "%(name)s has no score in these results, so its change cannot be worked out.",
                name=name,
            ),
            fix=say("Give its present score in the results, or leave it out."),
        )
    if not 0 <= new <= FULL:
        raise Refusal(
            say("%(name)s=%(value)s is outside 0–100.", name=name, value=new),
            fix=say("Give a score from 0 to 100."),
        )
    if now.kind is Kind.TOTAL:
        raise Refusal(
            say("The total cannot be changed by itself."),
            fix=say("Change items or indicators, and the rest follows."),
        )
    above = card.shares(key)
    if any(other in changes for other in above if other != key):
        raise Refusal(
            say("%(name)s cannot be changed together with what it counts towards.", name=name),
            fix=say("Change items or indicators, and the rest follows."),
        )
    if card.total.key not in above:
        instrument = (key[0], *card.edition.ancestors[key[0]])[-2]
        raise Refusal(
            say("How %(name)s counts towards %(code)s is not known.", name=name, code=instrument),
            fix=say(
                "Change what the score of %(code)s is made of here,"
                " or bring an edition file that says how its parts make it.",
                code=instrument,
            ),
        )
    return now.score


def _after(
    card: Scorecard, changes: Mapping[Key, Decimal], moves: Mapping[Key, Decimal]
) -> Scorecard:
    """Score the sheet with the changes, and without what is then no longer known."""
    rows = {(row.code, row.part): row for row in card.sheet.results}
    for key, moved in moves.items():
        each = card.scores[key]
        if key not in changes and each.stated is not None:
            rows[key] = replace(rows[key], score=_moved(each, moved))
        if moved:
            forgotten = {below.key for below in _no_longer_known(card, each, key in changes)}
            rows |= {below: replace(rows[below], score=None) for below in forgotten & rows.keys()}
    for key, new in changes.items():
        code, part = key
        rows[key] = replace(rows.get(key, Result(code=code, part=part)), score=new)
    after = score(card.edition, ResultSheet(tuple(rows.values())))
    moved_by = (
        fact for key, moved in moves.items() if moved for fact in card.scores[key].open_facts
    )
    facts = tuple(dict.fromkeys((*after.standing.rests_on, *moved_by)))
    standing = replace(after.standing, certain=after.standing.certain and not facts, rests_on=facts)
    return replace(after, standing=standing)


def _moved(each: Score, moved: Decimal) -> Decimal:
    """Return the announced score after the change.

    It was rounded, so it may pass 100 by a trifle, but not by more.
    """
    now = each.stated or Decimal(0)
    then = min(max(now + moved, Decimal(0)), FULL)
    if each.basis is Basis.STATED and abs(now + moved - then) > AGREEMENT:
        raise Refusal(
            say(
                "%(name)s is given as %(now)s and would become %(then)s:"
                " it contradicts what it is made of.",
                name=each.name,
                now=display(now),
                then=display(now + moved),
            ),
            fix=say("Check %(name)s and what is below it in the results.", name=each.name),
        )
    return then


def _no_longer_known(card: Scorecard, each: Score, changed: bool) -> Iterator[Score]:
    """Yield what a changed score was computed from, and parts whose instrument moves alone."""
    if changed and each.basis is Basis.COMPUTED:
        yield from _below(each)
    if each.kind is Kind.INSTRUMENT and each.part is None:
        for other in card.of_kind(Kind.INSTRUMENT):
            if other.code == each.code and other.part is not None and other not in each.terms:
                yield other
                yield from _below(other)


def _below(score: Score) -> Iterator[Score]:
    for term in score.terms:
        yield term
        yield from _below(term)


def _difference(before: Score, after: Score, moved: Decimal) -> Decimal:
    """Return what a score changed by; by its share of the change where it is not known itself."""
    if before.score is None or after.score is None:
        return moved
    return after.score - before.score


def gains(card: Scorecard) -> tuple[Gain, ...]:
    """Return what each measured item would add to the total at 100, the largest first.

    Items of a part whose way into the total is not known are left out, for so is their gain.
    """
    total = card.total.key
    found = (
        Gain(rise.item, rise.gains[total], open_above(card, rise.gains))
        for rise in card.rises
        if total in rise.gains
    )
    return tuple(sorted(found, key=lambda gain: -gain.points))


def worth_in_total(card: Scorecard, key: Key) -> Decimal | None:
    """Return what one point of a score is worth in the total; None where that is not known."""
    return card.shares(key).get(card.total.key)


def open_above(card: Scorecard, own: Iterable[Key]) -> tuple[OpenFact, ...]:
    """Return the facts nobody has read on which the worth of these shares rests, each once."""
    facts = (fact for other in own for fact in card.scores[other].open_facts)
    return tuple(dict.fromkeys(facts))
