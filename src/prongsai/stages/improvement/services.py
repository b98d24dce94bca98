"""Writes of measures: planned, changed, and how far they have come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.db.models import Max

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.text import normalise
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.audit.services import Subject, record
from prongsai.stages.improvement.mapping import measure_of, written_in
from prongsai.stages.improvement.models import Measure, SupportingUnit
from prongsai.stages.improvement.plan_years import PlanYear, held_open
from prongsai.stages.improvement.policies import check_can_plan, check_can_report
from prongsai.stages.improvement.selectors import all_measures, mark_of, measures_of, proposals
from prongsai.stages.improvement.states import NEXT, MeasureState
from prongsai.stages.improvement.units import headed_by
from prongsai.stages.improvement.written import Written, checked

Changes = Mapping[str, tuple[object, object]]


class ChangedMeanwhile(Refusal):
    """Somebody else changed the measure since the person looked."""


@transaction.atomic
def add_measure(
    *, fiscal_year: int, written: Written, by: Actor, form: UUID | None = None
) -> Measure:
    """Add a measure at the end of the plan of a year; what one `form` sends twice is added once.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the year is closed or not there, something that was written is wrong, or
        the form was sent before with something else.
    """
    check_can_plan(by)
    year = held_open(fiscal_year)
    given = checked(written, year.frameworks)
    # With the agency in it, so that no form of another agency is ever met.
    key = uuid4() if form is None else uuid5(form, str(by.agency_id))
    there = all_measures().filter(uuid=key).first()
    if there is None:
        return _planned(year, given, by, uuid=key)
    if (there.fiscal_year, written_in(there)) != (fiscal_year, given):
        raise Refusal(
            say("This form was saved before, as %(key)s.", key=there.key),
            fix=say("Change it there, or open the form anew to add another measure."),
        )
    return there


@transaction.atomic
def take_proposals(*, fiscal_year: int, marks: Collection[str], by: Actor) -> list[Measure]:
    """Add the proposals that were ticked, by their marks, to the plan of a year.

    Where all that was ticked stands there already, it is what is returned.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the year is closed or not there, nothing was ticked, or something that was
        ticked is proposed no more.
    """
    check_can_plan(by)
    year = held_open(fiscal_year)
    offered = {each.mark: each for each in proposals(year)}
    if not marks:
        raise Refusal(say("No measure was ticked."), fix=say("Tick at least one."))
    if there := _standing(year, marks):  # the button was pressed twice
        return there
    check_proposed(marks, offered)
    return [
        _planned(year, checked(each.written, year.frameworks), by)
        for mark, each in offered.items()
        if mark in marks
    ]


def check_proposed(marks: Collection[str], offered: Collection[str]) -> None:
    """Raise Refusal if something that was ticked, by its mark, is proposed no more."""
    if not set(marks) <= set(offered):
        raise Refusal(
            say(
                "Some of what was ticked is not proposed any more: the plan or the results changed."
            ),
            fix=say("Look at what is proposed now, and tick again."),
        )


@transaction.atomic
def change_measure(*, measure: Measure, written: Written, seen: int, by: Actor) -> Measure:
    """Write a measure anew. `seen` is the version that the person saw.

    :raises NotAllowed: if this person may not.
    :raises ChangedMeanwhile: if somebody else changed it meanwhile.
    :raises Refusal: if it goes on in a later year, the year is closed, or something that was
        written is wrong.
    """
    check_can_plan(by)
    year = held_open(measure.fiscal_year)
    kept = _held(measure)
    _check_ends_here(kept)
    given = checked(written, year.frameworks)
    changes = _changes(kept, given)
    if changes:  # else the button was pressed twice
        _check_seen(kept, seen)
        _fill(kept, given)
        kept.version += 1
        kept.save()
        _support(kept, given)
        _record("measure.changed", kept, by, changes)
    return _held(kept)


@transaction.atomic
def set_state(
    *, measure: Measure, to: MeasureState, seen: int, by: Actor, reason: str = ""
) -> Measure:
    """Say how far a measure has come; who plans may drop one, with the reason.

    `seen` is the version that the person saw.

    :raises NotAllowed: if this person may not.
    :raises ChangedMeanwhile: if somebody else changed it meanwhile.
    :raises Refusal: if it cannot go there or goes on in a later year, the reason of what is dropped
        is missing, or the year is closed.
    """
    held_open(measure.fiscal_year)
    kept = _held(measure)
    old = MeasureState(kept.state)
    check_can_report(kept, by, headed_by(by))
    if old is to:  # the button was pressed twice
        return kept
    _check_ends_here(kept)
    _check_seen(kept, seen)
    if MeasureState.DROPPED in {old, to}:
        check_can_plan(by)
    _check_may_go(old, to)
    kept.dropped_because = reason.strip() if to is MeasureState.DROPPED else ""
    if to is MeasureState.DROPPED and not normalise(kept.dropped_because).strip():
        raise Refusal(say("The reason is missing."), fix=say("Say why the measure is dropped."))
    kept.state = to
    kept.version += 1
    kept.save(update_fields=["state", "dropped_because", "version"])
    _record("measure.state_set", kept, by, {"state": (old, to)}, kept.dropped_because)
    return kept


def add_row(year: PlanYear, given: Written, by: Actor, **more: object) -> Measure:
    """Add the row of a measure that was checked, with the next number; only `carrying` and this
    module call it, in their transactions.
    """
    last = measures_of(year.year).aggregate(last=Max("number"))["last"] or 0
    row = Measure(agency_id=by.agency_id, fiscal_year=year.year, number=last + 1, **more)
    _fill(row, given)
    row.save()
    _support(row, given)
    return row


def subject_of(row: Measure) -> Subject:
    """Return what the record calls a measure."""
    return Subject("measure", str(row.uuid), f"{row.key} {row.title}")


def _standing(year: PlanYear, marks: Collection[str]) -> list[Measure]:
    """Return the measures of a plan that proposals became, if all of these did, else none."""
    rows = measures_of(year.year).exclude(state=MeasureState.DROPPED)
    found = {mark_of(measure_of(row)): row for row in rows}
    return [found[mark] for mark in found if mark in marks] if found.keys() >= set(marks) else []


def _planned(year: PlanYear, given: Written, by: Actor, **more: object) -> Measure:
    row = add_row(year, given, by, **more)
    _record("measure.planned", row, by, {})
    return row


def _held(measure: Measure) -> Measure:
    rows = Measure.objects.select_for_update(of=("self",)).select_related("lead")
    return rows.prefetch_related("support__unit").get(pk=measure.pk)


def _check_ends_here(kept: Measure) -> None:
    later = Measure.objects.filter(carried_from=kept).first()
    if later is not None:
        raise Refusal(
            say("%(old)s goes on as %(key)s.", old=kept.key, key=later.key),
            fix=say("Change it there."),
        )


def _check_seen(kept: Measure, seen: int) -> None:
    if kept.version != seen:
        raise ChangedMeanwhile(
            say("Somebody else changed %(key)s meanwhile.", key=kept.key),
            fix=say("Look at it again, then change it."),
        )


def _check_may_go(old: MeasureState, to: MeasureState) -> None:
    if to not in NEXT[old]:
        raise Refusal(
            say(
                "What is “%(old)s” cannot become “%(new)s”.", old=str(old.label), new=str(to.label)
            ),
            fix=say("Choose one of the states that are offered."),
        )


def _fill(row: Measure, given: Written) -> None:
    row.title, row.follow_up, row.lead = given.title, given.follow_up, given.lead
    row.answers, row.steps = list(given.answers), list(given.steps)
    row.cures, row.evidence = list(given.cures), list(given.evidence)
    row.first_month, row.last_month = given.months or (None, None)


def _support(row: Measure, given: Written) -> None:
    SupportingUnit.objects.filter(measure=row).delete()
    # Each row was made for the agency of the measure: `bulk_create` holds them to the active one.
    SupportingUnit.objects.bulk_create(
        SupportingUnit(agency_id=row.agency_id, measure=row, unit=unit, order=order)
        for order, unit in enumerate(given.support)
    )


def _changes(row: Measure, given: Written) -> Changes:
    before, after = _told(written_in(row)), _told(given)
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def _told(given: Written) -> dict[str, object]:
    """Return what the record keeps of each field."""
    first, last = given.months or (None, None)
    return {
        "title": given.title,
        "answers": ", ".join(given.answers),
        "steps": "\n".join(given.steps),
        "lead": given.lead and given.lead.name,
        "support": ", ".join(unit.name for unit in given.support),
        "first_month": first,
        "last_month": last,
        "follow_up": given.follow_up,
        "cures": ", ".join(given.cures),
        "evidence": "\n".join(given.evidence),
    }


def _record(kind: str, row: Measure, by: Actor, changes: Changes, reason: str = "") -> None:
    subject = subject_of(row)
    record(kind, chain=row.agency_id, subject=subject, by=by, changes=changes, reason=reason)
