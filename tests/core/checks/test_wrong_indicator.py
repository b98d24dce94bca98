"""An item stands under its own indicator."""

from __future__ import annotations

import pytest

from prongsai.core.checks.wrong_indicator import wrong_indicator
from prongsai.core.readings.model import Certainty
from tests.factories.subjects import name, subject, told

PLAN = "ความรู้เกี่ยวกับแผนการใช้จ่ายงบประมาณประจำปี"


def test_an_item_under_another_indicator_must_be_mended() -> None:
    assert told(wrong_indicator, subject(2566, names=(name("i7", "งบประมาณ", "1"),))) == [
        (
            "must_mend: i7 stands under indicator 1, which is not its own."
            " In ITA of fiscal year 2566 it is of indicator 2 Use of budget."
        )
    ]


def test_an_item_under_another_instrument_must_be_mended() -> None:
    assert told(wrong_indicator, subject(2566, names=(name("i7", PLAN, "EIT"),))) == [
        (
            "must_mend: i7 stands under EIT, which is not its own."
            " In ITA of fiscal year 2566 it is of indicator 2 Use of budget."
        )
    ]
    assert told(wrong_indicator, subject(2566, names=(name("i7", PLAN, "IIT"),))) == []


@pytest.mark.parametrize(("words", "severity"), [(PLAN, "must_mend"), ("พัสดุ", "look_at")])
def test_a_code_without_its_letter_is_sure_by_its_name(words: str, severity: str) -> None:
    of = subject(2566, names=(name("i7", words, "1", Certainty.LIKELY),))
    assert [each.severity.value for each in wrong_indicator(of)] == [severity]


def test_an_item_list_that_nobody_has_read_makes_it_worth_a_look() -> None:
    of = subject(2568, names=(name("i7", PLAN, "1"),))
    assert [each.severity.value for each in wrong_indicator(of)] == ["look_at"]


@pytest.mark.parametrize(
    ("code", "under"),
    [("i7", "2"), ("o13", "9"), ("o13", "9.2"), ("i7", ""), ("o99", "1"), ("i4", "2")],
)
def test_an_item_under_its_own_or_under_none_is_not_told(code: str, under: str) -> None:
    assert told(wrong_indicator, subject(2566, 2567, names=(name(code, PLAN, under),))) == []


def test_what_a_person_must_say_is_left_alone() -> None:
    of = subject(2566, names=(name("i7", PLAN, "1", Certainty.ASK),))
    assert told(wrong_indicator, of) == []
