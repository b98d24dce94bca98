"""Days, months and years are found as people write them, in either digits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.measures.model import Month
from prongsai.core.measures.months import short_month
from prongsai.core.thai.calendar import buddhist_year, month_span, short_date, thai_date
from prongsai.core.thai.dates_in_text import (
    Period,
    days_in,
    impossible_days_in,
    periods_in,
    years_in,
)
from prongsai.core.thai.numerals import to_thai_digits

days = st.dates(min_value=date(1997, 1, 1), max_value=date(2042, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ม.ค. - ก.พ. ๖๖", date(2023, 1, 1), date(2023, 2, 28)),
        ("พ.ย.๒๕๖๔-\nมี.ค.๒๕๖๕", date(2021, 11, 1), date(2022, 3, 31)),
        ("ต.ค.-ธ.ค.๖๗", date(2024, 10, 1), date(2024, 12, 31)),
        ("ต.ค. 67 - มี.ค.", date(2024, 10, 1), date(2025, 3, 31)),
        ("ต.ค. - มี.ค. 68", date(2024, 10, 1), date(2025, 3, 31)),
        ("เดือนมกราคมถึงมีนาคม ๒๕๖๕", date(2022, 1, 1), date(2022, 3, 31)),
        ("1 ต.ค. 65 - 30 ก.ย. 66", date(2022, 10, 1), date(2023, 9, 30)),
        ("วันที่ 1 ตุลาคม ถึงวันที่ 15 พฤศจิกายน 2565", date(2022, 10, 1), date(2022, 11, 15)),
        ("1 - 3 มีนาคม 2566", date(2023, 3, 1), date(2023, 3, 3)),
        ("เดือน ม ค. พ.ศ. 2567", date(2024, 1, 1), date(2024, 1, 31)),
        ("มีค 67", date(2024, 3, 1), date(2024, 3, 31)),
        ("วันที่ 5 เดือน มกราคม พ.ศ. 2566", date(2023, 1, 5), date(2023, 1, 5)),
        ("28 กุมภาพันธ์ ค.ศ. 2023", date(2023, 2, 28), date(2023, 2, 28)),
        ("05/04/2566", date(2023, 4, 5), date(2023, 4, 5)),
    ],
)
def test_a_period_is_found_however_it_is_written(text: str, first: date, last: date) -> None:
    assert [found.value for found in periods_in(text)] == [Period(first, last)]


def test_what_is_found_stands_where_it_says() -> None:
    text = "รายงานเดือน เม.ย. ๖๗ ประชุมวันที่ ๙ มกราคม ๒๕๖๗"

    assert [(text[each.start : each.end], each.value) for each in periods_in(text)] == [
        ("เม.ย. ๖๗", Period(date(2024, 4, 1), date(2024, 4, 30))),
        ("๙ มกราคม ๒๕๖๗", Period(date(2024, 1, 9), date(2024, 1, 9))),
    ]
    assert [each.value for each in days_in(text)] == [date(2024, 1, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "คำสั่งที่ 123/2566",
        "เมื่อวันที่ ๓.จัดทำแผน",
        "อบต.ค. 66",
        "มกราคม",
        "รอบ 6 เดือน",
        "เวลา 10.30 น.",
        "13/13/2566",
        "ม.ค. 12 คน",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert [*periods_in(text), *impossible_days_in(text)] == []


@pytest.mark.parametrize("text", ["31 เมษายน 2566", "๓๐ ก.พ. ๖๖", "1 - 31 มิ.ย. 2566", "31/04/2566"])
def test_a_day_of_no_calendar_is_told_apart(text: str) -> None:
    both = f"9 มกราคม 2567 {text}"
    assert [found.value for found in impossible_days_in(both)] == [text]
    assert list(periods_in(text)) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("ปีงบประมาณ พ.ศ.๒๕๖๘", 2568),
        ("ประจำปีฯ ๖๗ ข้อมูล", 2567),
        ("(ปี 2564)", 2564),
        ("ปี\nงบประมาณ ๖๘", 2568),
        ("ปี พ.ศ. 2566", 2566),
        ("ปี ค.ศ. 2023", 2566),
    ],
)
def test_a_year_that_is_spoken_of_is_found(text: str, year: int) -> None:
    assert [found.value for found in years_in(text)] == [year]


@pytest.mark.parametrize(
    "text",
    [
        "แผนปี พ.ศ. 2566 - 2570",
        "ยุทธศาสตร์ (พ.ศ. 2561 - 2580)",
        "พระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. 2560",
        "ระยะ 5 ปี 60 วัน",
        "ประจำปีงบประมาณ ๖. เผยแพร่",
        "เดือนมกราคม 2567",
    ],
)
def test_years_of_plans_acts_and_dates_are_not_spoken_of(text: str) -> None:
    assert list(years_in(text)) == []


@given(days)
def test_what_we_write_is_found(day: date) -> None:
    for written in (thai_date(day), short_date(day)):
        assert [found.value for found in days_in(written)] == [day]


@given(days, days)
def test_the_spans_we_write_are_found(first: date, last: date) -> None:
    first, last = min(first, last), max(first, last)

    found = [each.value for each in periods_in(month_span(first, last))]

    start, end = found[0].first, found[0].last
    assert len(found) == 1
    assert (start.year, start.month, start.day) == (first.year, first.month, 1)
    assert (end.year, end.month) == (last.year, last.month)


@given(days, st.sampled_from(["เมื่อวันที่ {} แล้ว", "{} - {}", "ระหว่าง {} ถึง {}"]))
def test_thai_digits_are_read_as_arabic_ones(day: date, frame: str) -> None:
    text = frame.replace("{}", thai_date(day))
    assert list(periods_in(to_thai_digits(text))) == list(periods_in(text))


@given(days)
def test_months_and_years_of_plan_files_are_found(day: date) -> None:
    year = buddhist_year(day)
    assert [each.value.first.month for each in periods_in(short_month(Month(year, day.month)))] == [
        day.month
    ]
    assert [each.value for each in years_in(f"ปีงบประมาณ พ.ศ. {year}")] == [year]
