"""The page of a year: the scorecard, and what helps."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.cycles.policies import can_announce, can_edit_results
from prongsai.stages.cycles.selectors import cards_of, standing
from prongsai.stages.cycles.services import announce
from prongsai.web.cycles import drawn
from prongsai.web.cycles.closing import offers
from prongsai.web.cycles.years import one_year, year_and_next
from prongsai.web.numbers import whole_number
from prongsai.web.refusals import told
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(Permission.YEAR_VIEW)
def year(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show where a year stands: the level and why, every number with its formula, what helps."""
    cycle, behind = year_and_next(key)
    links = drawn.Links(reverse("year-what-if", args=(key,)), reverse("year-totals", args=(key,)))
    if "what-if" in request.GET:  # an address handed on before what if had its own
        return redirect(f"{links.what_if}?{request.GET.urlencode()}")
    year = cycle.fiscal_year
    sets = standing(year - 1, year)
    page = {
        "cycle": cycle,
        "results": sets.get(year),
        "may_edit": can_edit_results(request.actor) and cycle.closed_at is None,
        "may_announce": can_announce(request.actor) and cycle.closed_at is None,
        **offers(cycle, behind, request.actor),
    }
    if year in sets:
        page["scorecard"] = drawn.scorecard(year, sets, links)
    return render(request, "web/cycles/year.html", page)


@require_safe
@staff(Permission.YEAR_VIEW)
def totals(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show the totals of a year and the four before it."""
    cycle = one_year(key)
    page = {
        "cycle": cycle,
        "may_edit_results": can_edit_results(request.actor) and cycle.closed_at is None,
        "totals": drawn.totals(cards_of(cycle.fiscal_year)),
    }
    return render(request, "web/cycles/totals.html", page)


@require_POST
@staff(Permission.RESULTS_ANNOUNCE)
def tell(request: StaffRequest, key: UUID) -> HttpResponse:
    """Announce the results that stand, or take the announcement back."""
    cycle = one_year(key)
    try:
        number = _number_meant(request.POST.get("number"))
        seen = whole_number(request.POST.get("seen")) or 0
        announce(cycle=cycle, number=number, seen=seen, by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("It was written down."))
    return redirect("year", key)


def _number_meant(asked: str | None) -> int | None:
    """Return the number of the results to announce; None where they are to be taken back.

    :raises Refusal: if it is none; only the empty text of its own button takes them back.
    """
    number = whole_number(asked)
    if number is None and asked != "":
        raise Refusal(
            say("The page did not say which results are meant."),
            fix=say("Look at the year again, then press the button there."),
        )
    return number
