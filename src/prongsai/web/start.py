"""The first page, the choice of the agency, and whether the server is well."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.selectors import members, memberships_of, open_invitations
from prongsai.foundation.agencies.selectors import count_units
from prongsai.web.middleware import IN_SESSION
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(None)
def start(request: StaffRequest) -> HttpResponse:
    """Show what stands ready in the agency and what is to be done first."""
    today = timezone.localdate()
    shown = {
        "units": count_units(),
        "members": members(today).count(),
        "invitations": open_invitations().count(),
        "memberships": memberships_of(request.user, today),
    }
    return render(request, "web/start.html", shown)


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
