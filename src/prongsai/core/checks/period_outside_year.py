"""Rule: the period of a measure lies outside the fiscal year of the document."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.checks.spoken_year import Span, spans_of, years_of
from prongsai.core.sentences import say


def period_outside_year(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each period that is not within the year in which the measures run.

    Seed 003 reports on 2566 and has two measures of the year before among eight of its own. Where
    no measure lies in the year, the year itself may be what is wrong: that is worth a look.
    """
    years = years_of(subject)
    if years is None:
        return
    spans = [*spans_of(subject.reading)]
    any_inside = any(span.is_within(years.run) for span in spans)
    for span in spans:
        if not span.is_within(years.run):
            sure = any_inside and not span.touches(years.run)
            yield _problem(span, years.run, sure=sure)


def _problem(span: Span, year: int, *, sure: bool) -> Problem:
    return Problem(
        rule="period_outside_year",
        place=span.place,
        what=say(
            "The period “%(period)s” is not within the fiscal year %(year)s of the document.",
            period=span.words,
            year=year,
        ),
        expected=say(
            "Write months from October %(before)s to September %(year)s.",
            before=year - 1,
            year=year,
        ),
        severity=Severity.MUST if sure else Severity.LOOK,
    )
