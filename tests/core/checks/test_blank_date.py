"""A date is not left blank."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.blank_date import blank_date
from prongsai.core.thai.calendar import short_date, thai_date
from tests.factories.subjects import of_texts

TOLD = "แจ้งผู้บริหารและบุคลากรในหน่วยงานให้รับทราบและถือปฏิบัติ"


@pytest.mark.parametrize(
    ("rest", "lead"),
    [
        ("เมื่อวันที่", "เมื่อวันที่"),
        ("เมื่อวันที่\n๓.จัดทำแผนป้องกันการทุจริต", "เมื่อวันที่"),
        ("ณ วันที่ (๒) รายงานผล", "ณ วันที่"),
        ("ณ วันที่ .......... เดือน ..........", "ณ วันที่"),
        ("(ประกาศ ณ วันที่)", "ณ วันที่"),
        ("ตามคำสั่งลงวันที่ ..........", "ลงวันที่"),
    ],
)
def test_a_day_that_is_left_out_must_be_mended(rest: str, lead: str) -> None:
    assert of_texts(blank_date, f"{TOLD} {rest}") == [
        (
            f"must_mend: No day stands behind “{lead}”."
            " Write day, month and year, or leave the words out."
        )
    ]


@pytest.mark.parametrize(
    "text", [f"{TOLD} เมื่อวันที่       มีนาคม 2566", "ประกาศลงวันที่ ม.ค. 66", "ข้อมูล ณ วันที่"]
)
def test_a_month_to_be_filled_in_and_a_label_are_worth_a_look(text: str) -> None:
    assert [each.split(":")[0] for each in of_texts(blank_date, text)] == ["look_at"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD} เมื่อวันที่\n๒๖ กันยายน ๒๕๖๕",
        f"{TOLD} เมื่อวันที่ ๓.ม.ค.๖๖",
        f"{TOLD} ณ วันที่รายงาน",
        f"{TOLD} โดยลงนามและลงวันที่",
        f"{TOLD} ภายในวันที่กำหนด",
        f"{TOLD} ในวันที่ 1) 5 มกราคม 2566",
        "วันที่ ..........",
    ],
)
def test_a_day_and_words_that_name_one_are_not(text: str) -> None:
    assert of_texts(blank_date, text) == []


@given(
    st.dates(min_value=date(1997, 1, 1), max_value=date(2042, 12, 31)),
    st.sampled_from(["เมื่อวันที่", "ณ วันที่", "ลงวันที่", "ตั้งแต่วันที่"]),
)
def test_any_date_that_stands_there_is_silent(day: date, lead: str) -> None:
    for written in (thai_date(day), thai_date(day, thai_digits=True), short_date(day)):
        assert of_texts(blank_date, f"{TOLD} {lead} {written}", f"{TOLD}{lead}{written}") == []
