"""Days as people type them: 28 กุมภาพันธ์ 2566, 28 ก.พ. 2566, 2566-02-28, 2023-02-28."""

from __future__ import annotations

import re
from datetime import date

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import NUMBER_OF_MONTH, christian_year
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise

_SHOWN = 40  # letters of what is no day
_BUDDHIST = 2400  # years from here on are Buddhist ones; no document is dated in such a year A.D.
_CHRISTIAN = range(1900, 2200)
_NUMBERS = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_WRITTEN = re.compile(r"(?:วันที่)?([0-9]{1,2})(?:เดือน)?(\D+?)(?:พ\.?ศ\.?)?([0-9]{4})")


def read_day(text: str) -> date:
    """Read a day; the year may be Buddhist (2569) or Christian (2026), the digits of both scripts.

    :raises Refusal: it is no day of our time.
    """
    typed = re.sub(r"\s+", "", to_arabic_digits(normalise(text)))
    found = _in_numbers(typed)
    if found is not None:
        year, month, day = found
        year = christian_year(year) if year >= _BUDDHIST else year
        try:
            if year in _CHRISTIAN:
                return date(year, month, day)
        except ValueError:
            pass  # the 31st of a short month: refused below
    raise Refusal(
        say("%(text)s is no day.", text=text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"),
        fix=say("Write year-month-day; the year may be B.E. or A.D."),
    )


def _in_numbers(typed: str) -> tuple[int, int, int] | None:
    """Return year, month (0: no month has this name) and day."""
    if numbers := _NUMBERS.fullmatch(typed):
        year, month, day = map(int, numbers.groups())
        return year, month, day
    if written := _WRITTEN.fullmatch(typed):
        day_of, name, year_of = written.groups()
        return int(year_of), NUMBER_OF_MONTH.get(name.replace(".", ""), 0), int(day_of)
    return None
