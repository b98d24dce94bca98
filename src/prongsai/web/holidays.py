"""The page of the holidays, from which working days are counted."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.core.thai.calendar import buddhist_year, christian_year
from prongsai.formats.holidays import load_holidays
from prongsai.foundation.accounts.policies import can_edit_agency, check_can_edit_agency
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.notices.models import Holiday
from prongsai.foundation.notices.selectors import holidays_added
from prongsai.foundation.notices.services import add_holiday, remove_holiday
from prongsai.web.forms import HolidayForm
from prongsai.web.refusals import refusals_on
from prongsai.web.requests import StaffRequest, staff


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.AGENCY_VIEW)
def holidays(request: StaffRequest) -> HttpResponse:
    """Show the holidays of this year and the next, and add one."""
    form = HolidayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        check_can_edit_agency(request.actor)
    if form.is_valid():
        with refusals_on(form):
            add_holiday(by=request.actor, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, _("It was written down."))
            return redirect("holidays")
    first = buddhist_year(timezone.localdate())
    known = {each.year: each for each in load_holidays()}
    years = [(year, known.get(year)) for year in (first, first + 1)]
    added = holidays_added(christian_year(year) for year, _known in years)
    shown = {
        "form": form,
        "years": years,
        "added": added,
        "may_edit": can_edit_agency(request.actor),
    }
    return render(request, "web/holidays.html", shown)


@require_POST
@staff(Permission.AGENCY_EDIT)
def remove(request: StaffRequest, key: UUID) -> HttpResponse:
    """Take back what was written down for a day."""
    remove_holiday(holiday=get_object_or_404(Holiday, uuid=key), by=request.actor)
    messages.success(request, _("It was removed."))
    return redirect("holidays")
