"""What pages show before measures go on in a later year."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.foundation.agencies.models import Unit
from prongsai.stages.improvement.carrying import goes_on
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import plan_year
from prongsai.web.improvement.shown import months_in_words, named


@dataclass(frozen=True, slots=True)
class GoingOn:
    """A measure that goes on, with what is left out of it."""

    row: Measure
    months: str
    follow_up: str
    lost: tuple[str, ...]
    closed: tuple[Unit, ...]


def goes_on_in_words(old: int, new: int) -> list[GoingOn]:
    """Return what a year takes over from another one, as people read it."""
    before = plan_year(old)
    if before is None:
        return []
    frameworks = before.frameworks
    return [
        GoingOn(
            row=each.row,
            months=months_in_words(each.written.months, new),
            follow_up=each.written.follow_up,
            lost=(
                *named(each.carried.lost_answers, frameworks.answered),
                *named(each.carried.lost_cures, frameworks.cured),
            ),
            closed=each.closed,
        )
        for each in goes_on(old, new)
    ]
