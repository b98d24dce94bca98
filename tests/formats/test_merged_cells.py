"""A cell merged over several rows is that of each of its measures, in every kind of file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest

from prongsai.core.documents.model import Cell, Column, Document, Orientation, PageBreak, Table
from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, Reading
from prongsai.core.readings.source import SourceTable
from prongsai.core.readings.understand import understand
from prongsai.core.tracking import State
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.merged_areas import Area, area_of, merged_by
from prongsai.formats.readers import source_in
from prongsai.formats.writers import WRITERS
from tests.factories.cases import DATED

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADS = ("ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "สถานะ", "ผลการดำเนินการ")
KINDS = [".docx", ".html", ".xlsx", ".pdf"]
PERIOD = "ต.ค. 2566 - มี.ค. 2567"


def tall(text: str, rows: int) -> Cell:
    return Cell((text,), rows=rows)


def file(ending: str, *rows: tuple[Cell | str, ...]) -> bytes:
    """Write a table whose cells are texts, or cells over several rows."""
    columns = tuple(Column(title, 4) for title in HEADS)
    cells = tuple(
        tuple(each if isinstance(each, Cell) else Cell((each,)) for each in row) for row in rows
    )
    blocks = (PageBreak(Orientation.LANDSCAPE), Table("แผน", columns, cells))
    made = WRITERS[ending](Document(title="แผน", author="อบต.", blocks=blocks, dated=DATED))
    assert isinstance(made, str | bytes)
    return made if isinstance(made, bytes) else made.encode()


def read(data: bytes) -> Reading:
    return understand(source_in(data), editions_by_year())


def leads(reading: Reading) -> list[list[str]]:
    return [[unit.value for unit in measure.lead] for measure in reading.measures]


@pytest.mark.parametrize("ending", KINDS)
def test_what_is_merged_over_several_rows_is_of_each(ending: str) -> None:
    data = file(
        ending,
        ("1", "อบรม", tall("กองคลัง", 3), tall(PERIOD, 2), tall("ดำเนินการแล้ว", 3), tall("ดี", 2)),
        ("2", "ประชุม"),
        ("3", "เผยแพร่", "เม.ย. 2567", "เผยแพร่แล้ว"),
        ("4", "ทบทวน", "", "", "", ""),
    )

    reading = read(data)

    assert leads(reading) == [["กองคลัง"]] * 3 + [[]]
    half, april = (Month(2566, 10), Month(2567, 3)), (Month(2567, 4), Month(2567, 4))
    periods = [measure.period and measure.period.value for measure in reading.measures]
    assert periods == [half, half, april, None]
    states = [measure.state and measure.state.value for measure in reading.measures]
    assert states == [State.DONE] * 3 + [None]
    outputs = [[each.value for each in measure.output] for measure in reading.measures]
    assert outputs == [["ดี"], [], ["เผยแพร่แล้ว"], []]


@pytest.mark.parametrize("ending", KINDS)
def test_it_is_sure_where_the_file_says_so_and_likely_where_lines_do(ending: str) -> None:
    first, second = read(
        file(ending, ("1", "อบรม", tall("กองคลัง", 2), "", "", ""), ("2", "ประชุม", "", "", ""))
    ).measures

    sureness = Certainty.LIKELY if ending == ".pdf" else Certainty.SURE
    assert [first.lead[0].certainty, second.lead[0].certainty] == [Certainty.SURE, sureness]
    assert [first.lead[0].place, first.place.row, second.place.row] == [second.lead[0].place, 1, 2]


def test_a_merged_cell_goes_on_behind_the_end_of_a_page() -> None:
    rows = [(str(n), f"มาตรการ {n}\n" + "ก\n" * 5, "", "", "") for n in range(2, 9)]

    data = file(".pdf", ("1", "มาตรการ 1", tall("กองคลัง", 8), "", "", ""), *rows)
    source = source_in(data)

    (table,) = [block for block in source.blocks if isinstance(block, SourceTable)]
    assert {row[0].place.page for row in table.rows} == {1, 2}
    assert leads(read(data)) == [["กองคลัง"]] * 8


def workbook(*areas: str, rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet: Worksheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in areas:
        sheet.merge_cells(area)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_row_of_a_workbook_that_is_empty_but_for_a_merged_cell_ends_nothing() -> None:
    rows = [[*HEADS[:3]], ["1", "อบรม", "กองคลัง"], ["2", "ประชุม", ""], ["3", "ทบทวน", ""]]

    assert leads(read(workbook("C2:C3", rows=rows))) == [["กองคลัง"], ["กองคลัง"], []]


def test_an_area_of_a_sheet_is_read_as_far_as_columns_are() -> None:
    assert area_of("B2:D10") == Area(2, 1, 10, 3)
    assert area_of("B2:XFD2") == Area(2, 1, 2, 999)
    for other in ("XFA1:XFD2", "B2", "2:3", "b2:c3", "B2:C3:D4", ""):
        assert area_of(other) is None


def test_of_rows_that_are_not_kept_nothing_is_covered() -> None:
    merged = merged_by([Area(1, 0, 9, 2), Area(4, 5, 4, 6)], [1, 4, 5, 12])

    assert merged.wide == {(1, 0): 2, (4, 5): 6}
    assert merged.below == {(4, 0), (5, 0)}


def test_areas_over_more_cells_than_are_read_are_refused() -> None:
    with pytest.raises(Refusal, match="more than 100000 cells"):
        merged_by([Area(1, 0, 2_000, 0)] * 51, range(1, 2_001))
