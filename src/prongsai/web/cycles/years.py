"""Pages that open a year and set it up: its dates, and who is in charge of what."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.core.errors import Refusal
from prongsai.core.thai.calendar import first_day, fiscal_year, last_day
from prongsai.flows.start_next_year import start_year
from prongsai.formats.edition_years import editions_by_year
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.policies import can_edit_results, can_edit_year, check_can_edit_year
from prongsai.stages.cycles.selectors import (
    charges_of,
    dates_of,
    is_here,
    last_year,
    year_of,
    years,
    years_alone,
)
from prongsai.stages.cycles.services import correct_edition
from prongsai.stages.cycles.services.set_up import put_in_charge, remove_date, set_date
from prongsai.web.cycles.days_off import days_off
from prongsai.web.cycles.forms import ChargeForm, DateForm, YearForm, charge_choices, named
from prongsai.web.cycles.shown import in_words
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff
from prongsai.web.templatetags.thai import day as written


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.YEAR_VIEW)
def all_years(request: StaffRequest) -> HttpResponse:
    """Show the years of the agency, and open one."""
    can_be, cannot_be = offered(fiscal_year(timezone.localdate()))
    first = {"fiscal_year": next(iter(can_be), None), "like": _last_year()}
    form = YearForm(request.POST or None, initial=first, offered=can_be)
    if request.method == "POST":
        check_can_edit_year(request.actor)
    if form.is_valid():
        with refusals_on(form):
            data = form.cleaned_data
            year, like = data["fiscal_year"], data["like"]
            cycle = start_year(fiscal_year=year, like=like, by=request.actor)
            if like is None:
                return redirect("year", cycle.uuid)
            _tell_taken_over(request, like.fiscal_year)
            return redirect("year-set-up", cycle.uuid)
    shown = {"form": form, "years": years(), "may_edit": can_edit_year(request.actor)}
    told = {"can_be": can_be, "cannot_be": cannot_be, "is_sent": form.is_bound}
    return render(request, "web/cycles/years.html", {**shown, **told})


@require_safe
@staff(Permission.YEAR_VIEW)
def set_up(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show the dates of a year and who is in charge of what."""
    return _set_up(request, one_year(key))


@require_POST
@staff(Permission.YEAR_EDIT)
def save_date(request: StaffRequest, key: UUID) -> HttpResponse:
    """Change a date, or add one."""
    cycle = one_year(key)
    title = request.POST.get("title", "").strip()
    there = next((each for each in dates_of(cycle) if each.title == title), None)
    changes = there is not None and request.POST.get("seen")
    form = DateForm.of(there, request.POST) if there and changes else DateForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        days = (data["starts_on"], data["ends_on"])
        with refusals_on(form):
            seen = data["seen"]
            set_date(cycle=cycle, title=data["title"], days=days, seen=seen, by=request.actor)
            messages.success(request, _("%(name)s was saved.") % {"name": data["title"]})
            if any(each and fiscal_year(each) != cycle.fiscal_year for each in days):
                _tell_another_year(request, cycle.fiscal_year)
            return redirect("year-set-up", key)
    return _set_up(request, cycle, date_form=form)


def _tell_taken_over(request: StaffRequest, year: int) -> None:
    """Tell that a year begins with what another one had, which somebody has to go through."""
    said = _(
        "The year is open. What there was of %(year)s was taken over: who is in charge, the dates"
        " and the open measures. Of the dates only the year was moved: go through them, and"
        " correct them."
    )
    messages.warning(request, said % {"year": year})


def _tell_another_year(request: StaffRequest, year: int) -> None:
    """Tell that a day lies in another fiscal year: some do, and others are a slip of the hand."""
    words = {"year": year, "first": written(first_day(year)), "last": written(last_day(year))}
    said = _(
        "The day is not in fiscal year %(year)s (%(first)s to %(last)s). It stays as you wrote it:"
        " look whether its year is right."
    )
    messages.warning(request, said % words)


@require_POST
@staff(Permission.YEAR_EDIT)
def take_date_out(request: StaffRequest, key: UUID, day: UUID) -> HttpResponse:
    """Take a date out of the year."""
    row = next((each for each in dates_of(one_year(key)) if each.uuid == day), None)
    if row is None:
        messages.warning(request, _("This date is not in the calendar any more."))
        return redirect("year-set-up", key)
    try:
        remove_date(row=row, seen=request.POST.get("seen", ""), by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("%(name)s was taken out.") % {"name": row.title})
    return redirect("year-set-up", key)


@require_POST
@staff(Permission.YEAR_EDIT)
def save_charge(request: StaffRequest, key: UUID) -> HttpResponse:
    """Put somebody in charge of something, or nobody."""
    cycle = one_year(key)
    form = ChargeForm(request.POST, choices=charge_choices(edition_of(cycle.edition)))
    if form.is_valid():
        with refusals_on(form):
            put_in_charge(
                cycle=cycle,
                what=form.what_is_meant(),
                who=form.cleaned_data["who"],
                seen=form.seen_in_charge(),
                by=request.actor,
            )
            messages.success(request, _("It was written down."))
            return redirect("year-set-up", key)
    return _set_up(request, cycle, charge_form=form)


@require_POST
@staff(Permission.YEAR_EDIT)
def take_correction(request: StaffRequest, key: UUID) -> HttpResponse:
    """Take the framework as it was corrected, for results that come from now on."""
    try:
        correct_edition(cycle=one_year(key), by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("Results that come from now on are scored by the correction."))
    return redirect("year-set-up", key)


def offered(now: int) -> tuple[list[int], list[int]]:
    """Return the years that can be opened, this or the last first, and those that wait.

    The year waits that runs, or else comes next, and has no framework here yet.
    """
    served = editions_by_year()
    there = {each.fiscal_year for each in years()}
    left = [year for year in sorted(served, reverse=True) if year not in there]
    can_be = [year for year in left if year <= now] + [year for year in left if year > now][::-1]
    waits = [year for year in (now, now + 1) if year not in served and year not in there]
    return can_be, waits[:1]


def _last_year() -> UUID | None:
    last = last_year()
    return None if last is None else last.uuid


def one_year(key: UUID) -> Cycle:
    """Return a year of the active agency. Raises Http404."""
    cycle = year_of(key)
    if cycle is None:
        raise Http404
    return cycle


def year_and_next(key: UUID) -> tuple[Cycle, Cycle | None]:
    """Return a year of the active agency, and the next where it is open. Raises Http404.

    What who looks at a scorecard needs: their frameworks are not read.
    """
    found = {each.uuid: each for each in years_alone()}
    if key not in found:
        raise Http404
    by_year = {each.fiscal_year: each for each in found.values()}
    return found[key], by_year.get(found[key].fiscal_year + 1)


def _set_up(
    request: StaffRequest,
    cycle: Cycle,
    *,
    date_form: DateForm | None = None,
    charge_form: ChargeForm | None = None,
) -> HttpResponse:
    edition = edition_of(cycle.edition)
    choices = charge_choices(edition)
    titles = {value: title for _group, pairs in choices for value, title in pairs}
    places = {value: place for place, value in enumerate(titles)}
    charges = sorted(charges_of(cycle), key=lambda row: places.get(named(row), len(places)))
    there = {named(each) for each in charges}
    left = [(group, [p for p in pairs if p[0] not in there]) for group, pairs in choices]
    off, today = days_off(), timezone.localdate()
    shown = {
        "cycle": cycle,
        "framework": in_words(edition.title),
        "dates": [
            (row, DateForm.of(row), off.said((row.starts_on, row.ends_on)))
            for row in dates_of(cycle)
        ],
        "date_form": date_form or DateForm(),
        "charges": [
            (
                titles.get(named(each), named(each)),
                each,
                is_here(each, today),
                ChargeForm.of(each, choices),
            )
            for each in charges
        ],
        "charge_form": charge_form or ChargeForm(choices=left),
        "may_edit_results": can_edit_results(request.actor) and cycle.closed_at is None,
        # What was sent while somebody closed the year stays there, with the refusal.
        "may_edit": can_edit_year(request.actor)
        and (cycle.closed_at is None or bool(date_form or charge_form)),
    }
    return render(request, "web/cycles/set_up.html", shown)
