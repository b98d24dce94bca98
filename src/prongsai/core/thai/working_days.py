"""Working days of public agencies: Monday to Friday, without the holidays that the caller names.

Which days are holidays the cabinet says, year by year: that is data, never a rule here.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: date, holidays: Container[date]) -> bool:
    """Test if agencies work on a day."""
    return day.weekday() < _SATURDAY and day not in holidays


def next_working_day(day: date, holidays: Container[date]) -> date:
    """Return the first working day after a day."""
    after = day + _DAY
    while not is_working_day(after, holidays):
        after += _DAY
    return after


def working_day_until(day: date, holidays: Container[date]) -> date:
    """Return a day itself where it is a working day, or else the working day before it."""
    while not is_working_day(day, holidays):
        day -= _DAY
    return day


def working_days_between(first: date, last: date, holidays: Container[date]) -> int:
    """Count the working days after the first day, up to and including the last.

    So a time limit is counted: the day on which it begins is not one of its days (Civil and
    Commercial Code, section 193/3). It is 0 where the last day does not come after the first.
    """
    days = (first + _DAY * n for n in range(1, (last - first).days + 1))
    return sum(is_working_day(day, holidays) for day in days)
