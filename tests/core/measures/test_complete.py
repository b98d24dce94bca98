"""What a plan lacks is said in a sentence each; a plan in order lacks nothing."""

from __future__ import annotations

import pytest

from prongsai.core.editions.model import Edition
from prongsai.core.editions.parse import parse_edition
from prongsai.core.measures.complete import lacking
from prongsai.core.measures.model import Agency, Month, Plan
from tests.factories.editions import DUTIES, small_edition
from tests.factories.measures import finding, measure, plan

SMALL = parse_edition(small_edition(), DUTIES)


def said(given: Plan, *weak: str) -> list[str]:
    return [str(each) for each in lacking(given, [finding(name) for name in weak], SMALL)]


def answering(*names: str) -> Plan:
    return plan(measures=(measure(answers=names),))


def test_a_complete_plan_lacks_nothing() -> None:
    assert said(plan(), "i1") == []


def test_what_is_weak_needs_a_measure() -> None:
    assert said(plan(), "o2", "i1", "e1/public") == [
        "e1/public is weak and no measure answers it.",
        "o2 is weak and no measure answers it.",
    ]


@pytest.mark.parametrize("answer", ["e1/public", "e1", "EIT/public"])
def test_a_measure_answers_what_its_answers_speak_for(answer: str) -> None:
    assert said(answering(answer), "EIT/public") == []


def test_a_measure_for_the_other_part_does_not_answer() -> None:
    assert said(answering("e1/survey"), "EIT/public") == [
        "EIT/public is weak and no measure answers it."
    ]


def test_a_plan_names_its_agency() -> None:
    assert said(plan(agency=Agency(name=""))) == ["The plan does not name the agency."]


def test_a_plan_follows_the_year_of_the_results() -> None:
    assert said(plan(result_year=2569)) == [
        "The plan of 2571 answers results of 2569, not of the year before."
    ]


def test_each_measure_has_a_key_of_its_own() -> None:
    assert said(plan(measures=(measure(), measure()))) == ["2 measures have the key M-2571-001."]


def test_a_measure_says_how_who_and_how_it_is_followed_up() -> None:
    assert said(
        plan(measures=(measure(title="", steps=(), lead="", period=None, follow_up=""),))
    ) == [
        "M-2571-001 has no title.",
        "M-2571-001 has no steps.",
        "M-2571-001 has no lead unit.",
        "M-2571-001 does not say from which month to which it runs.",
        "M-2571-001 does not say how it is followed up.",
    ]


@pytest.mark.parametrize("name", ["i9", "10", "i1/public", "e1/staff", "x/public"])
def test_answers_are_codes_of_the_edition(name: str) -> None:
    assert said(answering(name)) == [f"M-2571-001 answers {name}, which is not in small."]


@pytest.mark.parametrize("name", ["total", "OIT", "9.1", "EIT/survey", "6/survey", "e1/public"])
def test_everything_of_the_edition_may_be_answered(name: str) -> None:
    assert said(answering(name)) == []


def test_a_period_runs_forwards() -> None:
    backwards = measure(period=(Month(2571, 3), Month(2571, 1)))

    assert said(plan(measures=(backwards,))) == [
        "M-2571-001 ends in ม.ค. 2571, before it starts in มี.ค. 2571."
    ]


def test_a_period_lies_in_the_fiscal_year_of_the_plan() -> None:
    early, late = Month(2570, 9), Month(2571, 10)

    within = measure(period=(early, late))
    backwards = measure(key="B", period=(Month(2570, 10), early))

    assert said(plan(measures=(within, backwards))) == [
        "M-2571-001: ก.ย. 2570 is not in the fiscal year 2571.",
        "M-2571-001: ต.ค. 2571 is not in the fiscal year 2571.",
        "B ends in ก.ย. 2570, before it starts in ต.ค. 2570.",
        "B: ก.ย. 2570 is not in the fiscal year 2571.",
    ]


@pytest.mark.parametrize(
    ("cured", "lacks"),
    [(SMALL, ["M-2571-001 brings o99 in order, which is not in small."]), (None, [])],
)
def test_a_cure_is_of_the_plan_year_where_its_edition_is_known(
    cured: Edition | None, lacks: list[str]
) -> None:
    given = plan(measures=(measure(cures=("o1", "o99")),))
    assert [str(each) for each in lacking(given, (), SMALL, cured)] == lacks
