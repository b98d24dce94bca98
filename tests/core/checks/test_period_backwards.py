"""A measure does not end before it starts."""

from __future__ import annotations

from prongsai.core.checks.period_backwards import period_backwards
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, ReadMeasure
from tests.factories.reported import row, said, told


def running(start: Month, end: Month, certainty: Certainty = Certainty.SURE) -> ReadMeasure:
    return row(period=said((start, end), certainty=certainty))


def test_an_end_before_the_start_is_found_whatever_the_year() -> None:
    backwards = running(Month(2567, 3), Month(2567, 1))

    assert told(period_backwards, backwards, plan=None) == [
        (
            "must_mend: “ทบทวนแผน” ends in ม.ค. 2567, before it starts in มี.ค. 2567."
            " Write the month that comes first first."
        )
    ]


def test_a_single_month_a_turn_of_the_year_and_no_period_are_left_alone() -> None:
    month, turn = Month(2567, 1), running(Month(2566, 12), Month(2567, 1))

    assert told(period_backwards, running(month, month), turn, row(period=None)) == []


def test_a_period_that_a_person_must_read_is_left_alone() -> None:
    assert told(period_backwards, running(Month(2567, 3), Month(2567, 1), Certainty.ASK)) == []
