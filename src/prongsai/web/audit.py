"""The page of what was written, by whom and when."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.audit.kinds import KINDS
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.audit.selectors import events_of
from prongsai.web.changes import Change, in_words, with_day
from prongsai.web.paging import page_of
from prongsai.web.requests import StaffRequest, staff

_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


class Event(NamedTuple):
    """What is read of an event: a whole row takes twice as long."""

    number: int
    at: datetime
    kind: str
    author_key: str
    details: dict[str, Any] | None


class Told(NamedTuple):
    """An event as people read it."""

    number: int
    at: datetime
    sentence: str
    changes: tuple[Change, ...]
    reason: str


@require_safe
@staff(Permission.AUDIT_VIEW)
def audit(request: StaffRequest) -> HttpResponse:
    """Show the record of the agency, the last first."""
    asked = request.GET.get("kind", "")
    kind = asked if asked in KINDS else ""
    events = events_of(request.actor.agency_id, kind=kind)
    page = page_of(events.values_list(*Event._fields), request)
    shown = {
        "page": page,
        "told": [told(Event(*row)) for row in page],
        "kinds": _kinds(get_language()),
        "kind": kind,
    }
    return render(request, "web/audit.html", shown)


@cache
def _kinds(_language: str) -> tuple[tuple[str, str], ...]:
    """Return each kind of event with its sentence, in the language of whoever asks."""
    return tuple((key, _(KINDS[key]) % {"by": "…", "subject": "…"}) for key in KINDS)


def told(event: AuditEvent | Event) -> Told:
    """Write an event as people read it."""
    details = event.details or {}
    kept = {name: details.get(name) or _("(forgotten)") for name in ("by", "subject")}
    if event.kind.startswith("holiday."):
        kept["subject"] = with_day(kept["subject"])
    names = {name: _alone(text) for name, text in kept.items()}
    if names["by"] == event.author_key:  # a program has no other key
        names["by"] = _("the program %(name)s") % {"name": event.author_key}
    return Told(
        event.number,
        event.at,
        _(KINDS[event.kind]) % names,
        tuple(in_words(event.kind, details.get("changes", {}))),
        details.get("reason", ""),
    )


def _alone(name: str) -> str:
    """Keep marks that turn the direction of writing inside the name that has them.

    Otherwise a name could make the rest of the sentence read as if another had done it.
    """
    return f"\u2068{name}\u2069" if _TURNS.search(name) else name
