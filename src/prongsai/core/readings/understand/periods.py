"""The period of a measure in months, and the day on which something was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Cell
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import buddhist_year, first_day, last_day
from prongsai.core.thai.dates_in_text import Period, days_in, periods_in, years_in

# “ณ วันที่” says how old figures are, not when something was done.
_DEADLINE = re.compile("แล้ว\\s*เสร็จ")
_LEAD = 15  # letters before a day
_ON = re.compile(r"(?<!ณ)(?<!ณ )วันที่\s*$")


def period_in(cell: Cell | None) -> Said[tuple[Month, Month]] | None:
    """Return the months of a cell: a span, a month, a fiscal year; of several, all they span."""
    found = _periods(" ".join(cell.text.split())) if cell is not None else []
    if cell is None or not found:
        return None
    one = len(set(found)) == 1
    why = None if one else say("The cell has several periods.")
    first = _month(found[0].first if one else min(each.first for each in found))
    last = _month(found[0].last if one else max(each.last for each in found))
    if first == last and _DEADLINE.search(cell.place.column):
        why = say("Only the month in which it ends is named.")
    return Said(
        value=(first, last),
        words=cell.text,
        place=cell.place,
        certainty=Certainty.SURE if why is None else Certainty.LIKELY,
        why=why,
    )


def day_in(text: str) -> date | None:
    """Return the first day that stands behind วันที่."""
    flat = " ".join(text.split())
    days = (
        each.value
        for each in days_in(flat)
        if _ON.search(flat[max(0, each.start - _LEAD) : each.start])
    )
    return next(days, None)


def _periods(text: str) -> Sequence[Period]:
    """Return the periods of a text; a year alone is a fiscal year."""
    periods = [each.value for each in periods_in(text)]
    years = [each.value for each in years_in(text)]
    return periods or [Period(first_day(year), last_day(year)) for year in years]


def _month(day: date) -> Month:
    return Month(buddhist_year(day), day.month)
