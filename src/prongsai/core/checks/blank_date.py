"""Rule: a date is left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.sentences import say
from prongsai.core.thai.calendar import MONTHS, SHORT_MONTHS
from prongsai.core.thai.numerals import to_arabic_digits

_MONTH = "(?:" + "|".join(map(re.escape, (*MONTHS, *SHORT_MONTHS))) + ")"
_MONTH_NEXT = re.compile(_MONTH)
_LABEL = 40  # letters of a text that may be the name of a field
# Behind วันที่ comes nothing, dots, the number of the next point (3.จัดทำ), or the month at once.
# A word (ณ วันที่รายงาน, ลงวันที่เดียวกัน) or a day is in order, and an order is “signed and dated”.
_BLANK = re.compile(
    r"(?P<lead>(?:เมื่อ|ณ|ภายใน|ใน|ตั้งแต่)\s*วันที่)\s*"
    rf"(?:\Z|[.…_]{{2,}}|[)”\"]|(?=\(?[0-9]{{1,2}}[.)]\s*(?!{_MONTH})[ก-ฮเ-ไ])|(?={_MONTH}))"
    rf"|(?P<dated>ลง\s*วันที่)\s*(?:[.…_]{{2,}}|(?={_MONTH}))"
)


def blank_date(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each “on the day” with no day behind it.

    Seed 003 makes an announcement known “on”, and goes on with the third point. A month without its
    day is often filled in by hand when the paper is signed, and a short text may be the label of
    the next cell: these are worth a look.
    """
    for passage in subject.reading.passages:
        arabic = to_arabic_digits(passage.text)
        for found in _BLANK.finditer(arabic):
            sure = not _MONTH_NEXT.match(arabic, found.end()) and len(arabic) > _LABEL
            yield Problem(
                rule="blank_date",
                place=passage.place,
                what=say(
                    "No day stands behind “%(words)s”.", words=found["lead"] or found["dated"]
                ),
                expected=say("Write day, month and year, or leave the words out."),
                severity=Severity.MUST if sure else Severity.LOOK,
            )
