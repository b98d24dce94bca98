"""Workbooks and CSV files are read as they are seen: titles, tables, what formulas gave, dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source, SourceTable
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_docx import read_docx
from prongsai.formats.read_sheets import is_csv, read_csv, read_sheets
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_tables import write_csv, write_xlsx
from tests.factories.cases import DATED, case
from tests.factories.hostile_zip import packed, rows_of_cells, workbook
from tests.factories.sources import tables, texts
from tests.factories.tables import repacked, styled

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
        sheet.append(["i1", 68.4, date(2024, 1, 31), 0.28999999999999998, True])
        sheet["D2"].number_format = "0.00%"
        sheet.merge_cells("A3:B3")
        sheet["A3"] = "รวม"

    assert texts(read_sheets(book(fill))) == [
        "แผ่น 1",
        [["i1", "68.4", "31 มกราคม 2567", "29%", "TRUE"], ["รวม", "", "", "", ""]],
    ]


def test_formulas_are_read_by_what_they_gave() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as made:
        sheet = made.add_worksheet("แผ่น")
        two = made.add_format({"num_format": "0.00"})
        sheet.write_row(0, 0, ["ข้อ", "คะแนน"])
        sheet.write_string(1, 0, "i1")
        sheet.write_formula(1, 1, "=AVERAGE(C1:C9)", two, 87.7566666666667)
        sheet.write_formula(2, 0, '="i"&2', None, "i2")
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")

    assert texts(read_sheets(file.getvalue())) == [
        "แผ่น",
        [["i1", "87.76"], ["i2", "#DIV/0!"]],
    ]


def test_a_formula_that_was_never_reckoned_is_refused() -> None:
    with pytest.raises(Refusal, match="B2 holds a formula without what it gives"):
        read_sheets(book(rows(["ข้อ", "คะแนน"], ["i1", "=1+1"])))


def test_signs_that_a_workbook_names_by_number_are_written_out() -> None:
    assert texts(read_sheets(book(rows(["ก_x000D_\nข_x005F_x0041_", "_xD800_ค"])))) == [
        "แผ่น 1",
        [["ก\nข_x0041_", "ค"]],
    ]


@pytest.mark.parametrize("value", ["x", "1e999", "1E99", "NaN", "Infinity", "-1", "9" * 40])
@pytest.mark.parametrize("number_format", ["0.00%", "yyyy-mm-dd", "0.00"])
def test_a_value_that_is_no_number_harms_nobody(
    tmp_path: Path, value: str, number_format: str
) -> None:
    path = repacked(
        styled(tmp_path, 7, number_format),
        lambda _, old: old.replace(b"<v>7</v>", f"<v>{value}</v>".encode()),
    )

    with suppress(Refusal):
        assert texts(read_sheets(path.read_bytes()))


def test_days_counted_from_1904_and_days_as_texts_are_read() -> None:
    made = openpyxl.Workbook()
    made.epoch = CALENDAR_MAC_1904
    made.iso_dates = True
    made.worksheets[0].append(["ข้อ", date(2024, 1, 31)])
    iso = BytesIO()
    made.save(iso)
    made.iso_dates = False
    counted = BytesIO()
    made.save(counted)

    for file in (iso, counted):
        assert texts(read_sheets(file.getvalue()))[1] == [["ข้อ", "31 มกราคม 2567"]]


def hide(sheet: Worksheet) -> None:
    sheet.append(["ซ่อน"])
    sheet.sheet_state = "hidden"


def hide_well(sheet: Worksheet) -> None:
    sheet["B7"] = "=1+1"
    sheet.sheet_state = "veryHidden"


def hide_nothing(sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"


def test_each_sheet_has_its_own_tables() -> None:
    data = book(rows(HEADS, ["ก", "ข", "ค"]), rows(HEADS, ["ง", "จ", "ฉ"]))

    assert texts(read_sheets(data)) == ["แผ่น 1", [["ก", "ข", "ค"]], "แผ่น 2", [["ง", "จ", "ฉ"]]]
    assert read_sheets(data).hidden == ()


def test_hidden_sheets_are_left_out_and_told_where_something_stands_in_them() -> None:
    made = read_sheets(book(rows(["ก"]), hide, hide_nothing, hide_well))

    assert texts(made) == ["แผ่น 1", "ก"]
    assert made.hidden == ("แผ่น 2", "แผ่น 4")
    assert understand(made, editions_by_year()).hidden == ("แผ่น 2", "แผ่น 4")


def test_tables_begin_where_headings_come_and_titles_stand_above_them() -> None:
    data = book(
        rows(
            ["รายงาน", "ปี 2567"],
            ["หน่วยงาน", "อบต.ตัวอย่าง"],
            [],
            ["ตาราง 1"],
            HEADS,
            ["ก", "ข", "ค"],
            ["ตาราง 2"],
            ["ตัวชี้วัด", "คะแนน"],
            ["1", 90.5],
            ["ผู้รับผิดชอบ", "กองคลัง"],
        )
    )

    assert texts(read_sheets(data)) == [
        "แผ่น 1",
        "รายงาน ปี 2567",
        "หน่วยงาน อบต.ตัวอย่าง",
        "ตาราง 1",
        [["ก", "ข", "ค"]],
        "ตาราง 2",
        [["1", "90.5"], ["ผู้รับผิดชอบ", "กองคลัง"]],
    ]


def test_a_table_of_unknown_headings_stays_a_table() -> None:
    wide = [*"กขคง"]

    assert texts(read_sheets(book(rows(wide, wide, [], HEADS, HEADS[::-1])))) == [
        "แผ่น 1",
        [wide],
        [HEADS[::-1]],
    ]
    assert texts(read_sheets(book(rows(["ก", "ข"], ["ค", "ง"])))) == ["แผ่น 1", [["ค", "ง"]]]


def test_a_table_goes_on_below_an_empty_row() -> None:
    data = book(rows(HEADS, ["ก", "ข", "ค"], [], ["ง", "จ", None]))

    assert texts(read_sheets(data)) == ["แผ่น 1", [["ก", "ข", "ค"], ["ง", "จ", ""]]]


def test_a_sheet_with_more_than_is_read_is_refused() -> None:
    with pytest.raises(Refusal, match="more than 100000 cells"):
        read_csv("ก\n".encode() * 100_001)


def test_a_damaged_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match="damaged"):
        read_sheets(book(rows(["ก"]))[:200])


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("code,score\ni7,65.63\n", True),
        ("\ufeffข้อ;คะแนน\r\ni7;65,63\r\n", True),
        ("ผลคะแนน\nปี 2566,\n\ncode,score\ni7,65.63\n", True),
        ("ก,ข\ncode,score\ni7,65.63\n", False),
        ("code,score\n", True),
        ("code score\n", False),
        ("ก,ข\nค,ง\n", False),
        ("ข้อ,คะแนน\nก\nข\nค\n", False),
        ('ข้อ,คะแนน\n"ก\n', False),
        ("", False),
    ],
)
def test_csv_is_told_by_known_headings_over_rows_as_wide(text: str, *, known: bool) -> None:
    assert is_csv(text.encode()) is known


def test_csv_is_read_with_either_separator() -> None:
    expected = [[["i7", "65.63"]]]

    assert texts(read_csv("code,score\ni7,65.63\n".encode("utf-16"))) == expected
    assert texts(read_csv("ผล\nข้อ;คะแนน\ni7;65.63\n".encode())) == ["ผล", *expected]
    assert texts(read_csv("ข้อ;คะแนน\n\ni7;65.63\n".encode("cp874"))) == [[["i7", "65.63"]]]


REFUSED = [
    ('ก,ข\n"ค\n', "row 2: A quotation mark is not closed"),
    ("ก" + "," * 1_000, "row 1: The row has more than 1000 columns"),
    (",".join(["ก" * 60_000] * 2), "row 1: The row is longer than 100000 characters"),
    (("ก," * 999 + "ก\n") * 101, "The document has more than 100000 cells"),
    (("a" * 90_000 + "\n") * 56, "The table has more than 5000000 characters"),
]


@pytest.mark.parametrize(("text", "refusal"), REFUSED)
def test_csv_out_of_bounds_is_refused(text: str, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_csv(text.encode())

    assert str(caught.value).startswith(refusal)


def test_nothing_is_a_source_of_nothing() -> None:
    assert read_csv(b"") == read_csv("\u200b\n".encode()) == Source()
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


@pytest.mark.parametrize(
    ("columns", "row", "hidden"),
    [
        ("", '<row r="1" hidden="1">', [True, True]),
        ("", '<row r="1" ht="0" customHeight="1">', [True, True]),
        ("", '<row r="1" hidden="0" ht="15">', [False, False]),
        ('<cols><col min="2" max="16384" hidden="true"/></cols>', "<row>", [False, True]),
        ('<cols><col min="1" max="1" width="0"/></cols>', "<row>", [True, False]),
    ],
)
def test_what_nobody_sees_of_a_sheet_is_known_from_its_rows_and_columns(
    columns: str, row: str, hidden: list[bool]
) -> None:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in "กข")
    sheet = f"{columns}<sheetData>{row}{cells}</row></sheetData>"

    (block,) = read_sheets(workbook(sheet)).blocks[-1:]

    assert isinstance(block, SourceTable)
    assert [cell.place.hidden for cell in block.rows[0]] == hidden
