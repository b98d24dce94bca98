"""Rule: a score is called the full marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import say
from prongsai.core.thai.numbers_in_text import numbers_in

_FULL = re.compile(r"คะแนน\s*เต็ม\s*[(:=]?\s*")
_LEAST = 50  # below it, full marks of another scale: 2.50 of an appraisal
_MOST = 100


def full_marks_that_are_not(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for full marks such as 92.56 (seed 003): nothing is marked out of that.

    Whole numbers may be the full marks of another form.
    """
    for passage in subject.reading.passages:
        starts = {found.end() for found in _FULL.finditer(passage.text)}
        for number in numbers_in(passage.text):
            value = number.value.value
            if number.start in starts and _LEAST < value < _MOST and value % 1:
                yield Problem(
                    rule="full_marks_that_are_not",
                    place=passage.place,
                    what=say("%(score)s is called the full marks.", score=number.value.figures),
                    expected=say(
                        "Write “%(score)s of 100 points”, or the score that was reached.",
                        score=number.value.figures,
                    ),
                    severity=Severity.MUST,
                )
