"""What is weak needs a measure; the plans of others are judged only by codes that they name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from prongsai.core.checks.weak_without_measure import weak_without_measure
from prongsai.core.readings.model import Certainty, ReadMeasure
from tests.factories.reported import row, said, subject, texts, told


def answering(*names: str, **more: object) -> ReadMeasure:
    return row(answers=texts(*names), **more)


def codes(*measures: ReadMeasure, weak: str, kind: str = "") -> list[str]:
    """Return the codes that no measure answers."""
    found = told(weak_without_measure, *measures, weak=texts(*weak.split()), kind=kind)
    return [line.removeprefix("must_mend: ").split(" is weak")[0] for line in found]


def test_a_weak_item_that_no_measure_names_is_found_once() -> None:
    assert told(weak_without_measure, answering("o36"), weak=texts("i7", "o36", "i7")) == [
        (
            "must_mend: i7 is weak, and no measure says that it answers it."
            " Add a measure for it, or name it among what a measure answers."
        )
    ]


def test_a_measure_for_a_neighbour_does_not_answer() -> None:
    assert codes(answering("o35"), weak="o36 i7 IIT total") == ["o36", "i7", "IIT"]


def test_a_measure_for_the_other_part_does_not_answer() -> None:
    assert codes(answering("e3/public"), weak="e3/survey e3/public e3") == ["e3/survey"]


@pytest.mark.parametrize("answer", ["o36", "10.1", "10", "OIT", "o36 i7"])
def test_a_measure_answers_by_itself_or_by_what_stands_above(answer: str) -> None:
    assert codes(answering(*answer.split()), weak="o36") == []


@pytest.mark.parametrize("weak", ["o36", "10", "OIT", "total"])
def test_work_on_an_item_is_work_on_all_above_it(weak: str) -> None:
    assert codes(answering("o36"), weak=weak) == []


def test_a_measure_may_name_its_indicator_alone() -> None:
    assert codes(answering(indicator=said("10")), weak="o36") == []


def test_a_document_whose_measures_name_no_codes_is_not_judged() -> None:
    assert codes(answering(), weak="i7") == []
    assert codes(answering("o36"), answering(), weak="i7") == []
    assert codes(weak="i7") == []


def test_a_plan_of_ours_is_judged_even_without_measures() -> None:
    assert codes(weak="i7", kind="plan") == ["i7"]
    assert codes(answering(key="M-2567-001"), weak="i7", kind="plan") == ["i7"]
    assert codes(answering(), weak="i7", kind="plan") == []


def test_unknown_codes_and_codes_that_a_person_must_read_are_left_alone() -> None:
    unsure = (said("i7", certainty=Certainty.ASK),)

    assert codes(answering("o36"), weak="i99") == []
    assert told(weak_without_measure, answering("o36"), weak=unsure) == []


def test_without_an_edition_nothing_is_said() -> None:
    known = subject(answering("o36"), weak=texts("i7"))

    assert list(weak_without_measure(replace(known, result_edition=None))) == []
