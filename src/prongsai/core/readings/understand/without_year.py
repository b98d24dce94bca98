"""Times of a fiscal year that do not name it: its quarters, halves and months, and all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, ReadMeasure
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.calendar import NUMBER_OF_MONTH
from prongsai.core.thai.near import nearly
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters

_FIRST = 10  # October
_QUARTERS = re.compile(
    rf"{nearly('ไตรมาส')}\s*(?:ที่)?\s*(?P<one>[1-4])"
    r"(?:\s*(?:-|–|ถึง|และ|,)\s*(?:ไตรมาส)?\s*(?:ที่)?\s*(?P<other>[1-4]))?"
)
_HALF = re.compile(r"(?:รอบ\s*(?:6|หก)\s*เดือน|ครึ่งปี(?:งบประมาณ)?)\s*(?P<which>แรก|หลัง)")
_ALL = re.compile(rf"{nearly('ตลอดปี')}|{nearly('ทั้งปี')}|(?:ภายใน|ใน)\s*{nearly('ปีงบประมาณ')}")
_RUN = re.compile(r"[ก-๎](?:[ก-๎.])*")
_BETWEEN = re.compile("ภายใน|ตั้งแต่|เดือน|ถึง|และ")


def no_year(year: int) -> Sentence:
    """Return why a period is not sure whose year (B.E.) is that of the plan."""
    return say("It names no year; %(year)s is that of the document.", year=year)


def asked_after_results(measures: Iterable[ReadMeasure], year: int) -> Iterator[ReadMeasure]:
    """Yield measures whose periods without a year are asked: the plan's own year is not said.

    `year`: the one that was taken, the year after the results (B.E.).
    """
    why = say("It names no year; %(year)s was taken, the year after the results.", year=year)
    for measure in measures:
        said = measure.period
        if said is not None and said.why == no_year(year):
            said = replace(said, certainty=Certainty.ASK, why=why)
        yield replace(measure, period=said)


def period_within(text: str, year: int) -> tuple[Month, Month] | None:
    """Return the months that a text names of a fiscal year (B.E.), None where it names none."""
    arabic = to_arabic_digits(text)
    quarters = _QUARTERS.search(arabic)
    if quarters:
        last = int(quarters["other"] or quarters["one"])
        return _months(3 * int(quarters["one"]) - 3, 3 * last - 1, year)
    half = _HALF.search(arabic)
    if half:
        return _months(0, 5, year) if half["which"] == "แรก" else _months(6, 11, year)
    named = _named(arabic)
    if named:
        return _month(named[0], year), _month(named[-1], year)
    return _months(0, 11, year) if _ALL.search(arabic) else None


def _named(text: str) -> list[int]:
    """Return the months of a text that has nothing but months, [] for any other."""
    words = [letters(run) for run in _RUN.findall(_BETWEEN.sub(" ", text))]
    if any(map(str.isdecimal, text)) or not all(word in NUMBER_OF_MONTH for word in words):
        return []
    return [NUMBER_OF_MONTH[word] for word in words]


def _months(first: int, last: int, year: int) -> tuple[Month, Month]:
    """Return months counted from the first of a fiscal year, which is 0."""
    return _month((first + _FIRST - 1) % 12 + 1, year), _month((last + _FIRST - 1) % 12 + 1, year)


def _month(number: int, year: int) -> Month:
    return Month(year - (number >= _FIRST), number)
