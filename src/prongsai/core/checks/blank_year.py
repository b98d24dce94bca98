"""Rule: a year is left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits

_LEAD = r"ปี\s*งบ\s*ประมาณ(?:\s*พ\.?\s?ศ\.?)?|พ\.\s?ศ\."
_BLANK = re.compile(
    rf"(?P<lead>{_LEAD})\s*(?:(?P<dots>[.…_]{{2,}})|(?=\(?[0-9]{{1,2}}[.)]\s*[ก-ฮเ-ไ]))"
)


def blank_year(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each fiscal year with dots, or the next point of a list, in its place.

    Seed 002 reports on procurement “of the fiscal year”, and goes on with the sixth point.
    """
    for passage in subject.reading.passages:
        for found in _BLANK.finditer(to_arabic_digits(passage.text)):
            yield Problem(
                rule="blank_year",
                place=passage.place,
                what=say("No year stands behind “%(words)s”.", words=found["lead"]),
                expected=say("Write the Buddhist year (พ.ศ.)."),
                severity=Severity.MUST if found["dots"] else Severity.LOOK,
            )
