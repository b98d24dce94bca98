"""Small editions and their scorecards, written in one line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.core.editions.model import (
    Aggregation,
    Confidence,
    Duties,
    Edition,
    Fact,
    Indicator,
    Instrument,
    Item,
    Level,
    Minimum,
    Part,
    Pooling,
    SubIndicator,
)
from prongsai.core.results import ResultSheet
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import Names

READ = Confidence.READ
OPEN = Confidence.UNKNOWN

Value = str | int | Decimal
Shape = int | tuple[int, ...]
"""An indicator: so many items, or sub-indicators of so many items each."""


def named(text: str) -> Names:
    return Names(th=text, en=text)


def instrument(
    key: str,
    weight: str,
    *shapes: Shape,
    parts: tuple[str, ...] = (),
    pooling: Pooling | None = None,
    confidence: Confidence = READ,
) -> Instrument:
    """Make an instrument with an indicator for each shape: OIT1, OIT1.1, o1 …; all facts alike."""
    numbers = iter(range(1, 100))
    return Instrument(
        key=key,
        title=named(key),
        prefix=key[0].lower(),
        weight=Fact(value=Decimal(weight), confidence=confidence),
        parts=tuple(Part(key=part, title=named(part)) for part in parts),
        pooling=None if pooling is None else Fact(value=pooling, confidence=confidence),
        indicators=tuple(
            indicator(f"{key}{place}", shape, key[0].lower(), numbers, confidence)
            for place, shape in enumerate(shapes, start=1)
        ),
        items_known=confidence,
    )


def indicator(
    key: str, shape: Shape, prefix: str, numbers: Iterator[int], confidence: Confidence
) -> Indicator:
    groups = (shape,) if isinstance(shape, int) else shape
    made = [tuple(item(f"{prefix}{next(numbers)}") for _ in range(size)) for size in groups]
    in_groups = not isinstance(shape, int)
    how = Aggregation.SUB_INDICATORS_MEAN if in_groups else Aggregation.ITEMS_MEAN
    subs = tuple(
        SubIndicator(key=f"{key}.{n}", title=None, items=items, confidence=confidence)
        for n, items in enumerate(made, start=1)
    )
    return Indicator(
        key=key,
        title=named(key),
        aggregation=Fact(value=how, confidence=confidence),
        sub_indicators=subs if in_groups else (),
        own_items=() if in_groups else made[0],
    )


def item(code: str) -> Item:
    return Item(code=code, topic=None, duties=(), confidence=READ)


def level(
    key: str, total: str, minima: Mapping[str, str] | None = None, confidence: Confidence = READ
) -> Level:
    """Make a level; `minima` by name: {"IIT": "85", "EIT/public": "85"}."""
    asked = []
    for name, least in (minima or {}).items():
        code, _, part = name.partition("/")
        asked.append(Minimum(instrument=code, part=part or None, score=Decimal(least)))
    return Level(
        key=key,
        title=named(key),
        total=Decimal(total),
        minima=tuple(asked),
        passes=Decimal(total) >= Decimal(85),
        confidence=confidence,
    )


LEVELS = (level("good", "85"), level("fair", "50"), level("low", "0"))


def edition(*instruments: Instrument, levels: tuple[Level, ...] = LEVELS) -> Edition:
    """Make an edition of these instruments."""
    return Edition(
        key="small",
        title=named("small"),
        body="public-agency",
        fiscal_years=(),
        pass_mark=Fact(value=Decimal(85), confidence=READ),
        scales=(),
        instruments=instruments,
        levels=levels,
        calendar=(),
        sources={},
        open_questions=(),
        duties=Duties(disclosure={}, survey={}),
    )


def card(of: Edition, scores: Mapping[str, Value] | None = None, **more: Value) -> Scorecard:
    """Score a sheet given by names: card(edition, {"e1/public": 90}, i1=80)."""
    return score(of, ResultSheet.of({**(scores or {}), **more}))
