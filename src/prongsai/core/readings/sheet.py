"""A reading that a person has gone through, as the results of a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.readings.model import Certainty, Place, Reading, Said
from prongsai.core.results import Codes, Key, Result, ResultSheet, name_of
from prongsai.core.scoring.rounding import same_value
from prongsai.core.sentences import say

Named = Callable[[Place], str]
"""How a place is kept beside a result."""


def sheet_in_reading(
    reading: Reading, edition: Edition, notes: Mapping[str, str], named: Named
) -> ResultSheet:
    """Return the scores and what is named weak; of the same value twice the first is taken.

    :raises Refusal: with every value that is not clear, that the edition has not, or that
        contradicts another.
    """
    work = _Work(Codes(edition), named)
    for said in reading.scores:
        work.attempt(said, name_of((said.value.code, said.value.part)), work.score)
    for weak in reading.weak:
        work.attempt(weak, weak.value, work.weak)
    if work.refusals:
        raise Refusals(work.refusals)
    for name, note in notes.items():
        work.note(name, note)
    if not work.rows:
        raise Refusal(
            say("Nothing is left to be saved."), fix=say("Leave something in, or do not save.")
        )
    return ResultSheet(tuple(work.rows.values()))


class _Work:
    """The rows so far, and what stands against them."""

    def __init__(self, codes: Codes, named: Named) -> None:
        self._codes = codes
        self._named = named
        self.rows: dict[Key, Result] = {}
        self.refusals: list[Refusal] = []

    def attempt(self, said: Said[Any], name: str, take: Callable[..., None]) -> None:
        """Take a value, or keep why not."""
        try:
            _check_clear(name, said)
            take(self._codes.read_key(name), said)
        except Refusal as refusal:
            self.refusals.append(refusal.within(*said.place.steps()))

    def score(self, key: Key, said: Said[Any]) -> None:
        """Take a score. Raises Refusal if there is another one."""
        value = said.value.score
        row = self.rows.get(key, self._row(key, said.place))
        if row.score is not None and not same_value(row.score, value):
            raise Refusal(
                say(
                    "%(code)s has two scores, %(first)s and %(second)s.",
                    code=name_of(key),
                    first=row.score,
                    second=value,
                ),
                fix=say("Leave one of them out, or make them equal."),
            )
        self.rows[key] = row if row.score is not None else replace(row, score=value)

    def weak(self, key: Key, said: Said[Any]) -> None:
        """Take that a code is named weak."""
        self.rows[key] = replace(self.rows.get(key, self._row(key, said.place)), weak=True)

    def note(self, name: str, note: str) -> None:
        """Take the note of a row that is there, or that says nothing else."""
        try:
            key = self._codes.read_key(name)
        except Refusal:  # its row was left out, or its code is another now
            return
        self.rows[key] = replace(self.rows.get(key, self._row(key, Place())), note=note)

    def _row(self, key: Key, place: Place) -> Result:
        return Result(code=key[0], part=key[1], place=self._named(place))


def _check_clear(name: str, said: Said[Any]) -> None:
    if said.certainty is Certainty.ASK:
        what = say("“%(words)s” is not clear.", words=name)
        if said.why is not None:
            what = say("“%(words)s” is not clear: %(why)s", words=name, why=said.why)
        raise Refusal(what, fix=say("Say what is right, or leave it out."))
