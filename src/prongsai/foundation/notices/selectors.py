"""Reads of notices, deadlines and holidays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Func, IntegerField, Q, QuerySet

from prongsai.formats.holidays import known_days
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.roles import Permission, permissions_of
from prongsai.foundation.accounts.selectors import acting_on, members, roles_acted
from prongsai.foundation.accounts.words import hash_of
from prongsai.foundation.agencies.prepared import prepared, prepared_one
from prongsai.foundation.matching import containing
from prongsai.foundation.notices.models import (
    CalendarLink,
    Holiday,
    Notice,
    Reminder,
    SwitchedOff,
)

_NO_UNIT = 0  # no unit has this id


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works in the active agency today, to see whom a deadline concerns."""

    memberships: tuple[Membership, ...]
    roles: Mapping[int, frozenset[str]]  # of a membership, with the posts acted for

    def told_of(self, reminder: Reminder) -> tuple[int, ...]:
        """Return the people to tell, by id; where nobody is left, the administrators are told."""
        concerned = tuple(
            each.person_id for each in self.memberships if self._concerns(reminder, each)
        )
        return concerned or self.administrators()

    def administrators(self) -> tuple[int, ...]:
        """Return who may give roles, by id."""
        return tuple(
            each.person_id
            for each in self.memberships
            if Permission.PEOPLE_EDIT in permissions_of(self.roles[each.pk])
        )

    def _concerns(self, reminder: Reminder, each: Membership) -> bool:
        if reminder.person_id is not None:
            return each.person_id == reminder.person_id
        if reminder.unit_id is not None:
            return each.unit_id == reminder.unit_id
        return reminder.role in self.roles[each.pk]


def staff_on(today: date) -> Staff:
    """Return who works in the active agency on a day."""
    rows = tuple(members(today))
    roles = {row.pk: {*row.roles} for row in rows}
    for pk, role in acting_on(today).filter(membership__in=rows).values_list("membership", "role"):
        roles[pk].add(role)
    return Staff(rows, {pk: frozenset(each) for pk, each in roles.items()})


def notices_of(person: Person) -> QuerySet[Notice]:
    """Return what a person was told in the active agency, the last first."""
    return Notice.objects.filter(person=person).order_by("-id")


def find_notices(person: Person, words: Iterable[str]) -> QuerySet[Notice]:
    """Return what a person was told in the active agency of something that some words name."""
    return containing(notices_of(person), words, "title")


def unread_count(person: int) -> int:
    """Count what a person, by id, was told in the active agency and has not read."""
    return _unread(person) or 0


def switched_off(person: Person) -> frozenset[str]:
    """Return the kinds that a person does not want in the active agency."""
    return frozenset(SwitchedOff.objects.filter(person=person).values_list("kind", flat=True))


def open_reminders_of(
    membership: Membership, today: date, until: date = date.max
) -> tuple[Reminder, ...]:
    """Return the open deadlines of a member of the active agency until a day, the first first."""
    # What is for a person or a unit has no role; of what has one, only the own ones concern.
    roles = {"", *membership.roles, *roles_acted(membership.pk, today)}
    rows = _open_reminders(membership.person_id, membership.unit_id or _NO_UNIT, until)
    return tuple(row for row in rows if row.role in roles)


def holidays() -> frozenset[date]:
    """Return the days off of the active agency: the known ones, as it has mended them."""
    known = set(known_days())
    for day, is_off in Holiday.objects.values_list("day", "is_off"):
        (known.add if is_off else known.discard)(day)
    return frozenset(known)


def all_holidays() -> QuerySet[Holiday]:
    """Return all that the active agency has mended of the holidays, in their order."""
    return Holiday.objects.order_by("day", "id")


def holidays_added(years: Iterable[int]) -> QuerySet[Holiday]:
    """Return what the active agency has mended in some Christian years, in their order."""
    return Holiday.objects.filter(day__year__in=list(years)).order_by("day", "id")


def owner_of_calendar(word: str) -> Person | None:
    """Return whose calendar a word opens, or None."""
    link = CalendarLink.objects.filter(word_hash=hash_of(word), person__is_active=True)
    found = link.select_related("person").first()
    return None if found is None else found.person


def has_calendar(person: Person) -> bool:
    """Test if a word opens the calendar of a person."""
    return CalendarLink.objects.filter(person=person).exists()


@prepared_one
def _unread(person: int) -> QuerySet[Notice, int]:
    # Not Django's Count: among the values of rows that would count each row by itself.
    rows = Notice.objects.filter(person=person, read_at=None)
    return rows.values_list(Func(template="COUNT(*)", output_field=IntegerField()), flat=True)


@prepared
def _open_reminders(person: int, unit: int, until: date) -> QuerySet[Reminder]:
    """Find what is for a person, a unit, or whoever has some role: the caller knows which."""
    rows = Reminder.objects.filter(Q(person=person) | Q(unit=unit) | ~Q(role=""))
    return rows.filter(done_at=None, due_on__lte=until).order_by("due_on", "id")
