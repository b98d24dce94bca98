"""Pages on which results are typed in and pasted: filled, worked out, and saved on pressing Save.

The script of the page asks for the same as its buttons, and is answered in JSON: the cells to fill
and the sentences to show. Without it the whole page is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.results import Key, ResultSheet, key_of, name_of
from prongsai.core.scoring.last_year import FAR
from prongsai.core.scoring.model import Scorecard
from prongsai.formats.pasted import Pasted, read_pasted
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.policies import check_is_open
from prongsai.stages.cycles.selectors import before, reckoned
from prongsai.stages.cycles.services import TYPED, save_results
from prongsai.web.closed_years import is_closed_to
from prongsai.web.cycles import shown
from prongsai.web.cycles.score_forms import (
    PasteForm,
    ScoresForm,
    as_written,
    filled,
    keys_of_indicators,
    keys_of_items,
)
from prongsai.web.cycles.standing import results_now
from prongsai.web.cycles.years import one_year
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff
from prongsai.web.templatetags.thai import called

_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A page with cells: of which year, for which keys, and what stands now."""

    cycle: Cycle
    edition: Edition
    keys: list[Key]
    template: str
    now: ResultSheet
    seen: int

    def form(self, **options: object) -> ScoresForm:
        """Make the form of the cells."""
        last = before(self.cycle, self.keys)
        return ScoresForm(keys=self.keys, now=self.now, before=last, **options)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.RESULTS_EDIT)
def indicators(request: StaffRequest, key: UUID) -> HttpResponse:
    """Type in the scores of the indicators, and what was announced of what stands above them."""
    return _entered(request, key, keys_of_indicators, "web/cycles/indicators.html")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.RESULTS_EDIT)
def items(request: StaffRequest, key: UUID) -> HttpResponse:
    """Type in the scores of all items, or paste them."""
    return _entered(request, key, keys_of_items, "web/cycles/items.html")


def _entered(
    request: StaffRequest, key: UUID, keys_of: Callable[[Edition], list[Key]], template: str
) -> HttpResponse:
    cycle = one_year(key)
    if is_closed_to(request, cycle):
        return redirect("year", key)
    edition = edition_of(cycle.edition)
    entry = Entry(cycle, edition, keys_of(edition), template, *results_now(cycle))
    if request.method != "POST":
        return _page(request, entry, entry.form(initial=filled(entry.now, entry.seen)))
    if "fill" in request.POST:
        return _filled(request, entry)
    if "reckon" in request.POST:
        return _reckoned(request, entry)
    return _saved(request, entry)


def _saved(request: StaffRequest, entry: Entry) -> HttpResponse:
    form = entry.form(data=request.POST)
    if form.is_valid():
        sheet, data = entry.now.with_scores(form.changes()), form.cleaned_data
        # Whoever saved meanwhile, even oneself by a second press: what is meant stands already.
        if sheet == entry.now:
            messages.success(request, _("Nothing was changed."))
            return redirect("year", entry.cycle.uuid)
        with refusals_on(form):
            save_results(
                cycle=entry.cycle,
                sheet=sheet,
                source=TYPED,
                seen=data["seen"],
                note=data["note"],
                by=request.actor,
            )
            messages.success(request, _("The results were saved."))
            return redirect("year", entry.cycle.uuid)
    return _page(request, entry, form)


def _filled(request: StaffRequest, entry: Entry) -> HttpResponse:
    """Fill the cells with what was pasted; nothing is saved before somebody looked at it."""
    paste = PasteForm(request.POST, keys=entry.keys)
    cells: dict[str, str] = {}
    said, unfit = "", []
    if paste.is_valid():
        at = paste.cleaned_data["at"]
        with refusals_on(paste):
            check_is_open(entry.cycle)
            text = paste.cleaned_data["pasted"]
            found = read_pasted(text, entry.keys, entry.edition, key_of(at) if at else None)
            cells, said = as_written(found.scores), _what_was_filled(found)
            unfit = [told(each) for each in found.unfit[:_MOST_TOLD]]
    if _asks_in_script(request):
        refused = [str(each) for errors in paste.errors.values() for each in errors]
        return JsonResponse({"cells": cells, "said": said or " ".join(refused), "unfit": unfit})
    form = entry.form(initial={**request.POST.dict(), **cells})
    done = not paste.errors and not unfit
    told_of = {"said": said, "unfit": unfit}
    return _page(
        request, entry, form, paste=PasteForm(keys=entry.keys) if done else paste, **told_of
    )


def _what_was_filled(found: Pasted) -> str:
    emptied = sum(score is None for score in found.scores.values())
    counted = {
        "filled": len(found.scores) - emptied,
        "emptied": emptied,
        "unfit": len(found.unfit),
    }
    said = [
        _("Cells filled: %(filled)s, emptied: %(emptied)s. Lines that did not fit: %(unfit)s.")
        % counted,
    ]
    if found.headings:
        said.append(_("Left out as a heading: %(text)s.") % {"text": " / ".join(found.headings)})
    return " ".join((*said, _("Nothing is saved before you press Save.")))


def _reckoned(request: StaffRequest, entry: Entry) -> HttpResponse:
    """Say what the total would be with what is written; nothing is saved."""
    form = entry.form(data=request.POST)
    form.full_clean()
    wrong = [name for name in form.errors if name not in {"note", "seen"}]
    if wrong:
        text = _("No total yet: no score stands in %(codes)s.") % {"codes": _some(wrong)}
    else:
        text = _total(entry, entry.now.with_scores(form.changes()))
    if _asks_in_script(request):
        return JsonResponse({"said": text})
    return _page(request, entry, form, reckoned=text)


def _total(entry: Entry, sheet: ResultSheet) -> str:
    card = reckoned(entry.cycle, sheet)
    total, level = card.total.shown, card.standing.level
    if total is None or level is None:
        return _("No total yet: there is no value of %(codes)s.") % {
            "codes": _some(_lacking(entry, card))
        }
    values = {"total": total, "level": shown.in_words(level.title)}
    if card.standing.certain:
        return _("Total %(total)s, level: %(level)s. Not saved yet.") % values
    return _("Total %(total)s, level at best: %(level)s. Not saved yet.") % values


def _lacking(entry: Entry, card: Scorecard) -> Sequence[str]:
    """Return what has no value among what this page asks for, or all that has none."""
    asked = {name_of(key) for key in entry.keys} - {TOTAL}
    return [name for name in card.missing if name in asked] or card.missing


def _some(names: Sequence[str]) -> str:
    return called(names[:_MOST_TOLD]) + ("…" if len(names) > _MOST_TOLD else "")


def _asks_in_script(request: StaffRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _page(request: StaffRequest, entry: Entry, form: ScoresForm, **more: object) -> HttpResponse:
    page = {
        "cycle": entry.cycle,
        "form": form,
        "tables": form.tables(entry.edition),
        "paste": PasteForm(keys=entry.keys),
        "far": FAR,
        **more,
    }
    return render(request, entry.template, page)
