"""The results of a year that a document states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.errors import Refusal
from prongsai.core.readings.draft.model import Open, asked, is_asked
from prongsai.core.readings.model import Reading, Said, StatedScore
from prongsai.core.results import Codes, Key, Result, ResultSheet, name_of
from prongsai.core.sentences import Sentence, say


def results_of(
    reading: Reading, edition: Edition, year: int
) -> tuple[ResultSheet, tuple[Open, ...]]:
    """Return the scores of a year and what the document calls weak, and what is open about them.

    Of two values for one score the first is taken, and that is told. Nothing becomes 0.
    """
    rows: dict[Key, Result] = {}
    codes, told = Codes(edition), list[Open]()
    for said in reading.scores:
        if said.value.year in {None, year}:
            told += _take_score(said, rows, codes)
        elif is_asked(said):
            told.append(asked(said))
    for weak in reading.weak:
        told += _take_weak(weak, rows, codes)
    return ResultSheet(tuple(rows.values())), tuple(dict.fromkeys(told))


def history_of(reading: Reading, year: int) -> dict[int, Said[StatedScore]]:
    """Return the totals of the years before, the first of each that nobody must be asked about."""
    found: dict[int, Said[StatedScore]] = {}
    for said in (said for said in reading.scores if not is_asked(said)):
        if said.value.code == TOTAL and said.value.year is not None and said.value.year < year:
            found.setdefault(said.value.year, said)
    return dict(sorted(found.items()))


def _take_score(said: Said[StatedScore], rows: dict[Key, Result], codes: Codes) -> Iterator[Open]:
    if is_asked(said):
        yield asked(said)
        return
    value = said.value
    key = _key(name_of((value.code, value.part)), codes)
    if key is None:
        yield Open(what=_unknown(value.code), place=said.place)
        return
    row = rows.setdefault(key, Result(code=key[0], part=key[1], score=value.score))
    if row.score != value.score and row.score is not None:
        yield Open(
            what=say(
                "%(code)s has two scores, %(first)s and %(second)s; the first is taken.",
                code=name_of(key),
                first=row.score,
                second=value.score,
            ),
            place=said.place,
        )


def _take_weak(said: Said[str], rows: dict[Key, Result], codes: Codes) -> Iterator[Open]:
    if is_asked(said):
        yield asked(said)
        return
    key = _key(said.value, codes)
    if key is None:
        yield Open(what=_unknown(said.value), place=said.place)
        return
    row = rows.get(key, Result(code=key[0], part=key[1]))
    rows[key] = replace(row, weak=True)


def _key(name: str, codes: Codes) -> Key | None:
    try:
        return codes.read_key(name)
    except Refusal:
        return None


def _unknown(code: str) -> Sentence:
    return say("%(code)s is not in the edition of the results; it is left out.", code=code)
