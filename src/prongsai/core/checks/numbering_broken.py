"""Rule: a numbered list skips or repeats a number, or does not begin at 1."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Certainty, Passage, Place, ReadMeasure
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.numbering import Break, Fault, Style, breaks_in, late_starts_in, marks_in
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters

_LIST = 3  # points that make a list beyond doubt
_NUMBER = re.compile(r"\s*([0-9]{1,3})\s*[.)]?\s*")

_Row = tuple[ReadMeasure, int]
Column = tuple[int | None, str, Style]


def numbering_broken(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each number that does not go on counting, in a text or from row to row.

    Seed 002 counts 1, 2, 3, 5, 6, and 6, 8, and (4), (6), and begins a list with 2.
    """
    ends: dict[Column, int] = {}  # where the last list of each column of a table stopped
    for passage in subject.reading.passages:
        yield from _breaks(passage)
        yield from _start(passage, ends)
    yield from _rows(subject)


def _breaks(passage: Passage) -> Iterator[Problem]:
    for each in breaks_in(marks_in(passage.text)):
        if _are_labels(each):
            continue
        sure = each.points >= _LIST and each.first == 1 and each.fault is not Fault.GOES_BACK
        if not (each.fault is Fault.SKIPS and _stands_between(each, passage.text)):
            yield _problem(
                passage.place,
                _said(each.fault, each.before.value.number, each.mark.value.number),
                each.before.value.number + 1,
                sure=sure,
            )


def _are_labels(found: Break) -> bool:
    """Tell whether two numbers are of no list: labels of a chart, side by side on a line."""
    return found.fault is Fault.GOES_BACK and found.points == 2 and found.first != 1


def _stands_between(found: Break, text: str) -> bool:
    """Tell whether the number that is skipped is there, without its dot."""
    between = to_arabic_digits(text[found.before.end : found.mark.start])
    return re.search(rf"(?<!\S){found.before.value.number + 1}(?![0-9])", between) is not None


def _said(fault: Fault, before: int, number: int) -> Sentence:
    if fault is Fault.REPEATS:
        return say("Number %(number)s stands twice in the list.", number=number)
    return say("Number %(number)s follows number %(before)s.", number=number, before=before)


def _start(passage: Passage, ends: dict[Column, int]) -> Iterator[Problem]:
    """Yield a problem for a list that begins with another number than 1.

    It may be the rest of the cell above, on the page before: then it goes on from there.
    """
    marks = marks_in(passage.text)
    place = passage.place
    for mark in late_starts_in(marks):
        number = mark.value.number
        if ends.get((place.table, place.column, mark.value.style)) != number - 1:
            yield Problem(
                rule="numbering_broken",
                place=place,
                what=say("The list begins with number %(number)s.", number=number),
                expected=say("Number its first point 1, or see whether a point is missing."),
                severity=Severity.LOOK,
            )
    if place.table is not None:
        ends.update({(place.table, place.column, m.value.style): m.value.number for m in marks})


def _rows(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each measure whose number is not the next one in its table.

    A table that is not in the order of its numbers, as one by units, only cites them. Where many
    do not go on, they may be those of something else too: these are worth a look.
    """
    tables: dict[int | None, list[_Row]] = defaultdict(list)
    for measure in subject.reading.measures:
        tables[measure.place.table].append((measure, _number(measure)))
    for rows in tables.values():
        pairs = [*pairwise(rows)]
        if any(own[1] not in {0, 1} and own[1] < above[1] for above, own in pairs):
            continue
        wrong = [(above[1], own) for above, own in pairs if _is_wrong(above, own)]
        for before, (measure, number) in wrong:
            fault = Fault.REPEATS if number == before else Fault.SKIPS
            sure = len(wrong) * _LIST <= len(rows)
            yield _problem(measure.place, _said(fault, before, number), before + 1, sure=sure)


def _is_wrong(above: _Row, own: _Row) -> bool:
    if 0 in {above[1], own[1]} or own[1] in {1, above[1] + 1}:
        return False
    return own[1] != above[1] or not _goes_on(above[0], own[0])


def _number(measure: ReadMeasure) -> int:
    """Return the number of a measure, 0 where it has none, or no plain one."""
    if measure.number is None or measure.number.certainty is Certainty.ASK:
        return 0
    found = _NUMBER.fullmatch(to_arabic_digits(measure.number.value))
    return int(found[1]) if found else 0


def _goes_on(above: ReadMeasure, own: ReadMeasure) -> bool:
    """Tell whether a row has the number of the row above because it is the rest of it."""
    title, other = (letters(each.title.value) if each.title else "" for each in (own, above))
    return not title or title.startswith(other) or other.startswith(title)


def _problem(place: Place, what: Sentence, expected: int, *, sure: bool) -> Problem:
    return Problem(
        rule="numbering_broken",
        place=place,
        what=what,
        expected=say(
            "Number %(number)s should follow: see whether a point is missing, and count anew.",
            number=expected,
        ),
        severity=Severity.MUST if sure else Severity.LOOK,
    )
