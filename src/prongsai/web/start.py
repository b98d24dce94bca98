"""The first page, the choice of the agency, and whether the server is well."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.selectors import memberships_of
from prongsai.stages.cycles.policies import can_edit_year
from prongsai.stages.cycles.situation import situation
from prongsai.web.cycles.shown import in_words
from prongsai.web.middleware import IN_SESSION
from prongsai.web.requests import StaffRequest, staff
from prongsai.web.to_do import Desk, deadlines_of, things_to_do


@require_safe
@staff(None)
def start(request: StaffRequest) -> HttpResponse:
    """Show what is to be done this week, and where the year stands."""
    today = timezone.localdate()
    now = situation() if request.actor.has(Permission.YEAR_VIEW) else None
    deadlines = deadlines_of(request.membership, today)
    desk = Desk(request.user, request.membership, request.actor, today, now, deadlines)
    page: dict[str, object] = {
        "things": things_to_do(desk),
        "memberships": request.memberships,
        "may_open": can_edit_year(request.actor),
    }
    if now is not None:
        page |= {"situation": now, "next_date": now.next_date(today)}
        if now.scored is not None:
            standing = now.scored.card.standing
            level = standing.level and in_words(standing.level.title)
            page |= {"scored": now.scored, "standing": standing, "level": level}
    return render(request, "web/start.html", page)


@require_POST
def choose_agency(request: HttpRequest) -> HttpResponse:
    """Enter another of the agencies that a person works in."""
    person = request.user
    asked = request.POST.get("agency")
    if isinstance(person, Person):
        rows = memberships_of(person, timezone.localdate())
        if any(str(row.agency.uuid) == asked for row in rows):
            request.session[IN_SESSION] = asked
    return redirect("start")


@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """Say that the server and its database answer; nothing else is told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse(
        "ok\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
