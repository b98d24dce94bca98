"""The framework of one fiscal year and one kind of body: what is measured, and how it is scored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from prongsai.core.sentences import Names

T = TypeVar("T")

TOTAL = "total"
CHECKLIST = "OIT"  # the instrument that an assessor ticks off; the others are surveys


class Confidence(StrEnum):
    """How sure a fact is: the marks of the fact tables."""

    READ = "H"
    INDIRECT = "M"
    INFERRED = "I"
    RECALLED = "R"
    UNKNOWN = "U"

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has read it: what rests on such a fact must say so."""
        return self in {Confidence.RECALLED, Confidence.UNKNOWN}


class Aggregation(StrEnum):
    """How the score of an indicator is made."""

    ITEMS_MEAN = "items_mean"
    SUB_INDICATORS_MEAN = "sub_indicators_mean"


class Pooling(StrEnum):
    """How the parts of an instrument (EIT Public and EIT Survey) become its score."""

    PARTS_MEAN = "parts_mean"
    UNKNOWN = "unknown"


class Period(StrEnum):
    """The time a disclosure item speaks of, seen from the assessed fiscal year."""

    CURRENT = "current"  # in force or in use when the assessor looks
    PLAN = "plan"  # the assessed year
    PROGRESS = "progress"  # the assessed year, to 31 March
    REPORT = "report"  # the year before
    COVERS = "covers"  # a plan of several years that covers the assessed year
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[T]):
    """A value with how sure it is and where it was read."""

    value: T
    confidence: Confidence
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The points of each answer, in the order printed on the form; () where they are not known."""

    key: str
    points: tuple[Decimal, ...]
    confidence: Confidence
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question that a respondent answers; an item may have several (i11.1, i11.2)."""

    code: str
    scale: str
    reversed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A survey or disclosure item. `topic` None and `questions` () where they are not known."""

    code: str
    topic: Names | None
    duties: tuple[str, ...]
    confidence: Confidence
    source: str = ""
    questions: tuple[Question, ...] = ()
    scale: str | None = None
    period: Period | None = None
    elements: tuple[Names, ...] = ()
    elements_confidence: Confidence | None = None  # None where no elements are known


@dataclass(frozen=True, slots=True, kw_only=True)
class SubIndicator:
    """A group of items inside an indicator of the checklist (9.1 … 10.2)."""

    key: str
    title: Names | None
    items: tuple[Item, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One of the ten indicators. Its items stand in its sub-indicators, or directly in it."""

    key: str
    title: Names
    aggregation: Fact[Aggregation]
    sub_indicators: tuple[SubIndicator, ...]
    own_items: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Return its items in the order of the edition."""
        return tuple(i for sub in self.sub_indicators for i in sub.items) + self.own_items


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an instrument that is scored and judged by itself (EIT Public, EIT Survey)."""

    key: str
    title: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """IIT, EIT or OIT, with its share of the total (weights sum to 1)."""

    key: str
    title: Names
    prefix: str
    weight: Fact[Decimal]
    parts: tuple[Part, ...]
    pooling: Fact[Pooling] | None
    indicators: tuple[Indicator, ...]
    items_known: Confidence

    @property
    def items(self) -> tuple[Item, ...]:
        """Return its items in the order of the edition."""
        return tuple(item for indicator in self.indicators for item in indicator.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Minimum:
    """The least score that a level asks of an instrument, or of one part of it."""

    instrument: str
    part: str | None
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A named level: the least total, and the least score of each part it asks for."""

    key: str
    title: Names
    total: Decimal
    minima: tuple[Minimum, ...]
    passes: bool
    confidence: Confidence
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A date of the calendar, as announced; `on` is words: sources give spans and changes."""

    title: Names
    on: Names
    fiscal_year: int
    confidence: Confidence
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """What items ask for, whatever their code is that year: these names never change."""

    disclosure: dict[str, Names]
    survey: dict[str, Names]

    def joined(self, other: Duties) -> Duties:
        """Return these duties and those of `other`."""
        return Duties(
            disclosure=self.disclosure | other.disclosure, survey=self.survey | other.survey
        )


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The whole framework. `levels` run from the highest to the lowest.

    `duties` are those that this body alone has, beside everybody's.
    """

    key: str
    title: Names
    body: str
    fiscal_years: tuple[int, ...]
    pass_mark: Fact[Decimal]
    scales: tuple[Scale, ...]
    instruments: tuple[Instrument, ...]
    levels: tuple[Level, ...]
    calendar: tuple[Event, ...]
    sources: dict[str, str]
    open_questions: tuple[Names, ...]
    duties: Duties

    @cached_property
    def items(self) -> dict[str, Item]:
        """Return every item by its code."""
        return {item.code: item for instrument in self.instruments for item in instrument.items}

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Return every indicator by its key."""
        return {each.key: each for instrument in self.instruments for each in instrument.indicators}

    @cached_property
    def sub_indicators(self) -> dict[str, SubIndicator]:
        """Return every sub-indicator by its key."""
        return {sub.key: sub for each in self.indicators.values() for sub in each.sub_indicators}

    @cached_property
    def instrument(self) -> dict[str, Instrument]:
        """Return every instrument by its key."""
        return {each.key: each for each in self.instruments}

    @cached_property
    def scale(self) -> dict[str, Scale]:
        """Return every scale by its key."""
        return {each.key: each for each in self.scales}

    @cached_property
    def asking(self) -> dict[tuple[str, str], list[tuple[int, str]]]:
        """Return, for every instrument and duty, the items that ask for it: place and code."""
        found: dict[tuple[str, str], list[tuple[int, str]]] = {}
        for instrument in self.instruments:
            for place, item in enumerate(instrument.items):
                for duty in item.duties:
                    found.setdefault((instrument.key, duty), []).append((place, item.code))
        return found

    @cached_property
    def ancestors(self) -> dict[str, tuple[str, ...]]:
        """Return, for every code, what it counts towards: o13 -> 9.2, 9, OIT, total."""
        return dict(self._ancestors())

    def _ancestors(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for instrument in self.instruments:
            yield instrument.key, (TOTAL,)
            for indicator in instrument.indicators:
                above = (instrument.key, TOTAL)
                yield indicator.key, above
                for item in indicator.own_items:
                    yield item.code, (indicator.key, *above)
                for sub in indicator.sub_indicators:
                    yield sub.key, (indicator.key, *above)
                    for item in sub.items:
                        yield item.code, (sub.key, indicator.key, *above)
