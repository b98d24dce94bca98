"""Rule: a measure is called done, and neither a day nor evidence shows it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.fields_of_measures import name_of, state_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import ReadMeasure
from prongsai.core.sentences import say
from prongsai.core.thai.dates_in_text import periods_in
from prongsai.core.tracking import State


def done_without_proof(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each measure done of which no day and no evidence is written.

    A document with a place for what was done, but none for evidence, is only worth a look.
    """
    for measure in subject.reading.measures:
        state = state_of(measure)
        if state is None or state.value is not State.DONE or _is_shown(measure):
            continue
        if places := measure.asked & {"actions", "output", "proofs"}:
            yield Problem(
                rule="done_without_proof",
                place=state.place,
                what=say(
                    "“%(measure)s” is called done, but no day and no evidence shows it.",
                    measure=name_of(measure),
                ),
                expected=say("Write on which day it was done, or what shows it."),
                severity=Severity.MUST if "proofs" in places else Severity.LOOK,
            )


def _is_shown(measure: ReadMeasure) -> bool:
    texts = (*(each.value.text for each in measure.actions), *(t.value for t in measure.output))
    return (
        bool(measure.proofs)
        or any(action.value.on is not None for action in measure.actions)
        or any(any(periods_in(text)) for text in texts)
    )
