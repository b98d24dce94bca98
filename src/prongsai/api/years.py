"""The years of the agency."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Router

from prongsai.api import shapes
from prongsai.api.gate import needs
from prongsai.api.paging import PAGE, Limit, NumberCursor, page_of
from prongsai.foundation.accounts.scopes import Scope
from prongsai.stages.cycles.models import Cycle, EditionVersion, ResultSet
from prongsai.stages.cycles.selectors import number_of, results_with, year_of, years

router = Router(tags=["years"])
_READS, _LISTS = needs(Scope.YEARS_READ), needs(Scope.YEARS_READ, *PAGE)


@router.get("years", response=shapes.Years, url_name="api-years", **_LISTS)
def list_years(
    request: HttpRequest, limit: Limit = 50, cursor: NumberCursor = None
) -> shapes.Years:
    """List the years of the agency, the last first."""
    rows = years() if cursor is None else years().filter(fiscal_year__lt=int(cursor))
    items, after = page_of(rows[: limit + 1], limit, lambda cycle: cycle.fiscal_year)
    return shapes.Years(items=[_year(each) for each in items], next=after)


@router.get("years/{uuid:key}", response=shapes.Year, url_name="api-year", **_READS)
def get_year(request: HttpRequest, key: UUID) -> shapes.Year:
    """Return a year of the agency."""
    return _year(one_year(key))


def one_year(key: UUID) -> Cycle:
    """Return a year of the active agency. Raises Http404."""
    cycle = year_of(key)
    if cycle is None:
        raise Http404
    return cycle


def results_at(key: UUID, number: int) -> ResultSet:
    """Return results of a year of the active agency by their number. Raises Http404."""
    found = results_with(one_year(key), number)
    if found is None:
        raise Http404
    return found


def named(version: EditionVersion) -> shapes.EditionName:
    """Return what a framework that was kept is known by."""
    return shapes.EditionName(key=version.key, sha256=version.sha256)


def _year(cycle: Cycle) -> shapes.Year:
    return shapes.Year(
        key=cycle.uuid,
        fiscal_year=cycle.fiscal_year,
        edition=named(cycle.edition),
        opened_at=cycle.opened_at,
        closed_at=cycle.closed_at,
        results=number_of(cycle),
        announced=cycle.announced,
        announced_at=cycle.announced_at,
    )
