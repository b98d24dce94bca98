from __future__ import annotations

from decimal import Decimal

from prongsai.core.readings.model import (
    NamedYear,
    Passage,
    Place,
    Reading,
    Said,
    StatedScore,
    YearRole,
)
from prongsai.core.readings.results_only import of_year, own_year, results_only, years_in

HERE = Place(line=1)


def score(value: str, year: int | None = None) -> Said[StatedScore]:
    stated = StatedScore(code="1", score=Decimal(value), year=year)
    return Said(value=stated, words=value, place=HERE)


NAMED = Said(value=NamedYear(year=2566, role=YearRole.RESULT), words="2566", place=HERE)
WEAK = Said(value="i7", words="i7", place=HERE)
READING = Reading(
    years=(NAMED,),
    scores=(score("90"), score("80", 2565)),
    weak=(WEAK,),
    passages=(Passage(text="ข้อความ", place=HERE),),
)


def test_what_is_not_of_results_is_left_away() -> None:
    assert results_only(READING) == Reading(
        years=(NAMED,), scores=READING.scores, weak=READING.weak
    )


def test_a_score_without_a_year_is_of_the_year_of_the_document() -> None:
    assert (own_year(READING, 2567), years_in(READING, 2567)) == (2566, (2566, 2565))
    assert of_year(READING, 2566, 2567).scores == (score("90"),)
    assert of_year(READING, 2566, 2567).weak == (WEAK,)


def test_of_another_year_nothing_is_named_weak() -> None:
    assert of_year(READING, 2565, 2567) == Reading(scores=(score("80"),), passages=READING.passages)


def test_a_document_that_names_no_year_is_of_the_year_that_is_asked_for() -> None:
    nameless = Reading(scores=(score("90"),))
    assert (own_year(nameless, 2567), years_in(nameless, 2567)) == (2567, (2567,))
