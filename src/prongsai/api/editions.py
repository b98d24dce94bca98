"""The frameworks that come with this version."""

from __future__ import annotations

import hashlib

from django.http import Http404, HttpRequest
from ninja import Router

from prongsai.api import shapes
from prongsai.api.gate import needs
from prongsai.api.paging import PAGE, KeyCursor, Limit, page_of
from prongsai.core.editions.model import Edition, Indicator, Instrument, Level
from prongsai.core.sentences import Names
from prongsai.formats.edition_text import edition_text
from prongsai.formats.editions import edition_keys, load_edition
from prongsai.foundation.accounts.scopes import Scope

router = Router(tags=["editions"])
_READS, _LISTS = needs(Scope.EDITIONS_READ), needs(Scope.EDITIONS_READ, *PAGE)


@router.get("editions", response=shapes.Editions, url_name="api-editions", **_LISTS)
def list_editions(
    request: HttpRequest, limit: Limit = 50, cursor: KeyCursor = None
) -> shapes.Editions:
    """List the frameworks, the oldest first."""
    rows = (load_edition(key) for key in edition_keys() if key > (cursor or ""))
    items, after = page_of(rows, limit, lambda edition: edition.key)
    return shapes.Editions(items=[_line(each) for each in items], next=after)


@router.get("editions/{key}", response=shapes.Edition, url_name="api-edition", **_READS)
def get_edition(request: HttpRequest, key: str) -> shapes.Edition:
    """Return a framework: what is measured, and how it is scored."""
    if key not in edition_keys():  # a key may be no path of a file
        raise Http404
    edition = load_edition(key)
    return shapes.Edition(
        **_line(edition).model_dump(),
        sha256=hashlib.sha256(edition_text(key).encode()).hexdigest(),
        pass_mark=str(edition.pass_mark.value),
        instruments=[_instrument(each) for each in edition.instruments],
        levels=[_level(each) for each in edition.levels],
    )


def _line(edition: Edition) -> shapes.EditionLine:
    return shapes.EditionLine(
        key=edition.key,
        title=_names(edition.title),
        body=edition.body,
        fiscal_years=list(edition.fiscal_years),
    )


def _instrument(each: Instrument) -> shapes.Instrument:
    return shapes.Instrument(
        key=each.key,
        title=_names(each.title),
        weight=str(each.weight.value),
        parts=[shapes.Part(key=part.key, title=_names(part.title)) for part in each.parts],
        indicators=[_indicator(indicator) for indicator in each.indicators],
    )


def _indicator(each: Indicator) -> shapes.Indicator:
    return shapes.Indicator(
        key=each.key,
        title=_names(each.title),
        sub_indicators=[
            shapes.SubIndicator(
                key=sub.key,
                title=None if sub.title is None else _names(sub.title),
                items=[item.code for item in sub.items],
            )
            for sub in each.sub_indicators
        ],
        items=[
            shapes.Item(code=item.code, topic=None if item.topic is None else _names(item.topic))
            for item in each.items
        ],
    )


def _level(each: Level) -> shapes.Level:
    return shapes.Level(
        key=each.key,
        title=_names(each.title),
        total=str(each.total),
        minima=[
            shapes.Minimum(instrument=least.instrument, part=least.part, score=str(least.score))
            for least in each.minima
        ],
        passes=each.passes,
    )


def _names(names: Names) -> shapes.Names:
    return shapes.Names(th=names.th, en=names.en)
