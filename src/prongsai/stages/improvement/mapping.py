"""Rows of a plan into what the core knows, and back: the only bridge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from prongsai.core.measures.model import Agency, Plan
from prongsai.core.measures.model import Measure as CoreMeasure
from prongsai.core.measures.months import first_of, month_after, month_in
from prongsai.core.results import ResultSheet
from prongsai.core.thai.calendar import last_day
from prongsai.core.tracking import State
from prongsai.foundation.agencies.models import Unit
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import PlanYear
from prongsai.stages.improvement.states import MeasureState
from prongsai.stages.improvement.written import Months, Written


def measure_of(row: Measure) -> CoreMeasure:
    """Return a measure as the core knows it."""
    months = months_of(row)
    return CoreMeasure(
        key=row.key,
        title=row.title,
        answers=tuple(row.answers),
        steps=tuple(row.steps),
        lead=row.lead.name if row.lead else "",
        support=tuple(unit.name for unit in supporting(row)),
        period=None
        if months is None
        else (month_in(row.fiscal_year, months[0]), month_in(row.fiscal_year, months[1])),
        follow_up=row.follow_up,
        cures=tuple(row.cures),
        evidence=tuple(row.evidence),
    )


def written_of(measure: CoreMeasure, lead: Unit | None, support: Iterable[Unit] = ()) -> Written:
    """Return what a measure of the core says, with the units that its names mean here."""
    period = measure.period
    return Written(
        title=measure.title,
        answers=measure.answers,
        steps=measure.steps,
        lead=lead,
        support=tuple(support),
        months=None if period is None else (period[0].month, period[1].month),
        follow_up=measure.follow_up,
        cures=measure.cures,
        evidence=measure.evidence,
    )


def written_in(row: Measure) -> Written:
    """Return what somebody has written of a measure."""
    return written_of(measure_of(row), row.lead, supporting(row))


def months_of(row: Measure) -> Months | None:
    """Return the first and the last month of a row, or None where nobody has said them."""
    if row.first_month is None or row.last_month is None:
        return None
    return row.first_month, row.last_month


def last_day_of(row: Measure) -> date:
    """Return the last day of the months of a measure, or of its year where nobody has said them."""
    months = months_of(row)
    if months is None:
        return last_day(row.fiscal_year)
    return first_of(month_after(month_in(row.fiscal_year, months[1]))) - timedelta(days=1)


def supporting(row: Measure) -> tuple[Unit, ...]:
    """Return the units that support a measure, in their order; read with the row."""
    return tuple(each.unit for each in sorted(row.support.all(), key=lambda each: each.order))


def state_of(row: Measure) -> State | None:
    """Return the state as reports have it; None for what is dropped, which none of them has."""
    return None if row.state == MeasureState.DROPPED else State(row.state)


def plan_of(year: PlanYear, rows: Iterable[Measure]) -> Plan:
    """Return the plan of a year as the core knows it, without the results: nothing asks for them.

    What is dropped is not in it.
    """
    rows, answered = list(rows), year.frameworks.answered
    return Plan(
        agency=Agency(name=str(rows[0].agency) if rows else ""),
        edition="" if answered is None else answered.key,
        result_year=year.result_year,
        plan_year=year.year,
        results=ResultSheet(()),
        measures=tuple(measure_of(row) for row in rows if row.state != MeasureState.DROPPED),
    )


def units_named(roles: Mapping[str, Unit]) -> tuple[tuple[str, str], ...]:
    """Return the units of roles as the core's agency has them."""
    return tuple((role, unit.name) for role, unit in roles.items())
