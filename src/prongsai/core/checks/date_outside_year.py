"""Rule: a date in a text lies outside the fiscal year that the text speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.checks.spoken_year import years_of
from prongsai.core.readings.model import Passage
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import first_day, last_day
from prongsai.core.thai.dates_in_text import Period, periods_in, years_in
from prongsai.core.thai.found import Found
from prongsai.core.thai.numbering import marks_in
from prongsai.core.thai.numerals import to_arabic_digits

_NEAR = 400  # letters between a year and the date of its figures
_WORDS = 40  # letters of the words before a date
_AS_OF = re.compile(r"(?<!ประกาศ )(?<!ประกาศ)(?<!ให้ไว้ )(?<!ให้ไว้)ณ\s*วันที่\s*$")
# An order, an announcement: it may be of any year.
_OF_A_PAPER = re.compile(r"(?:ลง\s*(?:วันที่)?|ลว\.?)\s*$")
_PROGRESS = re.compile(r"ความก้าวหน้า|(?P<half>รอบ\s*(?:6|หก)\s*เดือน)")
# What is done of a year is prepared before it (the budget of 2566 on 26 September 2565) and
# reported after it.
_BEFORE = timedelta(days=92)
_AFTER = timedelta(days=183)
_DONE = frozenset({"output", "outcome", "follow_up"})
_OF_MEASURES = frozenset({"steps", *_DONE})


def date_outside_year(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each date that cannot be of the year its sentence, or its table, names.

    Seed 002 has the progress of 2568 as of 30 ตุลาคม 2568, when the year was over; seed 003 did in
    มกราคม - มีนาคม 2565 what it reports for 2566. Dates of papers and of running text say nothing.
    """
    years = years_of(subject)
    for passage in subject.reading.passages:
        starts = [mark.start for mark in marks_in(passage.text)]
        for found in periods_in(passage.text):
            before = passage.text[max(found.start - _WORDS, 0) : found.start]
            if _AS_OF.search(before):
                point = _point(passage.text, starts, found.start)
                yield from _as_of(found, passage, point, years.run if years else None)
            elif years and _is_done(passage, before) and _is_far(found.value, years.run):
                yield _problem(found, passage, years.run, Severity.LOOK)


def _is_done(passage: Passage, before: str) -> bool:
    """Tell whether a date is one on which something was done or is followed up."""
    return passage.field in _DONE and not _OF_A_PAPER.search(before)


def _point(text: str, starts: Sequence[int], end: int) -> str:
    """Return what the point of a list says before a place, as far as it may name its year."""
    place = bisect_left(starts, end)
    return text[max(starts[place - 1] if place else 0, end - _NEAR) : end]


def _as_of(
    found: Found[Period], passage: Passage, point: str, run: int | None
) -> Iterator[Problem]:
    """Yield a problem if figures are of another time than their year."""
    named = [each.value for each in years_in(point)]
    year = named[-1] if named else run if passage.field in _OF_MEASURES else None
    if year is None:
        return
    progress = _PROGRESS.search(to_arabic_digits(point))
    if progress and found.value.first > last_day(year):
        # Of half a year nothing is left to tell; progress may be told once more at the end.
        sure = named and progress["half"]
        yield _problem(found, passage, year, Severity.MUST if sure else Severity.LOOK)
    elif _is_far(found.value, year):
        yield _problem(found, passage, year, Severity.LOOK)


def _is_far(period: Period, year: int) -> bool:
    return period.last < first_day(year) - _BEFORE or period.first > last_day(year) + _AFTER


def _problem(found: Found[Period], passage: Passage, year: int, severity: Severity) -> Problem:
    return Problem(
        rule="date_outside_year",
        place=passage.place,
        what=say(
            "“%(date)s” is not within the fiscal year %(year)s, of which it speaks.",
            date=" ".join(passage.text[found.start : found.end].split()),
            year=year,
        ),
        expected=say("Correct the date, or name the year that it is of."),
        severity=severity,
    )
