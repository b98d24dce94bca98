"""How far a measure has come, and where it may go from there."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.core.tracking import TRANSITIONS, State


class MeasureState(models.TextChoices):
    """The three states that agencies report, and dropped, of which no report has a column."""

    NOT_STARTED = State.NOT_STARTED, _("Not started")
    IN_PROGRESS = State.IN_PROGRESS, _("In progress")
    DONE = State.DONE, _("Done")
    DROPPED = "dropped", _("Dropped")


NEXT: Mapping[MeasureState, frozenset[MeasureState]] = {
    **{
        MeasureState(state): frozenset(map(MeasureState, after))
        | ({MeasureState.DROPPED} if state is not State.DONE else frozenset())
        for state, after in TRANSITIONS.items()
    },
    MeasureState.DROPPED: frozenset({MeasureState.NOT_STARTED, MeasureState.IN_PROGRESS}),
}
"""The check, the choices of the page and the test read this one table."""

OPEN = (MeasureState.NOT_STARTED, MeasureState.IN_PROGRESS)
"""What the next year takes over."""
