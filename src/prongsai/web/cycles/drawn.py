"""Parts of the scorecard page, drawn once for all who look at the same results in one language.

Nothing in them may depend on who looks: neither a button nor a form stands here. They are kept by
all that they are made of, so nothing that is kept can be out of date.
"""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from prongsai.stages.cycles.mapping import Given, analysis
from prongsai.web.cycles import shown

KEPT = 64  # of some 100 kB, in each process of the server


def lines(now: Given, before: Given | None) -> SafeString:
    """Draw every number of a scorecard with what it is made of."""
    return _lines(now, before, get_language())


def radar(now: Given, before: Given | None, year: int) -> shown.Drawing | None:
    """Draw the indicators, last year's beside them; None where too few have a value."""
    return _radar(now, before, year, get_language())


@lru_cache(maxsize=KEPT)
def _lines(now: Given, before: Given | None, _language: str | None) -> SafeString:
    found = shown.lines(analysis(now, before))
    return render_to_string("web/cycles/_lines.html", {"lines": found})


@lru_cache(maxsize=KEPT)
def _radar(
    now: Given, before: Given | None, year: int, _language: str | None
) -> shown.Drawing | None:
    return shown.radar(analysis(now, before), year)
