"""Parts of the scorecard page, drawn once for all who look at the same results in one language.

Nothing in them may depend on who looks: no button and no address stands here. They are kept by
all that they are made of, so nothing that is kept can be out of date.
"""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from prongsai.stages.cycles.mapping import Scored, analysis
from prongsai.web.cycles import shown, what_if

KEPT = 64  # of some 100 kB, in each process of the server


def lines(now: Scored, before: Scored | None) -> SafeString:
    """Draw every number of a scorecard with what it is made of."""
    return _lines(now, before, get_language())


def radar(now: Scored, before: Scored | None, year: int) -> shown.Drawing | None:
    """Draw the indicators, last year's beside them; None where too few have a value."""
    return _radar(now, before, year, get_language())


def knobs(now: Scored, before: Scored | None, asked: str) -> SafeString:
    """Draw what can be moved of a scorecard, where it stands or where it is asked to."""
    if asked.strip():  # no two people ask for the same
        return _knobs.__wrapped__(now, before, asked, get_language())
    return _knobs(now, before, "", get_language())


@lru_cache(maxsize=KEPT)
def _knobs(now: Scored, before: Scored | None, asked: str, _language: str | None) -> SafeString:
    found = what_if.knobs(analysis(now, before).card, asked)
    return render_to_string("web/cycles/_knobs.html", {"groups": found})


@lru_cache(maxsize=KEPT)
def _lines(now: Scored, before: Scored | None, _language: str | None) -> SafeString:
    found = shown.lines(analysis(now, before))
    return render_to_string("web/cycles/_lines.html", {"lines": found})


@lru_cache(maxsize=KEPT)
def _radar(
    now: Scored, before: Scored | None, year: int, _language: str | None
) -> shown.Drawing | None:
    return shown.radar(analysis(now, before), year)
