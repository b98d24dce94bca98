"""A total is what its parts give."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.wrong_total import wrong_total
from prongsai.core.readings.model import Place
from tests.factories.subjects import LISTED, scores, subject, told

NA_THONG = (
    "1 96.07, 2 90.78, 3 92.92, 4 89.74, 5 89.50, 6 84.87, 7 91.23, 8 88.59, 9 97.50, 10 71.25"
)
points = st.decimals(min_value=0, max_value=100, places=2)
cents = st.decimals(min_value=Decimal("0.02"), max_value=40, places=2)


def by_hand(values: list[Decimal]) -> tuple[Decimal, ...]:
    """Return IIT, EIT, OIT and the total, as a person adds them up."""
    means = [sum(v, Decimal(0)) / len(v) for v in (values[:5], values[5:8], values[8:])]
    weights = (Decimal("0.3"), Decimal("0.3"), Decimal("0.4"))
    return (*means, sum((w * m for w, m in zip(weights, means, strict=True)), Decimal(0)))


def test_a_total_that_its_parts_do_not_give_must_be_mended() -> None:
    of = subject(2566, scores=(*scores(NA_THONG), *scores("total 88.76", Place(line=40))))

    assert [(each.place.line, *told(wrong_total, of)) for each in wrong_total(of)] == [
        (
            40,
            (
                "must_mend: total is written as 88.76, but its parts do not give that."
                " Its parts give 0.30 × 91.80 + 0.30 × 88.23 + 0.40 × 84.38 = 87.76."
            ),
        )
    ]


def test_an_instrument_that_its_indicators_do_not_give_must_be_mended() -> None:
    assert told(wrong_total, subject(2566, scores=scores("9 97.50, 10 71.25, OIT 84.83"))) == [
        (
            "must_mend: OIT is written as 84.83, but its parts do not give that."
            " Its parts give (97.50 + 71.25) / 2 = 84.38."
        )
    ]


def test_what_rests_on_facts_that_nobody_has_read_is_worth_a_look() -> None:
    of = subject(2568, scores=scores("e1 50, e2 50, e3 50, 6 90"))
    assert [each.severity.value for each in wrong_total(of)] == ["look_at"]


@pytest.mark.parametrize(
    "stated",
    [
        f"{NA_THONG}, total 87.76",
        f"{NA_THONG}, IIT 91.80, EIT 88.23, OIT 84.37, total 87.77",
        "6 84.87, 7 91.23, EIT 20",
        "6 84.87, 6 93.17, 7 91.23, 8 88.59, EIT 99",
        "i99 20, total 50, e3/whole 10",
        "EIT/public 90, EIT/survey 80",
        "",
    ],
)
def test_a_right_one_and_one_that_nobody_can_work_out_are_not_told(stated: str) -> None:
    assert told(wrong_total, subject(2566, scores=scores(stated))) == []


def test_without_an_edition_nothing_is_worked_out() -> None:
    assert told(wrong_total, subject(scores=scores(f"{NA_THONG}, total 20"))) == []


@given(st.lists(points, min_size=10, max_size=10), st.sampled_from(["IIT", "EIT", "OIT", "total"]))
def test_totals_added_up_by_hand_are_never_told(values: list[Decimal], code: str) -> None:
    right = dict(zip(("IIT", "EIT", "OIT", "total"), by_hand(values), strict=True))
    stated = ", ".join(f"{n} {value}" for n, value in enumerate(values, start=1))
    rounded = right[code].quantize(Decimal("0.01"))

    assert told(wrong_total, subject(2566, scores=scores(f"{stated}, {code} {rounded}"))) == []


@given(st.lists(points, min_size=10, max_size=10), cents)
def test_totals_that_are_off_are_always_told(values: list[Decimal], off: Decimal) -> None:
    total = by_hand(values)[3].quantize(Decimal("0.01"))
    wrong = total + off if total < 50 else total - off
    stated = ", ".join(f"{n} {value}" for n, value in enumerate(values, start=1))

    problems = list(wrong_total(subject(2566, scores=scores(f"{stated}, total {wrong}"))))

    assert [(each.place, each.severity.value) for each in problems] == [(LISTED, "must_mend")]
