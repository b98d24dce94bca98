"""How far a measure has come: its state, what was done on which day, what came of it, the proof.

The caller says what day it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.core.measures.model import Measure, Month
from prongsai.core.thai.calendar import buddhist_year


class State(StrEnum):
    """The three states that agencies report (the tick columns of filed progress reports)."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


WORDS_OF_STATES: dict[State, str] = {
    State.NOT_STARTED: "ยังไม่ดำเนินการ",
    State.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    State.DONE: "ดำเนินการแล้ว",
}
"""The headings of the tick columns, by which people write a state."""

TRANSITIONS: dict[State, frozenset[State]] = {
    State.NOT_STARTED: frozenset({State.IN_PROGRESS, State.DONE}),
    State.IN_PROGRESS: frozenset({State.DONE}),
    State.DONE: frozenset({State.IN_PROGRESS}),  # reopened: the proof did not hold
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """An entry of the diary: what was done. `on` None: nobody wrote down the day."""

    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Evidence that is there: what it is, its address or file, and its own date."""

    what: str
    address: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one measure has come. `state` None: nobody has said; it is not “not started”.

    `output` is what was done, `outcome` is what changed by it.
    """

    state: State | None = None
    actions: tuple[Action, ...] = ()
    output: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()


NOTHING_SAID = Progress()

ProgressOf = Mapping[str, Progress]
"""Progress by the key of its measure; a measure of which nobody has said anything is absent."""


class Due(StrEnum):
    """Where a measure stands on a day, in the order in which a meeting asks."""

    LATE = "late"  # its last month is over and it is not done
    DUE = "due"  # its last month is the month of the day
    RUNNING = "running"  # its time has begun and goes on
    TO_COME = "to_come"
    UNDATED = "undated"  # nobody has said from which month to which it runs
    DONE = "done"


def due_on(measure: Measure, state: State | None, today: date) -> Due:
    """Return where a measure stands on a day."""
    if state is State.DONE:
        return Due.DONE
    if measure.period is None:
        return Due.UNDATED
    start, end = measure.period
    now = Month(buddhist_year(today), today.month)
    if end < now:
        return Due.LATE
    if end == now:
        return Due.DUE
    return Due.RUNNING if start <= now else Due.TO_COME


def by_due(
    measures: Sequence[Measure], progress: ProgressOf, today: date
) -> dict[Due, tuple[Measure, ...]]:
    """Return the measures by where they stand on a day, each group in the order of the plan."""
    return {due: tuple(_of(due, measures, progress, today)) for due in Due}


def _of(
    due: Due, measures: Sequence[Measure], progress: ProgressOf, today: date
) -> Iterator[Measure]:
    for measure in measures:
        if due_on(measure, progress.get(measure.key, NOTHING_SAID).state, today) is due:
            yield measure
