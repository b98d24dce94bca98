"""Reads of agencies and units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import yaml
from django.db.models import QuerySet

from prongsai.foundation.agencies.models import Agency, AgencyKind, Unit, UnitLevel
from prongsai.foundation.agencies.prepared import prepared
from prongsai.foundation.matching import containing

_USUAL = Path(__file__).parents[2] / "data" / "agencies" / "usual-units.yaml"


Row = tuple[int, int | None, UUID, str, str]
_SHOWN = ("pk", "parent", "uuid", "name", "level")


class Branch(NamedTuple):
    """A unit of the tree with how deep it stands, from 0."""

    pk: int
    key: UUID
    name: str
    level: UnitLevel
    depth: int


def unit_tree() -> tuple[Branch, ...]:
    """Return the open units of the active agency from the top, each before what is below it."""
    return _tree(_all_open())


def divisions() -> QuerySet[Unit, Row]:
    """Return the open units at the top of the active agency, in their order, for `branches`."""
    return _open_units().filter(parent=None).values_list(*_SHOWN)


def branches(tops: Iterable[Row]) -> tuple[Branch, ...]:
    """Return some units of the top, each with all that is open below it.

    Whoever looks at a piece of a long tree need not have the rest of it read.
    """
    rows = level = [*tops]
    while level:  # as often as the tree is deep, at most
        above = [pk for pk, *_ in level]
        level = [*_open_units().filter(parent__in=above).values_list(*_SHOWN)]
        rows = rows + level
    return _tree(rows)


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


@prepared
def _all_open() -> QuerySet[Unit, Row]:
    return _open_units().values_list(*_SHOWN)


def _tree(rows: Iterable[Row]) -> tuple[Branch, ...]:
    below: dict[int | None, list[Row]] = {}
    for row in rows:
        below.setdefault(row[1], []).append(row)

    def walk(parent: int | None, depth: int) -> Iterator[Branch]:
        for pk, _, key, name, level in below.get(parent, ()):
            yield Branch(pk, key, name, UnitLevel(level), depth)
            yield from walk(pk, depth + 1)

    return tuple(walk(None, 0))
