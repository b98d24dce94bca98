"""What if: the scorecard after a change, the gain of each item, and the way to the next level.

All of it is exact because every score is linear in what it is made of: one point more of a part is worth its share
of the whole, on a computed score and on an announced one alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.editions.model import TOTAL, Instrument
from prongsai.core.errors import Refusal
from prongsai.core.results import Key, Result, ResultSheet
from prongsai.core.scoring.model import Kind, Score, Scorecard
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import say

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The card as it is, the card as it would be, and what each score changes by."""

    before: Scorecard
    after: Scorecard
    differences: dict[Key, Decimal]


@dataclass(frozen=True, slots=True)
class Gain:
    """What an item would add to the total if it scored 100, in points of the total (unrounded)."""

    score: Score
    points: Decimal


def what_if(card: Scorecard, changes: Mapping[Key, Decimal]) -> WhatIf:
    """Score again with some values changed.

    An announced score above a changed one moves by the share of the change, for the rest of what it is made of
    stays as it is.

    :raises Refusal: a changed score is not known now, lies outside 0–100, stands above another changed one, or
        how it counts is not known.
    """
    values = {(result.code, result.part): result.score for result in card.sheet.results}
    differences: dict[Key, Decimal] = {}
    for key, new in changes.items():
        old = _changeable(card, key, new, changes)
        values[key] = new
        for above, share in _shares(card, key):
            moved = (new - old) * share
            differences[above] = differences.get(above, Decimal(0)) + moved
            stated = values.get(above)
            if stated is not None and above != key:
                values[above] = stated + moved
    sheet = ResultSheet(tuple(Result(code=code, part=part, score=v) for (code, part), v in values.items()))
    return WhatIf(card, score(card.edition, sheet), differences)


def _changeable(card: Scorecard, key: Key, new: Decimal, changes: Mapping[Key, Decimal]) -> Decimal:
    """Return the value that is to change, or refuse."""
    code, part = key
    name = code if part is None else f"{code}/{part}"
    now = card.scores.get(key)
    if now is None or now.score is None:
        raise Refusal(
            say("%(name)s has no score in these results, so its change cannot be worked out.", name=name),
            fix=say("Give its present score in the results, or leave it out."),
        )
    if not 0 <= new <= FULL:
        raise Refusal(
            say("%(name)s=%(value)s is outside 0–100.", name=name, value=new),
            fix=say("Give a score from 0 to 100."),
        )
    both = [other for other, _ in _shares(card, key) if other in changes and other != key]
    if both or code == TOTAL:
        raise Refusal(
            say("%(name)s cannot be changed together with what it counts towards.", name=name)
            if both
            else say("The total cannot be changed by itself."),
            fix=say("Change items or indicators, and the rest follows."),
        )
    return now.score


def _shares(card: Scorecard, key: Key) -> Iterator[tuple[Key, Decimal]]:
    """Yield the key itself and all above it, each with the share that one point of it is worth there."""
    code, part = key
    share = Decimal(1)
    yield key, share
    for above in card.edition.ancestors.get(code, ()):
        if above == TOTAL:
            break
        share *= card.scores[above, part].weight_of(code)
        yield (above, part), share
        code = above
    instrument = card.edition.instrument.get(code)
    if instrument is None:
        return
    if part is not None:
        share *= _pooled(card, instrument)
        yield (instrument.key, None), share
    yield (TOTAL, None), share * instrument.weight.value


def _pooled(card: Scorecard, instrument: Instrument) -> Decimal:
    """Return the share of a part in its instrument, or refuse where the parts do not make its score."""
    parts = [term for term in card.scores[instrument.key, None].terms if term.part is not None]
    if not parts:
        raise Refusal(
            say("How the parts of %(code)s make its score is not known.", code=instrument.key),
            fix=say("Change the score of the whole instrument's items, or bring an edition file that says so."),
        )
    return Decimal(1) / len(parts)


def gains(card: Scorecard) -> tuple[Gain, ...]:
    """Return what each measured item would add to the total at 100, the largest first.

    Items of a part whose way into the total is not known are left out: their gain is not known either.
    """
    found = [
        Gain(each, (FULL - each.score) * worth)
        for each in card.of_kind(Kind.ITEM)
        if each.score is not None and (worth := worth_in_total(card, each.key)) is not None
    ]
    return tuple(sorted(found, key=lambda gain: -gain.points))


def worth_in_total(card: Scorecard, key: Key) -> Decimal | None:
    """Return what one point of a score is worth in the total; None where that is not known."""
    try:
        return dict(_shares(card, key)).get((TOTAL, None))
    except Refusal:
        return None


def instrument_share(card: Scorecard, key: Key) -> Decimal:
    """Return what one point of an item is worth in its instrument, or in the part of it that the item belongs to."""
    code, part = key
    share = Decimal(1)
    for above in card.edition.ancestors[code][:-1]:
        share *= card.scores[above, part].weight_of(code)
        code = above
    return share
