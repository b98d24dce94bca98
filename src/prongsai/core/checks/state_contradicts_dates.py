"""Rule: the state of a measure and the days on which something was done do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from prongsai.core.checks.fields_of_measures import name_of, state_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.measures.months import first_of, month_after, short_month
from prongsai.core.readings.model import Certainty, Reading, ReadMeasure, Said
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import thai_date
from prongsai.core.tracking import State

_LONG = timedelta(days=92)  # a quarter


def state_contradicts_dates(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for what was done of a measure not started, and for what is long overdue.

    The last day on which anything of the document was done says how late it is at least.
    """
    last = max(_days(subject.reading), default=None)
    for measure in subject.reading.measures:
        state = state_of(measure)
        if state is not None and state.value is State.NOT_STARTED:
            yield from _begun(measure, state)
        elif state is not None and state.value is State.IN_PROGRESS and last is not None:
            yield from _overdue(measure, state, last)


def _days(reading: Reading) -> Iterator[date]:
    for measure in reading.measures:
        for action in measure.actions:
            if action.value.on is not None:
                yield action.value.on


def _begun(measure: ReadMeasure, state: Said[State]) -> Iterator[Problem]:
    days = [action.value.on for action in measure.actions if action.value.on is not None]
    if days:
        yield Problem(
            rule="state_contradicts_dates",
            place=state.place,
            what=say(
                "“%(measure)s” is called not started, but something was done on %(day)s.",
                measure=name_of(measure),
                day=thai_date(min(days)),
            ),
            expected=say("Tick in progress or done, or take the day away."),
            severity=Severity.MUST,
        )


def _overdue(measure: ReadMeasure, state: Said[State], last: date) -> Iterator[Problem]:
    period = measure.period
    if period is None or period.certainty is Certainty.ASK:
        return
    end = period.value[1]
    if last >= first_of(month_after(end)) + _LONG:
        yield Problem(
            rule="state_contradicts_dates",
            place=state.place,
            what=say(
                "“%(measure)s” is called in progress, but its time was over in %(end)s.",
                measure=name_of(measure),
                end=short_month(end),
            ),
            expected=say("Tick done if it is, or give it more time."),
            severity=Severity.LOOK,
        )
