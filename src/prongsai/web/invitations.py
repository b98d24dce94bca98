"""The page behind the link of an invitation."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from prongsai.foundation.accounts.models import Invitation, Person
from prongsai.foundation.accounts.selectors import invitation_of
from prongsai.foundation.accounts.services import take_up as take_up_invitation
from prongsai.web.forms import NewPasswordForm
from prongsai.web.middleware import IN_SESSION
from prongsai.web.refusals import refusals_on
from prongsai.web.sign_in import let_in


@require_http_methods(["GET", "HEAD", "POST"])
def take_up(request: HttpRequest, word: str) -> HttpResponse:
    """Join an agency: as who is signed in, or with a new password."""
    invitation = invitation_of(word)
    if invitation is None:
        # Not why: a stranger who tries words must not learn which of them was one.
        return render(request, "web/take_up_closed.html", status=HTTPStatus.NOT_FOUND)
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
    shown = {"form": form, "invitation": invitation, "person": person}
    return render(request, "web/take_up.html", shown)


def _joined(
    request: HttpRequest, invitation: Invitation, person: Person | None, password: str
) -> HttpResponse:
    joined = take_up_invitation(invitation=invitation, person=person, password=password)
    to = reverse("start")
    answer = let_in(request, joined, to=to) if person is None else redirect(to)
    request.session[IN_SESSION] = str(invitation.agency.uuid)
    return answer
