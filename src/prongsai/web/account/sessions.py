"""The page of where somebody is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.foundation.accounts.services import end_own_sessions
from prongsai.web.numbers import whole_number
from prongsai.web.requests import StaffRequest, staff

# The first that is found in what a browser says of itself; later ones call themselves like others.
_BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("Line/", "LINE"), ("Firefox", "Firefox"),
    ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_MACHINES = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A browser in which somebody is signed in."""

    key: int
    browser: str
    machine: str
    network_address: str
    since: datetime
    is_here: bool


@require_http_methods(["GET", "HEAD", "POST"])
@staff(None)
def sessions(request: StaffRequest) -> HttpResponse:
    """Show where one is signed in; end one session, or all others."""
    here = request.session.session_key
    if request.method == "POST":
        asked = request.POST.get("session", "")
        only = whole_number(asked)
        if asked and only is None:
            raise Http404
        ended = end_own_sessions(person=request.user, here=here, only=only, by=request.actor)
        messages.success(request, _("Ended: %(count)s.") % {"count": ended})
        return redirect("sessions")
    rows = sorted(
        UserSession.objects.purge_and_list(request.user),
        key=lambda row: (row.session_key != here, -row.created_at.timestamp()),
    )
    places = [_place(row, here) for row in rows]
    return render(request, "web/account/sessions.html", {"places": places})


def _place(row: UserSession, here: str | None) -> Place:
    return Place(
        key=row.pk,
        browser=_named(_BROWSERS, row.user_agent),
        machine=_named(_MACHINES, row.user_agent),
        network_address=row.ip,
        since=row.created_at,
        is_here=row.session_key == here,
    )


def _named(names: tuple[tuple[str, str], ...], said: str) -> str:
    return next((name for sign, name in names if sign in said), _("not known"))
