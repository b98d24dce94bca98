"""Search over everything that somebody may see in the agency, in Thai and in either digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from prongsai.core.thai.search import Run, marked, words_sought
from prongsai.web.finders import GROUPS, MOST, Hit, Sought
from prongsai.web.requests import StaffRequest, staff

LONGEST = 100  # letters


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that was found, with the words that were sought marked in it."""

    title: tuple[Run, ...]
    aside: tuple[Run, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one sort; there may be more than is shown."""

    title: str
    hits: tuple[Shown, ...]
    has_more: bool


class SearchForm(forms.Form):
    """Words to look for."""

    q = forms.CharField(label=gettext_lazy("Search"), max_length=LONGEST, required=False)


@require_safe
@staff(None)
def search(request: StaffRequest) -> HttpResponse:
    """Show what was found, in groups."""
    form = SearchForm(request.GET)
    words = words_sought(form.cleaned_data["q"]) if form.is_valid() else ()
    sought = Sought(words, request.actor, request.user)
    page = {"form": form, "words": words, "groups": _groups(sought) if words else ()}
    return render(request, "web/search.html", page)


def _groups(sought: Sought) -> Iterator[Group]:
    for title, asked, finder in GROUPS:
        if asked is None or sought.actor.has(asked):
            hits = tuple(islice(finder(sought), MOST + 1))
            if hits:
                shown = tuple(_shown(hit, sought.words) for hit in hits[:MOST])
                yield Group(str(title), shown, len(hits) > MOST)


def _shown(hit: Hit, words: tuple[str, ...]) -> Shown:
    return Shown(marked(hit.title, words), marked(hit.aside, words), hit.address)
