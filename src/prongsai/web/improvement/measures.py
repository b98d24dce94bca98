"""Pages of one measure: shown, added, changed, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.core.sentences import write
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import PlanYear
from prongsai.stages.improvement.policies import can_plan, can_report, check_can_report
from prongsai.stages.improvement.selectors import all_measures, lacks
from prongsai.stages.improvement.services import (
    ChangedMeanwhile,
    add_measure,
    change_measure,
    set_state,
)
from prongsai.stages.improvement.units import headed_by
from prongsai.web.improvement.forms import MeasureForm, StateForm, offered
from prongsai.web.improvement.plans import is_over, may_plan, one_plan
from prongsai.web.improvement.shown import lines
from prongsai.web.refusals import refusals_on, words
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(Permission.YEAR_VIEW)
def measure(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show a measure."""
    return _shown(request, one_measure(key))


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.YEAR_EDIT)
def add(request: StaffRequest, year: int) -> HttpResponse:
    """Add a measure by hand."""
    plan = one_plan(year)
    if is_over(request, plan):
        return redirect("measures", year)
    form = MeasureForm(request.POST or None, year=plan, initial={"key": uuid4()})
    if form.is_valid():
        written, key = form.written(), form.cleaned_data["key"]
        with refusals_on(form):
            row = add_measure(fiscal_year=year, written=written, by=request.actor, form=key)
            messages.success(request, _("%(name)s was added.") % {"name": row.key})
            return redirect("measure", row.uuid)
    return _form(request, form, plan, None)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.YEAR_EDIT)
def edit(request: StaffRequest, key: UUID) -> HttpResponse:
    """Change a measure."""
    row = one_measure(key)
    plan = one_plan(row.fiscal_year)
    if is_over(request, plan):
        return redirect("measure", key)
    form = MeasureForm.of(row, plan, request.POST or None)
    if form.is_valid():
        seen, written = form.cleaned_data["seen"] or 0, form.written()
        with refusals_on(form), _asked_again(request, row, form):
            change_measure(measure=row, written=written, seen=seen, by=request.actor)
            messages.success(request, _("%(name)s was saved.") % {"name": row.key})
            return redirect("measure", key)
    return _form(request, form, plan, row)


@contextmanager
def _asked_again(request: StaffRequest, row: Measure, form: Form) -> Iterator[None]:
    """Let who is told that somebody else changed a measure save the same form all the same."""
    try:
        yield
    except ChangedMeanwhile:
        fresh = request.POST.copy()
        fresh["seen"] = str(one_measure(row.uuid).version)
        form.data = fresh
        raise


@require_POST
@staff(Permission.MEASURES_REPORT)
def say_state(request: StaffRequest, key: UUID) -> HttpResponse:
    """Say how far a measure has come."""
    row = one_measure(key)
    if not one_plan(row.fiscal_year).is_closed:  # else that is what somebody is told
        check_can_report(row, request.actor, headed_by(request.actor))
    form = StateForm(request.POST, row=row, may_drop=can_plan(request.actor))
    if form.is_valid():
        data = form.cleaned_data
        with refusals_on(form), _asked_again(request, row, form):
            set_state(
                measure=row,
                to=form.to_state(),
                seen=data["seen"],
                reason=data.get("reason", ""),
                by=request.actor,
            )
            messages.success(request, _("It was written down."))
            return redirect("measure", key)
    return _shown(request, row, form)


def one_measure(key: UUID) -> Measure:
    """Return a measure of the active agency. Raises Http404."""
    return get_object_or_404(all_measures(), uuid=key)


def _shown(request: StaffRequest, row: Measure, form: StateForm | None = None) -> HttpResponse:
    plan = one_plan(row.fiscal_year)
    (line,) = lines(plan, [row])
    may_drop = can_plan(request.actor)
    may_say = (
        can_report(row, request.actor, headed_by(request.actor))
        and bool(offered(row, may_drop))
        and not (plan.is_closed or line.goes_on)
    )
    shown = {
        "plan": plan,
        "line": line,
        "lacks": [write(each, words()) for each in lacks(plan, [row])],
        "form": form or StateForm(row=row, may_drop=may_drop),
        # What was sent while somebody closed the year stays there, with the refusal.
        "may_say": may_say or form is not None,
        "may_plan": may_plan(plan, request.actor),
    }
    return render(request, "web/improvement/measure.html", shown)


def _form(
    request: StaffRequest, form: MeasureForm, plan: PlanYear, row: Measure | None
) -> HttpResponse:
    shown = {"form": form, "plan": plan, "row": row}
    return render(request, "web/improvement/edit.html", shown)
