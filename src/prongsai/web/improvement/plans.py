"""Pages of the plan of a year: its measures, and what the catalogue proposes."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.core.sentences import write
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.improvement.carrying import carry_measures
from prongsai.stages.improvement.plan_years import PlanYear, plan_year
from prongsai.stages.improvement.policies import can_plan
from prongsai.stages.improvement.selectors import (
    lacks,
    measures_of,
    open_measures,
    proposals,
    still_weak,
)
from prongsai.stages.improvement.services import check_proposed, take_proposals
from prongsai.stages.improvement.states import MeasureState
from prongsai.web.closed_years import is_closed_to
from prongsai.web.improvement.carried import goes_on_in_words
from prongsai.web.improvement.shown import lines, months_in_words, named
from prongsai.web.refusals import refusals_on, words
from prongsai.web.requests import StaffRequest, staff

_LAST = 9_999  # a year


@require_safe
@staff(Permission.YEAR_VIEW)
def plan(request: StaffRequest, year: int) -> HttpResponse:
    """Show the measures of a year, and what the plan still lacks."""
    of = one_plan(year)
    rows = list(measures_of(year))
    weak, missing, planned = still_weak(of, rows), lacks(of, rows), may_plan(of, request.actor)
    is_planned = any(row.state != MeasureState.DROPPED for row in rows)
    shown = {
        "plan": of,
        "lines": lines(of, rows),
        "lacks": [write(each, words()) for each in missing],
        "is_unknown": is_planned and of.frameworks.answered is None,
        # Without results nobody knows what is weak: None is not ().
        "is_whole": is_planned and weak == () and not missing,
        "going_on": len(open_measures(year - 1)) if planned else 0,
        "weak": named(weak or (), of.frameworks.answered),
        "has_results": weak is not None,
        "may_plan": planned,
    }
    return render(request, "web/improvement/plan.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.YEAR_EDIT)
def carry(request: StaffRequest, year: int) -> HttpResponse:
    """Show what is open in the year before, then carry it on in this one."""
    of = one_plan(year)
    if is_over(request, of):
        return redirect("measures", year)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            rows = carry_measures(old=year - 1, new=year, by=request.actor)
            if rows:  # pressed twice, the second finds none: all of them are there
                said = _("Measures carried on: %(count)s.")
                messages.success(request, said % {"count": len(rows)})
            return redirect("measures", year)
    shown = {
        "plan": of,
        "form": form,
        "measures": goes_on_in_words(year - 1, year),
        "may_plan": may_plan(of, request.actor),
    }
    return render(request, "web/improvement/carry.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.YEAR_EDIT)
def propose(request: StaffRequest, year: int) -> HttpResponse:
    """Show what the catalogue proposes; what is ticked is looked at, then saved."""
    of = one_plan(year)
    if is_over(request, of):
        return redirect("measures", year)
    form = forms.Form(request.POST if request.method == "POST" else None)
    marks = request.POST.getlist("mark")
    if form.is_valid() and "save" in request.POST:
        with refusals_on(form):
            rows = take_proposals(fiscal_year=year, marks=marks, by=request.actor)
            messages.success(request, _("Measures planned: %(count)s.") % {"count": len(rows)})
            return redirect("measures", year)
    offered = proposals(of)
    chosen = tuple(each for each in offered if each.mark in marks)
    goes_back = "back" in request.POST
    if form.is_valid() and not goes_back:
        with refusals_on(form):
            check_proposed(marks, [each.mark for each in offered])
    is_preview = bool(chosen) and not form.errors and not goes_back
    answered = of.frameworks.answered
    weak = still_weak(of, measures_of(year), [each.measure for each in chosen])
    shown = {
        "plan": of,
        "form": form,
        "is_preview": is_preview,
        "nothing_ticked": form.is_bound and not (marks or goes_back or form.errors),
        "may_plan": may_plan(of, request.actor),
        "has_results": weak is not None,
        "proposals": [
            (
                each,
                named(each.measure.answers, answered),
                months_in_words(each.written.months, year),
                not form.is_bound or each.mark in marks,
            )
            for each in (chosen if is_preview else offered)
        ],
        "weak": named(weak or (), answered),
    }
    return render(request, "web/improvement/propose.html", shown)


def one_plan(year: int) -> PlanYear:
    """Return a year in which measures can stand. Raises Http404."""
    found = plan_year(year) if 0 < year <= _LAST else None
    if found is None:
        raise Http404
    return found


def is_over(request: StaffRequest, year: PlanYear) -> bool:
    """Say that the year of a plan is closed to who comes to write in it."""
    return year.own is not None and is_closed_to(request, year.own)


def may_plan(year: PlanYear, by: Actor) -> bool:
    """Test if the pages offer somebody to change the plan of a year."""
    return can_plan(by) and not year.is_closed
