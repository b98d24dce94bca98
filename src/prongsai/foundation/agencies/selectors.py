"""Reads of agencies and units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from django.db.models import Q, QuerySet

from prongsai.foundation.agencies.models import Agency, AgencyKind, Unit
from prongsai.foundation.matching import containing

_USUAL = Path(__file__).parents[2] / "data" / "agencies" / "usual-units.yaml"


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit of the tree with how deep it stands, from 0."""

    unit: Unit
    depth: int


def unit_tree() -> tuple[Branch, ...]:
    """Return the open units of the active agency from the top, each before what is below it."""
    units = {unit.pk: unit for unit in _open_units()}
    below = ((unit.pk, unit.parent_id) for unit in units.values())
    return tuple(Branch(units[pk], depth) for pk, depth in _in_order(below))


def divisions() -> QuerySet[Unit]:
    """Return the open units at the top of the active agency, in their order."""
    return _open_units().filter(parent=None)


def branches(tops: Iterable[Unit]) -> tuple[Branch, ...]:
    """Return some units of the top, each with all that is open below it.

    Whoever looks at a piece of a long tree need not have the rest of it read.
    """
    units = {unit.pk: unit for unit in tops}
    below = _open_units().filter(Q(parent__in=units) | Q(parent__parent__in=units))
    units |= {unit.pk: unit for unit in below}
    order = _in_order((unit.pk, unit.parent_id) for unit in units.values())
    return tuple(Branch(units[pk], depth) for pk, depth in order)


def find_units(words: Iterable[str]) -> QuerySet[Unit]:
    """Return the open units whose names hold some words."""
    return containing(_open_units(), words, "name")


def overseen_by(overseer: int) -> QuerySet[Agency]:
    """Return the agencies that a province or ministry, by id, looks after."""
    return Agency.objects.filter(overseer=overseer, is_active=True).order_by("name", "id")


def find_overseen(overseer: int, words: Iterable[str]) -> QuerySet[Agency]:
    """Return the agencies that another, by id, looks after and whose names hold some words."""
    return containing(overseen_by(overseer), words, "name")


def known_as() -> dict[str, int]:
    """Return the ids of the open agencies by their names and, before these, by their codes."""
    rows = Agency.objects.filter(is_active=True).order_by("id").values_list("pk", "code", "name")
    found = {name: pk for pk, _, name in rows}
    return found | {code: pk for pk, code, _ in rows if code}


def usual_units(kind: AgencyKind) -> tuple[str, ...]:
    """Return the divisions that an agency of a kind usually has; () where nobody has said."""
    return tuple(_usual().get(kind.value, ()))


@cache
def _usual() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load(_USUAL.read_text("utf-8"))
    return loaded


def _open_units() -> QuerySet[Unit]:
    return Unit.objects.filter(is_closed=False).order_by("place", "id")


def _in_order(rows: Iterable[tuple[int, int | None]]) -> Iterator[tuple[int, int]]:
    """Yield ids from the top, each before what is below it, with how deep it stands."""
    below: dict[int | None, list[int]] = {}
    for pk, parent in rows:
        below.setdefault(parent, []).append(pk)

    def walk(parent: int | None, depth: int) -> Iterator[tuple[int, int]]:
        for pk in below.get(parent, ()):
            yield pk, depth
            yield from walk(pk, depth + 1)

    return walk(None, 0)
