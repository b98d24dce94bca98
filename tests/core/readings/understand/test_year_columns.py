"""Headings tell which column has the score of which year, and of what."""

from __future__ import annotations

import pytest

from prongsai.core.readings.understand.year_columns import (
    YearTable,
    says_score,
    year_alone,
    year_table,
)
from tests.factories.sources import frame, read, table

Seen = list[tuple[int, str, int | None]]


def found(*rows: list[str]) -> YearTable | None:
    return year_table(table(*rows), frame())


def columns(*rows: list[str]) -> Seen:
    made = found(*rows)
    assert made is not None
    return [(each.index, each.code, each.when.number) for each in made.columns]


@pytest.mark.parametrize(
    "headings",
    [
        ["ตัวชี้วัด", "ปี 2564", "ปี ๒๕๖๕", "ผลต่าง"],
        ["ตัวชี้วัด", "ผลคะแนน ปีงบประมาณ พ.ศ. 2564", "คะแนน (2565)", "ผลต่าง ปี 2564-2565"],
        ["ตัวชี้วัด", "2564", "2565", "เพิ่มขึ้น/ลดลง"],
    ],
)
def test_a_column_for_each_year(headings: list[str]) -> None:
    assert columns(headings, ["ก", "80", "81", "1"]) == [(1, "", 2564), (2, "", 2565)]


def test_levels_ranks_and_full_marks_are_no_scores() -> None:
    headings = ["ตัวชี้วัด", "คะแนนเต็ม", "ระดับ ปี 2564", "ปี 2564", "อันดับ ปี 2565", "ปี 2565"]

    assert columns(headings, ["ก", "100", "B", "80", "3", "81"]) == [(3, "", 2564), (5, "", 2565)]


@pytest.mark.parametrize(
    ("over", "under"),
    [
        (["ตัวชี้วัด", "คะแนน", "", ""], ["", "ปี 2564", "ระดับ", "ปี 2565"]),
        (["ตัวชี้วัด", "ปี 2564", "", "ปี 2565"], ["", "คะแนน", "ระดับ", "คะแนน"]),
        (["ตัวชี้วัด", "ผล ปี 2564", "", "ผล ปี 2565"], ["", "คะแนน", "เกรด", "คะแนน"]),
    ],
)
def test_two_rows_of_headings_are_read_together(over: list[str], under: list[str]) -> None:
    assert columns(over, under, ["ก", "80", "B", "81"]) == [(1, "", 2564), (3, "", 2565)]


def test_a_column_for_each_indicator() -> None:
    headings = ["หน่วยงาน", "ตัวชี้วัดที่ 1", "๒", "10", "คะแนนรวม", "ระดับ"]

    assert columns(headings, ["ก", "80", "81", "82", "83", "B"]) == [
        (1, "1", None),
        (2, "2", None),
        (3, "10", None),
        (4, "total", None),
    ]
    below = ["", "1", "2", "3"]
    made = found(["หน่วยงาน", "ตัวชี้วัดที่", "", ""], below, ["ก", "1", "2", "3"])
    assert made is not None
    assert ([each.code for each in made.columns], made.above) == (["1", "2", "3"], 1)


def test_a_row_for_each_year() -> None:
    made = found(["ปี", "IIT", "คะแนนรวม"], ["ปี 2564", "80", "81"], ["2565", "82", "83"])

    assert made is not None
    assert ([each.code for each in made.columns], made.years_in) == (["IIT", "total"], 0)
    plain = found(["ปีงบประมาณ", "คะแนน"], ["2564", "80"])
    assert plain is not None
    assert (plain.columns, plain.years_in) == ((), 0)


@pytest.mark.parametrize(
    "rows",
    [
        [["มาตรการ", "คะแนน ปี 2565"], ["ก", "80"]],
        [["1", "2", "99"], ["ก", "ข", "ค"]],
        [["ปี", "มาตรการ"], ["2565", "ก"]],
        [["ก", "ข"], ["2565", "1"]],
        [["ก", "ข"]],
        [["ก", "ข"], ["", "ปี 2564"], ["ค", "ง"]],
        [["ก", "", "ค"], ["", "ง", "จ"], ["ฉ", "ช", "ซ"]],
    ],
)
def test_other_tables_have_no_scores_of_several_years(rows: list[list[str]]) -> None:
    assert found(*rows) is None


def test_short_rows_and_words_beside_years_are_no_years() -> None:
    assert [year_alone(t) for t in ("ปีงบประมาณ พ.ศ. ๒๕๖๕", "2565 (B)", "ปี 65", "งบ 2565")] == [
        *(2565, 2565, None, None)
    ]
    assert [says_score(text) for text in ("คะแนน", "ผลการประเมิน", "ITA", "ปี 2565")] == [
        *(True, True, True, False)
    ]


def test_headings_may_be_the_names_of_indicators() -> None:
    heads = ["ตัวชี้วัด", "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "รวม"]
    scores = read("ปีงบประมาณ พ.ศ. 2566", [heads, ["คะแนน", "96", "80", "90", "88"]]).scores

    assert [(said.value.code, str(said.value.score)) for said in scores] == [
        *(("1", "96"), ("2", "80"), ("3", "90"), ("total", "88")),
    ]
