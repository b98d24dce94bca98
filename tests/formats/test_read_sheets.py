"""Workbooks and CSV files are read as they are seen: titles, tables, what formulas gave, dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest

from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_docx import read_docx
from prongsai.formats.read_sheets import is_csv, read_csv, read_sheets
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_tables import write_csv, write_xlsx
from tests.factories.cases import DATED, case
from tests.factories.hostile_zip import packed, rows_of_cells, workbook
from tests.factories.sources import tables, texts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADS = ["มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ"]


def book(*fill: Callable[[Worksheet], None]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for number, each in enumerate(fill, start=1):
        each(made.create_sheet(f"แผ่น {number}"))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def rows(*lines: Sequence[object]) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for line in lines:
            sheet.append([*line])

    return fill


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_tables_are_read_back_cell_by_cell(kind: str) -> None:
    whole = KINDS[kind].build(case(KINDS[kind].words), DATED)
    of_word = tables(read_docx(write_docx(whole)))

    assert tables(read_sheets(write_xlsx(whole))) == of_word
    assert [t for _, text in write_csv(whole) for t in tables(read_csv(text.encode()))] == of_word


def test_titles_stand_above_a_table_and_rows_of_nothing_divide_tables() -> None:
    data = book(
        rows(
            ["แผนมาตรการ"],
            [None, "อบต.ตัวอย่าง"],
            [None, *HEADS],
            [None, "ก", None, "ค"],
            [],
            ["ตัวชี้วัด", "คะแนน"],
            ["1", 90.5],
        )
    )

    assert texts(read_sheets(data)) == [
        "แผ่น 1",
        "แผนมาตรการ",
        "อบต.ตัวอย่าง",
        [["ก", "", "ค"]],
        [["1", "90.5"]],
    ]


def test_cells_are_read_as_a_person_sees_them() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["ข้อ", "คะแนน", "วันที่", "สัดส่วน", "รวม"])
        sheet.append(["i1", 68.4, date(2024, 1, 31), 0.8437, "=1+1"])
        sheet["D2"].number_format = "0.00%"
        sheet.merge_cells("A3:B3")
        sheet["A3"] = "รวม"

    assert texts(read_sheets(book(fill))) == [
        "แผ่น 1",
        [["i1", "68.4", "31 มกราคม 2567", "84.37%", ""], ["รวม", "", "", "", ""]],
    ]


def test_a_time_of_day_stays_a_number() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["ข้อ", "คะแนน"])
        sheet.append(["i1", 0.5])
        sheet["B2"].number_format = "hh:mm"

    assert texts(read_sheets(book(fill)))[1] == [["i1", "0.5"]]


def test_each_sheet_has_its_own_tables_and_hidden_ones_are_left_out() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.append(["ซ่อน"])
        sheet.sheet_state = "hidden"

    data = book(rows(HEADS, ["ก", "ข", "ค"]), hide, rows(HEADS, ["ง", "จ", "ฉ"]))

    assert texts(read_sheets(data)) == ["แผ่น 1", [["ก", "ข", "ค"]], "แผ่น 3", [["ง", "จ", "ฉ"]]]


def test_a_damaged_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match="damaged"):
        read_sheets(book(rows(["ก"]))[:200])


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("code,score\ni7,65.63\n", True),
        ("\ufeffข้อ;คะแนน\r\ni7;65,63\r\n", True),
        ("code,score\n", False),
        ("ก,ข\nค,ง\n", False),
        ("ข้อ,คะแนน\nก\nข\nค\n", False),
        ('ข้อ,คะแนน\n"ก\n', False),
        ("", False),
    ],
)
def test_csv_is_told_by_known_headings_over_rows_as_wide(text: str, *, known: bool) -> None:
    assert is_csv(text.lstrip("\ufeff")) is known


def test_csv_is_read_with_either_separator() -> None:
    expected = [[["i7", "65.63"]]]

    assert texts(read_csv("code,score\ni7,65.63\n".encode("utf-16"))) == expected
    assert texts(read_csv("ข้อ;คะแนน\n\ni7;65.63\n".encode("cp874"))) == [[["i7", "65.63"]]]


REFUSED = [
    ('ก,ข\n"ค\n', "row 2: A quotation mark is not closed"),
    ("ก" + "," * 1_000, "row 1: The row has more than 1000 columns"),
    (",".join(["ก" * 60_000] * 2), "row 1: The row is longer than 100000 characters"),
    (("ก," * 999 + "ก\n") * 101, "The document has more than 100000 cells"),
]


@pytest.mark.parametrize(("text", "refusal"), REFUSED)
def test_csv_out_of_bounds_is_refused(text: str, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_csv(text.encode())

    assert str(caught.value).startswith(refusal)


def test_nothing_is_a_source_of_nothing() -> None:
    assert read_csv(b"") == Source()
    assert texts(read_sheets(book(rows()))) == ["แผ่น 1"]


@pytest.mark.parametrize(
    "sheet",
    [
        "<sheetData><row>",
        '<sheetData><row r="x"/></sheetData>',
        '<sheetData><row><c t="s"><v>9</v></c></row></sheetData>',
        '<sheetData><row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData>',
    ],
)
def test_a_workbook_with_a_damaged_sheet_is_refused(sheet: str) -> None:
    with pytest.raises(Refusal, match="The workbook is damaged, or is none"):
        read_sheets(workbook(sheet))


def test_a_packed_file_that_names_no_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match="The workbook is damaged, or is none"):
        read_sheets(packed([("xl/workbook.xml", "<workbook/>"), ("_rels/.rels", "<a/>")]))


def test_cells_are_counted_while_rows_come_and_rows_of_nothing_are_left_out() -> None:
    rows = '<row><c t="str"><v>1</v></c><c/></row><row/>'

    assert texts(read_sheets(workbook(f"<sheetData>{rows * 3}</sheetData>"))) == [
        *("results", "1", "1", "1")
    ]
    with pytest.raises(Refusal, match="more than 100000 cells"):
        read_sheets(workbook(rows_of_cells(1_001, 100)))
