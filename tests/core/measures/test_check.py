"""A plan that a person edited, held against the editions it names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.editions.parse import parse_edition
from prongsai.core.errors import Refusals
from prongsai.core.measures.check import check_plan
from prongsai.core.results import Result, ResultSheet
from tests.factories.editions import DUTIES, small_edition
from tests.factories.measures import measure, plan

SMALL = parse_edition(small_edition(), DUTIES)


def sheet(*names: str) -> ResultSheet:
    rows = (name.partition("/") for name in names)
    return ResultSheet(
        tuple(Result(code=c, part=p or None, score=Decimal(80), note="n") for c, _, p in rows)
    )


def test_codes_are_written_as_the_editions_do() -> None:
    given = plan(
        results=sheet("I1", "e๑/ส่วนที่ 2", "ตัวชี้วัดที่ 9"),
        previous=sheet("O1"),
        measures=(measure(answers=("I1", "E1/Public", "later")),),
    )

    checked = check_plan(given, SMALL, SMALL)

    assert checked == plan(
        results=sheet("i1", "e1/survey", "9"),
        previous=sheet("o1"),
        measures=(measure(answers=("i1", "e1/public", "later")),),
    )


def test_results_of_before_stay_where_their_edition_is_not_at_hand() -> None:
    assert check_plan(plan(previous=sheet("O99")), SMALL) == plan(previous=sheet("O99"))


def test_everything_wrong_is_said_at_once() -> None:
    given = plan(result_year=2569, results=sheet("i1", "i9", "I1"), previous=sheet("i1/public"))

    with pytest.raises(Refusals) as caught:
        check_plan(given, SMALL, SMALL)

    assert str(caught.value).splitlines() == [
        (
            "result_year: small is not the edition of the fiscal year 2569."
            " It is that of 2570; correct “edition” or “result_year”."
        ),
        "results › i9: There is no i9 in small. It has i1.",
        "results › I1: i1 has two results. Keep one of the two.",
        "previous › i1/public: i1 has no parts. Leave the part empty.",
    ]


def test_a_total_typed_for_the_year_of_the_results_is_refused() -> None:
    given = plan(results=sheet("i1"), history=((2570, Decimal(80)),))

    with pytest.raises(Refusals) as refused:
        check_plan(given, SMALL)

    assert str(refused.value) == (
        "history › 2570: 2570 is not before the year of the results."
        " Remove it; the total of that year comes from the results."
    )
