"""On which days a deadline is told. Pure: the caller says what day it is and which are holidays."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

from prongsai.core.thai.working_days import next_working_day, working_day_until

BEFORE = (1, 7, 30)
WEEK = 7
EARLIEST = timedelta(days=60)
"""No step is further before its day than this, with any holidays that a cabinet would give."""


def step_of(due_on: date, today: date, holidays: Container[date]) -> int | None:
    """Return the last step that is reached: -30, -7, -1 (days before), 0 (late), 1, 2 … (weeks).

    None where even the first one lies ahead. A step that falls on a day off is told on the working
    day before it; a deadline is late from the first working day after it.
    """
    late_from = next_working_day(due_on, holidays)
    if today >= late_from:
        weeks = (today - late_from).days // WEEK
        next_one = late_from + timedelta(days=WEEK * (weeks + 1))
        return weeks + (today >= working_day_until(next_one, holidays))
    for days in BEFORE:
        if today >= working_day_until(due_on - timedelta(days=days), holidays):
            return -days
    return None
