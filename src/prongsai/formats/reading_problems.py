"""Which values of a reading the checks call wrong, and which a person is asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from prongsai.core.checks.model import Problem
from prongsai.core.readings.corrections import Slot, slots_of
from prongsai.core.readings.corrections.model import MEASURE, flat
from prongsai.core.readings.model import (
    Certainty,
    Citation,
    NamedCode,
    NamedYear,
    Place,
    Reading,
    StatedScore,
)
from prongsai.core.sentences import Sentence

_NEEDED = frozenset({"steps", "lead", "period", "follow_up", "state"})
_SHORTEST = 4  # letters of a text that may stand inside a value by chance


def questions(reading: Reading, problems: Sequence[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    """Return what a person is asked, by its `at`, each with what the checks say of it.

    Asked is what a reader is not sure of, what the checks call wrong, and what a complete plan
    needs, the document has a place for, and holds nothing.
    """
    slots = [slot for slot in slots_of(reading) if slot.field != MEASURE]
    wrong = problems_of(slots, problems)
    return {
        slot.at: wrong.get(slot.at, ())
        for slot in slots
        if slot.at in wrong or _is_unsure(slot) or _is_blank(slot, reading)
    }


def problems_of(
    slots: Iterable[Slot], problems: Sequence[Problem]
) -> Mapping[str, tuple[Problem, ...]]:
    """Return what the checks say of each value, by its `at`.

    A problem is of a value if it stands at its place and names it: another value of the cell is
    not wrong for that.
    """
    at_place: dict[Place, list[tuple[Problem, tuple[str, ...]]]] = defaultdict(list)
    for problem in problems:
        at_place[problem.place].append((problem, tuple(_named(problem.what))))
    found = {
        slot.at: tuple(
            problem for problem, named in at_place[slot.said.place] if _is_of(slot, named)
        )
        for slot in slots
        if slot.said is not None and slot.said.place in at_place
    }
    return {at: wrong for at, wrong in found.items() if wrong}


def long_names(problem: Problem) -> Iterator[str]:
    """Yield the texts of the document that a problem names, but for the shortest."""
    return (each for each in _named(problem.what) if len(each) >= _SHORTEST)


def _is_unsure(slot: Slot) -> bool:
    return slot.said is not None and slot.said.certainty is not Certainty.SURE


def _is_blank(slot: Slot, reading: Reading) -> bool:
    if slot.said is not None or slot.measure is None or slot.field not in _NEEDED:
        return False
    return slot.field in reading.measures[slot.measure].asked


def _is_of(slot: Slot, named: Iterable[str]) -> bool:
    if slot.said is None:
        return False
    told = _told(slot.said.value)
    if told:  # a code or a year may stand anywhere; without a place nobody knows which is meant
        return slot.said.place != Place() and not told.isdisjoint(named)
    words = slot.words
    return any(each == words or (len(each) >= _SHORTEST and each in words) for each in named)


def _told(value: object) -> set[str]:
    """Return how a problem names a value that is not a text: by its code, its score, its year."""
    match value:
        case StatedScore():
            return {f"{value.score:f}"}
        case NamedYear():
            return {str(value.year)}
        case NamedCode() | Citation():
            return {value.code}
        case str() if len(value) < _SHORTEST:
            return {value}
        case _:
            return set()


def _named(value: object) -> Iterator[str]:
    match value:
        case Sentence():
            for _, each in value.params:
                yield from _named(each)
        case tuple():
            for each in value:
                yield from _named(each)
        case Decimal():
            yield f"{value:f}"
        case str() | int():
            yield flat(str(value))
