"""A code is one of the edition."""

from __future__ import annotations

from prongsai.core.checks.unknown_code import unknown_code
from prongsai.core.readings.model import Citation
from tests.factories.subjects import name, said, scores, subject, told


def test_a_code_that_no_edition_of_the_document_has_must_be_mended() -> None:
    of = subject(2566, names=(name("o44", "มาตรการ"),), weak=(said("o44"), said("e19/survey")))
    assert told(unknown_code, of) == [
        "must_mend: There is no item o44 in ITA of fiscal year 2566. Its items are o1–o43.",
        "must_mend: There is no item e19 in ITA of fiscal year 2566. Its items are e1–e15.",
    ]


def test_an_item_list_that_nobody_has_read_makes_it_worth_a_look() -> None:
    assert [
        each.severity.value for each in unknown_code(subject(2568, scores=scores("i40 80")))
    ] == ["look_at"]


def test_a_code_of_either_year_is_known() -> None:
    cited = (said(Citation(item="i7", code="o11", words="แผน")),)
    of = subject(2566, 2567, names=(name("o43", "มาตรการ"),), citations=cited)
    assert told(unknown_code, of) == []


def test_indicators_totals_and_instruments_are_no_items() -> None:
    of = subject(2566, scores=scores("total 80, OIT 80, 9 80, 9.2 80, z1 80"))
    assert told(unknown_code, of) == []


def test_without_an_edition_every_code_may_be_right() -> None:
    assert told(unknown_code, subject(weak=(said("o99"),))) == []
