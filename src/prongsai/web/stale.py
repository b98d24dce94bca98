"""A form whose token holds no more is refused; who pressed a button of the sign-in twice is led on.

A sign-in gives the browser a new token, so that the second press of its button comes with the old
one. Nothing of what such a form sends is done; who is signed in by now goes where the first press
led.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.csrf import csrf_failure

from prongsai.foundation.accounts.models import Person
from prongsai.web.sign_in import SignIn

SIGNING_IN = frozenset({"sign-in", "account_login", "mfa_authenticate", "mfa_login_webauthn"})


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form with a token that holds no more."""
    page = request.resolver_match.url_name if request.resolver_match else None
    if isinstance(request.user, Person):
        if page in SIGNING_IN:
            return HttpResponseRedirect(_after_the_sign_in(request))
        if page == "take-up":
            return redirect(request.path)  # it leads on who has joined; others may press there
    answer: HttpResponse = csrf_failure(request, reason)
    return answer


def _after_the_sign_in(request: HttpRequest) -> str:
    page = SignIn()
    page.setup(request)
    to: str = page.get_success_url()
    return to
