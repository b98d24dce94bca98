"""What allauth asks of the house: our words, our pages, our ways. It opens no account itself."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth import login as sign_in
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.sealing import opened, seal

BY_PASSWORD = "prongsai.foundation.accounts.backends.ByPassword"  # noqa: S105 -- a class, no password
_TOO_MANY = gettext_lazy("Too many tries. Wait a quarter of an hour, then try again.")


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in and confirming who one is."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_password": gettext_lazy("This is not the password that holds now."),
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Open no account: people are invited."""
        return False

    def login(self, request: HttpRequest, user: Person) -> None:
        """Sign somebody in, whatever proved who it is."""
        sign_in(request, user, backend=BY_PASSWORD)

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Test the password of who is signed in; wrong tries count as at the sign-in."""
        found = authenticate(context.request, username=user.email, password=password)
        return found is not None and found.pk == user.pk

    def respond_user_inactive(self, request: HttpRequest, _user: Person) -> HttpResponse:
        """Turn away somebody whose account is closed."""
        messages.error(request, _("This account is closed."))
        return redirect("sign-in")

    def add_message(self, *_args: Any, **_options: Any) -> None:
        """Say nothing: our pages say what happened, in our words."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("This code does not fit, or was used already."),
    }

    def generate_authenticator_name(self, user: Person, type: str) -> str:
        """Return what a passkey is called whose owner gave it no name."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is kept."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret that is kept."""
        return opened(encrypted_text)
