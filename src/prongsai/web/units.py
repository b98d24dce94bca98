"""Pages of the units."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.policies import can_edit_agency, check_can_edit_agency
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.selectors import branches, divisions
from prongsai.foundation.agencies.services import add_unit, change_unit, close_unit, state_of
from prongsai.web.forms import NewUnitForm, UnitForm
from prongsai.web.paging import page_of_many
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.AGENCY_VIEW)
def units(request: StaffRequest) -> HttpResponse:
    """Show the tree of units, and add one."""
    if request.method == "POST":
        check_can_edit_agency(request.actor)
    may_edit = can_edit_agency(request.actor)
    # Where there are many units their choice is long: then it is made only for who asks for it.
    is_asked = request.method == "POST" or "add" in request.GET
    form = NewUnitForm(request.POST or None) if is_asked and may_edit else None
    if form is not None and form.is_valid():
        data = form.cleaned_data
        with refusals_on(form):
            add_unit(
                agency=request.membership.agency,
                name=data["name"],
                level=data["level"],
                parent=data["parent"],
                by=request.actor,
            )
        if form.is_valid():
            messages.success(request, _("%(name)s was added.") % {"name": data["name"]})
            return redirect("units")
    page = page_of_many(divisions(), request)
    if may_edit and form is None and not page.has_other_pages():
        form = NewUnitForm()
    shown = {"form": form, "page": page, "rows": branches(page), "may_edit": may_edit}
    return render(request, "web/units.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.AGENCY_EDIT)
def unit(request: StaffRequest, key: UUID) -> HttpResponse:
    """Rename a unit or move it; one that is closed stays as it is."""
    one = get_object_or_404(Unit, uuid=key, is_closed=False)
    first = {"name": one.name, "parent": one.parent_id, "seen": state_of(one)}
    form = UnitForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_on(form):
            change_unit(
                unit=one,
                name=data["name"],
                parent=data["parent"],
                seen=data["seen"],
                by=request.actor,
            )
        if form.is_valid():
            messages.success(request, _("The unit was changed."))
            return redirect("units")
    return render(request, "web/unit.html", {"form": form, "unit": one})


@require_POST
@staff(Permission.AGENCY_EDIT)
def close(request: StaffRequest, key: UUID) -> HttpResponse:
    """Close a unit."""
    one = get_object_or_404(Unit, uuid=key)
    try:
        close_unit(unit=one, by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return redirect("unit", key)
    messages.success(request, _("%(name)s was closed.") % {"name": one.name})
    return redirect("units")
