"""What stands in hidden rows and columns of a workbook is read, and a person is asked of it."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from prongsai.core.readings.draft import draft_of
from prongsai.core.readings.model import Certainty, Reading, YearRole
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_sheets import read_sheets

HEADS = ["มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"]
ROWS = [
    ["แผนมาตรการ ประจำปีงบประมาณ พ.ศ. 2567"],
    HEADS,
    ["1. อบรม", "กองคลัง", "ม.ค. 2567"],
    ["2. ประชุม", "กองช่าง", "ก.พ. 2567"],
]


def read(*, row: int | None = None, column: str = "", lines: object = None) -> Reading:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for line in lines if isinstance(lines, list) else ROWS:
        sheet.append(line)
    if row:
        sheet.row_dimensions[row].hidden = True
    if column:
        sheet.column_dimensions[column].hidden = True
    file = BytesIO()
    made.save(file)
    return understand(read_sheets(file.getvalue()), editions_by_year())


def sure(reading: Reading) -> list[list[bool]]:
    return [
        [v.certainty is Certainty.SURE for v in (m.title, *m.lead, m.period) if v]
        for m in reading.measures
    ]


def test_a_sheet_without_hidden_rows_asks_nothing() -> None:
    assert sure(read()) == [[True] * 3, [True] * 3]


def test_a_hidden_row_is_read_and_every_value_of_it_is_asked() -> None:
    reading = read(row=4)

    assert sure(reading) == [[True] * 3, [False] * 3]
    title = reading.measures[1].title
    assert title is not None
    assert (title.value, title.certainty) == ("ประชุม", Certainty.ASK)
    assert "hidden row or column" in str(title.why)
    assert str(title.place.steps()[-1]) == "hidden in the workbook"


def test_of_a_hidden_column_its_values_alone_are_asked() -> None:
    assert sure(read(column="B")) == [[True, False, True]] * 2


def test_a_hidden_part_of_a_joined_row_is_asked_with_the_whole() -> None:
    lines = [*ROWS, ["", "กองเก่า", ""]]

    assert sure(read(row=5, lines=lines)) == [[True] * 3, [True, False, False, True]]


def test_a_year_in_a_hidden_title_is_not_that_of_the_plan() -> None:
    lines = [["แผนมาตรการ ประจำปีงบประมาณ พ.ศ. 2566"], *ROWS]

    reading = read(row=1, lines=lines)

    assert reading.year(YearRole.PLAN) == 2567
    assert [year.value.year for year in reading.years] == [2566, 2567]


@pytest.mark.parametrize("row", [3, 4])
def test_an_old_score_in_a_hidden_row_is_left_out_of_the_draft_and_told(row: int) -> None:
    scores = [["ตัวชี้วัด", "คะแนน"], ["1. การปฏิบัติหน้าที่", "70.00"], ["1. การปฏิบัติหน้าที่", "90.00"]]
    lines = [["ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2566"], *scores]

    draft = draft_of(read(row=row, lines=lines), editions_by_year())

    kept = {3: "90.00", 4: "70.00"}[row]
    assert [str(each.score) for each in draft.plan.results.results] == [kept]
    assert any("hidden row" in str(each.what) for each in draft.open)
