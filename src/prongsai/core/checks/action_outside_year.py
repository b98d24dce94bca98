"""Rule: the diary of a measure has a day outside the fiscal year of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Said, YearRole
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import fiscal_year, thai_date
from prongsai.core.thai.dates_in_text import periods_in
from prongsai.core.tracking import Action


def action_outside_year(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each entry of the diary whose day is of another fiscal year.

    A day that stands in the words of an entry is judged where texts are.
    """
    year = subject.reading.year(YearRole.PLAN)
    if year is None:
        return
    for measure in subject.reading.measures:
        for action in measure.actions:
            day = action.value.on
            if day is None or fiscal_year(day) == year or any(periods_in(action.value.text)):
                continue
            yield _problem(action, day, year)


def _problem(action: Said[Action], day: date, year: int) -> Problem:
    return Problem(
        rule="action_outside_year",
        place=action.place,
        what=say(
            "%(day)s is not a day of the fiscal year %(year)s, in which the plan runs.",
            day=thai_date(day),
            year=year,
        ),
        expected=say("See whether the day and its year are right."),
        severity=Severity.LOOK,
    )
