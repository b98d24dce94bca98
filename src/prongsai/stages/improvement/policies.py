"""Who may do what with measures: `check_…` says why not, `can_…` answers."""

from __future__ import annotations

from collections.abc import Collection

from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.improvement.models import Measure


def check_can_plan(by: Actor) -> None:
    """Raise NotAllowed unless this person may plan the measures of a year."""
    if not can_plan(by):
        raise NotAllowed(
            say("Only the ITA officer and administrators plan measures."),
            fix=say("Ask the ITA officer of your agency."),
        )


def check_can_report(measure: Measure, by: Actor, units: Collection[int]) -> None:
    """Raise NotAllowed unless this person may say how far a measure has come.

    `units` are those, by id, that the person is at the head of.
    """
    if not can_report(measure, by, units):
        raise NotAllowed(
            say(
                "Only the ITA officer, administrators and the head of the lead unit say how far"
                " %(key)s has come.",
                key=measure.key,
            ),
            fix=say("Ask the head of the lead unit, or the ITA officer of your agency."),
        )


def can_plan(by: Actor) -> bool:
    """Test if this person may plan the measures of a year."""
    return by.has(Permission.YEAR_EDIT)


def can_report(measure: Measure, by: Actor, units: Collection[int]) -> bool:
    """Test if this person may say how far a measure has come."""
    if not by.has(Permission.MEASURES_REPORT):
        return False
    return can_plan(by) or measure.lead_id in units
