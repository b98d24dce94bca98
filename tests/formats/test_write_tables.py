from __future__ import annotations

import csv
import dataclasses
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings

from prongsai.core.documents.grid import grid
from prongsai.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Field,
    LetterHead,
    Orientation,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.core.documents.prepare import prepared, texts_beside_tables
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.write_tables import write_csv, write_xlsx
from tests.factories.documents import HARD, HOSTILE, document, documents, printable, stress, table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MERGED = Table(
    "ผลรายตัวชี้วัด",
    (Column("แบบวัด", 3), Column("ข้อ", 2, Align.CENTRE), Column("ผล", 5, Align.RIGHT)),
    (
        (Cell(("IIT",), rows=2), Cell(("i1",)), Cell(("85.50", "เพิ่มขึ้น"))),
        (Cell(("i2",)), Cell(("+7.44",), bold=True)),
        (Cell(("รวม",), columns=2), Cell(("85",), align=Align.LEFT)),
    ),
)


def sheets(whole: Document) -> list[Worksheet]:
    book = openpyxl.load_workbook(BytesIO(write_xlsx(whole)))
    return [book[name] for name in book.sheetnames]


def texts(sheet: Worksheet) -> list[list[str]]:
    return [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)]


def lines(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


def expected(table: Table) -> list[list[str]]:
    """Lay the cells of a table out in a rectangle, empty where a merged one covers."""
    rows = [[column.title for column in table.columns]]
    for spots in grid(table):
        begun = {spot.column: "\n".join(spot.cell.text) for spot in spots if spot.begins}
        rows.append([begun.get(n, "") for n in range(len(table.columns))])
    return rows


def tables_of(whole: Document) -> list[Table]:
    return [block for block in prepared(whole).blocks if isinstance(block, Table)]


def test_each_table_is_a_sheet_named_by_its_caption() -> None:
    other = dataclasses.replace(MERGED, caption="อื่น")
    assert [sheet.title for sheet in sheets(document(MERGED, other))] == ["ผลรายตัวชี้วัด", "อื่น"]


def test_what_no_table_says_stands_on_a_sheet_before_them() -> None:
    office = Field("ส่วนราชการ", "สำนักปลัด")
    head = LetterHead("บันทึกข้อความ", ((office,), (Field("ที่", "1"), Field("วันที่", "2"))))
    written = write_xlsx(document(head, MERGED, Paragraph("ก"), Paragraph(" ")))
    book = openpyxl.load_workbook(BytesIO(written))

    assert book.sheetnames == ["เอกสาร", "ผลรายตัวชี้วัด"]
    assert book.active is book["ผลรายตัวชี้วัด"]
    assert texts(book["เอกสาร"]) == [
        ["บันทึกข้อความ"],
        ["ส่วนราชการ สำนักปลัด"],
        ["ที่ 1 วันที่ 2"],
        ["ก"],
    ]


def test_cells_stand_where_the_table_has_them() -> None:
    (sheet,) = sheets(document(MERGED))
    assert texts(sheet) == [
        ["แบบวัด", "ข้อ", "ผล"],
        ["IIT", "i1", "85.50\nเพิ่มขึ้น"],
        ["", "i2", "+7.44"],
        ["รวม", "", "85"],
    ]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A2:A3", "A4:B4"}


def test_cells_look_as_the_table_asks() -> None:
    (sheet,) = sheets(document(MERGED))
    looks = {
        place: (cell.alignment.horizontal, bool(cell.alignment.wrap_text), cell.font.b)
        for place in ("A1", "A2", "B2", "C2", "C3", "A4", "C4")
        if (cell := sheet[place])
    }
    assert looks == {
        "A1": ("center", True, True),
        "A2": ("left", True, False),
        "B2": ("center", True, False),
        "C2": ("right", True, False),
        "C3": ("right", True, True),
        "A4": ("left", True, False),
        "C4": ("left", True, False),
    }


def test_headings_stay_in_sight_and_on_every_printed_page() -> None:
    (sheet,) = sheets(document(MERGED))
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")


def test_columns_have_their_shares_of_the_page_and_the_paper_lies_as_it_did() -> None:
    upright, lying = sheets(document(MERGED, PageBreak(Orientation.LANDSCAPE), MERGED))
    widths = [
        [round(sheet.column_dimensions[name].width) for name in "ABC"] for sheet in (upright, lying)
    ]
    assert widths == [[25, 18, 43], [39, 27, 65]]
    lies = [sheet.page_setup.orientation for sheet in (upright, lying)]
    assert lies == ["portrait", "landscape"]


FORMULAS = ("=1+1", "+SUM(A1)", "-2+3", "@x", '=HYPERLINK("http://x")', "＝1", "-1-1", "+7.44.")
ADDRESSES = ("http://www.example.go.th", "internal:A1")
PLAIN = (
    "+7.44",
    "-3",
    "-1,234.50",
    "+๗.๔๔",
    "-",
    "7-8",
    "1=1",
    "a@b.go.th",
    "(-3)",
    "'=1",
    "๑.",
    "",
)


@pytest.mark.parametrize("text", [*FORMULAS, *ADDRESSES, "7.44", "{=1}"])
def test_a_workbook_holds_texts_only(text: str) -> None:
    wide = Table("", (Column(text, 1), Column("", 1)), ((Cell((text,), columns=2),),))
    (sheet,) = sheets(document(wide))
    assert texts(sheet) == [[text, ""], [text, ""]]
    assert (sheet["A1"].data_type, sheet["A2"].data_type) == ("s", "s")
    assert sheet["A2"].hyperlink is None


def test_the_workbook_names_the_document_and_the_agency() -> None:
    about = openpyxl.load_workbook(BytesIO(write_xlsx(document(MERGED)))).properties
    assert (about.title, about.creator) == ("รายงานทดสอบ", "องค์การบริหารส่วนตำบลตัวอย่าง")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_xlsx(stress(thai_digits=True)) == write_xlsx(stress(thai_digits=True))


@pytest.mark.parametrize(
    ("captions", "names"),
    [
        (("", ""), ["รายงานทดสอบ", "รายงานทดสอบ (2)"]),
        (("ผล", "ผล", "ผล"), ["ผล", "ผล (2)", "ผล (3)"]),
        (("Score", "SCORE"), ["Score", "SCORE (2)"]),
        (("ผล [1]: a/b\\c*?", "'ก'"), ["ผล 1 a b c", "ก"]),
        (("ผล\nปี 2567",), ["ผล ปี 2567"]),
        (("History",), ["History (2)"]),
        (("ตาราง " + HARD,) * 2, ["ตาราง น้ำ กำกับดูแล ผู้ที่นั่ง", "ตาราง น้ำ กำกับดูแล ผู้ (2)"]),
        (("o" * 40,), ["o" * 20]),
        (("😀" * 20,), ["😀" * 15]),
        (("???", "*"), ["(2)", "(3)"]),
    ],
)
def test_names_of_sheets_are_short_and_differ(captions: tuple[str, ...], names: list[str]) -> None:
    whole = document(*(dataclasses.replace(MERGED, caption=caption) for caption in captions))
    assert [sheet.title for sheet in sheets(whole)] == names


def test_csv_is_a_text_a_table_with_its_caption() -> None:
    other = dataclasses.replace(MERGED, caption="")
    (caption, text), (without, same) = write_csv(document(MERGED, other))
    assert (caption, without) == ("ผลรายตัวชี้วัด", "")
    assert (
        text == same == ('\ufeffแบบวัด,ข้อ,ผล\r\nIIT,i1,"85.50\nเพิ่มขึ้น"\r\n,i2,+7.44\r\nรวม,,85\r\n')
    )


@pytest.mark.parametrize("text", FORMULAS)
def test_what_excel_would_take_for_a_formula_is_led_by_an_apostrophe(text: str) -> None:
    ((_, written),) = write_csv(document(table((text, text))))
    assert lines(written)[1] == [f"'{text}", f"'{text}"]


@pytest.mark.parametrize(
    "text",
    ["+7.44", "-3", "-1,234.50", "+๗.๔๔", "-", "7-8", "1=1", "a@b.go.th", "(-3)", "'=1", "๑.", ""],
)
def test_other_cells_stay_as_they_are(text: str) -> None:
    ((_, written),) = write_csv(document(table((text, "ก"))))
    assert lines(written)[1] == [text, "ก"]


@pytest.mark.parametrize("text", ['ก"ข', "ก,ข", "ก;=1", "ก\nข", '"'])
def test_what_would_end_a_cell_is_quoted(text: str) -> None:
    ((_, written),) = write_csv(document(table((text, "ก"))))
    doubled = text.replace('"', '""')
    assert written.endswith(f'\r\n"{doubled}",ก\r\n')


def test_digits_are_those_of_the_document() -> None:
    whole = document(table(("85.50", "o39")), thai_digits=True)
    ((_, written),) = write_csv(whole)
    assert lines(written)[1] == texts(sheets(whole)[0])[1] == ["๘๕.๕๐", "o39"]


@settings(max_examples=60, deadline=None)
@given(documents(printable))
def test_any_tables_read_back(whole: Document) -> None:
    tables = tables_of(whole)
    if not tables:
        return
    beside = [[text] for text in texts_beside_tables(prepared(whole))]
    whole_book = [*([beside] if beside else []), *map(expected, tables)]
    assert [texts(sheet) for sheet in sheets(whole)] == whole_book
    for (caption, written), each in zip(write_csv(whole), tables, strict=True):
        assert caption == each.caption
        told = zip(lines(written), expected(each), strict=True)
        cells = (pair for row in told for pair in zip(*row, strict=True))
        assert all(read in (said, f"'{said}") for read, said in cells)


def test_a_line_that_ends_with_an_apostrophe_keeps_it() -> None:
    words = sheets(document(Paragraph("รุ่น '66'"), MERGED))[0]
    assert texts(words) == [["รุ่น '66'"]]


def test_hostile_text_stays_text() -> None:
    whole = document(table((HOSTILE, HARD)))
    ((_, written),) = write_csv(whole)
    (given,) = tables_of(whole)
    assert lines(written) == texts(sheets(whole)[0]) == expected(given)


@pytest.mark.parametrize("writer", [write_xlsx, write_csv])
def test_a_document_without_tables_is_refused(writer: object) -> None:
    assert callable(writer)
    with pytest.raises(Refusal) as refused:
        writer(document(Paragraph("ก")))
    assert (refused.value.what, refused.value.where) == (
        say("The document has no table, and this kind of file holds nothing else."),
        ("รายงานทดสอบ",),
    )


@pytest.mark.parametrize(("letter", "most"), [("ก", 32_767), ("😀", 16_383)])
def test_a_cell_longer_than_a_sheet_holds_is_refused(letter: str, most: int) -> None:
    (sheet,) = sheets(document(table((letter * most, ""))))
    assert texts(sheet)[1][0] == letter * most
    with pytest.raises(Refusal) as refused:
        write_xlsx(document(table((letter * (most + 1), ""))))
    assert refused.value.where == ("ตารางทดสอบ",)
    assert [caption for caption, _ in write_csv(document(table((letter * (most + 1), ""))))] == [
        "ตารางทดสอบ"
    ]
