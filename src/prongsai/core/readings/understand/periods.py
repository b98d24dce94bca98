"""Periods in months, and days, as tables write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from prongsai.core.measures.model import Month
from prongsai.core.measures.months import month_in
from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Cell
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import MONTHS, SHORT_MONTHS, christian_year
from prongsai.core.thai.numerals import to_arabic_digits

Period = tuple[Month, Month]

_CENTURY = 2500


def _pattern(name: str) -> str:
    """Return a pattern for a month that may have lost its dots, or have spaces behind them."""
    return r"\s?\.?\s?".join(map(re.escape, name.rstrip(".").split("."))) + r"\.?"


_NAMES = [
    (_pattern(name), n) for names in (MONTHS, SHORT_MONTHS) for n, name in enumerate(names, 1)
]
_MONTH = "|".join(f"(?:{pattern})" for pattern, _ in _NAMES)
_YEAR = r"(?:พ\.?\s?ศ\.?\s*)?([0-9]{4}|[0-9]{2})(?![0-9])"
_SPAN = re.compile(
    rf"({_MONTH})\s*(?:{_YEAR})?\s*(?:-|–|—|ถึง(?:เดือน)?)\s*({_MONTH})\s*{_YEAR}"
    rf"|({_MONTH})\s*{_YEAR}"
    rf"|ปี\s*งบ\s*ประมาณ\s*{_YEAR}"
)
# “ณ วันที่” says how old figures are, not when something was done.
_DAY = re.compile(rf"(?<!ณ)(?<!ณ )วันที่\s*([0-9]{{1,2}})\s*({_MONTH})\s*{_YEAR}")


def period_in(cell: Cell) -> Said[Period] | None:
    """Return the months of a cell: a span, a month, a fiscal year; of several, all they span."""
    found = [*_periods(" ".join(to_arabic_digits(cell.text).split()))]
    if not found:
        return None
    first = min(start for start, _ in found)
    last = max(end for _, end in found)
    several = len(set(found)) > 1
    return Said(
        value=found[0] if not several else (first, last),
        words=cell.text,
        place=cell.place,
        certainty=Certainty.LIKELY if several else Certainty.SURE,
        why=say("The cell has several periods.") if several else None,
    )


def day_in(text: str) -> date | None:
    """Return the first day that a text names behind วันที่; None for one that no calendar has."""
    found = _DAY.search(to_arabic_digits(text))
    if found is None:
        return None
    try:
        return date(
            christian_year(_year(found.group(3))), _number(found.group(2)), int(found.group(1))
        )
    except ValueError:
        return None


def _periods(text: str) -> Iterator[Period]:
    for found in _SPAN.finditer(text):
        first, first_year, last, year, month, month_year, fiscal = found.groups()
        if fiscal:
            yield month_in(_year(fiscal), 10), month_in(_year(fiscal), 9)
        elif month:
            yield (Month(_year(month_year), _number(month)),) * 2
        else:
            end = Month(_year(year), _number(last))
            start = _number(first)
            # ต.ค. - มี.ค. 68: the year that is not written is the one before.
            before = end.year - (start > end.month)
            yield Month(_year(first_year) if first_year else before, start), end


def _year(figures: str) -> int:
    return int(figures) if len(figures) > 2 else _CENTURY + int(figures)


def _number(name: str) -> int:
    return next(number for pattern, number in _NAMES if re.fullmatch(pattern, name))
