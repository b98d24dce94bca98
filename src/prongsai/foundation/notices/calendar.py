"""The calendar of a person (iCalendar, RFC 5545): the open deadlines, each on its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.selectors import memberships_of
from prongsai.foundation.agencies import scope
from prongsai.foundation.notices.models import Reminder
from prongsai.foundation.notices.selectors import open_reminders_of


def calendar_of(person: Person, today: date) -> bytes:
    """Write the open deadlines of a person in every agency where that person works today."""
    made = Calendar()
    made.add("prodid", "-//Prongsai//Prongsai//TH")
    made.add("version", "2.0")
    with translation.override(person.language):
        made.add("x-wr-calname", _("Prongsai: deadlines"))
    memberships = memberships_of(person, today)
    for membership in memberships:
        where = membership.agency.name if len(memberships) > 1 else ""
        for reminder in _deadlines(membership, today):
            made.add_component(_event(reminder, where))
    whole: bytes = made.to_ical()
    return whole


def _deadlines(membership: Membership, today: date) -> Iterator[Reminder]:
    # Each agency is entered by itself: no wall is left for a calendar.
    with scope.agency(membership.agency_id):
        yield from open_reminders_of(membership, today)


def _event(reminder: Reminder, where: str) -> Event:
    event = Event()
    event.add("uid", f"{reminder.uuid}@prongsai")
    event.add("dtstamp", reminder.made_at)
    event.add("dtstart", reminder.due_on)
    event.add("dtend", reminder.due_on + timedelta(days=1))
    event.add("summary", f"{reminder.title} ({where})" if where else reminder.title)
    event.add("transp", "TRANSPARENT")
    return event
