from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Certainty, Place, Reading, Said, StatedScore
from prongsai.core.readings.sheet import sheet_in_reading
from prongsai.core.results import Result, ResultSheet
from prongsai.core.sentences import say
from prongsai.formats.editions import load_edition

EDITION = load_edition("nacc-2567")


def score(
    code: str, value: str, row: int, certainty: Certainty = Certainty.SURE
) -> Said[StatedScore]:
    stated = StatedScore(code=code, score=Decimal(value))
    return Said(value=stated, words=value, place=Place(row=row), certainty=certainty)


def sheet(*scores: Said[StatedScore], weak: str = "", **notes: str) -> ResultSheet:
    named = (Said(value=weak, words=weak, place=Place(row=9)),) if weak else ()
    reading = Reading(scores=scores, weak=named)
    return sheet_in_reading(reading, EDITION, notes, lambda place: f"row {place.row}")


def test_values_come_with_their_places_notes_and_what_is_weak() -> None:
    assert sheet(score("1", "90.5", 2), weak="i7", i7="ดู", i8="แก้", x="หาย") == ResultSheet(
        (
            Result(code="1", score=Decimal("90.5"), place="row 2"),
            Result(code="i7", weak=True, note="ดู", place="row 9"),
            Result(code="i8", note="แก้", place="row None"),
        )
    )


def test_the_same_value_twice_is_one_though_rounded() -> None:
    (one,) = sheet(score("1", "87.76", 2), score("1", "87.8", 3)).results
    assert (one.score, one.place) == (Decimal("87.76"), "row 2")


def test_all_that_is_wrong_is_told_at_once_with_its_places() -> None:
    with pytest.raises(Refusal) as refused:
        sheet(
            score("1", "90", 2),
            score("1", "80", 3),
            score("o99", "100", 4),
            score("2", "70", 5, certainty=Certainty.ASK),
        )
    assert refused.value.written({}).split("\n") == [
        "row 3: 1 has two scores, 90 and 80. Leave one of them out, or make them equal.",
        "row 4: There is no o99 in ITA of fiscal year 2567. It has o1–o35.",
        "row 5: “2” is not clear. Say what is right, or leave it out.",
    ]


def test_why_a_score_is_not_clear_is_told() -> None:
    unclear = replace(score("2", "70", 5, certainty=Certainty.ASK), why=say("it is smudged"))
    with pytest.raises(Refusal) as refused:
        sheet(unclear)
    assert refused.value.written({}) == (
        "row 5: “2” is not clear: it is smudged Say what is right, or leave it out."
    )


def test_nothing_is_no_result() -> None:
    with pytest.raises(Refusal, match=r"^Nothing is left to be saved"):
        sheet()
