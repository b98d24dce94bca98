"""What the scoring of one edition needs to know: the columns, and the points of every answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from prongsai.core.editions.model import Confidence, Edition, Instrument, Item, Question
from prongsai.core.errors import Refusal
from prongsai.core.scoring.model import OpenFact
from prongsai.core.sentences import say

CHECKLIST_POINTS = (Decimal(0), Decimal(100))
"""A disclosure item is either not there (answer 1) or there (answer 2): facts, rule 3."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the column `instrument` of the answers may say (IIT, EIT, EIT/public), and what it
    means.
    """

    text: str
    instrument: Instrument
    part: str | None


@dataclass(frozen=True, slots=True)
class MarkedQuestion:
    """One question under one mark, and what each of its answers is worth."""

    instrument: str  # as the answers name it
    code: str  # as the answers name it: i7, i11.2
    slot: int  # the place in Plan.item_names of the item it counts towards
    points: tuple[int, ...]  # points × Plan.grain, by the place of the answer on the form

    def worth(self, place: int) -> int:
        """Return the points of the answer at a place; 0 where the form has none there."""
        return self.points[place - 1] if place <= len(self.points) else 0


@dataclass(frozen=True)
class Plan:
    """The edition, made ready for scoring. Its columns have the names of core's scores: i7,
    e3/public, 9.2, total.

    `given` is what the column `instrument` says; parts that no answer names get no columns.
    """

    edition: Edition
    given: frozenset[str]

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks to score: every instrument as a whole, and the parts that are given."""
        return tuple(
            mark for mark in marks_of(self.edition) if mark.part is None or mark.text in self.given
        )

    @cached_property
    def expected(self) -> tuple[str, ...]:
        """Return the names of the items that ought to have a value: those of the given marks, and
        of instruments that no mark names.
        """
        named_at_all = {mark.instrument.key for mark in self.marks if mark.text in self.given}
        return tuple(
            named(item.code, mark.part)
            for mark in self.marks
            if mark.text in self.given or mark.instrument.key not in named_at_all
            for item in mark.instrument.items
        )

    @cached_property
    def grain(self) -> int:
        """Return the least power of ten that makes all points integers."""
        places = (
            -int(point.normalize().as_tuple().exponent)
            for item in self.edition.items.values()
            for _, points in answers_of(self.edition, item)
            for point in points
        )
        return int(10 ** max(0, *places))

    @cached_property
    def item_names(self) -> tuple[str, ...]:
        """Return the names of the item columns, in the order of the edition: i1 …, e1/public …."""
        return tuple(named(i.code, mark.part) for mark in self.marks for i in mark.instrument.items)

    @cached_property
    def questions(self) -> tuple[MarkedQuestion, ...]:
        """Return every question under every mark."""
        slots = {name: slot for slot, name in enumerate(self.item_names)}
        return tuple(
            MarkedQuestion(
                mark.text,
                code,
                slots[named(item.code, mark.part)],
                tuple(int(each * self.grain) for each in points),
            )
            for mark in self.marks
            for item in mark.instrument.items
            for code, points in answers_of(self.edition, item)
        )

    @cached_property
    def places(self) -> range:
        """Return the places that an answer can have on any form, from 1."""
        return range(1, max(len(question.points) for question in self.questions) + 1)


def check_points(edition: Edition) -> None:
    """Raise Refusal where the points of an answer are not known in the edition."""
    unknown = tuple(_unknown(edition))
    if unknown:
        raise Refusal(
            say("Answers cannot be scored: the points of %(items)s are not known.", items=unknown),
            fix=say("Choose another edition, or complete this one when its handbook is known."),
            where=(edition.key,),
        )


def marks_of(edition: Edition) -> tuple[Mark, ...]:
    """Return every mark; an instrument that has parts may be given whole or by its parts."""
    return tuple(
        Mark(named(each.key, part), each, part)
        for each in edition.instruments
        for part in (None, *(p.key for p in each.parts))
    )


def named(code: str, part: str | None) -> str:
    """Return what core calls a score: `e3`, `e3/public`."""
    return code if part is None else f"{code}/{part}"


def answers_of(edition: Edition, item: Item) -> tuple[tuple[str, tuple[Decimal, ...]], ...]:
    """Return each question of an item with the points of its answers as printed; () where they are
    not known.

    An item whose scale is known and whose questions are not counts as one question (see
    `open_facts`).
    """
    if item.period is not None and item.scale is None and not item.questions:
        return ((item.code, CHECKLIST_POINTS),)
    if item.questions:
        return tuple((each.code, _printed(edition, each)) for each in item.questions)
    return ((item.code, edition.scale[item.scale].points),) if item.scale else ()


def open_facts(edition: Edition) -> tuple[OpenFact, ...]:
    """Return what nobody has read and item scores rest on: scales, and questions of items."""
    used = {each.scale for item in edition.items.values() for each in item.questions}
    used |= {item.scale for item in edition.items.values() if item.scale}
    scales = [
        OpenFact(say("the points of the scale %(scale)s", scale=each.key), each.confidence)
        for each in edition.scales
        if each.key in used and each.confidence.is_open
    ]
    bare = tuple(i.code for i in edition.items.values() if i.scale and not i.questions)
    asked = say("the questions of %(items)s and the order of their answers", items=bare)
    return (*scales, *([OpenFact(asked, Confidence.UNKNOWN)] if bare else []))


def _printed(edition: Edition, question: Question) -> tuple[Decimal, ...]:
    points = edition.scale[question.scale].points
    return points[::-1] if question.reversed else points


def _unknown(edition: Edition) -> Iterator[str]:
    """Yield what is not known: an instrument's items, the points of an item's answers."""
    for instrument in edition.instruments:
        if not all(indicator.items for indicator in instrument.indicators):
            yield instrument.key
    for item in edition.items.values():
        asked = answers_of(edition, item)
        if not asked or not all(points for _, points in asked):
            yield item.code
