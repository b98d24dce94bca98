"""Every value of a reading is found, whatever field it stands in."""

from __future__ import annotations

from prongsai.core.readings.model import Place, Reading, ReadMeasure
from prongsai.core.readings.values import most_said, values_of
from tests.factories.subjects import passages, said


def test_the_values_of_the_document_come_before_those_of_its_measures() -> None:
    measure = ReadMeasure(
        place=Place(), asked=frozenset({"title"}), title=said("ก"), steps=(said("ข"), said("ค"))
    )
    reading = Reading(
        passages=passages("ข้อความ"), number=said("1/-"), weak=(said("i7"),), measures=(measure,)
    )

    assert [each.value for each in values_of(reading)] == ["1/-", "i7", "ก", "ข", "ค"]


def test_what_is_said_most_often_is_taken_and_of_several_the_first() -> None:
    assert most_said(["ก", "ข", "ค", "ข"]) == "ข"
    assert most_said(["ข", "ก", "ก", "ข"]) == "ข"
    assert most_said([]) == ""
