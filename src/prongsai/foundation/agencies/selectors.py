"""Reads of agencies and units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from django.db.models import QuerySet

from prongsai.foundation.agencies.models import Agency, AgencyKind, Unit

_USUAL = Path(__file__).parents[2] / "data" / "agencies" / "usual-units.yaml"


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit of the tree with how deep it stands, from 0."""

    unit: Unit
    depth: int


def unit_tree() -> tuple[Branch, ...]:
    """Return the open units of the active agency from the top, each before what is below it."""
    below: dict[int | None, list[Unit]] = {}
    for unit in Unit.objects.filter(is_closed=False).order_by("place", "id"):
        below.setdefault(unit.parent_id, []).append(unit)

    def walk(parent: int | None, depth: int) -> Iterator[Branch]:
        for unit in below.get(parent, ()):
            yield Branch(unit, depth)
            yield from walk(unit.pk, depth + 1)

    return tuple(walk(None, 0))


def overseen_by(overseer: Agency) -> QuerySet[Agency]:
    """Return the agencies that a province or ministry looks after."""
    return Agency.objects.filter(overseer=overseer, is_active=True).order_by("name", "id")


def usual_units(kind: AgencyKind) -> tuple[str, ...]:
    """Return the divisions that an agency of a kind usually has; () where nobody has said."""
    return tuple(_usual().get(kind.value, ()))


@cache
def _usual() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load(_USUAL.read_text("utf-8"))
    return loaded
