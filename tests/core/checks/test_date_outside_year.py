"""Dates are of the year that their sentence, or their table, speaks of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.date_outside_year import date_outside_year
from prongsai.core.thai.calendar import fiscal_year, thai_date
from prongsai.core.thai.numerals import to_thai_digits
from tests.factories.subjects import of_texts, row, subject, told

PROGRESS = "รายงานความก้าวหน้าตามแผน ประจำปีฯ {} ข้อมูล ณ วันที่ {}"


def test_half_a_year_as_of_a_day_after_the_year_must_be_mended() -> None:
    text = "รอบ ๖ เดือน " + PROGRESS.format("๖๘", "๓๐ ตุลาคม ๒๕๖๘")
    for year in ("2568", "2567"):
        written = text.replace("๖๘ ", f"{year} ")
        assert of_texts(date_outside_year, written, field="output", result=2567, plan=2568) == [
            (
                f"must_mend: “๓๐ ตุลาคม ๒๕๖๘” is not within the fiscal year {year}, of which it"
                " speaks. Correct the date, or name the year that it is of."
            )
        ]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("รอบ 6 เดือน ข้อมูล ณ วันที่ 30 ตุลาคม 2566", "output"),
        (PROGRESS.format("2566", "30 ตุลาคม 2566"), "output"),
        ("สถิติ ปีงบประมาณ 2566 ข้อมูล ณ วันที่ 31 มีนาคม 2565", "steps"),
        ("อบรมตั้งแต่เดือนมกราคมถึงมีนาคม ๒๕๖๕", "output"),
        ("ประชุมเมื่อวันที่ 5 มกราคม 2565", "output"),
        ("ประชุมประจำเดือน ก.พ. 65", "follow_up"),
        ("จัดกิจกรรม เม.ย. 67", "outcome"),
    ],
)
def test_dates_far_from_the_year_of_the_document_are_worth_a_look(text: str, field: str) -> None:
    found = of_texts(date_outside_year, text, field=field, result=2565, plan=2566)
    assert [each.split(":")[0] for each in found] == ["look_at"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("มีผลบังคับใช้ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๕", "output"),
        ("ประกาศใช้ข้อบัญญัติ ปีงบประมาณ พ.ศ. 2566 เมื่อวันที่ 26 กันยายน 2565", "output"),
        ("ตามคำสั่งที่ 12/2563 ลงวันที่ 5 มกราคม 2563", "output"),
        ("หนังสือ ลว. 15 ก.ย. 48", "output"),
        ("ตามพระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. 2560", "output"),
        ("แผนปฏิบัติการ (พ.ศ. 2566 - 2570) และยุทธศาสตร์ พ.ศ. 2561 - 2580", "output"),
        ("วันที่ 28 กุมภาพันธ์ 2563", ""),
        ("ประกาศ ณ วันที่ 5 มกราคม 2563", ""),
        ("ข้อมูลบุคลากร ณ วันที่ 5 มกราคม 2563", ""),
        ("รายงานผล ปีงบประมาณ 2566 ข้อมูล ณ วันที่ 31 ตุลาคม 2566", "output"),
        (PROGRESS.format("2565", "31 มีนาคม 2565"), "output"),
        ("๑. รายงาน ประจำปี 2565 ๒. ข้อมูล ณ วันที่ 31 มีนาคม 2566", "output"),
        ("ทำแผนของปี 2560", "title"),
    ],
)
def test_dates_of_the_year_of_papers_acts_and_plans_are_not_told(text: str, field: str) -> None:
    assert of_texts(date_outside_year, text, field=field, result=2565, plan=2566) == []


def test_without_a_year_nothing_is_told() -> None:
    assert of_texts(date_outside_year, "ประชุมเมื่อวันที่ 5 มกราคม 2565", field="output") == []
    assert of_texts(date_outside_year, "ข้อมูล ณ วันที่ 5 มกราคม 2565", field="output") == []


@given(st.dates(min_value=date(2012, 10, 1), max_value=date(2040, 9, 30)))
def test_any_date_inside_the_fiscal_year_is_silent(day: date) -> None:
    year, written = fiscal_year(day), thai_date(day)
    texts = row(
        output=f"{PROGRESS.format(year, written)} เมื่อวันที่ {written}",
        steps=PROGRESS.format(f"{year % 100:02d}", written),
        follow_up=f"ประชุมวันที่ {written}",
    )
    assert told(date_outside_year, subject(year - 1, year, passages=texts)) == []


@given(st.dates(min_value=date(2012, 1, 1), max_value=date(2040, 12, 31)), st.integers(2560, 2580))
def test_either_digits_give_the_same(day: date, year: int) -> None:
    text = PROGRESS.format(year, thai_date(day))
    arabic, thai = (
        of_texts(date_outside_year, text),
        of_texts(date_outside_year, to_thai_digits(text)),
    )
    assert [to_thai_digits(each) for each in arabic] == [to_thai_digits(each) for each in thai]
