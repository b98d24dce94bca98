"""A sheet that does not come from a reader of ours, held to what the readers ask."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.results.codes import Codes
from prongsai.core.results.model import Key, ResultSheet, name_of
from prongsai.core.results.values import read_score


class Fits:
    """Holds many sheets to one edition; a key or a score that was found right is not read again."""

    def __init__(self, edition: Edition) -> None:
        self._codes = Codes(edition)
        self._right_keys: set[Key] = set()
        self._right_scores: set[Decimal] = set()

    def check(self, sheet: ResultSheet) -> None:
        """Refuse what the readers of files refuse too.

        :raises Refusal: if the edition has not a code that is given, or a score is none.
        """
        for each in sheet.results:
            key = (each.code, each.part)
            if key not in self._right_keys:
                self._codes.read_key(name_of(key))
                self._right_keys.add(key)
            if each.score is not None and each.score not in self._right_scores:
                _check_score(each.score, name_of(key))
                self._right_scores.add(each.score)


def check_fits(sheet: ResultSheet, edition: Edition) -> None:
    """Refuse what the readers of files refuse too, wherever a sheet comes from.

    :raises Refusal: if the edition has not a code that is given, or a score is none.
    """
    Fits(edition).check(sheet)


def _check_score(score: Decimal, name: str) -> None:
    try:
        read_score(f"{score.normalize():f}")
    except Refusal as refusal:
        raise refusal.within(name) from refusal
