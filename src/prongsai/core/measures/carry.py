"""A measure that is not done goes on in the plan of a later year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from prongsai.core.editions.crosswalk import matches
from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.measures.complete import is_known
from prongsai.core.measures.model import Measure, Month, Period
from prongsai.core.measures.months import month_after, moved_in
from prongsai.core.results import Key, key_of, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Frameworks:
    """In what the codes of a plan stand; None where it is not known.

    `answered` is the framework of its result year, `cured` that of the plan year itself.
    """

    answered: Edition | None
    cured: Edition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A measure as a later year has it, and the codes of which nothing there asks any more."""

    measure: Measure
    lost_answers: tuple[str, ...]
    lost_cures: tuple[str, ...]


def carried(measure: Measure, before: Frameworks, after: Frameworks, years: int) -> Carried:
    """Return a measure as the plan of some years later has it: no code of it means another thing.

    The month that its follow-up names, the one after its last, moves along.
    """
    answers, lost_answers = _led(measure.answers, before.answered, after.answered)
    cures, lost_cures = _led(measure.cures, before.cured, after.cured)
    moved = replace(
        measure,
        answers=answers,
        cures=cures,
        period=None if measure.period is None else _moved(measure.period, years),
        follow_up=_told_again(measure, years),
    )
    return Carried(measure=moved, lost_answers=lost_answers, lost_cures=lost_cures)


def _led(
    names: Iterable[str], before: Edition | None, after: Edition | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return codes as a later framework has them, each once, and those it has not."""
    kept: dict[str, None] = {}
    lost = []
    for name in names:
        found = () if before is None or after is None else _after(key_of(name), before, after)
        kept |= dict.fromkeys(map(name_of, found))
        if not found:
            lost.append(name)
    return tuple(kept), tuple(lost)


def _after(key: Key, before: Edition, after: Edition) -> tuple[Key, ...]:
    """Return what asks for the same thing later; groups of items change every year."""
    code, part = key
    if code in before.items:
        codes = matches(code, before, after)
    else:
        same = {TOTAL, *before.instrument, *before.indicators}
        codes = (code,) if code in same & {TOTAL, *after.instrument, *after.indicators} else ()
    return tuple((each, part) for each in codes if is_known((each, part), after))


def _moved(period: Period, years: int) -> Period:
    start, end = period
    return _later(start, years), _later(end, years)


def _later(month: Month, years: int) -> Month:
    return Month(month.year + years, month.month)


def _told_again(measure: Measure, years: int) -> str:
    if measure.period is None:
        return measure.follow_up
    return moved_in(measure.follow_up, month_after(measure.period[1]), years)
