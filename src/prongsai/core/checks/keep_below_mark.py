"""Rule: the document says to keep a standard that was not reached."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.checks.stated import stated_scores
from prongsai.core.sentences import say


def keep_below_mark(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each code to be kept as it is, though its score is below the pass mark.

    Seed 001 keeps indicator 6 with 84.87. It has a second score for it above the mark: then only a
    person can say which one is right.
    """
    if subject.result_edition is None:
        return
    mark = subject.result_edition.pass_mark.value
    stated = stated_scores(subject)
    told = set()
    for said in subject.reading.keep:
        scores = [each.value.score for each in stated.get((said.value, None), ())]
        below = [score for score in scores if score < mark]
        if below and said.value not in told:
            told.add(said.value)
            yield Problem(
                rule="keep_below_mark",
                place=said.place,
                what=say(
                    "%(code)s is to be kept as it is, but its %(score)s is below %(mark)s.",
                    code=said.value,
                    score=below[0],
                    mark=mark,
                ),
                expected=say(
                    "List it among what must be improved, with a measure, or correct the score."
                ),
                severity=Severity.MUST if len(below) == len(scores) else Severity.LOOK,
            )
