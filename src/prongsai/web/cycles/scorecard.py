"""The page of a year: the scorecard, the gains, and what if."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.errors import Refusal
from prongsai.core.scoring.model import Scorecard
from prongsai.core.sentences import say
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.cycles.mapping import analysis
from prongsai.stages.cycles.policies import can_announce, can_edit_results
from prongsai.stages.cycles.selectors import given_in, span_of, standing
from prongsai.stages.cycles.services import announce
from prongsai.web.cycles import drawn, shown, what_if
from prongsai.web.cycles.closing import offers
from prongsai.web.cycles.years import one_year
from prongsai.web.numbers import whole_number
from prongsai.web.refusals import told
from prongsai.web.requests import StaffRequest, staff


@require_safe
@staff(Permission.YEAR_VIEW)
def year(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show where a year stands: the level and why, every number with its formula, what helps."""
    cycle = one_year(key)
    year = cycle.fiscal_year
    sets = standing(span_of(year))
    page: dict[str, object] = {
        "cycle": cycle,
        "results": sets.get(year),
        "may_edit": can_edit_results(request.actor) and cycle.closed_at is None,
        "may_announce": can_announce(request.actor) and cycle.closed_at is None,
        **offers(cycle, request.actor),
    }
    if year in sets:
        given = given_in(sets)
        now, before = given[year], given.get(year - 1)
        found = analysis(now, before)
        asked = _asked(request, found.card)
        if isinstance(asked, HttpResponse):
            return asked
        stands = found.card.standing
        page |= {
            "card": found.card,
            "level": stands.level and shown.in_words(stands.level.title),
            "possible": [shown.in_words(each.title) for each in stands.possible[1:]],
            "rests_on": shown.facts(stands.rests_on),
            "steps": shown.level_lines(found.card),
            "numbers": drawn.numbers(year, given),
            **asked,
            "knobs": drawn.knobs(now, before, request.GET.get("what-if", "")),
        }
    return render(request, "web/cycles/year.html", page)


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


def _asked(request: StaffRequest, card: Scorecard) -> dict[str, object] | HttpResponse:
    """Return what would change; a form that was sent leads to an address with no more in it."""
    if not any(field.startswith(what_if.FIELD) for field in request.GET):
        return what_if.outcome(request.GET.get("what-if", ""), card)
    try:
        word = what_if.in_one_word(request.GET.dict(), card)
    except Refusal as refusal:
        return {**what_if.outcome("", card), "refused": told(refusal)}
    query = f"?{urlencode({'what-if': word})}" if word else ""
    return redirect(f"{request.path}{query}#what-if")
