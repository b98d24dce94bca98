"""Numbers are found with what they count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.numbers_in_text import Unit, numbers_in
from prongsai.core.thai.numerals import to_thai_digits

values = st.decimals(min_value=0, max_value=100, places=2)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("คือ ๘๒.๘๔ คะแนน", "82.84", Unit.POINTS),
        ("๙๒.๕๖คะแนน", "92.56", Unit.POINTS),
        ("มีคะแนนรวม 87.76", "87.76", Unit.POINTS),
        ("ถึง ๗.๔๔ เปอร์เซ็นต์", "7.44", Unit.PER_CENT),
        ("85%", "85", Unit.PER_CENT),
        ("ร้อยละ 85.50", "85.50", Unit.PER_CENT),
        ("อันดับที่ 3", "3", Unit.RANK),
        ("ดีขึ้น 9 อันดับ", "9", Unit.RANK),
        ("วงเงินเกิน 500,000 บาท", "500000", Unit.NONE),
    ],
)
def test_a_number_has_the_unit_beside_it(text: str, value: str, unit: Unit) -> None:
    assert [(n.value.value, n.value.unit) for n in numbers_in(text)] == [(Decimal(value), unit)]


@pytest.mark.parametrize("text", ["i7", "o12", "28/02/2566", "www.a1.go.th", "ข้อ 1.2.3", "A4"])
def test_codes_dates_and_addresses_are_no_numbers(text: str) -> None:
    assert list(numbers_in(text)) == []


def test_a_number_stands_where_it_says_with_its_figures_as_written() -> None:
    text = "ได้ ๗๕.๔๐ คะแนน"
    (found,) = numbers_in(text)
    assert (text[found.start : found.end], found.value.figures) == ("๗๕.๔๐ คะแนน", "๗๕.๔๐")


@given(values, st.sampled_from(["คะแนน {}", "ได้ {} คะแนน", "ร้อยละ {}", "{} เปอร์เซ็นต์"]))
def test_thai_digits_are_the_same_numbers(value: Decimal, frame: str) -> None:
    text = frame.replace("{}", str(value))
    found = [(n.value.value, n.value.unit, n.start, n.end) for n in numbers_in(text)]
    thai = [(n.value.value, n.value.unit, n.start, n.end) for n in numbers_in(to_thai_digits(text))]
    assert found == thai
    assert [each[0] for each in found] == [value]
