"""What happens around a sign-in: it is written down, and who guesses is known again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from math import ceil
from typing import Any

from allauth.account.utils import perform_login
from axes.helpers import get_client_ip_address
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import LoginView
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from prongsai.foundation.accounts.made_up import accounts
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.services import author_of
from prongsai.foundation.accounts.services.subjects import subject_of
from prongsai.foundation.audit.services import NO_AGENCY, record


class SignIn(LoginView):
    """Ask for the address and the password, and lead on to the second factor."""

    template_name = "web/sign_in.html"

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """Show who can sign in where the people are made up."""
        return super().get_context_data(made_up=accounts(), **given)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign somebody in, after the second factor where it is on."""
        return let_in(self.request, form.get_user(), to=self.get_success_url())


def let_in(request: HttpRequest, person: Person, *, to: str) -> HttpResponse:
    """Sign somebody in who gave the password: the second factor is asked first, where it is on."""
    answer: HttpResponse = perform_login(request, person, redirect_url=to)
    return answer


@receiver(user_logged_in)
def write_down(user: Person, **_: object) -> None:
    """Record that somebody signed in, before an agency is entered."""
    record("person.signed_in", chain=NO_AGENCY, subject=subject_of(user), by=author_of(user))


def locked_out(
    request: HttpRequest, _answer: HttpResponse | None, credentials: Mapping[str, str] | None
) -> HttpResponse:
    """Tell who guessed too often to wait, and for how many seconds still."""
    tries = AccessAttempt.objects.filter(
        username=address_tried(request, credentials),
        ip_address=get_client_ip_address(request),
    )
    last = tries.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    whole: timedelta = settings.AXES_COOLOFF_TIME
    left = whole if last is None else min(whole, last + whole - timezone.now())
    page = render(request, "web/locked_out.html", status=HTTPStatus.TOO_MANY_REQUESTS)
    page.headers["Retry-After"] = str(max(ceil(left.total_seconds()), 1))
    page.headers["Cache-Control"] = "no-store"
    return page


def address_tried(request: HttpRequest, credentials: Mapping[str, str] | None) -> str:
    """Return the address of a try in small letters, as people are found.

    Otherwise each way of writing it in capitals would give a guesser new tries.
    """
    given = credentials or request.POST
    return given.get("username", "").strip().lower()
