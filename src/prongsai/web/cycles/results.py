"""Pages of results: typed in, pasted, and as they were saved before."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.results import Key
from prongsai.formats.pasted import read_pasted
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.files.policies import can_see
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.policies import can_edit_results
from prongsai.stages.cycles.selectors import history, names_of, scorecard
from prongsai.stages.cycles.services import TYPED, restore_results, save_results
from prongsai.web.cycles.forms import (
    PasteForm,
    ScoresForm,
    as_written,
    filled,
    keys_of_indicators,
    keys_of_items,
)
from prongsai.web.cycles.imports import is_closed_to, standing
from prongsai.web.cycles.years import one_year
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.RESULTS_EDIT)
def indicators(request: StaffRequest, key: UUID) -> HttpResponse:
    """Type in the scores of the indicators, and what was announced of what stands above them."""
    cycle = one_year(key)
    if is_closed_to(request, cycle):
        return redirect("year", key)
    return _typed(request, cycle, keys_of_indicators, "web/cycles/indicators.html")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.RESULTS_EDIT)
def items(request: StaffRequest, key: UUID) -> HttpResponse:
    """Type in the scores of all items, or paste them."""
    cycle = one_year(key)
    if is_closed_to(request, cycle):
        return redirect("year", key)
    if request.method == "POST" and "pasted" in request.POST:
        return _pasted(request, cycle)
    return _typed(request, cycle, keys_of_items, "web/cycles/items.html")


def _typed(
    request: StaffRequest, cycle: Cycle, keys_of: Callable[[Edition], list[Key]], template: str
) -> HttpResponse:
    keys = keys_of(edition_of(cycle.edition))
    now, seen = standing(cycle)
    form = ScoresForm(request.POST or None, keys=keys, initial=filled(now, seen))
    if request.method == "POST" and form.is_valid():
        sheet = now.with_scores(form.changes())
        data = form.cleaned_data
        if sheet == now and data["seen"] == seen:
            messages.success(request, _("Nothing was changed."))
            return redirect("year", cycle.uuid)
        with refusals_on(form):
            save_results(
                cycle=cycle,
                sheet=sheet,
                source=TYPED,
                seen=data["seen"],
                note=data["note"],
                by=request.actor,
            )
            messages.success(request, _("The results were saved."))
            return redirect("year", cycle.uuid)
    return _form_page(request, cycle, template, form, PasteForm())


def _pasted(request: StaffRequest, cycle: Cycle) -> HttpResponse:
    """Fill the fields with what was pasted; nothing is saved before somebody looked at it."""
    edition = edition_of(cycle.edition)
    keys = keys_of_items(edition)
    paste = PasteForm(request.POST)
    first = filled(*standing(cycle))
    if paste.is_valid():
        with refusals_on(paste):
            found = read_pasted(paste.cleaned_data["pasted"], keys, edition)
            first |= as_written(found)
            paste = PasteForm()
            said = _("%(count)s lines were filled in. Look at them, then press Save.")
            messages.success(request, said % {"count": len(found)})
    form = ScoresForm(keys=keys, initial=first)
    return _form_page(request, cycle, "web/cycles/items.html", form, paste)


def _form_page(
    request: StaffRequest, cycle: Cycle, template: str, form: ScoresForm, paste: PasteForm
) -> HttpResponse:
    tables = form.tables(edition_of(cycle.edition))
    page = {"cycle": cycle, "form": form, "tables": tables, "paste": paste}
    return render(request, template, page)


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
        "sees_files": can_see(request.actor),
    }
    return render(request, "web/cycles/history.html", page)


@require_POST
@staff(Permission.RESULTS_EDIT)
def restore(request: StaffRequest, key: UUID) -> HttpResponse:
    """Let results that were saved before stand again."""
    number, seen = (request.POST.get(name, "") for name in ("number", "seen"))
    asked = int(number) if number.isdecimal() else 0
    results = get_object_or_404(history(one_year(key)), number=asked)
    try:
        restore_results(
            results=results, seen=int(seen) if seen.isdecimal() else 0, by=request.actor
        )
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return redirect("year-history", key)
    messages.success(request, _("The results were saved."))
    return redirect("year", key)
