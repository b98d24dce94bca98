"""Who may do what with a year: `check_…` says why not, `can_…` answers."""

from __future__ import annotations

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Permission
from prongsai.stages.cycles.models import Cycle


class YearClosed(Refusal):
    """The year stays as it is."""


def check_can_edit_year(by: Actor) -> None:
    """Raise NotAllowed unless this person may open a year, set its dates and who is in charge."""
    if not can_edit_year(by):
        raise NotAllowed(
            say("Only the ITA officer and administrators open a year and set it up."),
            fix=say("Ask the ITA officer of your agency."),
        )


def check_can_edit_results(by: Actor) -> None:
    """Raise NotAllowed unless this person may enter results."""
    if not can_edit_results(by):
        raise NotAllowed(
            say("Only the ITA officer and administrators enter results."),
            fix=say("Ask the ITA officer of your agency."),
        )


def check_can_announce(by: Actor) -> None:
    """Raise NotAllowed unless this person may show results to who oversees the agency."""
    if not can_announce(by):
        raise NotAllowed(
            say("Only the executive, the clerk and the ITA officer announce results."),
            fix=say("Ask one of them."),
        )


def check_is_open(cycle: Cycle) -> None:
    """Raise YearClosed if a year is closed: nothing in it is changed any more."""
    if cycle.closed_at is not None:
        raise YearClosed(
            say("The year %(year)s is closed.", year=cycle.fiscal_year),
            fix=say("If something must be changed, open the year again and say why."),
        )


def can_edit_year(by: Actor) -> bool:
    """Test if this person may open a year, set its dates and who is in charge."""
    return by.has(Permission.YEAR_EDIT)


def can_edit_results(by: Actor) -> bool:
    """Test if this person may enter results."""
    return by.has(Permission.RESULTS_EDIT)


def can_announce(by: Actor) -> bool:
    """Test if this person may show results to who oversees the agency."""
    return by.has(Permission.RESULTS_ANNOUNCE)
