"""The page of the agency."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.foundation.accounts.policies import can_edit_agency, check_can_edit_agency
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.services.agency import change_own_agency
from prongsai.foundation.agencies.services import state_of
from prongsai.web.forms import AgencyForm
from prongsai.web.refusals import refusals_on
from prongsai.web.requests import StaffRequest, staff


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.AGENCY_VIEW)
def agency(request: StaffRequest) -> HttpResponse:
    """Show the agency, and change it."""
    mine = request.membership.agency
    form = AgencyForm(request.POST or None, initial={**vars(mine), "seen": state_of(mine)})
    if request.method == "POST":
        check_can_edit_agency(request.actor)
    if form.is_valid():
        with refusals_on(form):
            change_own_agency(membership=request.membership, by=request.actor, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, _("The agency was changed."))
            return redirect("agency")
    shown = {"form": form, "mine": mine, "may_edit": can_edit_agency(request.actor)}
    return render(request, "web/agency.html", shown)
