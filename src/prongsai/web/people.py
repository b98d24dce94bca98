"""Pages of the people of the agency."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.models import Capacity, Invitation, Membership
from prongsai.foundation.accounts.policies import can_edit_people
from prongsai.foundation.accounts.roles import Permission, Role
from prongsai.foundation.accounts.selectors import (
    members,
    open_acting,
    open_invitations,
    open_password_link,
    second_factor_of,
)
from prongsai.foundation.accounts.services import (
    change_membership,
    end_membership,
    invite,
    roles_from,
    state_of,
    withdraw_invitation,
)
from prongsai.foundation.accounts.services.acting import end_acting, let_act
from prongsai.web.forms import ActingForm, InviteForm, MemberForm
from prongsai.web.paging import page_of_many
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff


class Row(NamedTuple):
    """What the list shows of a member."""

    key: UUID
    name: str
    position: str
    unit: str | None
    roles: tuple[Role, ...]


@require_safe
@staff(Permission.PEOPLE_VIEW)
def people(request: StaffRequest) -> HttpResponse:
    """Show who works here, and who is invited."""
    shown_of = ("uuid", "person__name", "position", "unit__name", "roles")
    page = page_of_many(members(timezone.localdate()).values_list(*shown_of), request)
    shown = {
        "page": page,
        "rows": [Row._make((*row, roles_from(roles))) for *row, roles in page],
        "invitations": [
            (each, roles_from(each.roles)) for each in open_invitations(timezone.now())
        ],
        "may_edit": can_edit_people(request.actor),
    }
    return render(request, "web/people.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.PEOPLE_EDIT)
def invite_person(request: StaffRequest) -> HttpResponse:
    """Invite somebody; the link is shown once, to be handed over."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_on(form):
            word = invite(
                email=data["email"], name=data["name"], post=form.post(), by=request.actor
            )
            link = request.build_absolute_uri(reverse("take-up", args=[word]))
            return render(request, "web/invited.html", {"link": link, "name": data["name"]})
    return render(request, "web/invite.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.PEOPLE_EDIT)
def member(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show a member, and change what that person may do."""
    row, today = _member(key), timezone.localdate()
    first = {
        "position": row.position,
        "unit": row.unit_id,
        "roles": row.roles,
        "seen": state_of(row),
    }
    form = MemberForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            change_membership(
                membership=row,
                post=form.post(),
                by=request.actor,
                today=today,
                seen=form.cleaned_data["seen"],
            )
        if form.is_valid():
            messages.success(request, _("%(name)s was changed.") % {"name": row.person.name})
            return redirect("people")
    shown = {
        "form": form,
        "member": row,
        "acting": row.acting.order_by("-ends_on", "id"),
        "can_be_ended": set(open_acting(today).filter(membership=row)),
        "factor": second_factor_of(row.person),
        "password_link": open_password_link(row.person),
    }
    return render(request, "web/member.html", shown)


@require_POST
@staff(Permission.PEOPLE_EDIT)
def end(request: StaffRequest, key: UUID) -> HttpResponse:
    """End the membership of somebody."""
    row = _member(key)
    try:
        end_membership(membership=row, by=request.actor, today=timezone.localdate())
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return redirect("member", key)
    messages.success(request, _("%(name)s works here no more.") % {"name": row.person.name})
    return redirect("people")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.PEOPLE_EDIT)
def acting(request: StaffRequest, key: UUID) -> HttpResponse:
    """Let somebody act for a post."""
    row = _member(key)
    form = ActingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_on(form):
            let_act(
                membership=row,
                capacity=Capacity(data["capacity"]),
                post=data["post"],
                role=Role(data["role"]) if data["role"] else None,
                days=(data["starts_on"], data["ends_on"]),
                by=request.actor,
            )
        if form.is_valid():
            messages.success(request, _("It was written down."))
            return redirect("member", key)
    return render(request, "web/acting.html", {"form": form, "member": row})


@require_POST
@staff(Permission.PEOPLE_EDIT)
def withdraw(request: StaffRequest, key: UUID) -> HttpResponse:
    """Withdraw an invitation."""
    row = get_object_or_404(Invitation, uuid=key)
    try:
        withdraw_invitation(invitation=row, by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(
            request, _("The invitation of %(name)s was withdrawn.") % {"name": row.name}
        )
    return redirect("people")


@require_POST
@staff(Permission.PEOPLE_EDIT)
def end_post(request: StaffRequest, key: UUID, post: UUID) -> HttpResponse:
    """End a post that somebody acts for, before its time."""
    row = get_object_or_404(_member(key).acting, uuid=post)
    try:
        end_acting(acting=row, by=request.actor, today=timezone.localdate())
    except Refusal as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("%(post)s was ended.") % {"post": row.post})
    return redirect("member", key)


def _member(key: UUID) -> Membership:
    return get_object_or_404(members(timezone.localdate()), uuid=key)
