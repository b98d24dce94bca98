"""Which units of the agency the roles of the catalogue mean here, as far as anybody knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils import timezone

from prongsai.core.measures.model import Catalogue
from prongsai.core.thai.text import normalise
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.roles import Permission, Role, permissions_of
from prongsai.foundation.accounts.selectors import members
from prongsai.foundation.agencies.models import Unit

EVERY_UNIT = "all"
_HELD_BY: Mapping[str, Role] = {
    "legal": Role.LEGAL_OFFICER,
    "supply": Role.PROCUREMENT_OFFICER,
    "audit": Role.AUDITOR,
}
"""Roles of the catalogue that somebody has in the agency: their unit is the one that is meant."""


def units_of_roles(catalogue: Catalogue) -> dict[str, Unit]:
    """Return the open unit of each role of the catalogue; a role that nobody knows is absent."""
    units = open_units()
    found = {
        role: unit
        for role, name in catalogue.roles.items()
        if (unit := _of_name(name.th, units)) is not None
    }
    return {**_of_people(), **found}


def headed_by(by: Actor) -> frozenset[int]:
    """Return the ids of the unit that somebody is at the head of, and of all open ones below it."""
    mine = members(timezone.localdate()).filter(person__uuid=by.key).exclude(unit=None)
    # Who only acts as a head acts for that of another unit: nobody knows which (ADR 31).
    heads = (row for row in mine if Permission.MEASURES_REPORT in permissions_of(row.roles))
    found = level = frozenset(row.unit_id for row in heads if row.unit_id is not None)
    while level:  # as often as the tree is deep, at most
        below = Unit.objects.filter(is_closed=False, parent__in=level).order_by("id")
        level = frozenset(below.values_list("pk", flat=True)) - found
        found |= level
    return found


def open_units() -> list[Unit]:
    """Return the units of the active agency that a measure can name."""
    return list(Unit.objects.filter(is_closed=False).order_by("place", "id"))


def _of_name(name: str, units: Sequence[Unit]) -> Unit | None:
    """Return the one unit of a name, or the one whose name begins with it, or it with the name."""
    wanted = normalise(name)
    names = [(normalise(unit.name), unit) for unit in units]
    same = [unit for text, unit in names if text == wanted]
    near = same or [
        unit for text, unit in names if text.startswith(wanted) or wanted.startswith(text)
    ]
    return near[0] if len(near) == 1 else None


def _of_people() -> dict[str, Unit]:
    here = tuple(members(timezone.localdate()).exclude(unit=None).exclude(unit__is_closed=True))
    found = {}
    for name, role in _HELD_BY.items():
        units = {each.unit for each in here if role in each.roles}
        if len(units) == 1:
            found[name] = units.pop()
    return {name: unit for name, unit in found.items() if unit is not None}
