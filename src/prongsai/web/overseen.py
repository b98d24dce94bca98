"""The page of who oversees agencies: what each of them has announced of a year, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from prongsai.core.editions.model import Level
from prongsai.core.thai.search import words_sought
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.agencies.models import Agency
from prongsai.stages.cycles.announced import (
    NOTHING,
    Announced,
    Asked,
    levels_announced,
    overseen_agencies,
    told_of,
    years_announced,
)
from prongsai.web.cycles.shown import in_words
from prongsai.web.paging import page_of
from prongsai.web.requests import StaffRequest, staff

ORDERS = (
    ("name", gettext_lazy("By name")),
    ("-total", gettext_lazy("The highest total first")),
    ("total", gettext_lazy("The lowest total first")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """An agency with what it has announced of the year, and how the total moved since."""

    agency: Agency
    told: Announced | None
    level: str
    change: Decimal | None


class OverseenForm(forms.Form):
    """Which agencies are shown, and in which order."""

    year = forms.ChoiceField(label=gettext_lazy("Fiscal year"), required=False)
    q = forms.CharField(label=gettext_lazy("Name or district"), max_length=100, required=False)
    level = forms.ChoiceField(label=gettext_lazy("Level"), required=False)
    order = forms.ChoiceField(label=gettext_lazy("Order"), required=False, choices=ORDERS)

    def __init__(self, *args: Any, years: Sequence[int], levels: Sequence[Level]) -> None:
        """Offer the years and the levels of which something is announced."""
        super().__init__(*args)
        titles = [(each.key, in_words(each.title)) for each in levels]
        self.fields["year"].choices = [(str(each), str(each)) for each in years]  # type: ignore[attr-defined]
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            ("", _("Every level")),
            *titles,
            (NOTHING, _("Nothing announced")),
        ]

    def asked(self, year: int) -> Asked:
        """Return what is asked for; what cannot be is left out, and the form says so."""
        self.is_valid()
        data = self.cleaned_data
        words = words_sought(data.get("q", ""))
        return Asked(year, words, data.get("level", ""), data.get("order", "") or "name")


@require_safe
@staff(Permission.OVERSEE)
def overseen(request: StaffRequest) -> HttpResponse:
    """Show the agencies that this province or ministry looks after, with what they announced."""
    overseer = request.membership.agency
    years = years_announced(overseer)
    year = _year_of(request.GET.get("year", ""), years)
    form = OverseenForm(request.GET, years=years, levels=levels_announced(overseer, year))
    page = page_of(overseen_agencies(overseer, form.asked(year)), request)
    kept = {name: value for name, value in request.GET.items() if name in form.fields and value}
    shown = {
        "form": form,
        "year": year,
        "page": page,
        "rows": _rows(overseer, list(page), year),
        "kept": urlencode(kept),
        "is_asked": bool(kept),
    }
    return render(request, "web/overseen.html", shown)


def _year_of(asked: str, years: Sequence[int]) -> int:
    """Return the year that is asked for, or else the last of which something is announced."""
    known = {str(each): each for each in years}
    return known.get(asked, years[0] if years else 0)


def _rows(overseer: Agency, agencies: list[Agency], year: int) -> list[Row]:
    found = told_of(overseer, agencies, {year, year - 1})
    told = {(each.agency.pk, each.fiscal_year): each for each in found}
    return [
        _row(each, told.get((each.pk, year)), told.get((each.pk, year - 1))) for each in agencies
    ]


def _row(agency: Agency, told: Announced | None, before: Announced | None) -> Row:
    level = in_words(told.level.title) if told and told.level else ""
    now, then = (each.total if each else None for each in (told, before))
    change = None if now is None or then is None else now - then
    return Row(agency, told, level, change)
