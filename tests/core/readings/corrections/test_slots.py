"""Every value of a reading has a name by which a person may speak of it."""

from __future__ import annotations

from dataclasses import fields

from prongsai.core.readings.corrections import measure_names, slots_of
from prongsai.core.readings.corrections.model import HEAD, LISTS, LISTS_OF_MEASURE, OF_MEASURE
from prongsai.core.readings.corrections.slots import other_names
from prongsai.core.readings.model import Place, Reading, ReadMeasure
from prongsai.core.readings.values import values_of
from tests.factories.readings import full_reading, read, read_measure

ALL = [
    *("kind", "number", "dated", "unit", "subject", "to"),
    *("agencies/1", "agencies/2", "districts/1", "provinces/1", "years/1"),
    *("scores/i7", "scores/i7/2", "scores/e3/survey", "scores/total/2569", "levels/1"),
    *("names/o9", "weak/i7", "keep/10", "citations/i7/o9", "signatures/1", "measures/1"),
    *("measures/1/number", "measures/1/title", "measures/1/indicator"),
    *("measures/1/answers/i7", "measures/1/answers/e3/survey"),
    *("measures/1/steps/1", "measures/1/steps/2", "measures/1/steps/3"),
    *("measures/1/lead/1", "measures/1/support/1", "measures/1/cures/o9"),
    *("measures/1/actions/1", "measures/1/output/1", "measures/1/outcome/1"),
    *("measures/1/proofs/1", "measures/1/period", "measures/1/follow_up", "measures/1/state"),
]


def test_a_code_stands_under_its_code_and_only_the_rest_is_counted() -> None:
    slots = list(slots_of(full_reading()))

    assert [slot.at for slot in slots if "table-1-row-2" not in slot.at] == ALL
    assert {slot.at: slot.words for slot in slots}["measures/1"] == "1. มาตรการ 1"


def test_no_value_of_a_reading_is_without_a_slot() -> None:
    reading = full_reading()
    slots = [s.said for s in slots_of(reading) if s.said and s.field not in {"kind", "measure"}]

    assert sorted(map(id, slots)) == sorted(map(id, values_of(reading)))


def test_every_field_of_the_model_can_be_corrected() -> None:
    others = {"kind", "passages", "measures", "unread", "hidden"}
    of_measure = {"place", "asked", "key"}

    assert {field.name for field in fields(Reading)} - others == {*HEAD, *LISTS} - {"kind"}
    assert {field.name for field in fields(ReadMeasure)} - of_measure == {
        *OF_MEASURE,
        *LISTS_OF_MEASURE,
    }


def test_what_was_not_read_has_a_place_too() -> None:
    slots = list(slots_of(Reading(measures=(read_measure(),))))

    assert [slot.at for slot in slots if slot.said is None] == [
        *("kind", "number", "dated", "unit", "subject", "to"),
        *(f"measures/table-1-row-1/{field}" for field in ("number", "indicator")),
        *(f"measures/table-1-row-1/{field}/+" for field in LISTS_OF_MEASURE),
        *(f"measures/table-1-row-1/{field}" for field in ("period", "follow_up", "state")),
    ]
    assert {slot.words for slot in slots if slot.said is None} == {""}


def test_a_measure_is_named_by_its_key_then_its_number_then_its_row() -> None:
    row = Place(row=4)
    measures = (
        read_measure(1, key="M-1", number=read("1", "๑")),
        read_measure(2, number=read("2", "๒")),
        read_measure(3, number=read("3", "๓")),
        read_measure(4, number=read("3", "๓")),
        read_measure(5, place=row, number=read("1/2571", "๑/๒๕๗๑")),
        read_measure(6, place=Place()),
    )
    assert measure_names(measures) == [
        *("M-1", "2", "table-1-row-3", "table-1-row-4", "row-4", "position-6")
    ]


def test_a_measure_answers_to_each_of_its_names_that_no_other_has() -> None:
    measures = (read_measure(1, number=read("1", "๑")), read_measure(1, number=read("2", "๒")))

    assert other_names(measures) == {"1": 0, "position-1": 0, "2": 1, "position-2": 1}
