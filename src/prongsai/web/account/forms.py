"""Forms of the account: they check what was written, and save nothing."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from allauth.account.forms import ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
)
from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.scopes import Scope, scopes_within
from prongsai.web.forms import NewPasswordForm
from prongsai.web.text_fields import SeenText

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator


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


class TokenForm(forms.Form):
    """A token for a program."""

    name = SeenText(label=_("Name of the program"), max_length=100)
    scopes = forms.TypedMultipleChoiceField(
        label=_("What it may do"),
        coerce=Scope,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that it may do.")},
    )
    days = forms.TypedChoiceField(
        label=_("It works for"),
        coerce=int,
        choices=[
            (30, _("30 days")),
            (90, _("90 days")),
            (180, _("180 days")),
            (365, _("365 days")),
        ],
        initial=90,
        help_text=_("Afterwards make another."),
    )

    def __init__(self, *args: Any, permissions: frozenset[Permission], **kwargs: Any) -> None:
        """Offer what somebody with these permissions may let a program do."""
        super().__init__(*args, **kwargs)
        offered = scopes_within(permissions)
        self.fields["scopes"].choices = [(each.value, each.label) for each in offered]  # type: ignore[attr-defined]


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


@contextmanager
def _no_nonsense() -> Iterator[None]:
    # What a browser of ours never sends stops the library that reads it, at many places.
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError, struct.error) as error:
        raise ValidationError(_("This passkey is not known here.")) from error


class AskPasskeyForm(AuthenticateWebAuthnForm):
    """A passkey as the second factor."""

    def clean_credential(self) -> Authenticator:
        """Return the passkey that was used. Raises ValidationError for any other."""
        with _no_nonsense():
            return super().clean_credential()


class SignInPasskeyForm(LoginWebAuthnForm):
    """A passkey that signs in alone."""

    def clean_credential(self) -> Authenticator:
        """Return the passkey that was used. Raises ValidationError for any other."""
        with _no_nonsense():
            return super().clean_credential()


class PasskeyForm(AddWebAuthnForm):
    """A passkey to add, under a name."""

    name = forms.CharField(label=_("What you call it"), max_length=60, required=False)
    passwordless = None  # each of ours signs in alone; allauth asks for each

    def clean(self) -> dict[str, Any]:
        """Return the passkey that was made. Raises ValidationError if it is none."""
        with _no_nonsense():
            return super().clean()


class ConfirmForm(ReauthenticateForm):
    """The password once more."""

    password = forms.CharField(
        label=_("Password"),
        max_length=1_000,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
