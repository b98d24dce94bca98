"""Months of a plan: in which fiscal year they lie, and how people write them."""

from __future__ import annotations

import re
from datetime import date

from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import (
    MONTHS,
    SHORT_MONTHS,
    buddhist_year,
    christian_year,
    first_day,
    fiscal_year,
    month_and_year,
    quarter,
)
from prongsai.core.thai.numerals import to_arabic_digits, to_thai_digits
from prongsai.core.thai.text import normalise

ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_FAR = 50  # years from the plan: a Christian year, or a slip of the finger
_LEFT_OUT = re.compile(r"[\s.]+")
_NAMED = re.compile(r"(?:เดือน)?(\D+?)(?:พศ)?([0-9]{4}|[0-9]{2})")
_NUMBERED = re.compile(r"([0-9]{4})-([0-9]{1,2})")


def month_in(year: int, month: int) -> Month:
    """Return a calendar month (1 to 12) of a fiscal year (B.E.)."""
    first = first_day(year)
    return Month(buddhist_year(first) + (month < first.month), month)


def first_of(month: Month) -> date:
    """Return the first day of a month."""
    return date(christian_year(month.year), month.month, 1)


def fiscal_year_of(month: Month) -> int:
    """Return the fiscal year (B.E.) that a month lies in."""
    return fiscal_year(first_of(month))


def order_in_year(month: int) -> tuple[int, int]:
    """Return what sorts the calendar months 1 to 12 as a fiscal year has them."""
    return quarter(date(1, month, 1)), month


def month_after(month: Month) -> Month:
    """Return the month that follows."""
    return Month(month.year + month.month // 12, month.month % 12 + 1)


def full_month(month: Month, language: str) -> str:
    """Write a month as sentences do, with its Buddhist year: มกราคม 2567, January 2567."""
    if language == "th":
        return month_and_year(first_of(month))
    return f"{ENGLISH_MONTHS[month.month - 1]} {month.year}"


def short_month(month: Month) -> str:
    """Write a month as plan files do: ม.ค. 2567."""
    return f"{SHORT_MONTHS[month.month - 1]} {month.year}"


def moved_in(text: str, month: Month, years: int) -> str:
    """Return a text in which a month stands some years later, whatever way it is written there.

    ม.ค. 2569, มกราคม ๒๕๖๙, ม.ค. 69, Jan 2569 and January 2026 are the same month.
    """

    def moved(found: re.Match[str]) -> str:
        before, digits = found.groups()
        if int(digits) not in _years_of(month, digits):
            return found.group()
        later = f"{int(digits) + years:0{len(digits)}}"[-len(digits) :]
        return before + (later if digits.isascii() else to_thai_digits(later))

    return _mention(month.month).sub(moved, text)


def _mention(month: int) -> re.Pattern[str]:
    """Return what finds a month with a year; two digits are one only after a Thai name."""
    short = r"\.?\s?".join(map(re.escape, SHORT_MONTHS[month - 1].split(".")[:-1])) + r"\.?"
    english = ENGLISH_MONTHS[month - 1]
    after = r"[\s,]*(?:(?:พ\.?\s?ศ|ค\.?\s?ศ|b\.?e|a\.?d)\.?|ปี)?\s*"
    thai = rf"(?:{MONTHS[month - 1]}|{short}){after}(?=\d{{4}}(?!\d)|\d\d(?!\d))"
    latin = rf"(?<![a-z])(?:{english}|{english[:3]}\.?){after}(?=\d{{4}}(?!\d))"
    return re.compile(rf"({thai}|{latin})(\d+)", re.IGNORECASE)


def _years_of(month: Month, digits: str) -> tuple[int, ...]:
    """Return the numbers that its year has where so many digits are written."""
    whole = month.year, christian_year(month.year)
    return whole if len(digits) > 2 else (month.year % 100,)


def read_month(text: str, near: int) -> Month:
    """Read a month with its Buddhist year; two digits mean the year closest to `near`.

    ม.ค. 2567, มกราคม ๒๕๖๗, ม.ค. 67, January 2567 and 2567-01 are the same month.

    :raises Refusal: for anything else, and for a year far from `near`, such as a Christian one.
    """
    spelled = _LEFT_OUT.sub("", to_arabic_digits(normalise(text))).casefold()
    month, digits = _in_parts(spelled)
    if not 1 <= month <= len(MONTHS):
        raise Refusal(
            say("“%(text)s” is no month with its year.", text=text.strip()),
            fix=say("Write it as in “%(example)s”.", example=short_month(Month(near, 1))),
        )
    year = int(digits) if len(digits) > 2 else _closest(int(digits), near)
    if abs(year - near) > _FAR:
        raise Refusal(
            say("The year of “%(text)s” is far from %(year)s.", text=text.strip(), year=near),
            fix=say("Write the Buddhist year (พ.ศ.)."),
        )
    return Month(year, month)


def _in_parts(spelled: str) -> tuple[int, str]:
    """Return the month and the digits of the year; month 0 where there is none."""
    if found := _NUMBERED.fullmatch(spelled):
        return int(found.group(2)), found.group(1)
    if found := _NAMED.fullmatch(spelled):
        return _NUMBER_OF.get(found.group(1), 0), found.group(2)
    return 0, ""


def _closest(last_digits: int, near: int) -> int:
    century = near - near % 100
    years = (century + shift + last_digits for shift in (-100, 0, 100))
    return min(years, key=lambda year: abs(year - near))


_NUMBER_OF = {
    _LEFT_OUT.sub("", name).casefold(): number
    for names in (MONTHS, SHORT_MONTHS, ENGLISH_MONTHS, tuple(name[:3] for name in ENGLISH_MONTHS))
    for number, name in enumerate(names, start=1)
}
