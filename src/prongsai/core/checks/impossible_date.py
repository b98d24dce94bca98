"""Rule: a day that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import say
from prongsai.core.thai.dates_in_text import impossible_days_in


def impossible_date(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each date such as 31 เมษายน 2566."""
    for passage in subject.reading.passages:
        for found in impossible_days_in(passage.text):
            yield Problem(
                rule="impossible_date",
                place=passage.place,
                what=say("There is no day “%(day)s” in the calendar.", day=found.value),
                expected=say("Write the day on which it was."),
                severity=Severity.MUST,
            )
