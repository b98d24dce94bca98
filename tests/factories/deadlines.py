"""Deadlines and jobs of the tests."""

from __future__ import annotations

from datetime import date

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit
from prongsai.foundation.audit.services import Subject
from prongsai.foundation.jobs.models import Job
from prongsai.foundation.jobs.services import ask
from prongsai.foundation.notices.models import Mail, Notice, Reminder
from prongsai.foundation.notices.services import Whom, remind
from tests.factories.people import TESTS, Somebody

MONDAY = date(2026, 11, 23)
TITLE = "มาตรการลับ"


def deadline(
    who: Somebody,
    due_on: date,
    *,
    key: str = "m-1",
    title: str = TITLE,
    role: Role | None = None,
    unit: Unit | None = None,
) -> Reminder:
    """Set a day for somebody, or for a unit or a role of that person's agency."""
    to = Whom(role=role, unit=unit) if role or unit else Whom(person=who.person)
    with scope.agency(who.agency.pk):
        return remind(subject=Subject("measure", key, title), due_on=due_on, to=to, by=TESTS)


def told(who: Somebody) -> list[tuple[str, int | None]]:
    """Return kind and step of what somebody was told, in order."""
    with scope.agency(who.agency.pk):
        rows = Notice.objects.filter(person=who.person).order_by("id")
        return [*rows.values_list("kind", "step")]


def mails(agency: Agency) -> list[tuple[str, int]]:
    """Return state and count of the mails of an agency."""
    with scope.agency(agency.pk):
        return [*Mail.objects.order_by("id").values_list("state", "count")]


def asked(agency: Agency, kind: str, key: str) -> Job:
    """Ask for a job of an agency."""
    with scope.agency(agency.pk):
        return ask(agency_id=agency.pk, kind=kind, key=key)
