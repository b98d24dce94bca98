"""The places %(name)s that the words of a layout may hold, and what stands in them."""

from __future__ import annotations

import re
from datetime import date

from prongsai.core.documents.case import Case
from prongsai.core.thai.calendar import month_and_year

PLACES = (
    "agency",
    "district",
    "province",
    "place",
    "result_year",
    "plan_year",
    "count",
    "total",
    "level",
    "dated",
    "month",
)

_PLACE = re.compile(r"%\((\w+)\)s|%%")


def places(case: Case, dated: date) -> dict[str, str]:
    """Return what stands in each place: names, years, numbers, the level, the day."""
    plan, analysis = case.plan, case.analysis
    values = (
        case.agency,
        plan.agency.district,
        plan.agency.province,
        case.place,
        str(plan.result_year),
        str(plan.plan_year),
        str(len(plan.measures)),
        case.shown(analysis.card.total.score),
        _level(case),
        plan.style.day(dated),
        month_and_year(dated),
    )
    return dict(zip(PLACES, values, strict=True))


def named_in(text: str) -> list[str]:
    """Return the names of the places in a text; a percent sign that is none of them stands as %."""
    names = [found.group(1) for found in _PLACE.finditer(text) if found.group(1)]
    return names + ["%"] * _PLACE.sub("", text).count("%")


def _level(case: Case) -> str:
    """Write the level, never better than it is known to be."""
    standing = case.analysis.card.standing
    if standing.level is None:
        return case.texts("no_value")
    name = standing.level.title.th
    return name if standing.certain else case.texts("level_at_most", level=name)
