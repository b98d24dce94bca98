"""Headings that are a time: a month or a quarter, as over the columns of a chart of the year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.core.thai.calendar import NUMBER_OF_MONTH
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters

_FIRST = 10  # October
_OF_A_YEAR = 12
_LONGEST = 40  # letters
_CENTURY = 2500
_YEAR = r"(?:พ\.?\s?ศ\.?|ปี)?\s*(?P<year>2[45][0-9]{2}|[4-9][0-9])?"
_MONTH = re.compile(rf"(?:เดือน)?\s*(?P<name>[ก-๎][ก-๎.\s]*?)\s*/?\s*{_YEAR}")
_BEGINS_WITH = r"(?:ต\.?\s?ค|ม\.?\s?ค|เม\.?\s?ย|ก\.?\s?ค|ตุลาคม|มกราคม|เมษายน|กรกฎาคม)"
# Behind a quarter stand its months or its year, in brackets or not.
_QUARTER = re.compile(
    r"(?:ไตรมาส\s*(?:ที่)?|Q)\s*(?P<number>[1-4])(?![0-9])"
    rf"(?:\s*(?:/|ปี|พ\.?\s?ศ\.?)\s*{_YEAR})?(?P<months>[\s(/:]*{_BEGINS_WITH}.*)?",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"(?<![0-9])(2[45][0-9]{2}|[4-9][0-9])(?![0-9])(?!.*[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Time:
    """Months of a fiscal year, counted from its first, which is 0; its year (B.E.) if said."""

    first: int
    last: int
    year: int | None = None


def time_of(heading: str) -> Time | None:
    """Return the month or the quarter that a heading is, None for any other."""
    text = " ".join(to_arabic_digits(heading).split())
    if not text or len(text) > _LONGEST:
        return None
    if quarter := _QUARTER.fullmatch(text):
        return _quarter(quarter)
    month = _MONTH.fullmatch(text)
    number = NUMBER_OF_MONTH.get(letters(month["name"])) if month else None
    if month is None or number is None:
        return None
    place = (number - _FIRST) % _OF_A_YEAR
    year = _full(month["year"])
    return Time(place, place, year and year + (number >= _FIRST))


def _quarter(found: re.Match[str]) -> Time:
    first = 3 * int(found["number"]) - 3
    year = _full(found["year"])
    of_months = _LAST_YEAR.search(found["months"] or "")
    if year is None and of_months:  # the calendar year of its months
        year = (_full(of_months.group(1)) or 0) + (first == 0)
    return Time(first, first + 2, year)


def _full(year: str | None) -> int | None:
    if not year:
        return None
    return int(year) if len(year) > 2 else _CENTURY + int(year)
