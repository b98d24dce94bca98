"""The pages of the account itself and of its password."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundation.accounts.selectors import tokens_anywhere
from prongsai.foundation.accounts.services import change_password
from prongsai.web.account.forms import ChangePasswordForm
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(None)
def account(request: StaffRequest) -> HttpResponse:
    """Show who one is here, and what guards the account."""
    return render(request, "web/account/account.html")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff(None)
def password(request: StaffRequest) -> HttpResponse:
    """Change the password; every other session ends, and every token."""
    form = ChangePasswordForm(
        request.POST if request.method == "POST" else None, person=request.user, request=request
    )
    if form.is_valid():
        change_password(
            person=request.user,
            password=form.cleaned_data["password"],
            by=request.actor,
            kept=request.session.session_key,
        )
        update_session_auth_hash(request, request.user)
        UserSession.objects.create_from_request(request)
        messages.success(
            request,
            _(
                "The password was changed. Wherever else you were signed in, you are no more; "
                "programs work with no token of yours any more."
            ),
        )
        return redirect("account")
    shown = {"form": form, "tokens": tokens_anywhere(request.user)}
    return render(request, "web/account/password.html", shown)
