"""Writes of agencies and units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import IntegrityError, transaction
from django.db.models import Max

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit, UnitLevel
from prongsai.foundation.audit.services import Author, Subject, record

BELOW: Mapping[UnitLevel, frozenset[UnitLevel]] = {
    UnitLevel.DIVISION: frozenset({UnitLevel.SECTION, UnitLevel.JOB}),
    UnitLevel.SECTION: frozenset({UnitLevel.JOB}),
    UnitLevel.JOB: frozenset(),
}
"""Which units may stand directly below which: สำนัก/กอง, ฝ่าย, งาน (FIELD.md 2.4)."""

CHANGEABLE = (
    "name", "kind", "code", "province", "district", "subdistrict", "digits", "document_number",
    "second_factor",
)  # fmt: skip
"""What an administrator may change of an agency."""


@transaction.atomic
def create_agency(*, by: Author, units: Iterable[str] = (), **fields: object) -> Agency:
    """Open an agency with its divisions.

    :raises Refusal: if its name or code is another agency's.
    """
    agency = Agency(**fields)
    _save_once(agency)
    record("agency.created", chain=agency.pk, subject=subject_of(agency), by=by)
    with scope.agency(agency.pk):
        for name in units:
            add_unit(agency=agency, name=name, level=UnitLevel.DIVISION, by=by)
    return agency


@transaction.atomic
def change_agency(
    *, agency: Agency, by: Author, seen: str | None = None, **fields: object
) -> Agency:
    """Change what an agency is called, where it is and how it writes its documents.

    `seen` is the `state_of` the agency that the person saw when beginning to write.

    :raises Refusal: if somebody else changed it meanwhile, or its name or code is another agency's.
    """
    kept = Agency.objects.select_for_update().get(pk=agency.pk)
    _check_seen(kept, seen)
    changes = {
        name: (getattr(kept, name), fields[name])
        for name in CHANGEABLE
        if name in fields and getattr(kept, name) != fields[name]
    }
    for name, (_, new) in changes.items():
        setattr(kept, name, new)
    if changes:
        _save_once(kept)
        record("agency.changed", chain=kept.pk, subject=subject_of(kept), by=by, changes=changes)
    return kept


@transaction.atomic
def add_unit(
    *, agency: Agency, name: str, level: UnitLevel, by: Author, parent: Unit | None = None
) -> Unit:
    """Add a unit at the end of its neighbours.

    :raises Refusal: if the name stands there already, or a unit of this level cannot stand there.
    """
    _check_place(level, parent)
    place = _place_below(parent)
    unit = Unit(agency=agency, name=name.strip(), level=level, parent=parent, place=place)
    _save_once(unit)
    record("unit.added", chain=agency.pk, subject=subject_of(unit), by=by)
    return unit


@transaction.atomic
def change_unit(
    *, unit: Unit, name: str, by: Author, parent: Unit | None = None, seen: str | None = None
) -> Unit:
    """Rename a unit and move it below another one, to the end of its neighbours there.

    `seen` is the `state_of` the unit that the person saw when beginning to write.

    :raises Refusal: if somebody else changed it meanwhile, the name stands there already, or the
        unit would stand below itself or where its level cannot.
    """
    kept = Unit.objects.select_for_update().get(pk=unit.pk)
    _check_seen(kept, seen)
    _check_place(UnitLevel(kept.level), parent)
    changes: dict[str, tuple[object, object]] = {
        "name": (kept.name, name.strip()),
        "parent": (kept.parent and kept.parent.name, parent and parent.name),
    }
    if kept.parent != parent:
        kept.place = _place_below(parent)
    kept.name, kept.parent = name.strip(), parent
    _save_once(kept)
    told = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    if told:
        record("unit.changed", chain=kept.agency_id, subject=subject_of(kept), by=by, changes=told)
    return kept


@transaction.atomic
def close_unit(*, unit: Unit, by: Author) -> Unit:
    """Close a unit: it stays in old papers and is offered no more.

    :raises Refusal: if units below it are open.
    """
    kept = Unit.objects.select_for_update().get(pk=unit.pk)
    below = [part.name for part in kept.parts.filter(is_closed=False).order_by("place", "id")]
    if below:
        raise Refusal(
            say("Units below %(name)s are open: %(names)s.", name=kept.name, names=tuple(below)),
            fix=say("Move or close them first."),
        )
    if not kept.is_closed:
        kept.is_closed = True
        kept.save(update_fields=["is_closed"])
        record("unit.closed", chain=kept.agency_id, subject=subject_of(kept), by=by)
    return kept


def subject_of(row: Agency | Unit) -> Subject:
    """Return what the record calls an agency or a unit."""
    return Subject(row._meta.model_name or "", str(row.uuid), row.name)  # noqa: SLF001 -- Django's public name


def state_of(row: Agency | Unit) -> str:
    """Return what an agency or unit is, in short, to see later whether somebody else changed it."""
    if isinstance(row, Unit):
        return f"{row.parent_id}|{row.name}"
    return "|".join(getattr(row, name) for name in CHANGEABLE)


def _place_below(parent: Unit | None) -> int:
    """Return the place behind all that stand there, also those that are closed."""
    last = Unit.objects.filter(parent=parent).aggregate(last=Max("place"))["last"]
    return 0 if last is None else last + 1


def _check_seen(row: Agency | Unit, seen: str | None) -> None:
    if seen is not None and seen != state_of(row):
        raise Refusal(
            say("Somebody else changed %(name)s meanwhile.", name=row.name),
            fix=say("Look at it again, then change it."),
        )


def _check_place(level: UnitLevel, parent: Unit | None) -> None:
    # Levels go down from parent to part, so that no unit can come to stand below itself.
    fits = (
        level is UnitLevel.DIVISION if parent is None else level in BELOW[UnitLevel(parent.level)]
    )
    if not fits:
        raise Refusal(
            say("A unit of this level cannot stand there."),
            fix=say("Divisions stand at the top, sections below divisions, jobs below either."),
        )


def _save_once(row: Agency | Unit) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refusal(
            say("%(name)s is there already.", name=row.name),
            fix=say("Choose another name or code, or use the one that is there."),
        ) from error
