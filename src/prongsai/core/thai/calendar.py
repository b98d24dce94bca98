"""The Thai calendar: Buddhist years, fiscal years, months and how dates are written.

Years are Buddhist years (B.E.), as people and files name them; days are `datetime.date`.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date

from prongsai.core.thai.numerals import to_thai_digits

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
NUMBER_OF_MONTH = {
    name.replace(".", ""): number
    for names in (MONTHS, SHORT_MONTHS)
    for number, name in enumerate(names, start=1)
}
"""The number of a month by its letters: มกราคม, มค."""

# Right for days since 1 January 1941: the Calendar Year Act B.E. 2483 moved New Year to 1 January.
_BUDDHIST_ERA = 543
_FIRST_MONTH = 10  # a fiscal year runs from October to September and has the number of its end


def buddhist_year(day: date) -> int:
    """Return the Buddhist year of a day."""
    return day.year + _BUDDHIST_ERA


def christian_year(year: int) -> int:
    """Return the Christian year that a Buddhist year is."""
    return year - _BUDDHIST_ERA


def fiscal_year(day: date) -> int:
    """Return the fiscal year (B.E.) that a day lies in: the year in which it ends."""
    return buddhist_year(day) + (1 if day.month >= _FIRST_MONTH else 0)


def first_day(year: int) -> date:
    """Return the first day, 1 October, of a fiscal year (B.E.)."""
    return date(christian_year(year) - 1, _FIRST_MONTH, 1)


def last_day(year: int) -> date:
    """Return the last day, 30 September, of a fiscal year (B.E.)."""
    return date(christian_year(year), _FIRST_MONTH - 1, 30)


def moved_by_years(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes the 28th where there is none."""
    year = day.year + years
    is_leap_day = (day.month, day.day) == (2, 29) and not isleap(year)
    return day.replace(year=year, day=28) if is_leap_day else day.replace(year=year)


def quarter(day: date) -> int:
    """Return the quarter of the fiscal year, 1 (October to December) to 4."""
    return (day.month - _FIRST_MONTH) % 12 // 3 + 1


def thai_date(day: date, *, thai_digits: bool = False) -> str:
    """Write a day as letters do: 28 กุมภาพันธ์ 2566."""
    return _in_digits(f"{day.day} {month_and_year(day)}", thai_digits)


def short_date(day: date, *, thai_digits: bool = False) -> str:
    """Write a day as tables do: 28 ก.พ. 66."""
    return _in_digits(f"{day.day} {_short(day)}", thai_digits)


def month_and_year(day: date, *, thai_digits: bool = False) -> str:
    """Write the month of a day: มกราคม 2567."""
    return _in_digits(f"{MONTHS[day.month - 1]} {buddhist_year(day)}", thai_digits)


def month_span(first: date, last: date, *, thai_digits: bool = False) -> str:
    """Write from which month to which: ม.ค. - มี.ค. 67, พ.ย. 66 - มี.ค. 67, or ม.ค. 67 alone."""
    if (first.year, first.month) == (last.year, last.month):
        return _in_digits(_short(last), thai_digits)
    start = SHORT_MONTHS[first.month - 1] if first.year == last.year else _short(first)
    return _in_digits(f"{start} - {_short(last)}", thai_digits)


def _short(day: date) -> str:
    return f"{SHORT_MONTHS[day.month - 1]} {buddhist_year(day) % 100:02d}"


def _in_digits(text: str, thai: bool) -> str:
    return to_thai_digits(text) if thai else text
