"""The page behind the link of an invitation.

A button may be pressed twice: the browser then shows the answer to the second press alone, which
must be that of the first. Most browsers drop the first answer with its cookies.
"""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from prongsai.foundation.accounts.models import Invitation, Person
from prongsai.foundation.accounts.selectors import invitation_of, used_invitation_of
from prongsai.foundation.accounts.services import take_up as take_up_invitation
from prongsai.web.forms import NewPasswordForm
from prongsai.web.middleware import IN_SESSION
from prongsai.web.refusals import refusals_on
from prongsai.web.sign_in import let_in

AGAIN = timedelta(minutes=1)


@require_http_methods(["GET", "HEAD", "POST"])
def take_up(request: HttpRequest, word: str) -> HttpResponse:
    """Join an agency: as who is signed in, or with a new password."""
    invitation = invitation_of(word)
    if invitation is None:
        return _pressed_again(request, word) or _closed(request)
    person = request.user if isinstance(request.user, Person) else None
    form = NewPasswordForm(
        request.POST if request.method == "POST" else None,
        person=person or Person(email=invitation.email, name=invitation.name),
    )
    if person is not None:
        del form.fields["password"]
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return _joined(request, invitation, person, form.cleaned_data.get("password", ""))
    # Where it was refused, the first press may have been at work until now.
    again = _pressed_again(request, word) if form.non_field_errors() else None
    shown = {"form": form, "invitation": invitation, "person": person}
    return again or render(request, "web/take_up.html", shown)


def _joined(
    request: HttpRequest, invitation: Invitation, person: Person | None, password: str
) -> HttpResponse:
    joined = take_up_invitation(invitation=invitation, person=person, password=password)
    return _led_on(request, invitation, None if person else joined)


def _led_on(request: HttpRequest, used: Invitation, to_sign_in: Person | None) -> HttpResponse:
    to = reverse("start")
    answer = let_in(request, to_sign_in, to=to) if to_sign_in else redirect(to)
    request.session[IN_SESSION] = str(used.agency.uuid)
    return answer


def _pressed_again(request: HttpRequest, word: str) -> HttpResponse | None:
    """Lead on who joined by this word just now; the password must be right, as at the sign-in."""
    used = used_invitation_of(word)
    if used is None or used.taken_up_at is None or timezone.now() > used.taken_up_at + AGAIN:
        return None
    if isinstance(request.user, Person):
        return _led_on(request, used, None) if request.user.email == used.email else None
    given = request.POST.get("password", "")
    person = authenticate(request, username=used.email, password=given) if given else None
    return _led_on(request, used, person) if isinstance(person, Person) else None


def _closed(request: HttpRequest) -> HttpResponse:
    # Not why: a stranger who tries words must not learn which of them was one.
    return render(request, "web/take_up_closed.html", status=HTTPStatus.NOT_FOUND)
