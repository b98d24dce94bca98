"""A person is asked about what is unsure, wrong or blank, and about nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.checks.model import Problem, Severity
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import (
    Citation,
    NamedCode,
    NamedYear,
    Place,
    Reading,
    StatedScore,
    YearRole,
)
from prongsai.core.sentences import Sentence, say
from prongsai.formats.reading_problems import questions
from tests.factories.readings import full_reading, read, read_measure, row_place

HERE = row_place(1, "หัวข้อ")


def problem(what: Sentence, place: Place = HERE) -> Problem:
    return Problem(
        rule="a_rule",
        place=place,
        what=what,
        expected=say("Type the word anew."),
        severity=Severity.LOOK,
    )


def asked(reading: Reading, *problems: Problem) -> list[str]:
    return list(questions(reading, problems))


CELL = Reading(
    scores=(
        read(StatedScore(code="6", score=Decimal("93.17")), "๙๓.๑๗", HERE),
        read(StatedScore(code="9", score=Decimal("6.00")), "๖.๐๐", HERE),
    ),
    years=(read(NamedYear(year=2570, role=YearRole.PLAN), "ปี ๗๐", HERE),),
    names=(read(NamedCode(code="i7", name="ความรู้"), "ข้อ i7 ความรู้", HERE),),
    weak=(read("i7", "ข้อ i7", HERE), read("i8", "ข้อ i8", HERE)),
    citations=(read(Citation(item="i7", code="o9", words="แผน"), "o9", HERE),),
    agencies=(read("อบต.ตัวอย่าง", "อบต.ตัวอย่าง", HERE),),
)


@pytest.mark.parametrize(
    ("what", "named"),
    [
        (say("%(code)s is used", code="i7"), ["names/i7", "weak/i7"]),
        (say("%(code)s is cited", code="o9"), ["citations/i7/o9"]),
        (
            say("%(a)s has %(b)s", a=say("Indicator %(c)s", c="6"), b=Decimal("93.17")),
            ["scores/6"],
        ),
        (say("%(year)s is", year=2570), ["years/1"]),
        (say("%(all)s are", all=("อบต.ตัวอย่า", "อบต.อื่น")), ["agencies/1"]),
        (say("%(short)s is", short="อบต"), []),
        (say("It is wrong"), []),
    ],
)
def test_of_a_cell_only_the_value_that_a_problem_names_is_asked(
    what: Sentence, named: list[str]
) -> None:
    assert asked(CELL, problem(what)) == named
    assert asked(CELL, problem(what, row_place(2, "หัวข้อ"))) == []


def test_without_a_place_only_a_text_can_be_the_one_that_is_named() -> None:
    nowhere = Place()
    reading = Reading(
        years=(read(NamedYear(year=2570, role=YearRole.PLAN), "ปี ๗๐", nowhere),),
        agencies=(read("อบต.ตัวอย่าง", "อบต.ตัวอย่าง", nowhere),),
    )
    found = problem(say("%(year)s of %(name)s", year=2570, name="อบต.ตัวอย่าง"), nowhere)

    assert asked(reading, found) == ["agencies/1"]


def test_what_a_reader_is_not_sure_of_is_asked() -> None:
    assert asked(full_reading())[:5] == [
        *("dated", "agencies/2", "scores/i7/2", "measures/1/support/1", "measures/1/period")
    ]


def test_what_a_plan_needs_and_the_document_leaves_blank_is_asked() -> None:
    fields = frozenset({"lead", "period", "number", "support"})
    read_one = read_measure(asked=fields, period=read((Month(2571, 1), Month(2571, 1)), "ม.ค."))

    assert asked(Reading(measures=(read_measure(asked=fields), read_one))) == [
        "measures/position-1/lead/+",
        "measures/position-1/period",
        "measures/position-2/lead/+",
    ]
