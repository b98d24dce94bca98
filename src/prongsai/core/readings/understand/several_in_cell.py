"""Cells that hold several measures, numbered: 1. … 2. … 3. …, with neighbours numbered alike.

What stands in a neighbour under the same number is of that measure; what stands there once is of
all. Where no neighbour is numbered alike, the points may be measures, or parts of one: a person is
asked. Points behind a title are its steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import groupby
from typing import Any

from prongsai.core.readings.model import Certainty, ReadMeasure, Said
from prongsai.core.readings.understand.doubts import doubted_in, likely
from prongsai.core.readings.understand.lists import Point, points
from prongsai.core.readings.understand.parts import Listed, texts_of, without_brackets
from prongsai.core.readings.understand.rows import Row
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.numerals import to_arabic_digits

_TITLE = "measure"
_LISTS = frozenset({"steps", "output", "outcome", "evidence", "link"})  # often counted themselves
_NOT_OF_EACH = frozenset(
    {"", _TITLE, "instrument", "indicator", "indicator_name", "item", "item_code", "problem"}
)

# 1.1 or 2.1.3) before a word: what it lies within, and how it counts there.
_MARK = re.compile(
    r"(?<!\S)([0-9]{1,2}(?:\.[0-9]{1,2})*)\.([0-9]{1,2})[.)]?(?:\s+|(?=[^\s0-9.)]))(?=[^\s0-9.)])"
)

_APART = say("The cell holds several measures, by the numbers of the steps beside it.")
_LINES = say("Its lines may be of one measure each.")
_SEVERAL = say(
    "The cell holds several numbered points: whether they are measures of their own, or parts of"
    " one, nothing beside it says."
)
_STEPS = say("The points behind the title are taken for its steps.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOfRow:
    """A measure of a row: its cells, and what is not certain about it."""

    row: Row
    is_apart: bool = False  # the row has others beside it, by the steps alone
    is_asked: bool = False  # whether it is one measure
    steps: Sequence[Point] = ()  # that stand behind its title
    asked: frozenset[str] = frozenset()  # columns whose lines may be of one measure each

    def doubt(self, read: ReadMeasure) -> ReadMeasure:
        """Return what was read of the row with what is not certain about it."""
        if self.is_apart:
            read = doubted_in(read, lambda said: likely(said, _APART))
        if self.is_asked and read.title is not None:
            return replace(read, title=_ask(read.title, _SEVERAL))
        if self.asked:
            places = {self.row.cells[name].place for name in self.asked}
            read = doubted_in(read, lambda s: _ask(s, _LINES) if s.place in places else s)
        if not self.steps or read.title is None:
            return read
        steps = texts_of(Listed(points=tuple(self.steps), place=read.title.place))
        why = tuple(replace(each, certainty=Certainty.LIKELY, why=_STEPS) for each in steps)
        return replace(read, steps=why, asked=read.asked | {"steps"})


def measures_of(row: Row) -> Iterator[OneOfRow]:
    """Yield the measures of a row: one, or each of those that its neighbours tell apart."""
    text = without_brackets(row.text(_TITLE))
    own = _numbered(text)
    if not _are_counted(own):
        yield OneOfRow(row=row)
        return
    lead = text[: text.find(own[0].words)].strip()
    beside = {
        name: _Beside.of(cell.text, [point.number for point in own])
        for name, cell in row.cells.items()
        if name not in _NOT_OF_EACH
    }
    how = {name: each.how for name, each in beside.items()}
    if not lead and _Way.OTHER not in how.values() and _tell_apart(how):
        yield from _apart(row, own, beside)
    elif lead and own[0].number == "1" and not row.text("steps") and not _tell_apart(how):
        title = replace(row.cells[_TITLE], text=lead)
        yield OneOfRow(row=replace(row, cells=row.cells | {_TITLE: title}), steps=own)
    else:
        yield OneOfRow(row=row, is_asked=True)


class _Way(Enum):
    """How a neighbour goes with the points of a cell."""

    ONCE = auto()  # one thing, or nothing, for all of them
    ALIKE = auto()  # each has its number there
    WITHIN = auto()  # the numbers there lie within those of the points: 1.1 within 1.
    LINES = auto()  # as many lines as there are points
    OTHER = auto()  # numbered, but otherwise


@dataclass(frozen=True, slots=True)
class _Beside:
    """A neighbour: how it goes with the points, and what it has under each of their numbers."""

    how: _Way
    parts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, numbers: list[str]) -> _Beside:
        bare = [each.rstrip(".)") for each in to_arabic_digits(text).split()]
        if bare == numbers:
            return cls(_Way.ALIKE, dict(zip(numbers, bare, strict=True)))
        if within := _within(text, numbers):
            return cls(_Way.WITHIN, within)
        found = points(text)
        if not any(point.number for point in found):
            lines = sum(bool(line.strip()) for line in text.split("\n"))
            return cls(_Way.LINES if lines == len(numbers) else _Way.ONCE)
        if [point.number for point in found] != numbers:
            return cls(_Way.OTHER)
        return cls(_Way.ALIKE, {point.number: point.text for point in found})


def _within(text: str, numbers: list[str]) -> Mapping[str, str]:
    """Return the text within each number, where all of it counts so: 1.1 1.2 2.1; else nothing."""
    marks = [*_MARK.finditer(to_arabic_digits(text))]
    groups = [next(group) for _, group in groupby(marks, lambda mark: mark.group(1))]
    begin = [mark for mark in marks if mark.group(2) == "1"]
    if groups != begin or [mark.group(1) for mark in begin] != numbers:
        return {}
    firsts = [mark.start() for mark in begin]
    if text[: firsts[0]].strip():
        return {}
    ends = [*firsts[1:], len(text)]
    return {
        number: text[start:end].strip()
        for number, start, end in zip(numbers, firsts, ends, strict=True)
    }


def _numbered(text: str) -> Sequence[Point]:
    return [point for point in points(text) if point.number and point.text]


def _are_counted(own: Sequence[Point]) -> bool:
    """Tell whether points are several that count on, of one kind: 1. 2. 3., 2.1 2.2."""
    parts = [point.number.rpartition(".") for point in own]
    figures = [int(last) for _, _, last in parts]
    is_counted = figures == [*range(figures[0], figures[0] + len(figures))] if figures else False
    return len(own) > 1 and is_counted and len({above for above, _, _ in parts}) == 1


def _tell_apart(how: Mapping[str, _Way]) -> bool:
    return any(way in {_Way.ALIKE, _Way.WITHIN} for way in how.values())


def _is_plain(how: Mapping[str, _Way]) -> bool:
    """Tell whether more than a list says it, which may count for itself: a unit, a period, 1.1."""
    return any(
        way is _Way.WITHIN or (way is _Way.ALIKE and name not in _LISTS)
        for name, way in how.items()
    )


def _apart(row: Row, own: Sequence[Point], beside: Mapping[str, _Beside]) -> Iterator[OneOfRow]:
    is_plain = _is_plain({name: each.how for name, each in beside.items()})
    asked = frozenset(name for name, each in beside.items() if each.how is _Way.LINES)
    # The number of a row that is given once is not that of each.
    once = {"number": ""} if "number" in beside and not beside["number"].parts else {}
    for point, texts in zip(own, _texts(own, row), strict=True):
        parts = {n: each.parts[point.number] for n, each in beside.items() if each.parts}
        changed = {
            name: replace(row.cells[name], text=text)
            for name, text in {**once, **parts, _TITLE: texts}.items()
        }
        cells = row.cells | changed
        yield OneOfRow(
            row=replace(row, cells=cells), is_apart=not is_plain, asked=asked - once.keys()
        )


def _texts(own: Sequence[Point], row: Row) -> Sequence[str]:
    """Return the text of each measure, with what stands in brackets behind it."""
    whole = _numbered(row.text(_TITLE))
    are_same = [point.number for point in whole] == [point.number for point in own]
    return [point.words for point in (whole if are_same else own)]


def _ask(said: Said[Any], why: Sentence) -> Said[Any]:
    return replace(said, certainty=Certainty.ASK, why=why)
