"""Pages of results as they were saved before."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.files.policies import can_see
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.policies import can_edit_results
from prongsai.stages.cycles.selectors import history, names_of, scorecard
from prongsai.stages.cycles.services import restore_results
from prongsai.web.cycles.shown import in_words
from prongsai.web.cycles.years import one_year
from prongsai.web.numbers import whole_number
from prongsai.web.refusals import told
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(Permission.YEAR_VIEW)
def past(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show the results as they were saved, the newest first, and who did it."""
    cycle = one_year(key)
    sets = tuple(history(cycle))
    names = names_of(sets)
    page = {
        "cycle": cycle,
        "rows": [
            (
                each,
                names.get(each.saved_by, "–"),
                scorecard(each).total,
                in_words(edition_of(each.edition).title),
            )
            for each in sets
        ],
        "seen": sets[0].number if sets else 0,
        "may_edit": can_edit_results(request.actor) and cycle.closed_at is None,
        "sees_files": can_see(request.actor),
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
