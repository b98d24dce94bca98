"""Of which years a document is: results of one, measures of the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prongsai.core.errors import Refusal
from prongsai.core.measures.months import fiscal_year_of
from prongsai.core.readings.draft.model import Open, Years
from prongsai.core.readings.model import Reading, YearRole
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.calendar import fiscal_year


def years_of(reading: Reading, said: int | None = None) -> Years:
    """Return the years of the results and of the plan. `said`: that of the results, by a person.

    Where a document calls both by one year, the months of its measures tell which one it means.

    :raises Refusal: for a document that names no year and has no month.
    """
    result, plan = said or reading.year(YearRole.RESULT), reading.year(YearRole.PLAN)
    if said is not None:
        return Years(result=said, plan=said + 1)
    if result is not None and plan is not None and result < plan:
        return Years(result=result, plan=plan)
    lived = _lived(reading)
    if lived is None and result == plan:
        plan = None
    plan = lived or plan or (result + 1 if result else None)
    if plan is None:
        raise Refusal(
            say("The document does not say of which fiscal year its results are."),
            fix=say("Say it with --year."),
        )
    if result is None or result >= plan:
        decided = _taken(result, plan)
        return Years(result=plan - 1, plan=plan, open=(Open(what=decided),))
    return Years(result=result, plan=plan)


def _taken(named: int | None, plan: int) -> Sentence:
    if named is None:
        return say(
            "The document names no year of the results; %(year)s, before the plan's, is taken.",
            year=plan - 1,
        )
    return say(
        "The document calls the results those of %(named)s, but its measures are of %(plan)s;"
        " %(year)s is taken.",
        named=named,
        plan=plan,
        year=plan - 1,
    )


def _lived(reading: Reading) -> int | None:
    """Return the fiscal year in which most measures run, or most was done."""
    years = [*_of_periods(reading)] or [*_of_days(reading)]
    return max(Counter(years).items(), key=lambda counted: counted[1])[0] if years else None


def _of_periods(reading: Reading) -> Iterator[int]:
    for measure in reading.measures:
        if measure.period is not None:
            yield fiscal_year_of(measure.period.value[1])


def _of_days(reading: Reading) -> Iterator[int]:
    for measure in reading.measures:
        for action in measure.actions:
            if action.value.on is not None:
                yield fiscal_year(action.value.on)
