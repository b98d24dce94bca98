"""Rule: two scores do not give the difference, or the direction, that the sentence states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.checks.changes import Change, changes_in
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import Sentence, say

_NEAR = Decimal("0.01")  # scores of other years may have been rounded before


def wrong_difference(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each stated change that its own two scores do not give.

    A difference in per cent may be that of the points or that of the score before: both are right
    here (what points are called is another rule's).
    """
    for passage in subject.reading.passages:
        for change in changes_in(passage.text):
            wrong = _direction(change) or _amount(change)
            if wrong is not None:
                yield Problem(
                    rule="wrong_difference",
                    place=passage.place,
                    what=wrong,
                    expected=say(
                        "From %(before)s to %(now)s it is %(difference)s points.",
                        before=change.before,
                        now=change.now,
                        difference=change.now - change.before,
                    ),
                    severity=Severity.MUST,
                )


def _direction(change: Change) -> Sentence | None:
    values = {"now": change.now, "before": change.before}
    if change.up and change.now <= change.before:
        return say("%(now)s is called higher than %(before)s.", **values)
    if not change.up and change.now >= change.before:
        return say("%(now)s is called lower than %(before)s.", **values)
    return None


def _amount(change: Change) -> Sentence | None:
    if change.amount is None:
        return None
    right = [change.difference, *([] if change.per_cent is None else [change.per_cent])]
    if any(abs(change.amount.value - each) <= _NEAR for each in right):
        return None
    return say(
        "The difference between %(now)s and %(before)s is written as %(amount)s.",
        now=change.now,
        before=change.before,
        amount=change.amount.value,
    )
