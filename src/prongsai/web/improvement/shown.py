"""What the pages show of measures: codes with their names, months and states in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prongsai.core.editions.model import Edition
from prongsai.core.measures.months import first_of, month_in, order_in_year
from prongsai.core.results import key_of
from prongsai.core.sentences import Names
from prongsai.core.thai.calendar import month_and_year, month_span
from prongsai.core.tracking import Due, due_on
from prongsai.foundation.agencies.models import Unit
from prongsai.stages.improvement.mapping import measure_of, months_of, state_of, supporting
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import PlanYear
from prongsai.stages.improvement.states import MeasureState
from prongsai.stages.improvement.written import Months
from prongsai.web.templatetags.thai import code as spoken


@dataclass(frozen=True, slots=True)
class Line:
    """A measure as the list and its own page show it."""

    row: Measure
    answers: tuple[str, ...]
    cures: tuple[str, ...]
    months: str
    support: tuple[Unit, ...]
    is_late: bool
    is_due: bool

    @property
    def is_dropped(self) -> bool:
        """Return whether it is worked on no more."""
        return self.row.state == MeasureState.DROPPED

    @property
    def goes_on(self) -> bool:
        """Return whether it is worked on in a later year, and changed there alone."""
        return goes_on(self.row)


def goes_on(row: Measure) -> bool:
    """Return whether a measure is carried on in a later year."""
    return getattr(row, "carried_on", None) is not None


def lines(year: PlanYear, rows: Iterable[Measure]) -> list[Line]:
    """Return measures of a year as the pages show them."""
    frameworks = year.frameworks
    return [_line(row, frameworks.answered, frameworks.cured) for row in rows]


def _line(row: Measure, answered: Edition | None, cured: Edition | None) -> Line:
    ends = row.state == MeasureState.DROPPED or goes_on(row)
    due = None if ends else due_on(measure_of(row), state_of(row), timezone.localdate())
    return Line(
        row=row,
        answers=named(row.answers, answered),
        cures=named(row.cures, cured),
        months=months_in_words(months_of(row), row.fiscal_year),
        support=supporting(row),
        is_late=due is Due.LATE,
        is_due=due is Due.DUE,
    )


def named(names: Iterable[str], edition: Edition | None) -> tuple[str, ...]:
    """Return codes, each with what it is called in a framework."""
    titles = {} if edition is None else dict(_titled(edition))
    return tuple(_named(name, titles.get(key_of(name)[0])) for name in names)


def _named(name: str, title: Names | None) -> str:
    language = "en" if get_language() == "en" else "th"
    return f"{spoken(name)} {title.in_language(language)}" if title else spoken(name)


def _titled(edition: Edition) -> Iterator[tuple[str, Names | None]]:
    for instrument in edition.instruments:
        yield instrument.key, instrument.title
    yield from ((key, each.title) for key, each in edition.indicators.items())
    yield from ((key, each.title) for key, each in edition.sub_indicators.items())
    yield from ((key, each.topic) for key, each in edition.items.items())


def months_in_words(months: Months | None, year: int) -> str:
    """Return the months of a measure with their years, "" where nobody has said them."""
    if months is None:
        return ""
    first, last = (first_of(month_in(year, month)) for month in months)
    if get_language() == "th":
        return month_span(first, last)
    return " – ".join(dict.fromkeys(map(_month, (first, last))))


def month_choices(year: int) -> list[tuple[str, str]]:
    """Return the months of a fiscal year to choose from, in its order."""
    order = sorted(range(1, 13), key=order_in_year)
    months = ((month, first_of(month_in(year, month))) for month in order)
    return [("", _("(not set yet)")), *((str(month), _month(on)) for month, on in months)]


def _month(on: date) -> str:
    """Write a month as days are written: with the year of the language."""
    if get_language() == "th":
        return month_and_year(on)
    return f"{on:%B %Y}"
