"""Pages of who forgot the password: an administrator makes a link, and its person opens it."""

from __future__ import annotations

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.selectors import may_be_shown, members, password_link_of
from prongsai.foundation.accounts.services.password_links import (
    make_password_link,
    use_password_link,
    withdraw_password_link,
)
from prongsai.foundation.notices.keys import can_mail, mail_password_link
from prongsai.web.forms import NewPasswordForm
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.PEOPLE_EDIT)
@reauthentication_required
def make(request: StaffRequest, key: UUID) -> HttpResponse:
    """Make a link to a new password for a member who forgot it."""
    row = _member(key)
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            return _made(request, row)
    today, agency = timezone.localdate(), request.actor.agency_id
    shown = {
        "form": form,
        "member": row,
        "is_shown": may_be_shown(row.person, agency, today),
        "can_mail": can_mail(),
    }
    return render(request, "web/make_password_link.html", shown)


@require_POST
@staff(Permission.PEOPLE_EDIT)
def withdraw(request: StaffRequest, key: UUID) -> HttpResponse:
    """Withdraw the link of a member."""
    row = _member(key)
    try:
        withdraw_password_link(membership=row, by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(
            request, _("The link of %(name)s was withdrawn.") % {"name": row.person.name}
        )
    return redirect("member", key)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest, word: str) -> HttpResponse:
    """Let who has a link set a new password; the sign-in asks for it, and for the second factor."""
    link = password_link_of(word)
    if link is None:
        return render(request, "web/password_link_over.html", status=404)
    form = NewPasswordForm(request.POST if request.method == "POST" else None, person=link.person)
    form.fields["password"].label = _("New password")
    if form.is_valid():
        with refusals_on(form):
            use_password_link(link=link, password=form.cleaned_data["password"])
            messages.success(request, _("The new password is set. Sign in with it."))
            return redirect("sign-in")
    return render(request, "web/new_password.html", {"form": form, "person": link.person})


def _made(request: StaffRequest, row: Membership) -> HttpResponse:
    made = make_password_link(
        membership=row, by=request.actor, today=timezone.localdate(), can_mail=can_mail()
    )
    path = reverse("new-password", args=[made.word])
    is_mailed = mail_password_link(person=row.person, path=path)
    if not made.is_shown and not is_mailed:
        withdraw_password_link(membership=row, by=request.actor)
        messages.error(
            request, _("The mail server did not take the link: it was withdrawn. Try again later.")
        )
        return redirect("member", row.uuid)
    shown = {
        "link": request.build_absolute_uri(path) if made.is_shown else "",
        "member": row,
        "is_mailed": is_mailed,
        "can_mail": can_mail(),
    }
    return render(request, "web/password_link.html", shown)


def _member(key: UUID) -> Membership:
    return get_object_or_404(members(timezone.localdate()), uuid=key)
