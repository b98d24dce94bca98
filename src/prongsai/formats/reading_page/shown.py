"""What the page shows: each value with its number, its mark, what is said of it, its answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import chain

from prongsai.core.checks.model import Problem
from prongsai.core.readings.corrections import Correction, Slot, measure_names, slots_of
from prongsai.core.readings.corrections.model import MEASURE, answers_of
from prongsai.core.readings.model import Certainty, Reading
from prongsai.core.sentences import Sentence, write
from prongsai.formats.reading_page.marks import Mark
from prongsai.formats.reading_problems import problems_of, questions

MARKS = {
    Certainty.SURE: Mark.SURE,
    Certainty.LIKELY: Mark.LIKELY,
    Certainty.ASK: Mark.ASK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A value of the page, or a place without one that a person is asked about."""

    number: int
    slot: Slot
    asked: bool
    problems: tuple[int, ...] = ()  # their numbers on the page
    answer: Correction | None = None

    @property
    def mark(self) -> Mark:
        """Return how it is marked; what a person has answered is sure."""
        if self.answer is not None:
            return Mark.SURE
        if self.problems:
            return Mark.WRONG
        return Mark.ASK if self.slot.said is None else MARKS[self.slot.said.certainty]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that the sides of the page share."""

    reading: Reading
    problems: Sequence[Problem]
    values: Sequence[Shown]
    words: Mapping[str, str]
    names: list[str]
    named: Mapping[int, Sequence[Shown]]  # the values that each problem names
    kept: tuple[Correction, ...]  # corrections of what the page does not show
    anchors: dict[int, str] = field(default_factory=dict)  # of the words of each value
    problem_anchors: dict[int, str] = field(default_factory=dict)
    row_anchors: dict[int, str] = field(default_factory=dict)  # of each measure

    def write(self, text: Sentence | str) -> str:
        """Return a sentence as it stands in the page."""
        return escape(write(text, self.words)).replace("\n", "<br>")

    def values_of(self, problem: int) -> Sequence[Shown]:
        """Return the values that a problem names."""
        return self.named.get(problem, ())


def page_of(
    reading: Reading,
    problems: Sequence[Problem],
    words: Mapping[str, str],
    corrections: Sequence[Correction],
) -> Page:
    """Return what is shown of a reading as it was read, with the answers that there are."""
    numbers = {id(problem): number for number, problem in enumerate(problems, start=1)}
    asked = questions(reading, problems)
    answers = answers_of(corrections)
    slots = [s for s in slots_of(reading) if s.said is not None or s.at in asked]
    wrong = problems_of(slots, problems)
    values = [
        Shown(
            number=number,
            slot=slot,
            asked=slot.at in asked,
            problems=tuple(numbers[id(each)] for each in wrong.get(slot.at, ())),
            answer=_last(answers.get((slot.at, slot.words), [])),
        )
        for number, slot in enumerate(slots, start=1)
        if slot.field != MEASURE
    ]
    return Page(
        reading=reading,
        problems=problems,
        values=values,
        words=words,
        names=measure_names(reading.measures),
        named=_by_problem(values),
        kept=tuple(chain.from_iterable(answers.values())),
    )


def _last(answers: list[Correction]) -> Correction | None:
    """Take the last answer: those before it are kept, and stand before it in the file."""
    return answers.pop() if answers else None


def _by_problem(values: Sequence[Shown]) -> Mapping[int, Sequence[Shown]]:
    named: dict[int, list[Shown]] = defaultdict(list)
    for value in values:
        for problem in value.problems:
            named[problem].append(value)
    return named
