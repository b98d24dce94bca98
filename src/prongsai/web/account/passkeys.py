"""Pages of passkeys: a key in the phone or the machine, opened by finger, face or PIN.

It stands for password and second factor together, so its own check of the person is required.
"""

from __future__ import annotations

from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    ListWebAuthnView,
    LoginWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from prongsai.foundation.accounts.services.subjects import subject_of
from prongsai.foundation.audit.services import record
from prongsai.web.account.forms import PasskeyForm, SignInPasskeyForm


class Passkeys(ListWebAuthnView):
    """Show the passkeys."""

    template_name = "web/account/passkeys.html"
    ordering = ("created_at", "id")


class Add(AddWebAuthnView):
    """Add a passkey."""

    template_name = "web/account/add_passkey.html"
    form_class = PasskeyForm

    @transaction.atomic
    def form_valid(self, form: PasskeyForm) -> HttpResponse:
        """Add it."""
        answer = super().form_valid(form)
        by = self.request.actor
        record("passkey.added", chain=by.agency_id, subject=subject_of(self.request.user), by=by)
        messages.success(self.request, _("The passkey was added."))
        return answer


class Remove(RemoveWebAuthnView):
    """Remove a passkey."""

    template_name = "web/account/remove_passkey.html"

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        """Remove it."""
        answer = super().form_valid(form)
        by = self.request.actor
        record("passkey.removed", chain=by.agency_id, subject=subject_of(self.request.user), by=by)
        messages.success(self.request, _("The passkey was removed."))
        return answer


class SignInByPasskey(LoginWebAuthnView):
    """Sign in by a passkey alone."""

    form_class = SignInPasskeyForm

    def form_invalid(self, _form: Form) -> HttpResponse:
        """Say that it is not known here."""
        messages.error(self.request, _("This passkey is not known here."))
        return redirect("sign-in")
