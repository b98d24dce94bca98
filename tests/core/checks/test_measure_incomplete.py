"""A measure says how, who, when and how it is followed up, where the document asks for it."""

from __future__ import annotations

import pytest

from prongsai.core.checks.measure_incomplete import measure_incomplete
from prongsai.core.readings.model import Place
from tests.factories.reported import ROW, cell, row, said, subject, told

BLANK = {"steps": (), "lead": (), "period": None, "follow_up": None}


def test_each_of_the_four_that_is_blank_is_found() -> None:
    assert told(measure_incomplete, row(**BLANK)) == [
        "must_mend: “ทบทวนแผน” says no steps. Write what is done, step by step.",
        "must_mend: “ทบทวนแผน” names no unit that leads it. Name the unit that leads it.",
        "must_mend: “ทบทวนแผน” says no period. Write from which month to which it runs.",
        (
            "must_mend: “ทบทวนแผน” does not say how it is followed up."
            " Write when and to whom its progress is reported."
        ),
    ]


def test_a_measure_without_a_title_is_named_by_its_number_its_key_or_what_it_answers() -> None:
    numbered = row(lead=(), title=None, number=said("3"))
    ours = row(lead=(), title=None, key="M-2567-001")
    point = row(lead=(), title=None)

    found = told(measure_incomplete, numbered, ours, point)
    assert [line.split(" names ")[0] for line in found] == [
        "must_mend: “3”",
        "must_mend: “M-2567-001”",
        "must_mend: “o36”",
    ]


def test_the_place_is_a_row_or_a_field_of_a_plan() -> None:
    ours = row(lead=(), place=Place(path=("measures", "M-2567-001")))
    found = measure_incomplete(subject(row(lead=()), ours))

    assert [each.place for each in found] == [
        ROW,
        Place(path=("measures", "M-2567-001"), column="lead"),
    ]


def test_a_measure_that_says_all_lacks_nothing() -> None:
    assert told(measure_incomplete, row()) == []


def test_what_a_document_has_no_place_for_is_not_asked() -> None:
    assert told(measure_incomplete, row(asked=frozenset({"title"}), **BLANK)) == []


@pytest.mark.parametrize(
    ("field", "column", "text"),
    [("period", "period", "ตลอดปีงบประมาณ"), ("lead", "owner", "ทุกกอง"), ("steps", "steps", "1")],
)
def test_words_that_nobody_could_read_are_not_blank(field: str, column: str, text: str) -> None:
    measure = row(**{field: BLANK[field]})

    assert told(measure_incomplete, measure, passages=(cell(column, text),)) == []


@pytest.mark.parametrize(
    "other", [cell("period", "–"), cell("lead", "กองช่าง"), cell("period", "ม.ค.", number=2)]
)
def test_a_dash_and_words_of_another_cell_are_no_words(other: object) -> None:
    assert len(told(measure_incomplete, row(period=None), passages=(other,))) == 1
