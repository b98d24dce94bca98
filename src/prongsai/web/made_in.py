"""In which agency a form was made: it is saved there, or it is refused, and never in another.

Somebody who works in two agencies may open a form in one, choose the other in a second window,
and send the form. Every form of a template carries its agency with `{% csrf_token %}`
(templatetags/carried.py); the wall of `@staff` looks at it before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import resolve
from django.utils import timezone

from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.selectors import memberships_of

FIELD = "made_in"
GO_BACK = "back_to_where_it_was_made"
OF_NO_AGENCY = frozenset(
    {
        "change-password", "account_reauthenticate", "connect-outside", "disconnect-outside",
        "sessions", "add-passkey", "remove-passkey", "mfa_activate_totp", "mfa_deactivate_totp",
        "mfa_generate_recovery_codes",
    }
)  # fmt: skip
"""Addresses behind the wall that write to the person alone, wherever the person works."""
_NOT_SENT_AGAIN = {"csrfmiddlewaretoken", FIELD, GO_BACK}


def was_made_elsewhere(request: HttpRequest, here: Membership) -> bool:
    """Test if what is sent was not made in the agency in which it would be saved."""
    # Asked of the path: what waited for a password is sent on from the page that asked for it.
    if request.method != "POST" or resolve(request.path_info).url_name in OF_NO_AGENCY:
        return False
    return request.POST.get(FIELD) != str(here.agency.uuid)


def place_of(request: HttpRequest, person: Person) -> Membership | None:
    """Return where a form was made; None where it does not say, or the person works no more."""
    said = request.POST.get(FIELD)
    rows = memberships_of(person, timezone.localdate())
    return next((row for row in rows if str(row.agency.uuid) == said), None)


def refused(request: HttpRequest, there: Membership | None) -> HttpResponse:
    """Say that nothing was saved, and offer to go back and send the same again."""
    shown = {
        "there": there,
        "again": [*_again(request)],
        "field": FIELD,
        "go_back": GO_BACK,
        "had_file": bool(request.FILES),
        "said_nothing": not request.POST.get(FIELD),
    }
    return render(request, "web/made_elsewhere.html", shown, status=409)


def _again(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in _NOT_SENT_AGAIN:
            yield from ((name, str(value)) for value in values)
