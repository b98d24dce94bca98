"""Pages of results: from a file, and as they were saved before."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.policies import can_edit_results, check_is_open
from prongsai.stages.cycles.selectors import history, names_of, scorecard
from prongsai.stages.cycles.services import restore_results, save_results
from prongsai.web.cycles.forms import ConfirmForm, FileForm
from prongsai.web.cycles.from_file import differences, opened, read_file, sealed
from prongsai.web.cycles.standing import is_closed_to as _is_closed_to
from prongsai.web.cycles.standing import results_now as _now
from prongsai.web.cycles.years import one_year
from prongsai.web.numbers import whole_number
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.RESULTS_EDIT)
def from_file(request: StaffRequest, key: UUID) -> HttpResponse:
    """Read a file, and show what it would change."""
    cycle = one_year(key)
    if _is_closed_to(request, cycle):
        return redirect("year", key)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            check_is_open(cycle)
            read = read_file(form.cleaned_data["file"], cycle)
            now, seen = _now(cycle)
            confirm = ConfirmForm(initial={"read": sealed(read, cycle), "seen": seen})
            page = {
                "cycle": cycle,
                "form": confirm,
                "read": read,
                "differences": differences(now, read.sheet, edition_of(cycle.edition)),
            }
            return render(request, "web/cycles/confirm.html", page)
    return render(request, "web/cycles/from_file.html", {"cycle": cycle, "form": form})


@require_POST
@staff(Permission.RESULTS_EDIT)
def confirm(request: StaffRequest, key: UUID) -> HttpResponse:
    """Save what was read from a file, after somebody looked at it."""
    cycle = one_year(key)
    form = ConfirmForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        with refusals_on(form):
            read = opened(data["read"], cycle)
            save_results(
                cycle=cycle,
                sheet=read.sheet,
                source=read.source,
                seen=data["seen"],
                note=data["note"],
                by=request.actor,
            )
            messages.success(request, _("The results were saved."))
            return redirect("year", key)
    page = {"cycle": cycle, "form": FileForm(), "refused": form.non_field_errors()}
    return render(request, "web/cycles/from_file.html", page)


@require_safe
@staff(Permission.YEAR_VIEW)
def past(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show the results as they were saved, the newest first, and who did it."""
    cycle = one_year(key)
    sets = tuple(history(cycle))
    names = names_of(sets)
    page = {
        "cycle": cycle,
        "rows": [(each, names.get(each.saved_by, "–"), scorecard(each).total) for each in sets],
        "seen": sets[0].number if sets else 0,
        "may_edit": can_edit_results(request.actor) and cycle.closed_at is None,
    }
    return render(request, "web/cycles/history.html", page)


@require_POST
@staff(Permission.RESULTS_EDIT)
def restore(request: StaffRequest, key: UUID) -> HttpResponse:
    """Let results that were saved before stand again."""
    number, seen = (whole_number(request.POST.get(name)) or 0 for name in ("number", "seen"))
    results = get_object_or_404(history(one_year(key)), number=number)
    try:
        restore_results(results=results, seen=seen, by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return redirect("year-history", key)
    messages.success(request, _("The results were saved."))
    return redirect("year", key)
