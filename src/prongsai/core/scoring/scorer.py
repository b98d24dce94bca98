"""Scoring: from results to a scorecard.

The rules are those that reproduce announced results (facts, rules 3 and 4): an indicator is the
mean of its items, or of its sub-indicators where the edition says so; an instrument is the mean of
its indicators; the total is the weighted sum of the instruments. Nothing is rounded on the way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from prongsai.core.editions.model import (
    TOTAL,
    Aggregation,
    Confidence,
    Edition,
    Indicator,
    Instrument,
    Item,
    Pooling,
    SubIndicator,
)
from prongsai.core.results import Key, ResultSheet
from prongsai.core.scoring.levels import find_level
from prongsai.core.scoring.model import Kind, OpenFact, Score, Scorecard, mean_or_sum
from prongsai.core.sentences import Sentence, say


def score(edition: Edition, sheet: ResultSheet) -> Scorecard:
    """Score one sheet. Every code of the sheet is one of the edition (the readers see to it)."""
    card = _Card(sheet)
    tops = [_instrument(card, each) for each in edition.instruments]
    weights = [each.weight.value for each in edition.instruments]
    facts = tuple(
        OpenFact(say("the weight of %(code)s", code=each.key), each.weight.confidence)
        for each in edition.instruments
        if each.weight.confidence.is_open
    )
    total = card.add(TOTAL, None, Kind.TOTAL, terms=tops, weights=weights, open_facts=facts)
    parts = {key: each for key, each in card.scores.items() if each.kind is Kind.INSTRUMENT}
    values = {key: each.score for key, each in parts.items()}
    standing = find_level(edition, total.score, values, _rests_on(edition, total, parts))
    return Scorecard(edition, sheet, card.scores, standing)


def _rests_on(edition: Edition, total: Score, parts: Mapping[Key, Score]) -> tuple[OpenFact, ...]:
    """Return what the level rests on: facts under the total, and under parts that it asks for."""
    shown = total.shown or Decimal(0)
    asked = [
        parts[minimum.instrument, minimum.part]
        for level in edition.levels
        if shown >= level.total
        for minimum in level.minima
        if (minimum.instrument, minimum.part) in parts
    ]
    return tuple(dict.fromkeys(fact for each in (total, *asked) for fact in each.rests_on))


class _Card:
    """The scores made so far, and the values of the sheet that they are made of."""

    def __init__(self, sheet: ResultSheet) -> None:
        self.values = sheet.scores
        self.parts = {part for _, part in self.values if part is not None}
        self.scores: dict[Key, Score] = {}

    def add(
        self,
        code: str,
        part: str | None,
        kind: Kind,
        *,
        terms: Sequence[Score],
        weights: Sequence[Decimal] = (),
        open_facts: tuple[OpenFact, ...] = (),
    ) -> Score:
        stated = self.values.get((code, part))
        made = Score(
            code,
            part,
            kind,
            _value(terms, weights),
            stated,
            tuple(terms),
            tuple(weights),
            open_facts,
        )
        self.scores[code, part] = made
        return made


def _instrument(card: _Card, instrument: Instrument) -> Score:
    """Score an instrument: its parts that were given, and the whole."""
    given = [part.key for part in instrument.parts if part.key in card.parts]
    parts = [_whole(card, instrument, part) for part in given]
    pooling = instrument.pooling
    if pooling is None or pooling.value is Pooling.UNKNOWN or len(parts) < len(instrument.parts):
        return _whole(card, instrument, None)
    facts = _open(
        pooling.confidence, say("how the parts of %(code)s make its score", code=instrument.key)
    )
    whole = _whole(card, instrument, None)
    if whole.computed is not None:
        return whole
    return card.add(instrument.key, None, Kind.INSTRUMENT, terms=parts, open_facts=facts)


def _whole(card: _Card, instrument: Instrument, part: str | None) -> Score:
    facts = _open(instrument.items_known, say("the list of items of %(code)s", code=instrument.key))
    indicators = [_indicator(card, each, part, facts) for each in instrument.indicators]
    return card.add(instrument.key, part, Kind.INSTRUMENT, terms=indicators)


def _indicator(
    card: _Card, indicator: Indicator, part: str | None, facts: tuple[OpenFact, ...]
) -> Score:
    if indicator.aggregation.value is Aggregation.SUB_INDICATORS_MEAN:
        terms = [_sub_indicator(card, sub, part) for sub in indicator.sub_indicators]
        terms += _items(card, indicator.own_items, part)
    else:
        terms = list(_items(card, indicator.items, part))
    how = say("how indicator %(code)s is made of its items", code=indicator.key)
    facts += _open(indicator.aggregation.confidence, how)
    return card.add(indicator.key, part, Kind.INDICATOR, terms=terms, open_facts=facts)


def _sub_indicator(card: _Card, sub: SubIndicator, part: str | None) -> Score:
    facts = _open(sub.confidence, say("which items belong to %(code)s", code=sub.key))
    terms = _items(card, sub.items, part)
    return card.add(sub.key, part, Kind.SUB_INDICATOR, terms=terms, open_facts=facts)


def _items(card: _Card, items: Sequence[Item], part: str | None) -> list[Score]:
    made = []
    for item in items:
        key = item.code, part
        each = Score(item.code, part, Kind.ITEM, None, card.values.get(key))
        card.scores[key] = each
        made.append(each)
    return made


def _open(confidence: Confidence, what: Sentence) -> tuple[OpenFact, ...]:
    return (OpenFact(what, confidence),) if confidence.is_open else ()


def _value(terms: Sequence[Score], weights: Sequence[Decimal]) -> Decimal | None:
    """Return the mean of the terms, or their sum by `weights`; None if one of them has no value."""
    known = [value for term in terms if (value := term.score) is not None]
    if not terms or len(known) < len(terms):
        return None
    return mean_or_sum(known, weights)
