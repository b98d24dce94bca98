"""The scores that a document states of the result year, as one sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from prongsai.core.checks.model import Subject
from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.readings.model import Certainty, Said, StatedScore, YearRole
from prongsai.core.results import Key, Result, ResultSheet
from prongsai.core.scoring.rounding import to_places

Stated = Mapping[Key, tuple[Said[StatedScore], ...]]


def stated_scores(subject: Subject) -> Stated:
    """Return the scores of the result year by their key, in the order of the document.

    What a person must still say (Certainty.ASK) is left out.
    """
    year = subject.reading.year(YearRole.RESULT)
    found: dict[Key, list[Said[StatedScore]]] = defaultdict(list)
    for said in subject.reading.scores:
        if said.value.year in {None, year} and said.certainty is not Certainty.ASK:
            found[said.value.code, said.value.part].append(said)
    return {key: tuple(each) for key, each in found.items()}


def sheet_of(stated: Stated, edition: Edition) -> ResultSheet:
    """Return the sheet of the codes that the edition has and that have one value only."""
    return ResultSheet(
        tuple(
            Result(code=code, part=part, score=said[0].value.score)
            for (code, part), said in stated.items()
            if all(same_value(each.value.score, said[0].value.score) for each in said)
            and _is_of(edition, code, part)
        )
    )


def same_value(one: Decimal, other: Decimal) -> bool:
    """Tell whether two scores are one, written with more or fewer places: 87.76 and 87.8."""
    fewer = max(_place(one), _place(other))
    return to_places(one, fewer) == to_places(other, fewer)


def _place(score: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(0, int(score.as_tuple().exponent)))


def _is_of(edition: Edition, code: str, part: str | None) -> bool:
    line = (code, *edition.ancestors.get(code, ()))
    if part is None:
        return code == TOTAL or code in edition.ancestors
    instruments = (edition.instrument[each] for each in line if each in edition.instrument)
    return any(each.key == part for instrument in instruments for each in instrument.parts)
