"""Of which years a document is, however it names them."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month
from prongsai.core.readings.draft import years_of
from prongsai.core.readings.model import Place, Reading, ReadMeasure
from prongsai.core.tracking import Action
from tests.factories.subjects import said, years

NOWHERE = Place()


def running(*ends: int) -> tuple[ReadMeasure, ...]:
    return tuple(
        ReadMeasure(
            place=NOWHERE, asked=frozenset(), period=said((Month(year - 1, 10), Month(year, 3)))
        )
        for year in ends
    )


def acted(*days: date | None) -> tuple[ReadMeasure, ...]:
    actions = tuple(said(Action(text="ประชุม", on=on)) for on in days)
    return (ReadMeasure(place=NOWHERE, asked=frozenset(), actions=actions),)


def told(reading: Reading, year: int | None = None) -> tuple[int, int, list[str]]:
    found = years_of(reading, year)
    return found.result, found.plan, [str(each.what) for each in found.open]


def test_years_that_follow_each_other_are_as_named() -> None:
    named = Reading(years=years(2565, 2566), measures=running(2567))

    assert told(named) == (2565, 2566, [])
    assert told(Reading(years=years(2565, 2567))) == (2565, 2567, [])


def test_one_year_for_both_is_decided_by_the_months_of_most_measures() -> None:
    assert told(Reading(years=years(2566, 2566), measures=running(2567, 2567, 2566))) == (
        2566,
        2567,
        [],
    )
    assert told(Reading(years=years(2568, 2568), measures=running(2568, 2568, 2567))) == (
        2567,
        2568,
        [
            (
                "The document calls the results those of 2568, but its measures are of 2568;"
                " 2567 is taken."
            )
        ],
    )


def test_without_any_month_the_year_of_both_is_that_of_the_results() -> None:
    assert told(Reading(years=years(2566, 2566))) == (2566, 2567, [])


def test_one_year_alone_gives_the_other() -> None:
    assert told(Reading(years=years(result=2566))) == (2566, 2567, [])
    assert told(Reading(years=years(plan=2566))) == (
        2565,
        2566,
        ["The document names no year of the results; 2565, before the plan's, is taken."],
    )


def test_days_of_actions_tell_the_year_where_nothing_else_does() -> None:
    of_days = Reading(measures=acted(None, date(2022, 10, 1), date(2023, 9, 30)))

    assert told(of_days)[:2] == (2565, 2566)


def test_a_person_says_the_year() -> None:
    assert told(Reading(years=years(2566, 2566)), 2564) == (2564, 2565, [])


def test_a_document_without_year_and_month_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        years_of(Reading(measures=acted(None)))

    assert str(caught.value) == (
        "The document does not say of which fiscal year its results are. Say it with --year."
    )
