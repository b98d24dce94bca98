"""Rule: a row promises a thing of one year and reports it of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Passage, Place
from prongsai.core.sentences import say
from prongsai.core.thai.dates_in_text import years_in
from prongsai.core.thai.found import Found
from prongsai.core.thai.spelling import letters

_SAME = 24  # letters before the year that must be the same
_PROMISED = "steps"
_REPORTED = frozenset({"output", "outcome"})

_BEFORE = 3 * _SAME  # with the spaces and the line ends of a narrow column
_SHOWN = 40
_MARKS = "".join(map(chr, (*range(0x0E30, 0x0E3B), *range(0x0E45, 0x0E4F))))  # begin no word

Row = tuple[int | None, int | None, tuple[str, ...]]


def years_of_one_thing(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each year of a report whose method names only other years of that thing.

    Seed 002 is to report progress on the plan “of the year 68”, and reports on that “of 67”.
    """
    promised: dict[tuple[Row, str], set[int]] = defaultdict(set)
    reported: dict[tuple[Row, str], list[tuple[Passage, Found[int]]]] = defaultdict(list)
    for passage in subject.reading.passages:
        is_promise = passage.field == _PROMISED
        for year in years_in(passage.text) if is_promise or passage.field in _REPORTED else ():
            key = _row(passage.place), _thing(passage, year)
            if is_promise:
                promised[key].add(year.value)
            else:
                reported[key].append((passage, year))
    for key, years in reported.items():
        wanted = promised.get(key)
        if wanted and key[1] and wanted.isdisjoint(year.value for _, year in years):
            yield _problem(*years[0], min(wanted))


def _thing(passage: Passage, year: Found[int]) -> str:
    """Return the letters before a year, "" where they are too few to tell a thing."""
    before = letters(passage.text[max(year.start - _BEFORE, 0) : year.start])
    return before[-_SAME:] if len(before) >= _SAME else ""


def _row(place: Place) -> Row:
    return place.table, place.row, place.path


def _problem(passage: Passage, year: Found[int], promised: int) -> Problem:
    start = max(year.start - _SHOWN, 0)
    words = " ".join(passage.text[start : year.start].split()).lstrip(_MARKS)
    return Problem(
        rule="years_of_one_thing",
        place=passage.place,
        what=say(
            "“%(words)s” is of the year %(promised)s in the method and of %(reported)s in the"
            " report.",
            words=f"…{words}" if start else words,
            promised=promised,
            reported=year.value,
        ),
        expected=say("Write the same year in both columns, or say why it is another."),
        severity=Severity.LOOK,
    )
