"""Measures run in the fiscal year of their document."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.period_outside_year import period_outside_year
from prongsai.core.readings.model import Certainty
from prongsai.core.thai.calendar import buddhist_year, fiscal_year
from tests.factories.subjects import measure, said, subject, told

WHOLE = measure(((2565, 10), (2566, 9)))
LAST_YEAR = measure(((2565, 1), (2565, 3)))


def test_a_period_of_another_year_must_be_mended() -> None:
    of = subject(2565, 2566, measures=(LAST_YEAR, WHOLE))
    assert told(period_outside_year, of) == [
        (
            "must_mend: The period “1/2565 - 3/2565” is not within the fiscal year 2566 of the"
            " document. Write months from October 2565 to September 2566."
        )
    ]


@pytest.mark.parametrize(
    "measures",
    [
        (measure(((2566, 8), (2566, 12))), WHOLE),
        (LAST_YEAR,),
        (LAST_YEAR, measure(((2567, 1), (2567, 3)))),
    ],
)
def test_a_part_outside_or_no_other_measure_inside_is_worth_a_look(measures: object) -> None:
    of = subject(2565, 2566, measures=measures)
    assert {each.severity.value for each in period_outside_year(of)} == {"look_at"}


def test_the_year_after_the_results_is_taken_where_no_other_is_named() -> None:
    of = subject(2565, measures=(LAST_YEAR, WHOLE))
    assert [each.severity.value for each in period_outside_year(of)] == ["must_mend"]


def test_periods_that_are_all_of_one_other_year_say_that_the_year_is_wrong() -> None:
    of = subject(2566, 2566, measures=(measure(((2567, 1), (2567, 3))),) * 2)
    assert told(period_outside_year, of) == []


def test_without_a_year_or_a_period_that_is_sure_nothing_is_told() -> None:
    asked = measure()
    period = said(LAST_YEAR.period.value, certainty=Certainty.ASK)
    unsure = type(asked)(place=asked.place, asked=asked.asked, period=period)
    assert told(period_outside_year, subject(measures=(LAST_YEAR, WHOLE))) == []
    assert told(period_outside_year, subject(2565, 2566, measures=(asked, unsure, WHOLE))) == []


days = st.dates(min_value=date(2015, 10, 1), max_value=date(2035, 9, 30))


@given(days, days)
def test_any_period_inside_the_year_is_silent(one: date, other: date) -> None:
    year = fiscal_year(one)
    first, last = min(one, other), max(one, other)
    period = ((buddhist_year(first), first.month), (buddhist_year(last), last.month))
    is_inside = fiscal_year(first) == fiscal_year(last) == year
    others = measure(((year - 1, 10), (year, 9)))

    found = told(period_outside_year, subject(year - 1, year, measures=(measure(period), others)))

    assert (found == []) is is_inside
