"""A sheet that does not come from a reader of ours, held to what the readers ask."""

from __future__ import annotations

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.results.codes import Codes
from prongsai.core.results.model import ResultSheet, name_of
from prongsai.core.results.values import read_score


def check_fits(sheet: ResultSheet, edition: Edition) -> None:
    """Refuse what the readers of files refuse too, wherever a sheet comes from.

    :raises Refusal: if the edition has not a code that is given, or a score is none.
    """
    codes = Codes(edition)
    for each in sheet.results:
        name = name_of((each.code, each.part))
        codes.read_key(name)
        if each.score is not None:
            try:
                read_score(f"{each.score.normalize():f}")
            except Refusal as refusal:
                raise refusal.within(name) from refusal
