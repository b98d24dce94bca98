"""Writes of how a year is set up: its dates, and who is in charge of what."""

from __future__ import annotations

from django.db import transaction

from prongsai.core.errors import Refusal
from prongsai.core.results import Codes
from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.agencies.models import Unit
from prongsai.stages.cycles.days import Days, changed_meanwhile, checked, span, there_already
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Charge, Cycle, CycleDate
from prongsai.stages.cycles.policies import check_can_edit_year
from prongsai.stages.cycles.services import held_open, record_of


@transaction.atomic
def set_date(
    *, cycle: Cycle, title: str, days: Days, by: Actor, seen: str = "", said: str = ""
) -> CycleDate:
    """Set a date of the year by its title; a title that is not there is added.

    `seen` is the `state_of` the date that the person saw, "" for a new one.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if one of that title is there already or somebody else changed it meanwhile, it
        ends before it begins, or the year is closed.
    """
    check_can_edit_year(by)
    held_open(cycle)
    first, last = checked(days)
    kept = CycleDate.objects.select_for_update().filter(cycle=cycle, title=title.strip()).first()
    if kept and (kept.starts_on, kept.ends_on) == (first, last):  # the button was pressed twice
        return kept
    if kept and not seen:
        raise there_already(kept.title)
    if (state_of(kept) if kept else "") != seen:
        raise changed_meanwhile(title.strip())
    row = kept or CycleDate(agency_id=by.agency_id, cycle=cycle, title=title.strip(), said=said)
    changes = {row.title: (span(row.starts_on, row.ends_on), span(first, last))}
    row.starts_on, row.ends_on = first, last
    row.save()
    record_of("year.date_set", cycle, by, changes)
    return row


@transaction.atomic
def remove_date(*, row: CycleDate, by: Actor, seen: str | None = None) -> None:
    """Take a date out of the year.

    `seen` is the `state_of` the date that the person saw.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if somebody else changed it meanwhile, or the year is closed.
    """
    check_can_edit_year(by)
    cycle = held_open(row.cycle)
    kept = CycleDate.objects.select_for_update().filter(pk=row.pk).first()
    if kept is None or (seen is not None and state_of(kept) != seen):
        raise changed_meanwhile(row.title)
    changes = {kept.title: (span(kept.starts_on, kept.ends_on), None)}
    kept.delete()
    record_of("year.date_removed", cycle, by, changes)


@transaction.atomic
def put_in_charge(
    *,
    cycle: Cycle,
    what: str | Unit,
    who: Membership | None,
    by: Actor,
    seen: Membership | None = None,
) -> None:
    """Put somebody in charge of a code of the framework or of a unit; None leaves nobody in charge.

    `seen` is who was in charge when the person looked.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if somebody else changed it meanwhile, the framework has no such code, or the
        year is closed.
    """
    check_can_edit_year(by)
    held_open(cycle)
    code, unit = (what, None) if isinstance(what, str) else ("", what)
    if unit is None:
        code = Codes(edition_of(cycle.edition)).read(code)
    rows = Charge.objects.select_for_update().filter(cycle=cycle, code=code, unit=unit)
    kept = rows.select_related("membership__person").first()
    before = kept.membership if kept else None
    if before == who:  # the button was pressed twice
        return
    if before != seen:
        raise Refusal(
            say("Somebody else changed who is in charge of %(what)s meanwhile.", what=str(what)),
            fix=say("Look at it again, then change it."),
        )
    if kept:
        kept.delete()
    if who:
        own = {"agency_id": by.agency_id, "cycle": cycle}
        Charge.objects.create(**own, code=code, unit=unit, membership=who)
    names = (before and before.person.name, who and who.person.name)
    record_of("year.charge_set", cycle, by, {str(what): names})


def state_of(row: CycleDate) -> str:
    """Return the days of a date in short, to see later whether somebody else changed them."""
    return f"{row.starts_on}/{row.ends_on}"
