"""Rule: the state of a measure is asked for, and none is ticked."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.fields_of_measures import at, is_blank, name_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import say


def state_not_said(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each measure without a state, as all rows of seed 004 are."""
    for measure in subject.reading.measures:
        if is_blank("state", measure, subject.reading):
            yield Problem(
                rule="state_not_said",
                place=at(measure, "state"),
                what=say("“%(measure)s” has no state.", measure=name_of(measure)),
                expected=say("Tick one: not started, in progress or done."),
                severity=Severity.MUST,
            )
