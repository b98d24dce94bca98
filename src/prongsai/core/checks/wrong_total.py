"""Rule: a stated total, instrument or indicator is not what its stated parts give."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.checks.stated import sheet_of, stated_scores
from prongsai.core.results.model import key_of
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import say


def wrong_total(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each stated value that differs from the computed one by more than 0.01.

    Nothing is said where a part is missing, or has two values. What rests on a fact of the edition
    that nobody has read is only worth a look.
    """
    if subject.result_edition is None:
        return
    stated = stated_scores(subject)
    card = score(subject.result_edition, sheet_of(stated, subject.result_edition))
    for each in card.comparisons:
        if each.agrees is False:
            made = card.scores[key_of(each.name)]
            yield Problem(
                rule="wrong_total",
                place=stated[made.key][-1].place,
                what=say(
                    "%(code)s is written as %(stated)s, but its parts do not give that.",
                    code=each.name,
                    stated=display(each.stated),
                ),
                expected=say("Its parts give %(formula)s.", formula=made.formula),
                severity=Severity.LOOK if made.rests_on else Severity.MUST,
            )
