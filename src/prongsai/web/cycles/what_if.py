"""What if: a slider and a number for each score that can change, worked out by the core.

Nothing is stored: what is asked stands in the address, which can be handed on inside the agency.
It has a page of its own: who reads a scorecard does not wait for a hundred sliders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.results import Key, read_score
from prongsai.core.scoring.asked import changes_in
from prongsai.core.scoring.model import Kind, Score, Scorecard
from prongsai.core.scoring.what_if import what_if, worth_in_total
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.cycles.policies import can_edit_results
from prongsai.stages.cycles.selectors import results_of, scorecard
from prongsai.web import rows
from prongsai.web.cycles import shown
from prongsai.web.cycles.years import one_year
from prongsai.web.refusals import told
from prongsai.web.requests import StaffRequest, staff

FIELD = "to."  # before the name of a score that the form asks for


@dataclass(frozen=True, slots=True)
class Knob:
    """A score that can be moved: what it is now, and what is asked."""

    name: str
    title: str
    now: Decimal
    then: Decimal


@dataclass(frozen=True, slots=True)
class Group:
    """An indicator, with its items where they can be moved."""

    name: str
    title: str
    knob: Knob | None
    items: tuple[Knob, ...]
    is_open: bool  # one of the items is asked for


@require_safe
@staff(Permission.YEAR_VIEW)
def moved(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show what can be moved, and what would change.

    A form that was sent leads to an address with no more in it than what was moved.
    """
    cycle = one_year(key)
    results = results_of(cycle)
    may_edit = can_edit_results(request.actor) and cycle.closed_at is None
    page: dict[str, object] = {"cycle": cycle, "may_edit_results": may_edit}
    if results is not None:
        card = scorecard(results)
        asked = _asked(request)
        groups = knobs(card, asked)
        page |= {
            "knobs": rows.drawn("parts/knobs.html", {"groups": groups}),
            **outcome(asked, card),
        }
        if any(field.startswith(FIELD) for field in request.GET):
            try:
                return redirect(_address(request.path, in_one_word(request.GET.dict(), card)))
            except Refusal as refusal:
                page["refused"] = told(refusal)
    return render(request, "web/cycles/what_if.html", page)


@require_safe
@staff(Permission.YEAR_VIEW)
def answer(request: StaffRequest, key: UUID) -> HttpResponse:
    """Answer the sliders of the page: a piece of it, with the total, the level and the changes."""
    results = results_of(one_year(key))
    if results is None:
        raise Http404
    page = outcome(_asked(request), scorecard(results))
    return render(request, "web/cycles/_what_if_answer.html", page)


def _asked(request: HttpRequest) -> str:
    """Return what an address asks for, which may say it in several places."""
    return ",".join(each for each in request.GET.getlist("what-if") if each.strip())


def _address(path: str, asked: str) -> str:
    return f"{path}?{urlencode({'what-if': asked})}" if asked else path


def outcome(asked: str, card: Scorecard) -> dict[str, object]:
    """Return what would change, or why that cannot be said."""
    page: dict[str, object] = {"asked": asked, "before": card, "before_level": shown.level(card)}
    if not asked.strip():
        return page
    try:
        found = what_if(card, changes_in(asked, card.edition))
    except Refusal as refusal:
        return {**page, "refused": told(refusal)}
    before, after = card.total.shown, found.after.total.shown
    return {
        **page,
        "after": found.after,
        "after_level": shown.level(found.after),
        "moved": None if before is None or after is None else after - before,
        "changes": shown.changes(found),
        "link": _address("", asked),
    }


def knobs(card: Scorecard, asked: str) -> list[Group]:
    """Return what can be moved: indicators, and their items, of which the total is made."""
    wanted = _wanted(asked, card.edition)
    groups: dict[Key, dict[Key, Knob]] = defaultdict(dict)
    for each in card.scores.values():
        if (
            each.kind in {Kind.INDICATOR, Kind.ITEM}
            and each.score is not None
            and worth_in_total(card, each.key) is not None
        ):
            groups[_indicator(each.key, card.edition)][each.key] = _knob(card, each, wanted)
    return [_group(card, top, made, wanted) for top, made in groups.items()]


def _wanted(asked: str, edition: Edition) -> Mapping[Key, Decimal]:
    try:
        return changes_in(asked, edition) if asked.strip() else {}
    except Refusal:
        return {}  # it is told above the sliders, which then stand where the scores are


def _group(
    card: Scorecard, top: Key, made: Mapping[Key, Knob], wanted: Mapping[Key, Decimal]
) -> Group:
    items = tuple(knob for key, knob in made.items() if key != top)
    head = card.scores[top]
    is_open = any(key in wanted for key in made if key != top)
    return Group(head.name, shown.written_title(head, card), made.get(top), items, is_open)


def _knob(card: Scorecard, each: Score, wanted: Mapping[Key, Decimal]) -> Knob:
    now = each.shown or Decimal(0)
    return Knob(each.name, shown.written_title(each, card), now, wanted.get(each.key, now))


def _indicator(key: Key, edition: Edition) -> Key:
    code, part = key
    line = (code, *edition.ancestors[code])
    return next(each for each in line if each in edition.indicators), part


def in_one_word(fields: Mapping[str, str], card: Scorecard) -> str:
    """Return the changes that the form asks for, as they stand in an address: 9=100,o35=85.

    :raises Refusal: for what is no score.
    """
    found = []
    for field, text in fields.items():
        name = field.removeprefix(FIELD)
        if field == name:
            continue
        try:
            score = read_score(text)
        except Refusal as refusal:
            raise refusal.within(name) from refusal
        if score is not None and score != _shown(card, name):
            found.append(f"{name}={score.normalize():f}")
    return ",".join(found)


def _shown(card: Scorecard, name: str) -> Decimal | None:
    return next((each.shown for each in card.scores.values() if each.name == name), None)
