"""Rule: a survey value that the number of respondents of its neighbours cannot give.

With n respondents and the points of its scale an item can only have certain means. The n that
explains the items of an instrument, far better than chance would, is taken for their number; an
item that it cannot explain is worth a look, unless another n explains all of them nearly as well. A
true sheet is hardly ever flagged (the tests measure it).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import log

from prongsai.core.editions.model import CHECKLIST, Edition, Scale
from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.results import Key
from prongsai.core.scoring.model import Kind, Score
from prongsai.core.sentences import Sentence, say

MOST_RESPONDENTS = 400
VALUES = 10_001  # 0.00, 0.01 … 100.00: what a published score can be
FEWEST_ITEMS = 5
LEAST_SHARE = Decimal("0.75")
MISPRINT = 0.05  # how often a value is expected to be misprinted
EVIDENCE = log(MOST_RESPONDENTS) + log(100)  # one in a hundred, after trying every n
LEAD = log(35)  # how much likelier than a number that explains everything


@dataclass(frozen=True, slots=True)
class _Measured:
    """A survey score in hundredths, with the points and the number of the questions behind it."""

    score: Score
    hundredths: int
    points: tuple[int, ...]
    questions: int
    is_open: bool  # nobody has read the points


def does_not_fit_respondents(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each survey item that its neighbours' respondents cannot give."""
    for items in _by_survey(evidence).values():
        found = _respondents(items)
        if found is None:
            continue
        number, misfits = found
        for each in misfits:
            yield Finding(
                rule="does_not_fit_respondents",
                code=each.score.code,
                part=each.score.part,
                severity=Severity.LOOK,
                score=each.score.score,
                reason=_reason(each, number),
            )


def _reason(misfit: _Measured, number: int) -> Sentence:
    values = {"score": misfit.score.shown, "number": number}
    if misfit.is_open:
        return say(
            "%(score)s cannot come from %(number)s respondents, whom the other items of the survey"
            " share, if the points of the scale are as recalled",
            **values,
        )
    return say(
        "%(score)s cannot come from %(number)s respondents,"
        " whom the other items of the survey share",
        **values,
    )


def _by_survey(evidence: Evidence) -> dict[Key, list[_Measured]]:
    """Return the survey items whose scale and questions are known, by instrument and part."""
    edition = evidence.card.edition
    groups: dict[Key, list[_Measured]] = defaultdict(list)
    for each in evidence.card.of_kind(Kind.ITEM):
        instrument = edition.ancestors[each.code][-2]
        scale = _scale(edition, each.code)
        points = () if scale is None else _whole(scale.points)
        if each.shown is None or scale is None or not points or instrument == CHECKLIST:
            continue
        if each.shown in points:
            continue  # all may have answered alike: it fits every number and tells of none
        questions = len(edition.items[each.code].questions)
        is_open = scale.confidence.is_open
        measured = _Measured(each, int(each.shown * 100), points, questions, is_open)
        groups[instrument, each.part].append(measured)
    return groups


def _scale(edition: Edition, code: str) -> Scale | None:
    """Return the one scale of an item's questions; None where there is none, or more than one."""
    scales = {question.scale for question in edition.items[code].questions}
    return edition.scale[scales.pop()] if len(scales) == 1 else None


def _whole(points: Sequence[Decimal]) -> tuple[int, ...]:
    """Return points as whole numbers; () where they are not."""
    return tuple(int(p) for p in points) if all(p == int(p) for p in points) else ()


def _respondents(items: Sequence[_Measured]) -> tuple[int, list[_Measured]] | None:
    """Return the number of respondents and the items it does not explain; None if unsure."""
    if len(items) < FEWEST_ITEMS:
        return None
    weighed, misfits = _weigh(items)
    best = max(range(1, len(weighed)), key=lambda number: (weighed[number], -number))
    agree = len(items) - len(misfits[best])
    if weighed[best] < EVIDENCE or agree < FEWEST_ITEMS or agree < LEAST_SHARE * len(items):
        return None
    explains_all = max(w for w, bad in zip(weighed, misfits, strict=True) if not bad)
    if weighed[best] < explains_all + LEAD:
        return None
    return best, misfits[best]


def _weigh(items: Sequence[_Measured]) -> tuple[list[float], list[list[_Measured]]]:
    """Return how much likelier than chance each number makes the items, and its misfits.

    A value that comes twice counts once: people who answer alike make many items equal.
    """
    weighed = [0.0] * (MOST_RESPONDENTS + 1)
    misfits: list[list[_Measured]] = [[] for _ in weighed]
    for points, questions in sorted({(each.points, each.questions) for each in items}):
        alike = [each for each in items if (each.points, each.questions) == (points, questions)]
        values = {each.hundredths for each in alike}
        for number, chance, sums in _reachable(points, questions):
            fits = {value: _fits(value, number * questions, sums) for value in values}
            misfits[number] += [each for each in alike if not fits[each.hundredths]]
            for fit in fits.values():
                weighed[number] += log((1 - MISPRINT) / chance if fit else MISPRINT / (1 - chance))
    return weighed, misfits


@cache
def _reachable(points: tuple[int, ...], questions: int) -> tuple[tuple[int, float, int], ...]:
    """Return each number of respondents, the chance that any value fits it, and its sums, as bits.

    They end where so many sums are possible that a fit says nothing.
    """
    found = []
    sums = 1
    for number in range(1, MOST_RESPONDENTS + 1):
        for _ in range(questions):
            grown = 0
            for point in points:
                grown |= sums << point
            sums = grown
        chance = sums.bit_count() / VALUES
        if chance >= 1 - MISPRINT:
            break
        found.append((number, chance, sums))
    return tuple(found)


def _fits(hundredths: int, answers: int, sums: int) -> bool:
    """Tell whether some sum, over so many answers, rounds half up to the value."""
    first = -((1 - 2 * hundredths) * answers // 200)
    beyond = -((-(2 * hundredths + 1) * answers) // 200)
    return (sums >> max(first, 0)) & ((1 << (beyond - max(first, 0))) - 1) != 0
