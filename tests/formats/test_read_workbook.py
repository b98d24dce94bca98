from contextlib import suppress
from datetime import date
from decimal import Decimal
from itertools import takewhile
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from prongsai.core.errors import Refusal
from prongsai.formats.read_workbook import read_workbook
from prongsai.formats.rows import Row
from tests.factories.tables import repacked, styled, workbook

LARGEST = 1_000_000
DAMAGED = (
    "The workbook is damaged, or is none."
    " Open it in your spreadsheet program and save it anew as .xlsx."
)
UNPACKS = "The workbook unpacks to more than is read. Copy the table alone into a new workbook."
SHEET = "xl/worksheets/sheet1.xml"

on_one_file = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        list(read_workbook(path, LARGEST))
    return str(caught.value)


def unusable(path: Path) -> list[str]:
    """Write what is said against B2."""
    return [str(why) for row in read_workbook(path, LARGEST) for _, why in row.unusable]


def with_sheet(folder: Path, xml: str, namespace: str = "") -> Path:
    """Write a workbook whose sheet is the XML of its rows."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<{namespace}worksheet xmlns="{main}" xmlns:x="{main}">{xml}</{namespace}worksheet>'
    return repacked(
        workbook(folder, ["code"]), lambda name, old: sheet.encode() if name == SHEET else old
    )


def test_numbers_are_read_as_they_were_typed(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["o1", 84.37, 10.2, 97.50000000000001, 9, 33.3333333333333, "๙"])

    assert [row.cells for row in read_workbook(path, LARGEST)] == [
        ("o1", "84.37", "10.2", "97.5", "9", "33.3333333333333", "๙")
    ]


@on_one_file
@example(rows=[[" "]])
@example(rows=[[" "], ["a", " "], [" "]])
@given(
    rows=st.lists(
        st.lists(
            st.none()
            | st.integers(-999, 999)
            | st.decimals(0, 100, places=2).map(float)
            | st.text(alphabet="ab ๑ก่ำ<&\"=\n'", max_size=9).filter(lambda text: text[:1] != "="),
            max_size=5,
        ),
        max_size=5,
    )
)
def test_a_workbook_is_read_as_openpyxl_reads_it(tmp_path: Path, rows: list[list[object]]) -> None:
    path = workbook(tmp_path, *rows)
    expected = [
        ["" if value is None else str(value) for value in row]
        for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)
    ]

    read = {row.number: row.cells for row in read_workbook(path, LARGEST)}

    width = max((len(row) for row in expected), default=0)
    # Reading starts at the first row that holds more than spaces.
    blank = len(list(takewhile(lambda row: not "".join(row).strip(), expected)))
    assert min(read, default=blank + 1) == blank + 1
    assert [
        [*cells, *[""] * (width - len(cells))]
        for cells in (read.get(number, ()) for number in range(blank + 1, len(expected) + 1))
    ] == [_as_numbers(row) for row in expected[blank:]]


def _as_numbers(row: list[str]) -> list[str]:
    return [cell.removesuffix(".0") if cell.endswith(".0") else cell for cell in row]


@pytest.mark.parametrize(
    ("value", "number_format", "refusal"),
    [
        (
            "=1+1",
            "General",
            "B2 holds a formula. Copy the cells and paste them as values.",
        ),
        ("#N/A", "General", "B2 holds the error #N/A. Mend it in the workbook, or empty the cell."),
        (True, "General", "B2 holds true or false. Write the value as a text or a number."),
        *(
            (
                value,
                number_format,
                "B2 holds a date. Give the cell the format Text, and write the value anew.",
            )
            for value, number_format in (
                (date(2026, 2, 9), "yyyy-mm-dd"),
                (46062, "[$-107041E]d mmm yyyy"),
                (0.5, "h:mm"),
                (46062, "mm-dd-yy"),
            )
        ),
        *(
            (
                0.8437,
                number_format,
                (
                    "B2 shows a share in per cent."
                    " Give the cell the format Number, and write points, such as 84.37."
                ),
            )
            for number_format in ("0%", "0.00%", '0.0% "of all"')
        ),
    ],
)
def test_a_cell_that_is_not_what_it_shows_is_named(
    tmp_path: Path, value: object, number_format: str, refusal: str
) -> None:
    assert unusable(styled(tmp_path, value, number_format)) == [refusal]


@pytest.mark.parametrize(
    "number_format", ["0.00", "@", '0.00 "days"', "[Red]0.0", "0.00E+00", r"0\d", "#,##0_h"]
)
def test_a_number_in_another_format_is_a_number(tmp_path: Path, number_format: str) -> None:
    assert unusable(styled(tmp_path, 84.37, number_format)) == []


def test_dates_as_texts_of_the_standard_are_named(tmp_path: Path) -> None:
    path = with_sheet(tmp_path, '<row r="1"><c r="A1" t="d"><v>2026-02-09</v></c></row>')

    assert unusable(path) == [
        "A1 holds a date. Give the cell the format Text, and write the value anew."
    ]


def test_the_only_sheet_with_data_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("data").append(["code"])
    book.save(tmp_path / "results.xlsx")

    assert list(read_workbook(tmp_path / "results.xlsx", LARGEST)) == [Row(1, ("code",))]


@pytest.mark.parametrize("name", ["Results ", "ผลคะแนน"])
def test_the_sheet_named_for_it_is_read(tmp_path: Path, name: str) -> None:
    assert list(read_workbook(workbook(tmp_path, ["code"], also=name), LARGEST)) == [
        Row(1, ("code",))
    ]


def test_several_sheets_with_data_are_refused(tmp_path: Path) -> None:
    assert refused(workbook(tmp_path, ["code"], also="More")) == (
        "Several sheets hold data: Sheet, More. Name the one with the scores ผลคะแนน."
    )


def test_an_empty_workbook_has_no_rows(tmp_path: Path) -> None:
    assert list(read_workbook(workbook(tmp_path), LARGEST)) == []


def test_merged_cells_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["code", "score"])
    book = load_workbook(path)
    book.worksheets[0].merge_cells("A1:B1")
    book.save(path)

    assert refused(path) == (
        "The cells A1:B1 are merged. Undo the merging, and give every row its own values."
    )


def test_cells_without_names_stand_in_their_order(tmp_path: Path) -> None:
    text = '<x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c>'
    row = f"<x:row><x:c><x:v>1</x:v></x:c><x:c/>{text}</x:row>"
    path = with_sheet(tmp_path, row * 2, "x:")

    assert list(read_workbook(path, LARGEST)) == [Row(1, ("1", "", "b")), Row(2, ("1", "", "b"))]


def test_how_a_text_is_spoken_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "results.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_string(0, 0, "code")
    spoken = b"<sst><si><r><t>o</t></r><r><t>1</t></r><rPh><t>one</t></rPh></si></sst>"
    repacked(path, lambda name, old: spoken if name.endswith("Strings.xml") else old)

    assert list(read_workbook(path, LARGEST)) == [Row(1, ("o1",))]


@pytest.mark.parametrize(
    ("xml", "refusal"),
    [
        (
            '<row r="3"><c r="ZZZ3"><v>1</v></c></row>',
            "row 3: The row has more than 1000 columns. Delete the columns beside the table.",
        ),
        *(
            (
                f'<row r="3">{cells}</row>',
                (
                    "row 3: The row is longer than 100000 characters."
                    " See whether a quotation mark is open there,"
                    " or whether this is the right file."
                ),
            )
            for cells in (
                f'<c t="str"><v>{"x" * 100_001}</v></c>',
                f'<c t="str"><v>{"x" * 99_999}</v></c>' * 2,
            )
        ),
        ('<row r="x"/>', DAMAGED),
        ('<row><c t="s"><v>99</v></c></row>', DAMAGED),
        ('<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', DAMAGED),
        ("<row>", DAMAGED),
    ],
)
def test_a_sheet_out_of_bounds_is_refused(tmp_path: Path, xml: str, refusal: str) -> None:
    assert refused(with_sheet(tmp_path, xml)) == refusal


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, "<!DOCTYPE x>"])
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"])
def test_a_document_type_is_refused_in_every_part(tmp_path: Path, doctype: str, part: str) -> None:
    path = repacked(
        workbook(tmp_path, ["code"]),
        lambda name, old: doctype.encode() + b"<x>&a;</x>" if name == part else old,
    )

    assert refused(path) == (
        "The file holds a document type declaration, which no office program writes."
        " Ask for the file anew from whom you have it."
    )


@pytest.mark.parametrize("part", [SHEET, "xl/media/image1.png"])
def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, part: str) -> None:
    path = repacked(
        workbook(tmp_path, ["code"]),
        lambda name, old: b" " * 4_000_000 if name == part else old,
        [part],
    )

    assert refused(path) == UNPACKS


def test_a_workbook_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    names = [f"xl/media/{number}.png" for number in range(1001)]

    assert refused(repacked(workbook(tmp_path, ["code"]), lambda _, old: old, names)) == UNPACKS


def test_a_part_of_unusual_packing_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["code"])
    with ZipFile(path, "a", ZIP_LZMA) as book:
        book.writestr("more.xml", b"x" * 1000)

    assert refused(path) == DAMAGED


def test_a_workbook_of_too_many_cell_formats_is_refused(tmp_path: Path) -> None:
    looks = b"<styleSheet><cellXfs>" + b"<xf/>" * 65_491 + b"</cellXfs></styleSheet>"
    path = repacked(
        workbook(tmp_path, ["code"]), lambda name, old: looks if name == "xl/styles.xml" else old
    )

    assert refused(path) == DAMAGED


def test_an_opendocument_file_is_refused(tmp_path: Path) -> None:
    path = repacked(workbook(tmp_path, ["code"]), lambda _, old: old, ["mimetype"])

    assert refused(path) == (
        "This is an OpenDocument file (.ods)."
        " Open it in your spreadsheet program and save it as .xlsx."
    )


@pytest.mark.parametrize("part", ["[Content_Types].xml", "xl/media/1.png"])
def test_only_the_parts_that_are_needed_are_opened(tmp_path: Path, part: str) -> None:
    path = repacked(
        workbook(tmp_path, ["code"]), lambda name, old: b"?" if name == part else old, [part]
    )

    assert list(read_workbook(path, LARGEST)) == [Row(1, ("code",))]


@on_one_file
@given(data=st.data())
def test_a_workbook_with_changed_bytes_is_rows_or_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = workbook(tmp_path, ["code", "score"], ["o1", Decimal("84.37")])
    content = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, 6000), max_size=8)):
        content[place % len(content)] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, 6000))])

    with suppress(Refusal):
        assert all(isinstance(row, Row) for row in read_workbook(path, LARGEST))


@on_one_file
@given(data=st.data())
def test_a_workbook_with_changed_parts_is_rows_or_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = workbook(tmp_path, ["code", "score"], ["o1", Decimal("84.37")])
    part = data.draw(st.sampled_from([SHEET, "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"]))
    cut = data.draw(st.integers(0, 3000))
    put = data.draw(st.sampled_from([b"", b'"', b"<", b"x", b"\xff", b'="x"']))
    repacked(path, lambda name, old: old[:cut] + put + old[cut + 1 :] if name == part else old)

    with suppress(Refusal):
        assert all(isinstance(row, Row) for row in read_workbook(path, LARGEST))
