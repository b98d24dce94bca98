"""The results of a year that a document states, and what is open about them."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.readings.draft import results_of
from prongsai.core.readings.draft.results import history_of
from prongsai.core.readings.model import Certainty, Reading, StatedScore
from prongsai.core.results import Result
from tests.factories.subjects import editions, said, scores

EDITION = editions()[2566]


def told(reading: Reading) -> tuple[list[Result], list[str]]:
    sheet, found = results_of(reading, EDITION, 2566)
    return [*sheet.results], [str(each.what) for each in found]


def test_scores_of_the_year_and_what_is_weak_become_results() -> None:
    reading = Reading(
        scores=(*scores("6 84.87, e3/survey 70.5"), *scores("total 75.40", year=2565)),
        weak=(said("i7"), said("e3/survey")),
    )

    assert told(reading) == (
        [
            Result(code="6", score=Decimal("84.87")),
            Result(code="e3", part="survey", score=Decimal("70.5"), weak=True),
            Result(code="i7", weak=True),
        ],
        [],
    )


def test_of_two_values_the_first_is_taken_and_told() -> None:
    reading = Reading(scores=scores("6 84.87, 6 93.17, 6 84.87"))

    assert told(reading) == (
        [Result(code="6", score=Decimal("84.87"))],
        ["6 has two scores, 84.87 and 93.17; the first is taken."],
    )


def test_what_is_unknown_or_must_be_asked_is_left_out_and_told() -> None:
    asked = said(StatedScore(code="i1", score=Decimal(80)), "80", certainty=Certainty.ASK)
    reading = Reading(
        scores=(*scores("i99 80"), asked),
        weak=(said("o99"), said("i2", "ข้อ 2", certainty=Certainty.ASK)),
    )

    assert told(reading) == (
        [],
        [
            "i99 is not in the edition of the results; it is left out.",
            "“80” is not clear.",
            "o99 is not in the edition of the results; it is left out.",
            "“ข้อ 2” is not clear.",
        ],
    )


def test_a_score_of_another_year_that_must_be_asked_is_told_and_no_history() -> None:
    value = StatedScore(code="total", score=Decimal(875), year=2564)
    asked = said(value, "875", certainty=Certainty.ASK)
    reading = Reading(scores=(asked, *scores("total 80", year=2564), *scores("1 70", year=2564)))

    assert told(reading) == ([], ["“875” is not clear."])
    assert [(y, each.value.score) for y, each in history_of(reading, 2566).items()] == [
        (2564, Decimal(80))
    ]
