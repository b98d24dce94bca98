"""The scorecard: every score with what it is made of, what was stated, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from prongsai.core.editions.model import TOTAL, Confidence, Edition, Level
from prongsai.core.results import Key, ResultSheet, name_of
from prongsai.core.scoring.rounding import display, to_places
from prongsai.core.sentences import Sentence

FULL = Decimal(100)
"""The most that anything scores."""

AGREEMENT = Decimal("0.01")
"""Announced values are made of unrounded ones and ours of announced ones: they may differ so."""


_PLACES = tuple(Decimal(1).scaleb(-places) for places in (2, 4, 6, 9))


def mean_or_sum(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """Return the sum of values by their weights, or without weights their mean."""
    if weights:
        return sum((w * v for w, v in zip(weights, values, strict=True)), Decimal(0))
    return sum(values, Decimal(0)) / len(values)


class Kind(StrEnum):
    """What a score belongs to."""

    ITEM = "item"
    SUB_INDICATOR = "sub_indicator"
    INDICATOR = "indicator"
    INSTRUMENT = "instrument"
    TOTAL = "total"


class Basis(StrEnum):
    """Where the value that stands comes from."""

    MEASURED = "measured"  # an item, as given
    COMPUTED = "computed"  # from what is below it
    STATED = "stated"  # as announced; what is below it is not all known
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact of the edition that nobody has read (marks R and U), on which a score rests."""

    what: Sentence
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Score:
    """One number of the scorecard, unrounded.

    `computed` is the mean of `terms`, or their sum by `weights` where there are some; `stated` was
    given. Neither replaces the other: `score` is what stands, the computed one where all of its
    terms have a value.
    """

    code: str
    part: str | None
    kind: Kind
    computed: Decimal | None
    stated: Decimal | None
    terms: tuple[Score, ...] = ()
    weights: tuple[Decimal, ...] = ()
    open_facts: tuple[OpenFact, ...] = ()

    @property
    def name(self) -> str:
        """Return what people call it: `o35`, `e3/public`, `9.2`, `OIT`, `total`."""
        return name_of(self.key)

    @property
    def key(self) -> Key:
        """Return its (code, part)."""
        return self.code, self.part

    @property
    def score(self) -> Decimal | None:
        """Return the value that stands, unrounded; None where nothing was measured."""
        return self.stated if self.computed is None else self.computed

    @property
    def shown(self) -> Decimal | None:
        """Return the value that stands, rounded for people."""
        score = self.score
        return None if score is None else display(score)

    @property
    def basis(self) -> Basis:
        """Return where the value that stands comes from."""
        if self.score is None:
            return Basis.NONE
        if self.kind is Kind.ITEM:
            return Basis.MEASURED
        return Basis.STATED if self.computed is None else Basis.COMPUTED

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of its terms that have no value."""
        return tuple(term.name for term in self.terms if term.score is None)

    @property
    def rests_on(self) -> tuple[OpenFact, ...]:
        """Return the facts nobody has read on which the value that stands rests, each once."""
        if self.computed is None:
            return ()
        below = (fact for term in self.terms if term.terms for fact in term.rests_on)
        return tuple(dict.fromkeys((*self.open_facts, *below)))

    @property
    def weighed_terms(self) -> Iterator[tuple[Score, Decimal]]:
        """Yield its terms, each with what one point of it is worth here."""
        if self.terms:
            alike = (Decimal(1) / len(self.terms),) * len(self.terms)
            yield from zip(self.terms, self.weights or alike, strict=True)

    @property
    def formula(self) -> str:
        """Write how it is computed: `(97.50 + 71.25) / 2 = 84.38`; a missing number is `?`.

        The terms have as many places as it takes for the sum, done by hand, to round to the result.
        """
        if not self.terms:
            return ""
        if self.computed is None:
            shown = (term.shown for term in self.terms)
            return f"{self._made(['?' if each is None else str(each) for each in shown])} = ?"
        known = [term.score for term in self.terms if term.score is not None]
        result = display(self.computed)
        for place in _PLACES:
            values = [to_places(each, place) for each in known]
            if display(mean_or_sum(values, self.weights)) == result:
                break
        return f"{self._made([str(each) for each in values])} = {result}"

    def _made(self, values: Sequence[str]) -> str:
        if self.weights:
            return " + ".join(f"{w} × {v}" for w, v in zip(self.weights, values, strict=True))
        return f"({' + '.join(values)}) / {len(values)}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stated value beside the computed one; `agrees` is None where nothing could be computed."""

    name: str
    stated: Decimal
    computed: Decimal | None

    @property
    def agrees(self) -> bool | None:
        """Tell whether the two are the same to the hundredth, allowing for rounding on the way."""
        if self.computed is None:
            return None
        return abs(display(self.computed) - display(self.stated)) <= AGREEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The level that the total and its parts reach.

    `level` is the best that what is known allows; `certain` only where nothing missing or unread
    could change it. `missing` names the values nobody gave that could lower it to another of
    `possible` (best first).
    """

    level: Level | None
    certain: bool
    possible: tuple[Level, ...]
    missing: tuple[str, ...]
    rests_on: tuple[OpenFact, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rise:
    """A measured item raised to 100: what it adds to itself and to each score above it."""

    item: Score
    gains: dict[Key, Decimal]


@dataclass(frozen=True)
class Scorecard:
    """What the scoring of one edition makes of one sheet of results."""

    edition: Edition
    sheet: ResultSheet
    scores: dict[Key, Score]
    standing: Standing

    def get(self, code: str, part: str | None = None) -> Score:
        """Return the score of a code. Raises KeyError for a code that is not of the edition."""
        return self.scores[code, part]

    def of_kind(self, kind: Kind) -> Iterator[Score]:
        """Yield the scores of a kind, in the order of the edition."""
        return (score for score in self.scores.values() if score.kind is kind)

    @property
    def total(self) -> Score:
        """Return the total."""
        return self.scores[TOTAL, None]

    @cached_property
    def above(self) -> dict[Key, tuple[Key, Decimal]]:
        """Return what each score counts towards, and what one point of it is worth there."""
        return {
            term.key: (whole.key, weight)
            for whole in self.scores.values()
            for term, weight in whole.weighed_terms
        }

    def shares(self, key: Key) -> dict[Key, Decimal]:
        """Return the key itself and all above it, each with what one point of the key is worth.

        What is not made of it is left out: the total too, where nobody knows how parts make the
        score of their instrument.
        """
        share = Decimal(1)
        found = {key: share}
        while key in self.above:
            key, weight = self.above[key]
            share = found[key] = share * weight
        return found

    @cached_property
    def rises(self) -> tuple[Rise, ...]:
        """Return each measured item as it would rise: to 100, or until what was announced does."""
        found = []
        for item in self.of_kind(Kind.ITEM):
            if item.score is not None:
                own = self.shares(item.key)
                up = min(self._room(own))
                found.append(Rise(item, {key: up * share for key, share in own.items()}))
        return tuple(found)

    def _room(self, own: Mapping[Key, Decimal]) -> Iterator[Decimal]:
        """Yield how far what these shares are of can rise before each announced score is 100."""
        for key, share in own.items():
            score = self.scores[key]
            if share and score.computed is None and score.stated is not None:
                yield (FULL - score.stated) / share

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Return every stated indicator, instrument and total beside what was computed."""
        return tuple(
            Comparison(each.name, each.stated, each.computed)
            for each in self.scores.values()
            if each.kind is not Kind.ITEM and each.stated is not None
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of what has no value, items first.

        What was announced needs nothing below it, unless some of that was given too. Of an
        instrument given by its parts the parts are asked for, and its score.
        """
        parts = [each for each in self.of_kind(Kind.INSTRUMENT) if each.part is not None]
        in_parts = frozenset(each.code for each in parts)
        names = [name for each in (*parts, self.total) for name in _lacking(each, in_parts)]
        total = [self.total.name] if self.total.score is None else []
        return tuple(dict.fromkeys((*names, *total, *self.standing.missing)))


def _lacking(score: Score, in_parts: frozenset[str]) -> Iterator[str]:
    nothing_below = not _has_values_below(score)
    by_parts = score.part is None and score.code in in_parts
    if nothing_below and (score.score is not None or by_parts):
        return
    for term in score.terms:
        if term.terms:
            yield from _lacking(term, in_parts)
    if score.score is None or any(term.score is not None for term in score.terms):
        yield from score.missing


def _has_values_below(score: Score) -> bool:
    return any(term.score is not None or _has_values_below(term) for term in score.terms)
