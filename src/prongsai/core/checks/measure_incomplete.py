"""Rule: a measure does not say how, who, when, or how it is followed up."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.fields_of_measures import at, is_blank, name_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import ReadMeasure
from prongsai.core.sentences import Sentence, say

_EXPECTED = {
    "steps": say("Write what is done, step by step."),
    "lead": say("Name the unit that leads it."),
    "period": say("Write from which month to which it runs."),
    "follow_up": say("Write when and to whom its progress is reported."),
}


def measure_incomplete(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each of the four that the document asks for and that was left blank."""
    for measure in subject.reading.measures:
        for field, expected in _EXPECTED.items():
            if is_blank(field, measure, subject.reading):
                yield Problem(
                    rule="measure_incomplete",
                    place=at(measure, field),
                    what=_what(field, measure),
                    expected=expected,
                    severity=Severity.MUST,
                )


def _what(field: str, measure: ReadMeasure) -> Sentence:
    name = name_of(measure)
    return {
        "steps": say("“%(measure)s” says no steps.", measure=name),
        "lead": say("“%(measure)s” names no unit that leads it.", measure=name),
        "period": say("“%(measure)s” says no period.", measure=name),
        "follow_up": say("“%(measure)s” does not say how it is followed up.", measure=name),
    }[field]
