"""Writes of deadlines, notices, choices, holidays and calendars.

Told to the audit record is what people decide: deadlines, holidays, choices, calendars; not that a
notice was made or read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.working_days import is_working_day
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.policies import check_can_edit_agency
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.services.subjects import subject_of
from prongsai.foundation.accounts.words import hash_of, new_word
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.audit.services import Author, Subject, record
from prongsai.foundation.notices.kinds import BY_MAIL, KINDS, NEAR, PASSED, kinds_for
from prongsai.foundation.notices.models import (
    CalendarLink,
    Holiday,
    Notice,
    Reminder,
    SwitchedOff,
)
from prongsai.foundation.notices.selectors import holidays, staff_on
from prongsai.foundation.notices.steps import EARLIEST, step_of


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is told of a deadline: one of a person, a unit and a role."""

    person: Person | None = None
    unit: Unit | None = None
    role: Role | None = None


@transaction.atomic
def remind(*, subject: Subject, due_on: date, to: Whom, by: Author) -> Reminder:
    """Let a person, a unit or a role of the active agency be told when something is due.

    Asked again for the same subject and the same to be told, it sets another day.
    """
    agency_id = _active()
    whom = {"person": to.person, "unit": to.unit, "role": to.role.value if to.role else ""}
    same = Reminder.objects.select_for_update().filter(
        subject_kind=subject.kind, subject_key=subject.key, done_at=None, **whom
    )
    before = same.first()
    if before is not None and (before.due_on, before.title) == (due_on, subject.name):
        return before
    if before is not None:
        _close(same)
    made = Reminder.objects.create(
        agency_id=agency_id,
        subject_kind=subject.kind,
        subject_key=subject.key,
        title=subject.name,
        due_on=due_on,
        **whom,
    )
    changes = {"due_on": (before and before.due_on, due_on)}
    record("reminder.set", chain=agency_id, subject=subject, by=by, changes=changes)
    return made


@transaction.atomic
def settle(*, subject: Subject, by: Author) -> int:
    """Let nobody be told of a subject any more: it is done, or gone.

    Returns how many stood open.
    """
    rows = Reminder.objects.select_for_update().filter(
        subject_kind=subject.kind, subject_key=subject.key, done_at=None
    )
    count = _close(rows)
    if count:
        record("reminder.settled", chain=_active(), subject=subject, by=by)
    return count


@transaction.atomic
def tell_of_deadlines(today: date) -> int:
    """Tell who must know of the deadlines of the active agency; return how many notices were made.

    Done again it makes none that is there. It is a working day, or nobody is told. A step that
    comes before one that was told already is not told: then the clock was set back.
    """
    off = holidays()
    if not is_working_day(today, off):
        return 0
    near = Reminder.objects.filter(done_at=None, due_on__lte=today + EARLIEST).order_by("id")
    staff, unwanted = staff_on(today), _unwanted()
    last = _last_steps()
    made = []
    for reminder in near:
        step = step_of(reminder.due_on, today, off)
        if step is None:
            continue
        kind = NEAR if step < 0 else PASSED
        made += [
            _of_deadline(reminder, person, kind, step)
            for person in staff.told_of(reminder)
            if (person, kind) not in unwanted and step > last.get((reminder.pk, person), step - 1)
        ]
    # save() is passed by, its check of the agency is not: see OwnedQuerySet.
    Notice.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


@transaction.atomic
def tell(*, people: Iterable[int], kind: str, key: str, title: str = "") -> None:
    """Tell people of the active agency, by id, something that is no deadline; each key once.

    :raises KeyError: if the kind is not one of KINDS.
    """
    KINDS[kind]
    agency_id, unwanted = _active(), _unwanted()
    for person in people:
        if (person, kind) not in unwanted:
            Notice.objects.get_or_create(
                agency_id=agency_id,
                person_id=person,
                reminder=None,
                kind=kind,
                key=key,
                defaults={"title": title},
            )


def mark_read(*, notice: Notice) -> None:
    """Write down that a notice was read."""
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=timezone.now())


def mark_all_read(*, person: Person, up_to: int) -> None:
    """Write down that a person has read all that was told up to a notice, by its id."""
    told = Notice.objects.filter(person=person, read_at=None, pk__lte=up_to)
    told.update(read_at=timezone.now())


@transaction.atomic
def choose(*, person: Person, wanted: Collection[str], by: Actor) -> None:
    """Let a person be told of these kinds only, and by mail only if BY_MAIL is among them.

    Of kinds that nobody tells this person now, it stays as it was chosen.
    """
    rows = SwitchedOff.objects.filter(person=person)
    before = set(rows.values_list("kind", flat=True))
    offered = {*kinds_for(by), BY_MAIL}
    unwanted = (offered - set(wanted)) | (before - offered)
    rows.exclude(kind__in=unwanted).delete()
    for kind in sorted(unwanted - before):
        SwitchedOff.objects.create(agency_id=by.agency_id, person=person, kind=kind)
    if before != unwanted:
        off = (", ".join(sorted(before)), ", ".join(sorted(unwanted)))
        subject, changes = subject_of(person), {"switched_off": off}
        record("notices.chosen", chain=by.agency_id, subject=subject, by=by, changes=changes)


@transaction.atomic
def add_holiday(*, day: date, name: str, is_off: bool, by: Actor) -> Holiday:
    """Write down a day off that was announced, or a known holiday on which the agency works.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if something is written down for this day.
    """
    check_can_edit_agency(by)
    row = Holiday(agency_id=by.agency_id, day=day, name=name.strip(), is_off=is_off)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refusal(
            say("Something is written down for this day already."),
            fix=say("Remove that first, then add it anew."),
        ) from error
    changes = {"is_off": (None, is_off)}
    record("holiday.added", chain=by.agency_id, subject=_holiday(row), by=by, changes=changes)
    return row


@transaction.atomic
def remove_holiday(*, holiday: Holiday, by: Actor) -> None:
    """Take back what was written down for a day.

    :raises NotAllowed: if this person may not.
    """
    check_can_edit_agency(by)
    subject = _holiday(holiday)
    holiday.delete()
    record("holiday.removed", chain=by.agency_id, subject=subject, by=by)


@transaction.atomic
def link_calendar(*, person: Person, by: Actor) -> str:
    """Return a new word for the calendar of a person; the one before opens nothing any more."""
    word = new_word()
    CalendarLink.objects.update_or_create(person=person, defaults={"word_hash": hash_of(word)})
    record("calendar.linked", chain=by.agency_id, subject=subject_of(person), by=by)
    return word


@transaction.atomic
def unlink_calendar(*, person: Person, by: Actor) -> None:
    """Let no word open the calendar of a person."""
    removed, _ = CalendarLink.objects.filter(person=person).delete()
    if removed:
        record("calendar.unlinked", chain=by.agency_id, subject=subject_of(person), by=by)


def _active() -> int:
    now = scope.active()
    if now is None:
        raise scope.NoAgency("a deadline is of one agency")
    return now


def _close(rows: QuerySet[Reminder]) -> int:
    """Close open reminders, and what was told of them is read."""
    now, keys = timezone.now(), list(rows.values_list("pk", flat=True))
    Notice.objects.filter(reminder__in=keys, read_at=None).update(read_at=now)
    return Reminder.objects.filter(pk__in=keys).update(done_at=now)


def _unwanted() -> frozenset[tuple[int, str]]:
    return frozenset(SwitchedOff.objects.values_list("person", "kind"))


def _last_steps() -> dict[tuple[int | None, int], int]:
    told = Notice.objects.filter(reminder__done_at=None, reminder__isnull=False).order_by()
    rows = told.values_list("reminder", "person").annotate(Max("step"))
    return {(reminder, person): step for reminder, person, step in rows}


def _of_deadline(reminder: Reminder, person: int, kind: str, step: int) -> Notice:
    return Notice(
        agency_id=reminder.agency_id,
        person_id=person,
        kind=kind,
        reminder=reminder,
        step=step,
        title=reminder.title,
        due_on=reminder.due_on,
    )


def _holiday(row: Holiday) -> Subject:
    return Subject("holiday", str(row.uuid), f"{row.name} {row.day}")
