"""Rule: a measure ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.fields_of_measures import name_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.measures.months import short_month
from prongsai.core.readings.model import Certainty
from prongsai.core.sentences import say


def period_backwards(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each period that runs backwards, but for those a person must read."""
    for measure in subject.reading.measures:
        period = measure.period
        if period is None or period.certainty is Certainty.ASK:
            continue
        start, end = period.value
        if end < start:
            yield Problem(
                rule="period_backwards",
                place=period.place,
                what=say(
                    "“%(measure)s” ends in %(end)s, before it starts in %(start)s.",
                    measure=name_of(measure),
                    start=short_month(start),
                    end=short_month(end),
                ),
                expected=say("Write the month that comes first first."),
                severity=Severity.MUST,
            )
