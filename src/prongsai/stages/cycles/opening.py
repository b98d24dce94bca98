"""What a new year begins with: the dates of its framework and of the year before, who stays.

Only `services` calls this, in its transaction.
"""

from __future__ import annotations

from datetime import date

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.edition_years import editions_by_year
from prongsai.stages.cycles.days import days_of
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Charge, Cycle, CycleDate
from prongsai.stages.cycles.selectors import handover, moved_dates


def add_dates(cycle: Cycle, edition: Edition) -> None:
    """Add what the framework says of the year; a day where its words are nothing but days."""
    CycleDate.objects.bulk_create(dates_in(edition, cycle))


def dates_in(edition: Edition, cycle: Cycle) -> list[CycleDate]:
    """Return the dates of a year that its framework says, not saved."""
    rows = []
    for event in edition.calendar:
        if event.fiscal_year == cycle.fiscal_year:
            first, last = days_of(event.on.th)
            row = CycleDate(agency_id=cycle.agency_id, cycle=cycle, title=event.title.th)
            row.said, row.starts_on, row.ends_on = event.on.th, first, last
            rows.append(row)
    return rows


def carry_dates(old: Cycle, new: Cycle) -> None:
    """Add the dates of an older year, moved, beside those of the framework."""
    for each in moved_dates(old, edition_of(new.edition), new.fiscal_year):
        row = CycleDate(agency_id=new.agency_id, cycle=new, title=each.title)
        row.starts_on, row.ends_on = each.starts_on, each.ends_on
        row.save()


def carry_charges(old: Cycle, new: Cycle, today: date) -> None:
    """Let who was in charge stay in charge of the same things."""
    for each in handover(old, edition_of(new.edition), today).stays:
        row = Charge(cycle=new, agency_id=new.agency_id, code=each.code, unit=each.charge.unit)
        row.membership = each.charge.membership
        row.save()


def key_of_year(fiscal_year: int) -> str:
    """Return the key of the framework that serves a year, to who opens it on a page.

    :raises Refusal: if none does.
    """
    serving = editions_by_year().get(fiscal_year)
    if serving is None:
        raise Refusal(
            say("no edition serves the fiscal year %(year)s.", year=fiscal_year),
            fix=say("Choose a year that is offered; a later version of Prongsai may bring it."),
        )
    return serving.key
