"""Measures of agencies, planned through the services."""

from __future__ import annotations

from typing import Any

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit, UnitLevel
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.selectors import measures_of
from prongsai.stages.improvement.services import add_measure
from prongsai.stages.improvement.written import Written
from tests.factories.people import Somebody

WHOLE: dict[str, Any] = {
    "title": "จัดทำคู่มือ",
    "answers": ("i1",),
    "steps": ("ตรวจ", "เผยแพร่"),
    "months": (10, 12),
    "follow_up": "รายงานต่อที่ประชุมประจำเดือน",
    "cures": ("o1",),
    "evidence": ("คู่มือ",),
}
"""A measure of which nothing lacks but the unit that leads it."""


def a_unit(who: Somebody, name: str = "สำนักปลัด", below: Unit | None = None) -> Unit:
    """Return a unit of an agency by its name; one that is not there yet is added."""
    level = UnitLevel.DIVISION if below is None else UnitLevel.JOB
    own = {"agency": who.agency, "name": name, "parent": below}
    with scope.agency(who.agency.pk):
        unit, _ = Unit.objects.get_or_create(**own, defaults={"level": level})
    return unit


def a_measure(who: Somebody, fiscal_year: int = 2568, **more: Any) -> Measure:
    """Plan a measure; the year, or the one before it, is open."""
    written = Written(**{**WHOLE, **more})
    with scope.agency(who.agency.pk):
        return add_measure(fiscal_year=fiscal_year, written=written, by=who.actor)


def kept(who: Somebody, year: int = 2568) -> list[Measure]:
    """Return the measures of a year."""
    with scope.agency(who.agency.pk):
        return list(measures_of(year))
