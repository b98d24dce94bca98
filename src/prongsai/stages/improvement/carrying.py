"""What the next year takes over of the measures: those that are open. See flows/start_next_year."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from prongsai.core.measures.carry import Carried, carried
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.audit.services import record
from prongsai.stages.improvement.mapping import measure_of, supporting, written_of
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import PlanYear, held_open, plan_year
from prongsai.stages.improvement.policies import check_can_plan
from prongsai.stages.improvement.selectors import open_measures
from prongsai.stages.improvement.services import add_row, subject_of
from prongsai.stages.improvement.written import Written


@dataclass(frozen=True, slots=True)
class GoesOn:
    """A measure that a later year takes over, as it has it there, and what is left out of it."""

    row: Measure
    carried: Carried
    written: Written
    closed: tuple[Unit, ...]  # that led or supported it and are closed since


def goes_on(old: int, new: int) -> tuple[GoesOn, ...]:
    """Return what a year takes over from an earlier one, as it has it; from a later one nothing."""
    before, after = plan_year(old), plan_year(new)
    if before is None or after is None or new <= old:
        return ()
    frameworks = before.frameworks, after.frameworks
    return tuple(
        _goes_on(row, carried(measure_of(row), *frameworks, new - old))
        for row in open_measures(old)
    )


@transaction.atomic
def carry_measures(*, old: int, new: int, by: Actor) -> tuple[Measure, ...]:
    """Add what is open in a year to a later one, each measure once.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the later year is closed or not there.
    """
    check_can_plan(by)
    year = held_open(new)
    return tuple(_carry(each, year, by) for each in goes_on(old, new))


def _goes_on(row: Measure, found: Carried) -> GoesOn:
    lead = None if row.lead is None or row.lead.is_closed else row.lead
    units = supporting(row)
    written = written_of(found.measure, lead, (unit for unit in units if not unit.is_closed))
    all_units = (*((row.lead,) if row.lead else ()), *units)
    return GoesOn(row, found, written, tuple(unit for unit in all_units if unit.is_closed))


def _carry(each: GoesOn, year: PlanYear, by: Actor) -> Measure:
    new = add_row(year, each.written, by, state=each.row.state, carried_from=each.row)
    chain, changes = new.agency_id, {"carried_from": (None, each.row.key)}
    record("measure.carried", chain=chain, subject=subject_of(new), by=by, changes=changes)
    return new
