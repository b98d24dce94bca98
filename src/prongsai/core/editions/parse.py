"""Make an edition of the plain mapping of its file: every field known, every value of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from prongsai.core.editions.check import inconsistencies
from prongsai.core.editions.model import (
    Aggregation,
    Confidence,
    Duties,
    Edition,
    Event,
    Fact,
    Indicator,
    Instrument,
    Item,
    Level,
    Minimum,
    Part,
    Period,
    Pooling,
    Question,
    Scale,
    SubIndicator,
)
from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusals
from prongsai.core.sentences import Names, say

T = TypeVar("T")

_MOST_SUB_QUESTIONS = 50


def parse_edition(raw: object, duties: Duties) -> Edition:
    """Make an edition of `raw`, whose items may name `duties` and those of the file itself.

    :raises Refusals: everything that is wrong with it, each with the way to its place.
    """
    notes = Notes()
    edition = _edition(Node(raw, (), notes))
    refusals = notes.refusals
    if isinstance(raw, Mapping):  # else there is nothing that could hold
        refusals = [*refusals, *inconsistencies(edition, duties, notes.lost)]
    if refusals:
        raise Refusals(refusals)
    return edition


def parse_duties(raw: object) -> Duties:
    """Make the duties of the plain mapping of their file.

    :raises Refusals: everything that is wrong with it.
    """
    notes = Notes()
    duties = _duties(Node(raw, (), notes))
    if notes.refusals:
        raise Refusals(notes.refusals)
    return duties


def _duties(node: Node) -> Duties:
    fields = node.fields((), ("disclosure", "survey"))
    kinds = {
        kind: {name: each.names() for name, each in both.pairs()} if both.present else {}
        for kind, both in fields.items()
    }
    return Duties(disclosure=kinds["disclosure"], survey=kinds["survey"])


_EDITION = (
    "key",
    "title",
    "body",
    "fiscal_years",
    "pass_mark",
    "sources",
    "scales",
    "instruments",
    "levels",
    "calendar",
    "open_questions",
)


def _edition(node: Node) -> Edition:
    fields = node.fields(_EDITION, ("duties",))
    return Edition(
        key=fields["key"].key(),
        title=fields["title"].names(),
        body=fields["body"].text(),
        fiscal_years=tuple(year.whole() for year in fields["fiscal_years"].values()),
        pass_mark=_number_fact(fields["pass_mark"]),
        sources={name: each.text() for name, each in fields["sources"].pairs()},
        scales=tuple(map(_scale, fields["scales"].rows("key"))),
        instruments=tuple(map(_instrument, fields["instruments"].rows("key"))),
        levels=tuple(map(_level, fields["levels"].rows("key"))),
        calendar=tuple(map(_event, fields["calendar"].rows("key"))),
        open_questions=tuple(each.names() for each in fields["open_questions"].values()),
        duties=_duties(fields["duties"]),
    )


def _scale(node: Node) -> Scale:
    fields = node.fields(("key", "points", "confidence"), ("source",))
    return Scale(
        key=fields["key"].key(),
        points=tuple(point.number() for point in fields["points"].values()),
        confidence=_confidence(fields),
        source=_source(fields),
    )


def _instrument(node: Node) -> Instrument:
    fields = node.fields(
        ("key", "title", "prefix", "weight", "items_known", "indicators"),
        ("parts", "pooling", "items"),
    )
    if fields["items"].present:
        fields["items"].refuse(
            say("These items stand in no indicator."),
            say("Move them into the indicator that they count towards."),
        )
    parts = fields["parts"]
    return Instrument(
        key=fields["key"].key(),
        title=fields["title"].names(),
        prefix=fields["prefix"].key(),
        weight=_number_fact(fields["weight"]),
        parts=tuple(map(_part, parts.rows("key"))) if parts.present else (),
        pooling=_pooling(fields["pooling"]),
        indicators=tuple(map(_indicator, fields["indicators"].rows("key", at=node.where))),
        items_known=fields["items_known"].one_of(Confidence),
    )


def _part(node: Node) -> Part:
    fields = node.fields(("key", "title"))
    return Part(key=fields["key"].key(), title=fields["title"].names())


def _pooling(node: Node) -> Fact[Pooling] | None:
    if not node.present:
        return None
    fields = _fact_fields(node)
    return _fact(fields["value"].one_of(Pooling), fields)


def _indicator(node: Node) -> Indicator:
    fields = node.fields(("key", "title", "aggregation"), ("sub_indicators", "items", "mixed"))
    subs, items, mixed = fields["sub_indicators"], fields["items"], fields["mixed"]
    if not subs.present and not items.present:
        node.refuse(
            say("It has neither items nor sub-indicators."),
            say("Add “items”, or “sub_indicators”; write “items: []” where they are not known."),
        )
    if subs.present and items.present and not (mixed.present and mixed.flag()):
        items.refuse(
            say("These items stand beside sub-indicators, in none of them."),
            say("Move them into a sub-indicator, or write “mixed: true” if it is meant so."),
        )
    aggregation = _fact_fields(fields["aggregation"])
    return Indicator(
        key=fields["key"].key(),
        title=fields["title"].names(),
        aggregation=_fact(aggregation["value"].one_of(Aggregation), aggregation),
        sub_indicators=tuple(map(_sub_indicator, _rows(subs, "key", node))),
        own_items=tuple(map(_item, _rows(items, "code", node))),
    )


def _sub_indicator(node: Node) -> SubIndicator:
    fields = node.fields(("key", "title", "confidence", "items"))
    return SubIndicator(
        key=fields["key"].key(),
        title=_names_or_none(fields["title"]),
        items=tuple(map(_item, fields["items"].rows("code", at=node.where))),
        confidence=_confidence(fields),
    )


def _rows(node: Node, named_by: str, parent: Node) -> list[Node]:
    return node.rows(named_by, at=parent.where) if node.present else []


_ITEM = ("code", "topic", "duties", "confidence")


def _item(node: Node) -> Item:
    is_disclosure = isinstance(node.value, Mapping) and "period" in node.value
    return _disclosure_item(node) if is_disclosure else _survey_item(node)


def _disclosure_item(node: Node) -> Item:
    fields = node.fields((*_ITEM, "period"), ("source", "elements", "elements_confidence"))
    confidence = _confidence(fields)
    elements: tuple[Names, ...] = ()
    if fields["elements"].present:
        elements = tuple(element.names() for element in fields["elements"].values())
    how_sure = fields["elements_confidence"]
    elements_confidence = how_sure.one_of(Confidence) if how_sure.present else confidence
    return Item(
        code=fields["code"].key(),
        topic=_names_or_none(fields["topic"]),
        duties=_texts(fields["duties"]),
        confidence=confidence,
        source=_source(fields),
        period=fields["period"].one_of(Period),
        elements=elements,
        elements_confidence=elements_confidence if elements else None,
    )


def _survey_item(node: Node) -> Item:
    fields = node.fields((*_ITEM, "scale"), ("source", "sub_questions", "reversed"))
    code = fields["code"].key()
    scale = fields["scale"].key() if fields["scale"].value is not None else None
    return Item(
        code=code,
        topic=_names_or_none(fields["topic"]),
        duties=_texts(fields["duties"]),
        confidence=_confidence(fields),
        source=_source(fields),
        questions=_questions(fields, code, scale),
        scale=scale,
    )


def _questions(fields: dict[str, Node], code: str, scale: str | None) -> tuple[Question, ...]:
    """Return one question for each sub-question; none where number or direction is not known."""
    number, turned = fields["sub_questions"], fields["reversed"]
    if not number.present or not turned.present:
        return ()
    if scale is None:
        number.refuse(
            say("Questions are given, and no scale to answer them on."),
            say("Name the scale of the item."),
        )
        return ()
    count = number.whole()
    if not 1 <= count <= _MOST_SUB_QUESTIONS:
        number.refuse(
            say("An item cannot have %(count)s sub-questions.", count=count),
            say("Write a number from 1 to %(most)s.", most=_MOST_SUB_QUESTIONS),
        )
        return ()
    codes = [f"{code}.{n}" for n in range(1, count + 1)] if count > 1 else [code]
    directions = _directions(turned, count)
    return tuple(
        Question(code=each, scale=scale, reversed=backwards)
        for each, backwards in zip(codes, directions, strict=True)
    )


def _directions(node: Node, count: int) -> list[bool]:
    """Read one direction for all sub-questions, or a list with one for each."""
    if not isinstance(node.value, list | tuple):
        return [node.flag()] * count
    directions = [each.flag() for each in node.values()]
    if len(directions) != count:
        node.refuse(
            say(
                "It has %(found)s directions for %(count)s sub-questions.",
                found=len(directions),
                count=count,
            ),
            say("Write one for each sub-question, or a single one for all."),
        )
        return [False] * count
    return directions


def _level(node: Node) -> Level:
    fields = node.fields(("key", "title", "total", "passes", "confidence"), ("minima", "source"))
    minima = fields["minima"].pairs() if fields["minima"].present else []
    return Level(
        key=fields["key"].key(),
        title=fields["title"].names(),
        total=fields["total"].number(),
        minima=tuple(_minimum(name, each) for name, each in minima),
        passes=fields["passes"].flag(),
        confidence=_confidence(fields),
        source=_source(fields),
    )


def _minimum(name: str, node: Node) -> Minimum:
    instrument, _, part = name.partition("/")
    return Minimum(instrument=instrument, part=part or None, score=node.number())


def _event(node: Node) -> Event:
    fields = node.fields(("title", "when", "fiscal_year", "confidence"), ("source",))
    return Event(
        title=fields["title"].names(),
        on=fields["when"].names(),
        fiscal_year=fields["fiscal_year"].whole(),
        confidence=_confidence(fields),
        source=_source(fields),
    )


def _number_fact(node: Node) -> Fact[Decimal]:
    fields = _fact_fields(node)
    return _fact(fields["value"].number(), fields)


def _fact_fields(node: Node) -> dict[str, Node]:
    return node.fields(("value", "confidence"), ("source",))


def _fact(value: T, fields: dict[str, Node]) -> Fact[T]:
    return Fact(value=value, confidence=_confidence(fields), source=_source(fields))


def _confidence(fields: dict[str, Node]) -> Confidence:
    return fields["confidence"].one_of(Confidence)


def _source(fields: dict[str, Node]) -> str:
    return fields["source"].text() if fields["source"].present else ""


def _names_or_none(node: Node) -> Names | None:
    return None if node.value is None else node.names()


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(each.text() for each in node.values())
