"""Rule: a stated rank that its own numbers, or the stated scores, do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.checks.stated import stated_scores
from prongsai.core.editions.model import Edition
from prongsai.core.readings.model import Passage
from prongsai.core.sentences import say
from prongsai.core.thai.numbers_in_text import numbers_in
from prongsai.core.thai.numerals import to_arabic_digits

_OF_SO_MANY = re.compile(
    r"อันดับ(?:ที่)?\s*(?P<rank>[0-9]{1,5})\s*(?:จาก|ใน)(?:จำนวน|ทั้งหมด|ทั้งสิ้น|\s)*(?P<number>[0-9]{1,5})\s*"
    r"(?:แห่ง|หน่วยงาน|อปท)"
)
_MOVED = re.compile(
    r"อันดับ(?:ที่)?\s*(?P<one>[0-9]{1,5})(?![0-9])[^0-9]{1,80}?อันดับ(?:ที่)?\s*(?P<other>[0-9]{1,5})(?![0-9])"
    r"[^0-9]{0,40}?(?:ขึ้น|ลง)(?:[^0-9]{0,20})?\s(?P<places>[0-9]{1,5})\s*อันดับ"
)
_END = re.compile(r"(?P<high>(?:สูง|มาก)(?:ที่)?สุด)|(?:ต่ำ|น้อย)(?:ที่)?สุด")
_NEXT = 100  # letters behind the word in which its score stands


def wrong_rank(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for a rank beyond the number of agencies, for ranks that differ by another
    number of places than stated, and for a highest or lowest indicator that is not.
    """
    indicators = _indicators(subject)
    for passage in subject.reading.passages:
        arabic = to_arabic_digits(passage.text)
        yield from _beyond(arabic, passage)
        yield from _moved(arabic, passage)
        yield from _ends(passage, indicators, subject.result_edition)


def _beyond(arabic: str, passage: Passage) -> Iterator[Problem]:
    for found in _OF_SO_MANY.finditer(arabic):
        if int(found["rank"]) > int(found["number"]):
            yield Problem(
                rule="wrong_rank",
                place=passage.place,
                what=say(
                    "Rank %(rank)s of %(number)s cannot be.",
                    rank=found["rank"],
                    number=found["number"],
                ),
                expected=say("Correct the rank or the number."),
                severity=Severity.MUST,
            )


def _moved(arabic: str, passage: Passage) -> Iterator[Problem]:
    for found in _MOVED.finditer(arabic):
        places = abs(int(found["one"]) - int(found["other"]))
        if places != int(found["places"]):
            yield Problem(
                rule="wrong_rank",
                place=passage.place,
                what=say(
                    "From rank %(one)s to rank %(other)s is not %(places)s places.",
                    one=found["one"],
                    other=found["other"],
                    places=found["places"],
                ),
                expected=say("It is %(places)s places.", places=places),
                severity=Severity.MUST,
            )


def _indicators(subject: Subject) -> dict[str, Decimal]:
    """Return the indicators that have one stated score."""
    edition = subject.result_edition
    found = {}
    for (code, part), said in stated_scores(subject).items():
        values = {each.value.score for each in said}
        if edition and part is None and code in edition.indicators and len(values) == 1:
            found[code] = values.pop()
    return found


def _ends(
    passage: Passage, indicators: dict[str, Decimal], edition: Edition | None
) -> Iterator[Problem]:
    """Yield the scores called highest or lowest that one indicator has and another one surpasses.

    A passage that names an instrument may mean the highest within it: nothing is said of these.
    """
    if edition is None or any(key in passage.text for key in edition.instrument):
        return
    for end in _END.finditer(passage.text):
        behind = passage.text[end.end() : end.end() + _NEXT]
        named = [n.value.value for n in numbers_in(behind) if n.value.value in indicators.values()]
        best = (max if end["high"] else min)(indicators.values(), default=None)
        if named and best is not None and named[0] != best:
            code = next(code for code, score in indicators.items() if score == best)
            yield Problem(
                rule="wrong_rank",
                place=passage.place,
                what=(
                    say("%(score)s is called the highest score.", score=named[0])
                    if end["high"]
                    else say("%(score)s is called the lowest score.", score=named[0])
                ),
                expected=say("Indicator %(code)s has %(score)s.", code=code, score=best),
                severity=Severity.LOOK,
            )
