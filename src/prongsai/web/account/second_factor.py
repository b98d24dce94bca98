"""Pages of the second factor: turned on, asked at the sign-in, turned off, codes for a lost phone.

The steps are allauth's; each page here has our words, and what it changes is written down with it.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.selectors import members, second_factor_of
from prongsai.foundation.accounts.services import author_of, remove_second_factor
from prongsai.foundation.accounts.services.subjects import subject_of
from prongsai.foundation.audit.services import NO_AGENCY, record
from prongsai.web.account.forms import AskPasskeyForm, CodeForm, ConfirmForm, NewCodeForm
from prongsai.web.refusals import refusals_on
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(None)
def second_factor(request: StaffRequest) -> HttpResponse:
    """Show whether a second factor is on."""
    shown = {"factor": second_factor_of(request.user)}
    return render(request, "web/account/second_factor.html", shown)


class Confirm(ReauthenticateView):
    """Ask again for the password, before what guards the account is changed."""

    template_name = "web/account/confirm.html"
    form_class = ConfirmForm


class AskCode(AuthenticateView):
    """Ask for a code at the sign-in, after the password."""

    template_name = "web/account/ask_code.html"
    form_class = CodeForm
    webauthn_form_class = AskPasskeyForm

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """Offer a passkey to who has one."""
        passkeys = second_factor_of(self.stage.login.user).passkeys
        return {**super().get_context_data(**given), "has_passkey": passkeys > 0}

    def form_invalid(self, form: Form) -> HttpResponse:
        """Show what is wrong; the form of a passkey has no field to show it on."""
        for error in form.errors.get("credential", ()):
            messages.error(self.request, str(error))
        return super().form_invalid(form)

    def form_valid(self, form: Form) -> HttpResponse:
        """Let somebody in; a code for a lost phone is written down."""
        used = form.authenticator if isinstance(form, CodeForm) else form.cleaned_data["credential"]
        if used.type == Authenticator.Type.RECOVERY_CODES:
            who = self.stage.login.user
            by, subject = author_of(who), subject_of(who)
            record("recovery_codes.used", chain=NO_AGENCY, subject=subject, by=by)
        return super().form_valid(form)


class TurnOn(ActivateTOTPView):
    """Show the picture for an authenticator app, and ask for its first code."""

    template_name = "web/account/turn_on.html"
    form_class = NewCodeForm

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """Show the secret also in fours, for who types it."""
        shown = super().get_context_data(**given)
        secret = shown["form"].secret
        shown["fours"] = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
        return shown

    @transaction.atomic
    def form_valid(self, form: NewCodeForm) -> HttpResponse:
        """Turn it on."""
        answer = super().form_valid(form)
        kept = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        kept.wrap().validate_code(form.cleaned_data["code"])  # used: it lets nobody in any more
        _record("second_factor.turned_on", self.request)
        messages.success(self.request, _("The second factor is on."))
        return answer


class TurnOff(DeactivateTOTPView):
    """Turn the second factor off."""

    template_name = "web/account/turn_off.html"

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        """Turn it off."""
        answer = super().form_valid(form)
        _record("second_factor.turned_off", self.request)
        messages.success(self.request, _("The second factor is off."))
        return answer


class Codes(ViewRecoveryCodesView):
    """Show the codes for a lost phone, once."""

    template_name = "web/account/codes.html"


class NewCodes(GenerateRecoveryCodesView):
    """Make new codes for a lost phone; the old ones work no more."""

    template_name = "web/account/new_codes.html"

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        """Make them."""
        answer = super().form_valid(form)
        _record("recovery_codes.made", self.request)
        return answer


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.PEOPLE_EDIT)
@reauthentication_required
def remove(request: StaffRequest, key: UUID) -> HttpResponse:
    """Take the second factor from a member who lost the phone."""
    row = get_object_or_404(members(timezone.localdate()), uuid=key)
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            remove_second_factor(membership=row, by=request.actor)
        if form.is_valid():
            messages.success(
                request, _("%(name)s signs in by password alone now.") % {"name": row.person.name}
            )
            return redirect("member", key)
    return render(request, "web/account/remove_factor.html", {"form": form, "member": row})


def _record(kind: str, request: StaffRequest) -> None:
    by = request.actor
    record(kind, chain=by.agency_id, subject=subject_of(request.user), by=by)
