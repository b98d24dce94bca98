"""Rule: points are called per cent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from prongsai.core.checks.changes import changes_in
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.editions.model import TOTAL
from prongsai.core.readings.model import Passage, Reading
from prongsai.core.sentences import say
from prongsai.core.thai.numbers_in_text import Number, Unit, numbers_in

_NEAR = Decimal("0.01")
_SCORE = "คะแนน"
_SHARE = "ร้อยละ"


def points_called_per_cent(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for a difference of points, and for a score, that is called per cent.

    Seed 000 rises from 75.40 to 82.84 points, “7.44 per cent”: it is 7.44 points, or 9.87 per cent.
    A difference between two scores that are themselves shares (ร้อยละ 75.40) is left alone.
    """
    totals = _totals(subject.reading)
    scores = {each.value.score for each in subject.reading.scores}
    for passage in subject.reading.passages:
        told = set()
        for amount in _differences(passage.text, totals):
            told.add(amount.value)
            yield _difference(amount, passage)
        for number in _called_per_cent(passage.text):
            if number.value in scores - told and number.value % 1:
                yield _score(number, passage)


def _totals(reading: Reading) -> set[Decimal]:
    """Return the points between the totals of two years."""
    totals = {each.value.score for each in reading.scores if each.value.code == TOTAL}
    return {abs(one - other) for one, other in combinations(totals, 2)}


def _differences(text: str, totals: set[Decimal]) -> Iterator[Number]:
    """Yield the amounts called per cent that are the points of a change, not its per cent."""
    found = False
    for change in changes_in(text):
        found = True
        amount = change.amount
        if amount is None or amount.unit is not Unit.PER_CENT or change.are_shares:
            continue
        is_share = change.per_cent is not None and abs(change.per_cent - amount.value) <= _NEAR
        if abs(change.difference - amount.value) <= _NEAR and not is_share:
            yield amount
    for number in [] if found else _called_per_cent(text):
        if number.value in totals:
            yield number


def _called_per_cent(text: str) -> Iterator[Number]:
    """Yield the numbers with per cent behind them that a score stands before: not ร้อยละ 85.50."""
    first = text.find(_SCORE)
    for each in numbers_in(text):
        before = text[max(each.start - len(_SHARE) - 2, 0) : each.start].rstrip()
        is_behind = each.value.unit is Unit.PER_CENT and not before.endswith(_SHARE)
        if is_behind and -1 < first < each.start:
            yield each.value


def _difference(amount: Number, passage: Passage) -> Problem:
    return Problem(
        rule="points_called_per_cent",
        place=passage.place,
        what=say("The difference of %(points)s points is called per cent.", points=amount.figures),
        expected=say("Write “%(points)s points” (คะแนน).", points=amount.figures),
        severity=Severity.MUST,
    )


def _score(number: Number, passage: Passage) -> Problem:
    return Problem(
        rule="points_called_per_cent",
        place=passage.place,
        what=say("The score %(points)s is called per cent.", points=number.figures),
        expected=say("Write “%(points)s points” (คะแนน).", points=number.figures),
        severity=Severity.LOOK,
    )
