"""What the scoring of one edition needs to know: the columns, and the points of every answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from prongsai.core.editions.model import Edition, Instrument, Item, Question
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say


@dataclass(frozen=True, slots=True)
class Mark:
    """What the column `instrument` of the answers may say (IIT, EIT, EIT/public), and what it means."""

    text: str
    instrument: Instrument
    part: str | None


@dataclass(frozen=True, slots=True)
class AnswerPoints:
    """The points of one question's answers, in the order printed on the form, as integers: points × Plan.grain."""

    instrument: str  # as the answers name it
    item: str  # the question's code: i7, i11.2
    slot: int  # where its item stands in Plan.item_names
    points: tuple[int, ...]


@dataclass(frozen=True)
class Plan:
    """The edition, made ready for scoring. Its columns have the names of core's scores: i7, e3/public, 9.2, total."""

    edition: Edition

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Return every mark; an instrument that has parts may be given whole or by its parts."""
        return tuple(
            Mark(named(each.key, part), each, part)
            for each in self.edition.instruments
            for part in (None, *(p.key for p in each.parts))
        )

    @cached_property
    def item_names(self) -> tuple[str, ...]:
        """Return the names of the item columns, in the order of the edition: i1 …, e1 …, e1/public …, o1 …."""
        return tuple(named(i.code, mark.part) for mark in self.marks for i in mark.instrument.items)

    @cached_property
    def grain(self) -> int:
        """Return the least power of ten that makes the points of every scale integers."""
        powers = [p.normalize().as_tuple().exponent for s in self.edition.scales for p in s.points]
        return 10 ** max(0, *(-power for power in powers if isinstance(power, int)), 0)

    @cached_property
    def questions(self) -> tuple[AnswerPoints, ...]:
        """Return the points of every question, under every mark."""
        slots = {name: slot for slot, name in enumerate(self.item_names)}
        return tuple(
            AnswerPoints(
                mark.text, each.code, slots[named(item.code, mark.part)], self._points(each)
            )
            for mark in self.marks
            for item in mark.instrument.items
            for each in questions_of(item)
        )

    @cached_property
    def positions(self) -> range:
        """Return the places that an answer can have on the longest scale, from 1."""
        return range(1, 1 + max(len(each.points) for each in self.questions))

    def _points(self, question: Question) -> tuple[int, ...]:
        printed = [int(p * self.grain) for p in self.edition.scale[question.scale].points]
        return tuple(reversed(printed) if question.reversed else printed)


def make_plan(edition: Edition) -> Plan:
    """Make the plan of an edition. Raises Refusal where something that points come from is not known."""
    unknown = tuple(_unknown(edition))
    if unknown:
        raise Refusal(
            say("Answers cannot be scored: %(unknown)s not known in this edition.", unknown=unknown),
            fix=say("Choose another edition, or complete this one when its handbook is known."),
            where=(edition.key,),
        )
    return Plan(edition)


def named(code: str, part: str | None) -> str:
    """Return what core calls a score: `e3`, `e3/public`."""
    return code if part is None else f"{code}/{part}"


def questions_of(item: Item) -> tuple[Question, ...]:
    """Return what is asked about an item; a disclosure item is one question on its own scale."""
    if item.questions or item.scale is None:
        return item.questions
    return (Question(code=item.code, scale=item.scale, reversed=False),)


def _unknown(edition: Edition) -> Iterator[str]:
    """Yield the codes of what is not known: an instrument's items, an item's questions, a scale's points."""
    for instrument in edition.instruments:
        if not all(indicator.items for indicator in instrument.indicators):
            yield instrument.key
    for item in edition.items.values():
        asked = questions_of(item)
        if not asked or not all(edition.scale[each.scale].points for each in asked):
            yield item.code
