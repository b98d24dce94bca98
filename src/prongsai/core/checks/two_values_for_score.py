"""Rule: one code has two scores of the same year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.checks.stated import called, stated_scores
from prongsai.core.readings.model import Certainty, Place, Said, StatedScore
from prongsai.core.results import name_of
from prongsai.core.scoring.rounding import same_value
from prongsai.core.sentences import say


def two_values_for_score(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each further value of a code that is not the first one, rounded or not.

    Seed 001 gives six of its ten indicators one score in the table and another in the advice.
    """
    for said in stated_scores(subject).values():
        first, *others = said
        told = [first]
        for other in others:
            if not any(same_value(other.value.score, each.value.score) for each in told):
                told.append(other)
                yield _problem(first, other)


def _problem(first: Said[StatedScore], other: Said[StatedScore]) -> Problem:
    # What running text gives a score to is less certain than in a table or a plan.
    sure = all(
        each.certainty is Certainty.SURE and _is_listed(each.place) for each in (first, other)
    )
    return Problem(
        rule="two_values_for_score",
        place=other.place,
        what=say(
            "%(code)s has the score %(other)s here and %(first)s in another place.",
            code=called(name_of((other.value.code, other.value.part))),
            other=other.value.score,
            first=first.value.score,
        ),
        expected=say(
            "Write the announced score in both places; a score of another year needs its year."
        ),
        severity=Severity.MUST if sure else Severity.LOOK,
    )


def _is_listed(place: Place) -> bool:
    return place.table is not None or bool(place.path)
