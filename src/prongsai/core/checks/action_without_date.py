"""Rule: an entry of the diary says what was done, and not on which day."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import say
from prongsai.core.thai.dates_in_text import periods_in


def action_without_date(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each action that has no day, nor a day or month in its words."""
    for measure in subject.reading.measures:
        for action in measure.actions:
            if action.value.on is None and not any(periods_in(action.value.text)):
                yield Problem(
                    rule="action_without_date",
                    place=action.place,
                    what=say("It is not written on which day: “%(text)s”.", text=action.words),
                    expected=say("Write the day."),
                    severity=Severity.LOOK,
                )
