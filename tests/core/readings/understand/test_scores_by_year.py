"""Each row has its score in each year; differences and levels are none."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty, YearRole
from prongsai.core.readings.understand.scores_by_year import scores_by_year, years_of_table
from prongsai.core.readings.understand.year_columns import YearTable, year_table
from tests.factories.sources import frame, read, table

OWN, OTHER = "เทศบาลตำบลสมมติ", "เทศบาลตำบลตัวอย่าง"

Seen = list[tuple[str, str, int | None]]


def made(*rows: list[str]) -> YearTable:
    found = year_table(table(*rows), frame())
    assert found is not None
    return found


def scores(*rows: list[str], agencies: tuple[str, ...] = ()) -> Seen:
    found = scores_by_year(made(*rows), frame(), agencies)
    return [(s.value.code, str(s.value.score), s.value.year) for s in found]


def test_indicators_and_the_total_have_a_score_a_year() -> None:
    assert scores(
        ["ที่", "ตัวชี้วัด", "ปี 2564", "คะแนน ปี 2565", "ผลต่าง"],
        ["1", "การปฏิบัติหน้าที่", "๘๐.๑๐", "85.50", "5.40"],
        ["2", "การใช้งบประมาณ", "-", "+1.5", ""],
        ["3", "การใช้อำนาจ", "101", "1,234", ""],
        ["", "คะแนนรวม", "80", "85", "+5"],
    ) == [
        ("1", "80.10", 2564),
        ("1", "85.50", 2565),
        ("3", "101", 2564),
        ("3", "1234", 2565),
        ("total", "80", 2564),
        ("total", "85", 2565),
    ]


def test_a_second_row_of_headings_has_no_scores() -> None:
    heads = (["ตัวชี้วัด", "คะแนน", ""], ["", "ปี 2564", "ปี 2565"])

    assert scores(*heads, ["การใช้อำนาจ", "80", "81"]) == [("3", "80", 2564), ("3", "81", 2565)]


def test_items_instruments_and_names_alone_tell_what_a_row_is_of() -> None:
    heads = ["ข้อ", "หัวข้อ", "คะแนน ปี 2564", "คะแนน ปี 2565"]
    names = ["รายการ", "ปี 2564", "ปี 2565"]

    assert scores(heads, ["i7", "แผน", "80", "81"]) == [("i7", "80", 2564), ("i7", "81", 2565)]
    assert scores(names, ["การปฏิบัติหน้าที่", "80", "81"], ["IIT", "70", "71"]) == [
        ("1", "80", 2564),
        ("1", "81", 2565),
        ("IIT", "70", 2564),
        ("IIT", "71", 2565),
    ]
    assert scores(names, ["แบบวัด IIT", "80", "81"], ["คะแนน ITA", "70", "71"]) == [
        ("IIT", "80", 2564),
        ("IIT", "81", 2565),
    ]
    assert scores(names, ["คะแนน ITA", "70", ""]) == [("total", "70", 2564)]


def test_years_as_rows_have_what_their_headings_say() -> None:
    assert scores(
        ["ปี", "IIT", "EIT Public", "คะแนนรวม"], ["2564", "80", "81", "82"], ["", "83", "", "84"]
    ) == [
        ("IIT", "80", 2564),
        ("EIT", "81", 2564),
        ("total", "82", 2564),
        ("IIT", "83", 2564),
        ("total", "84", 2564),
    ]


def test_of_several_agencies_that_of_the_document_is_read() -> None:
    rows = (
        ["หน่วยงาน", "ปี 2564", "ปี 2565"],
        [OTHER, "80", "81"],
        [OWN, "82", "83"],
        [f"{OWN}เหนือ", "1", "2"],
    )
    own = [("total", "82", 2564), ("total", "83", 2565)]

    assert scores(*rows, agencies=(OTHER, OWN, OWN)) == own
    assert scores(*rows, agencies=(OWN,)) == own
    assert scores(*rows, agencies=(OTHER, OWN)) == []
    assert scores(*rows) == []


def test_a_wide_table_has_an_indicator_a_column() -> None:
    heads = ["หน่วยงาน", "1", "2", "3", "ผลการประเมิน"]

    assert scores(heads, [OWN, "80", "81", "82", "B"]) == [
        ("1", "80", None),
        ("2", "81", None),
        ("3", "82", None),
    ]
    assert scores(heads, ["ก", "80", "81", "82", "B"], ["ข", "1", "2", "3", "C"]) == []


def test_a_cell_of_several_figures_is_not_sure() -> None:
    heads = ["ตัวชี้วัด", "ปี 2564", "ปี 2565"]
    found = [*scores_by_year(made(heads, ["การใช้อำนาจ", "80.50 (2)", "81 ระดับ B"]), frame(), ())]

    assert [(str(s.value.score), s.certainty) for s in found] == [
        ("80.50", Certainty.LIKELY),
        ("81", Certainty.SURE),
    ]
    assert str(found[0].why) == "The cell has several figures; the first is taken."


def test_projects_are_no_indicators() -> None:
    assert scores(["โครงการ", "ปี 2566", "ปี 2567"], ["1. อบรม", "50", "60"], ["", "1", "2"]) == []


def years(*rows: list[str]) -> list[tuple[int, str]]:
    return [(said.value.year, said.words) for said in years_of_table(made(*rows))]


def test_years_of_headings_and_of_bare_cells_are_named() -> None:
    under = (["ตัวชี้วัด", "คะแนน", ""], ["", "2564", "ปี 2565"], ["ก", "1", "2"])

    assert years(["ตัวชี้วัด", "ปี 2564", "2565"], ["ก", "1", "2"]) == [(2564, "ปี 2564"), (2565, "2565")]
    assert years(*under) == [(2564, "2564")]
    assert years(["ปี", "คะแนน"], ["2564", "1"], ["ปี 2565", "2"]) == [(2564, "2564")]
    assert years(["หน่วยงาน", "1", "2", "3"], ["ก", "1", "2", "3"]) == []


def test_a_reading_has_them_once_with_their_years() -> None:
    table = [["ตัวชี้วัด", "คะแนน ปี 2565", "คะแนน ปี 2566"], ["1. การปฏิบัติหน้าที่", "80", "90"]]
    reading = read("วิเคราะห์ผลการประเมิน ปี 2566", table)

    assert [(str(s.value.score), s.value.year) for s in reading.scores] == [
        ("80", 2565),
        ("90", None),
    ]
    assert [(y.value.year, y.value.role) for y in reading.years] == [
        (2566, YearRole.RESULT),
        (2565, YearRole.OTHER),
        (2566, YearRole.OTHER),
    ]


def said(*rows: list[str], of: str) -> list[tuple[str, int | None, Certainty, str]]:
    reading = read(of, rows)
    return [(str(s.value.score), s.value.year, s.certainty, str(s.why)) for s in reading.scores]


OF_2566 = "ผลการประเมิน ปีงบประมาณ พ.ศ. 2566"
LAST = "“ปีก่อน” was taken for 2565, by the year of the results."
THIS = "“ปีนี้” was taken for 2566, by the year of the results."


@pytest.mark.parametrize(
    "heads",
    [
        [["ตัวชี้วัด", "ปีก่อน", "ปีนี้", "ผลต่าง"]],
        [["ตัวชี้วัด", "คะแนน ปีก่อน", "คะแนน (ปีนี้)", "เพิ่มขึ้นจากปีก่อน"]],
        [["ตัวชี้วัด", "คะแนน", "", "ผลต่าง"], ["", "ปีก่อน", "ปีนี้", ""]],
    ],
)
def test_this_year_and_the_last_are_told_by_the_year_of_the_results(heads: list[list[str]]) -> None:
    assert said(*heads, ["1. การปฏิบัติหน้าที่", "80", "85", "5"], of=OF_2566) == [
        ("80", 2565, Certainty.LIKELY, LAST),
        ("85", None, Certainty.LIKELY, THIS),
    ]


def test_where_the_document_names_no_year_this_year_and_the_last_are_asked_for() -> None:
    heads = ["ตัวชี้วัด", "ปีงบประมาณที่ผ่านมา", "ปีงบประมาณนี้"]

    found = said(heads, ["1. การปฏิบัติหน้าที่", "80", "85"], of="ผลคะแนน")

    assert [each[:3] for each in found] == [
        ("80", None, Certainty.ASK),
        ("85", None, Certainty.ASK),
    ]
    assert found[0][3] == "“ปีงบประมาณที่ผ่านมา” may be any year; the document names none."


def test_a_spoken_year_that_another_column_has_is_asked_for() -> None:
    heads = ["ตัวชี้วัด", "ปี 2565", "ปีที่แล้ว", "ปีนี้"]

    found = said(heads, ["1. การปฏิบัติหน้าที่", "80", "81", "85"], of=OF_2566)

    assert [each[:3] for each in found] == [
        ("80", 2565, Certainty.SURE),
        ("81", 2565, Certainty.ASK),
        ("85", None, Certainty.LIKELY),
    ]


def test_a_row_may_have_its_word_for_the_total_in_any_column() -> None:
    heads = ["ที่", "ตัวชี้วัด", "ปี 2565", "ปี 2566"]

    found = said(heads, ["1", "การปฏิบัติหน้าที่", "80", "8,5"], ["", "รวม", "70", "710"], of=OF_2566)

    assert [each[:3] for each in found] == [
        ("80", 2565, Certainty.SURE),
        ("8.5", None, Certainty.ASK),
        ("70", 2565, Certainty.SURE),
        ("710", None, Certainty.ASK),
    ]
