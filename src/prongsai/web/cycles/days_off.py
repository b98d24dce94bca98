"""Days of the year on which nobody works: said where a date falls on one, for people to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from prongsai.core.thai.calendar import buddhist_year
from prongsai.core.thai.working_days import is_working_day
from prongsai.formats.holidays import load_holidays
from prongsai.foundation.notices.models import Holiday
from prongsai.foundation.notices.selectors import holidays
from prongsai.web.templatetags.thai import day


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The holidays as the agency has them, with their names."""

    days: frozenset[date]
    names: Mapping[date, str]
    years: frozenset[int]  # B.E., of which the holidays are known

    def said(self, days: Iterable[date | None]) -> str:
        """Write which of some days are days off, and why; "" where none is."""
        off = (each for each in dict.fromkeys(days) if each and not is_working_day(each, self.days))
        return ", ".join(f"{day(each)} ({self._why(each)})" for each in off)

    def unknown(self, days: Iterable[date | None]) -> list[int]:
        """Return the years of days whose holidays nobody has given yet."""
        return sorted({buddhist_year(each) for each in days if each} - self.years)

    def _why(self, off: date) -> str:
        is_named = off in self.days and off in self.names
        return self.names[off] if is_named else date_format(off, "l")


def days_off() -> DaysOff:
    """Return the holidays that are known, as the agency has mended them."""
    known = load_holidays()
    names = {each.day: each.name for year in known for each in year.days}
    names |= dict(Holiday.objects.filter(is_off=True).order_by("id").values_list("day", "name"))
    return DaysOff(holidays(), names, frozenset(each.year for each in known))
