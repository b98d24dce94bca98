"""A measure runs forwards, and in the year of its plan."""

from __future__ import annotations

from prongsai.core.checks.period_outside_plan_year import period_outside_plan_year
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, ReadMeasure
from tests.factories.reported import row, said, told

INSIDE = row()


def running(
    start: Month, end: Month, certainty: Certainty = Certainty.SURE, key: str = ""
) -> ReadMeasure:
    return row(period=said((start, end), certainty=certainty), key=key)


def test_an_end_before_the_start_is_found_whatever_the_year() -> None:
    backwards = running(Month(2567, 3), Month(2567, 1))

    assert told(period_outside_plan_year, backwards, plan=None) == [
        (
            "must_mend: “ทบทวนแผน” ends in ม.ค. 2567, before it starts in มี.ค. 2567."
            " Write the month that comes first first."
        )
    ]


def test_months_of_another_year_are_found_beside_measures_of_the_year() -> None:
    earlier = running(Month(2566, 1), Month(2566, 3))
    later = running(Month(2567, 9), Month(2567, 10))

    assert told(period_outside_plan_year, INSIDE, earlier, later) == [
        (
            "must_mend: “ทบทวนแผน” runs in ม.ค. 2566, มี.ค. 2566,"
            " which is not in the fiscal year 2567. A plan of 2567 has months of that fiscal year."
        ),
        (
            "must_mend: “ทบทวนแผน” runs in ต.ค. 2567, which is not in the fiscal year 2567."
            " A plan of 2567 has months of that fiscal year."
        ),
    ]


def test_a_plan_of_ours_knows_its_year() -> None:
    month = Month(2567, 10)

    assert told(period_outside_plan_year, running(month, month, key="M-2567-001")) == [
        (
            "must_mend: “ทบทวนแผน” runs in ต.ค. 2567, which is not in the fiscal year 2567."
            " A plan of 2567 has months of that fiscal year."
        )
    ]


def test_the_first_and_the_last_month_of_the_year_are_in_it() -> None:
    assert told(period_outside_plan_year, running(Month(2566, 10), Month(2567, 9))) == []


def test_where_no_measure_lies_in_the_year_the_year_is_doubted() -> None:
    assert told(period_outside_plan_year, running(Month(2566, 1), Month(2566, 3))) == []


def test_a_document_without_a_year_and_a_measure_without_a_period_are_left_alone() -> None:
    elsewhere = running(Month(2566, 1), Month(2566, 3))

    assert told(period_outside_plan_year, INSIDE, elsewhere, plan=None) == []
    assert told(period_outside_plan_year, INSIDE, row(period=None)) == []


def test_a_period_that_a_person_must_read_is_left_alone() -> None:
    unsure = running(Month(2567, 3), Month(2567, 1), Certainty.ASK)

    assert told(period_outside_plan_year, INSIDE, unsure) == []
