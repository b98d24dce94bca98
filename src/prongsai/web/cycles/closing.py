"""Pages that open the next year from one, and close a year or open it again."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.core.errors import Refusal
from prongsai.flows.start_next_year import start_year
from prongsai.formats.edition_years import editions_by_year
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.cycles.days import days_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.policies import can_edit_year
from prongsai.stages.cycles.selectors import handover, moved_dates, years
from prongsai.stages.cycles.services import close_year, reopen_year
from prongsai.web.cycles.days_off import days_off
from prongsai.web.cycles.forms import ReasonForm, charge_choices, named
from prongsai.web.cycles.shown import in_words
from prongsai.web.cycles.years import one_year
from prongsai.web.improvement.carried import goes_on_in_words
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.YEAR_EDIT)
def next_year(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show what the next year takes over from this one, then open it."""
    cycle = one_year(key)
    year = cycle.fiscal_year + 1
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            new = start_year(fiscal_year=year, like=cycle, by=request.actor)
            messages.success(request, _("The fiscal year %(year)s was opened.") % {"year": year})
            return redirect("year-set-up", new.uuid)
    page = {"cycle": cycle, "year": year, "form": form, **_taken_over(cycle, year)}
    return render(request, "web/cycles/next.html", page)


@require_POST
@staff(Permission.YEAR_EDIT)
def close(request: StaffRequest, key: UUID) -> HttpResponse:
    """Close a year."""
    cycle = one_year(key)
    try:
        close_year(cycle=cycle, by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
    else:
        year = {"year": cycle.fiscal_year}
        messages.success(request, _("The fiscal year %(year)s was closed.") % year)
    return redirect("year", key)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.YEAR_EDIT)
def reopen(request: StaffRequest, key: UUID) -> HttpResponse:
    """Open a closed year again, with the reason."""
    cycle = one_year(key)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            reopen_year(cycle=cycle, reason=form.cleaned_data["reason"], by=request.actor)
            year = {"year": cycle.fiscal_year}
            messages.success(request, _("The fiscal year %(year)s was opened again.") % year)
            return redirect("year", key)
    return render(request, "web/cycles/reopen.html", {"cycle": cycle, "form": form})


def offers(cycle: Cycle, behind: Cycle | None, by: Actor) -> dict[str, object]:
    """Return what the page of a year shows of its end and of the year behind it."""
    year = cycle.fiscal_year + 1
    served = {"next_year": year, "next_is_served": year in editions_by_year()}
    return {"may_set_up": can_edit_year(by), "year_behind": behind, **served}


def _taken_over(cycle: Cycle, year: int) -> dict[str, object]:
    """Return what a new year begins with; only that it is refused where no framework serves it."""
    edition = editions_by_year().get(year)
    if edition is None:
        return {"refused": True}
    titles = {value: title for _group, pairs in charge_choices(edition) for value, title in pairs}
    found = handover(cycle, edition, timezone.localdate())
    there = years().filter(fiscal_year=year).first()
    moved, off = moved_dates(cycle, edition, year), days_off()
    days = [each for row in moved for each in (row.starts_on, row.ends_on)]
    return {
        "there": there,
        "edition": in_words(edition.title),
        "dates": [
            (in_words(event.title), in_words(event.on), *days_of(event.on.th))
            for event in edition.calendar
            if event.fiscal_year == year
        ],
        "moved": [(row, off.said((row.starts_on, row.ends_on))) for row in moved],
        "unknown": off.unknown(days),
        "measures": goes_on_in_words(cycle.fiscal_year, year),
        "stays": [
            (titles.get(each.code or named(each.charge), each.code), each.charge.membership)
            for each in found.stays
        ],
        "ends": [(each.unit or each.code, each.membership) for each in found.ends],
    }
