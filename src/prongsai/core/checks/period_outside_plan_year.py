"""Rule: a measure ends before it starts, or runs outside the fiscal year of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.fields_of_measures import lies_in, name_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.measures.model import Month
from prongsai.core.measures.months import fiscal_year_of, short_month
from prongsai.core.readings.model import Certainty, Reading, ReadMeasure, Said, YearRole
from prongsai.core.sentences import Sentence, say


def period_outside_plan_year(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each period that runs backwards or leaves the year of the plan.

    Where no measure of somebody's document lies in the year, as in seed 001, it is the year that is
    wrong, and not the periods.
    """
    year = _year(subject.reading)
    for measure in subject.reading.measures:
        period = measure.period
        if period is None or period.certainty is Certainty.ASK:
            continue
        start, end = period.value
        if end < start:
            yield _problem(period, _backwards(measure, start, end), _EARLIER)
        elif year is not None and not lies_in(measure, year):
            expected = say("A plan of %(year)s has months of that fiscal year.", year=year)
            yield _problem(period, _outside(measure, period.value, year), expected)


def _year(reading: Reading) -> int | None:
    """Return the year of the plan if it is known for certain."""
    year = reading.year(YearRole.PLAN)
    if year is None or any(each.key or lies_in(each, year) for each in reading.measures):
        return year
    return None


_EARLIER = say("Write the month that comes first first.")


def _backwards(measure: ReadMeasure, start: Month, end: Month) -> Sentence:
    return say(
        "“%(measure)s” ends in %(end)s, before it starts in %(start)s.",
        measure=name_of(measure),
        start=short_month(start),
        end=short_month(end),
    )


def _outside(measure: ReadMeasure, months: tuple[Month, Month], year: int) -> Sentence:
    outside = (short_month(month) for month in months if fiscal_year_of(month) != year)
    return say(
        "“%(measure)s” runs in %(months)s, which is not in the fiscal year %(year)s.",
        measure=name_of(measure),
        months=tuple(dict.fromkeys(outside)),
        year=year,
    )


def _problem(period: Said[tuple[Month, Month]], what: Sentence, expected: Sentence) -> Problem:
    return Problem(
        rule="period_outside_plan_year",
        place=period.place,
        what=what,
        expected=expected,
        severity=Severity.MUST,
    )
