"""Forms of the account: they check what was written, and save nothing."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.accounts.models import Person
from prongsai.web.forms import NewPasswordForm


class ChangePasswordForm(NewPasswordForm):
    """A new password, with the one that holds now."""

    now = forms.CharField(
        label=_("Password that holds now"),
        max_length=1_000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    field_order = ("now", "password")

    def __init__(self, *args: Any, request: HttpRequest, person: Person, **kwargs: Any) -> None:
        """Ask the person of a request, whose wrong tries count as at the sign-in."""
        super().__init__(*args, person=person, **kwargs)
        self._request = request
        self.fields["password"].label = _("New password")

    def clean_now(self) -> str:
        """Return the password that holds now. Raises ValidationError if it is not the one."""
        now: str = self.cleaned_data["now"]
        if authenticate(self._request, username=self._person.email, password=now) is None:
            raise ValidationError(_("This is not the password that holds now."))
        return now


class _Code(forms.Form):
    """A code, typed with or without spaces."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class CodeForm(_Code, AuthenticateForm):
    """A code at the sign-in."""


class NewCodeForm(_Code, ActivateTOTPForm):
    """The first code of an authenticator app."""


class ConfirmForm(ReauthenticateForm):
    """The password once more."""

    password = forms.CharField(
        label=_("Password"),
        max_length=1_000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
