"""Parts of the scorecard page, drawn once for all who look at the same results in one language.

Nothing in them may depend on who looks: no button and no address stands here. They are kept by
all that they are made of, so nothing that is kept can be out of date.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from prongsai.core.findings.analysis import Analysis
from prongsai.core.scoring.rounding import display
from prongsai.stages.cycles.mapping import Given, analysis
from prongsai.stages.cycles.selectors import cards_of
from prongsai.web.cycles import shown, what_if

KEPT = 64  # of some 100 kB, in each process of the server
MOST_GAINS = 10


def numbers(year: int, given: Mapping[int, Given]) -> SafeString:
    """Draw every number of a year with what it is made of, the trend, and what would help."""
    return _numbers(year, tuple(given.items()), get_language())


def knobs(now: Given, before: Given | None, asked: str) -> SafeString:
    """Draw what can be moved of a scorecard, where it stands or where it is asked to."""
    if asked.strip():  # no two people ask for the same
        return _knobs.__wrapped__(now, before, asked, get_language())
    return _knobs(now, before, "", get_language())


def forget() -> None:
    """Let everything be drawn anew."""
    _numbers.cache_clear()
    _knobs.cache_clear()


@lru_cache(maxsize=KEPT)
def _numbers(year: int, items: tuple[tuple[int, Given], ...], _language: str | None) -> SafeString:
    given = dict(items)
    found = analysis(given[year], given.get(year - 1))
    page = {
        "card": found.card,
        "lines": shown.lines(found),
        "compared": tuple(shown.compared(found.card)),
        "radar": shown.radar(found, year),
        "trend": shown.trend(cards_of(year, given), found.card),
        **_what_helps(found),
    }
    return render_to_string("web/cycles/_numbers.html", page)


@lru_cache(maxsize=KEPT)
def _knobs(now: Given, before: Given | None, asked: str, _language: str | None) -> SafeString:
    found = what_if.knobs(analysis(now, before).card, asked)
    return render_to_string("web/cycles/_knobs.html", {"groups": found})


def _what_helps(analysis: Analysis) -> dict[str, object]:
    """Return the largest gains, and the fewest items to the next level."""
    card, found = analysis.card, analysis.next_level
    most = [each for each in analysis.gains if each.points > 0][:MOST_GAINS]
    helps: dict[str, object] = {
        "gains": shown.steps([(each.score, display(each.points)) for each in most], card),
        "next": found,
    }
    if found is not None:
        worth = {each.score.key: each.points for each in analysis.gains}
        pairs = [
            (item, display(worth[item.key])) for item in found.items or () if item.key in worth
        ]
        helps["next_level"] = shown.in_words(found.level.title)
        helps["next_total"] = None if found.total is None else display(found.total)
        helps["next_items"] = shown.steps(pairs, card)
        helps["next_rests_on"] = shown.facts(found.rests_on)
    return helps
