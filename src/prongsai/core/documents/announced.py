"""The result of the year in words, as every letter says it."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.documents.case import Case
from prongsai.core.scoring.rounding import display


def level_in_words(case: Case) -> str | None:
    """Write the level: as certain, or at best with what is missing. None where no total is known.

    It begins with อยู่ในระดับ.
    """
    standing = case.analysis.card.standing
    if standing.level is None:
        return None
    name = standing.level.title.th
    if standing.certain:
        return case.texts("level_certain", level=name)
    if standing.missing:
        missing = ", ".join(map(case.spelled, standing.missing))
        return case.texts("level_at_best", level=name, missing=missing)
    return case.texts("level_open", level=name)


def result_in_words(case: Case) -> str | None:
    """Write the total, what it gained or lost in a year, and the level. None without a total.

    It begins with ได้คะแนนรวม; changes are in points, of the totals as they were announced.
    """
    total, level = case.analysis.card.total.shown, level_in_words(case)
    if total is None or level is None:
        return None
    change = _change(case, total)
    if change is None:
        return case.texts("result", total=total, level=level)
    return case.texts("result_changed", total=total, change=change, level=level)


def _change(case: Case, total: Decimal) -> str | None:
    """Write the change against the year before; None where nobody gave its total."""
    year = case.plan.result_year - 1
    before = dict(case.plan.history).get(year)
    if before is None:
        return None
    points = total - display(before)
    if points == 0:
        return case.texts("result_same", year=year)
    key = "result_rose" if points > 0 else "result_fell"
    return case.texts(key, year=year, before=display(before), points=abs(points))
