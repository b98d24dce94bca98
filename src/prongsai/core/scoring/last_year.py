"""What a score was last year, whatever its code was then."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.editions.crosswalk import matches
from prongsai.core.editions.model import Edition
from prongsai.core.results import Key
from prongsai.core.scoring.model import Scorecard

FAR = Decimal(20)
"""Points by which a score seldom moves in a year, and by which a slip of the hand mostly does."""


def last_years(key: Key, edition: Edition, previous: Scorecard) -> tuple[str, Decimal] | None:
    """Return the name and the shown score that a key had last year; None if nothing compares.

    Items meet through the crosswalk, never by their code, for a code means another duty every year;
    of several that an item joins the lowest is returned. Indicators and instruments keep their
    keys; the grouping of items changes from year to year, so that nothing compares there.
    """
    code, part = key
    if code in edition.sub_indicators:
        return None
    codes = matches(code, edition, previous.edition) if code in edition.items else (code,)
    known = [
        (each.name, shown)
        for other in codes
        if (each := previous.scores.get((other, part))) and (shown := each.shown) is not None
    ]
    return min(known, key=lambda pair: pair[1], default=None)


def is_far(now: Decimal | None, before: Decimal | None) -> bool:
    """Tell whether a score moved so far that somebody should look at it again."""
    return now is not None and before is not None and abs(now - before) >= FAR
