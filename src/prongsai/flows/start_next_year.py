"""Start a year from an earlier one: people, dates and open measures go on, results never."""

from __future__ import annotations

from django.db import transaction

from prongsai.foundation.accounts.actor import Actor
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.services import open_year
from prongsai.stages.improvement.carrying import carry_measures


@transaction.atomic
def start_year(*, fiscal_year: int, like: Cycle | None, by: Actor) -> Cycle:
    """Open a year; `like` is the one whose people, dates and open measures it takes over.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the year is open already, or no framework serves it. Then nothing is kept.
    """
    cycle = open_year(fiscal_year=fiscal_year, like=like, by=by)
    if like is not None:
        carry_measures(old=like.fiscal_year, new=fiscal_year, by=by)
    return cycle
