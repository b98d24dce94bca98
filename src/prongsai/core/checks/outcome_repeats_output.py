"""Rule: an outcome says again what was done, and not what changed by it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import say
from prongsai.core.thai.spelling import letters

_LIKE = 0.9
_FEWEST = 12  # letters; less is no sentence: ไม่มี
_MOST = 1000  # letters that are compared


def outcome_repeats_output(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each outcome that is nearly the words of an output."""
    for measure in subject.reading.measures:
        outputs = [_compared(each.value) for each in measure.output]
        for outcome in measure.outcome:
            written = _compared(outcome.value)
            if len(written) >= _FEWEST and any(_are_like(written, each) for each in outputs):
                yield Problem(
                    rule="outcome_repeats_output",
                    place=outcome.place,
                    what=say("The outcome repeats the output: “%(text)s”.", text=outcome.value),
                    expected=say("Write what changed by it: a number, a score, fewer complaints."),
                    severity=Severity.LOOK,
                )


def _compared(text: str) -> str:
    return letters(text)[:_MOST]


def _are_like(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.real_quick_ratio() >= _LIKE
        and matcher.quick_ratio() >= _LIKE
        and matcher.ratio() >= _LIKE
    )
