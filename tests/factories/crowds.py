"""Many rows at once, written as no service would: to see what pages do with them."""

from __future__ import annotations

from django.utils import timezone

from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit, UnitLevel
from prongsai.foundation.audit.chain import Link, hash_of, hash_of_details
from prongsai.foundation.audit.models import AuditEvent, AuditHead

AT_ONCE = 1_000


def many_units(agency: Agency, count: int, *, first: int = 10) -> None:
    """Add units at the top."""
    level = UnitLevel.DIVISION
    numbers = range(first, first + count)
    rows = (Unit(agency=agency, name=f"กองที่ {n}", level=level, place=n) for n in numbers)
    with scope.agency(agency.pk):
        Unit.objects.bulk_create(rows, batch_size=AT_ONCE)


def many_people(agency: Agency, count: int, *, first: int = 0) -> None:
    """Add people who work there."""
    numbers = range(first, first + count)
    people = Person.objects.bulk_create(
        [Person(email=f"p{n}@example.org", name=f"สมมติ คนที่ {n:05}") for n in numbers],
        batch_size=AT_ONCE,
    )
    today = timezone.localdate()
    shared = {"agency": agency, "roles": [Role.VIEWER.value], "starts_on": today}
    with scope.agency(agency.pk):
        unit = Unit.objects.order_by("id").first()
        rows = [Membership(person=each, unit=unit, **shared) for each in people]
        Membership.objects.bulk_create(rows, batch_size=AT_ONCE)


def many_events(agency: Agency, count: int) -> None:
    """Add events behind those that the record has; the chain holds."""
    head = AuditHead.objects.get(chain=agency.pk)
    events = []
    for n in range(count):
        event = _event(head, {"subject": f"กองที่ {n}", "by": "สมมติ", "changes": {}})
        head.number, head.hash = event.number, event.hash
        events.append(event)
    AuditEvent.objects.bulk_create(events, batch_size=AT_ONCE)
    head.save()


def _event(head: AuditHead, details: dict[str, object]) -> AuditEvent:
    at = timezone.now()
    link = Link(
        chain=head.chain,
        number=head.number + 1,
        at=at.isoformat(timespec="microseconds"),
        kind="unit.added",
        subject=("unit", "u"),
        author="tests",
        request_id="",
        details_hash=hash_of_details(details, "salt"),
        previous_hash=head.hash,
    )
    return AuditEvent(
        chain=link.chain,
        number=link.number,
        at=at,
        kind=link.kind,
        subject_kind="unit",
        subject_key="u",
        author_key=link.author,
        details=details,
        salt="salt",
        details_hash=link.details_hash,
        previous_hash=link.previous_hash,
        hash=hash_of(link),
    )
