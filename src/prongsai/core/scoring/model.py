"""The scorecard: every score with what it is made of, what was stated, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prongsai.core.editions.model import TOTAL, Confidence, Edition, Level
from prongsai.core.results import Key, ResultSheet
from prongsai.core.scoring.rounding import display
from prongsai.core.sentences import Sentence

AGREEMENT = Decimal("0.01")
"""Announced values are made of unrounded ones and ours of announced ones: they may differ by one hundredth."""


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


def name_of(key: Key) -> str:
    """Return what people call a code and its part: `e3/public`, `o35`."""
    code, part = key
    return code if part is None else f"{code}/{part}"


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact of the edition that nobody has read (marks R and U), on which a score rests."""

    what: Sentence
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Score:
    """One number of the scorecard, unrounded.

    `computed` is the mean of `terms`, or their sum by `weights` where there are some; `stated` was given. Neither
    replaces the other: `score` is what stands, the computed one where all of its terms have a value.
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
        return None if self.score is None else display(self.score)

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
        if self.basis is not Basis.COMPUTED:
            return ()
        below = (fact for term in self.terms for fact in term.rests_on)
        return tuple(dict.fromkeys((*self.open_facts, *below)))

    def weight_of(self, key: Key) -> Decimal | None:
        """Return what one point of a term is worth here; None for what this score is not made of."""
        places = [place for place, term in enumerate(self.terms) if term.key == key]
        if not places:
            return None
        return self.weights[places[0]] if self.weights else Decimal(1) / len(self.terms)

    @property
    def formula(self) -> str:
        """Write how it is computed, with the numbers: `(97.50 + 71.25) / 2 = 84.38`; a missing one is `?`."""
        if not self.terms:
            return ""
        values = ["?" if term.shown is None else str(term.shown) for term in self.terms]
        if self.weights:
            made = " + ".join(f"{w} × {v}" for w, v in zip(self.weights, values, strict=True))
        else:
            made = f"({' + '.join(values)}) / {len(values)}"
        return f"{made} = {'?' if self.computed is None else display(self.computed)}"


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

    `level` is the best that what is known allows; `certain` only where nothing missing or unread could change it.
    `missing` names the values nobody gave that could lower it to another of `possible` (best first).
    """

    level: Level | None
    certain: bool
    possible: tuple[Level, ...]
    missing: tuple[str, ...]
    rests_on: tuple[OpenFact, ...]


@dataclass(frozen=True, slots=True)
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
        """Return the names of what has no value: items of an indicator that is known in part or not at all,
        and indicators, instruments, the total and parts that a level asks for.
        """
        counted = (each for each in self.scores.values() if not self._stands_in_parts(each))
        names = dict.fromkeys(name for each in counted for name in _lacking(each))
        names.update(dict.fromkeys(self.standing.missing))
        return tuple(names)

    def _stands_in_parts(self, score: Score) -> bool:
        """Tell whether somebody gave the parts of its instrument, and nothing of the whole that it belongs to."""
        if score.part is not None or score.score is not None or _is_known_in_part(score):
            return False
        line = (score.code, *self.edition.ancestors.get(score.code, ()))
        instruments = (
            self.edition.instrument[code] for code in line if code in self.edition.instrument
        )
        return any(
            (each.key, part.key) in self.scores for each in instruments for part in each.parts
        )


def _is_known_in_part(score: Score) -> bool:
    return any(term.score is not None for term in score.terms)


def _lacking(score: Score) -> Iterator[str]:
    if _is_known_in_part(score) or score.score is None:
        yield from score.missing
    if score.kind is Kind.TOTAL and score.score is None:
        yield score.name
