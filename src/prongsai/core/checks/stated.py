"""The scores that a document states of the result year, as one sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from prongsai.core.checks.model import Subject
from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.readings.model import Certainty, Said, StatedScore, YearRole
from prongsai.core.results import Key, Result, ResultSheet
from prongsai.core.scoring.rounding import same_value
from prongsai.core.sentences import Sentence, say

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


def called(name: str) -> Sentence | str:
    """Return what people call the name of a code: an indicator and the total by these words."""
    if name == TOTAL:
        return say("The total")
    return say("Indicator %(code)s", code=name) if name.isdecimal() else name


def _is_of(edition: Edition, code: str, part: str | None) -> bool:
    line = (code, *edition.ancestors.get(code, ()))
    if part is None:
        return code == TOTAL or code in edition.ancestors
    instruments = (edition.instrument[each] for each in line if each in edition.instrument)
    return any(each.key == part for instrument in instruments for each in instrument.parts)
