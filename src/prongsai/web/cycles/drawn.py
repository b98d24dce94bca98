"""The scorecard, drawn once for all who look at the same results in one language.

Nothing in it may depend on who looks: no button stands here, and of addresses those that are given.
It is kept by all that it is made of, so nothing that is kept can be out of date.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from prongsai.core.findings.analysis import Analysis
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.rounding import display
from prongsai.stages.cycles.mapping import Given, analysis
from prongsai.stages.cycles.selectors import Stands
from prongsai.web import rows
from prongsai.web.cycles import shown

KEPT = 64  # of some 60 kB, in each process of the server
MOST_GAINS = 10


class Links(NamedTuple):
    """Where a scorecard leads."""

    what_if: str
    totals: str


def scorecard(year: int, sets: Mapping[int, Stands], links: Links) -> SafeString:
    """Draw where a year stands: the level and why, every number with its formula, what helps."""
    before = sets[year - 1].given if year - 1 in sets else None
    return _scorecard(year, sets[year].given, before, links, get_language())


def totals(cards: Mapping[int, Scorecard | None]) -> SafeString:
    """Draw the totals of some years."""
    return rows.drawn("parts/totals.html", {"trend": shown.trend(cards)})


def forget() -> None:
    """Let everything be drawn anew."""
    _scorecard.cache_clear()


@lru_cache(maxsize=KEPT)
def _scorecard(
    year: int, now: Given, before: Given | None, links: Links, _language: str | None
) -> SafeString:
    found = analysis(now, before)
    page = {
        "links": links,
        **_standing(found.card),
        "lines": shown.lines(found),
        "missing": found.card.missing,
        "compared": tuple(shown.compared(found.card)),
        "radar": shown.radar(found, year),
        **_what_helps(found),
    }
    return rows.drawn("parts/scorecard.html", page)


def _standing(card: Scorecard) -> dict[str, object]:
    """Return the total and the level, and what makes them doubtful."""
    stands = card.standing
    return {
        "total": shown.written(card.total.shown),
        "level": shown.level(card),
        "has_level": stands.level is not None,
        "not_given": stands.missing,
        "possible": [shown.in_words(each.title) for each in stands.possible[1:]],
        "rests_on": shown.facts(stands.rests_on),
        "steps": shown.level_lines(card),
    }


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
