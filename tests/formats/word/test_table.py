from __future__ import annotations

from io import BytesIO

import docx
import pytest

from prongsai.core.documents.model import Cell, Column, Orientation, PageBreak, Table
from prongsai.formats import page
from prongsai.formats.word.xml import twips
from prongsai.formats.write_docx import write_docx
from tests.factories.documents import document, table
from tests.factories.word_files import W, part, values


def test_tables_have_widths_that_sum_to_the_text_and_headings_that_repeat() -> None:
    whole = part(write_docx(document(table(("ก", "ข", "ค"), columns=3))))
    widths = [int(width) for width in values(whole, "gridCol", "w")]

    assert sum(widths) == twips(page.text_width(Orientation.PORTRAIT))
    assert [int(width) for width in values(whole, "tcW", "w")] == widths * 2
    rows = [{each.tag for each in row.iterfind(f"{W}trPr/*")} for row in whole.iter(f"{W}tr")]
    assert rows == [{f"{W}cantSplit", f"{W}tblHeader"}, {f"{W}cantSplit"}]


@pytest.mark.parametrize(
    ("orientation", "columns", "most"),
    [(Orientation.PORTRAIT, 2, 10), (Orientation.LANDSCAPE, 5, 7), (Orientation.LANDSCAPE, 9, 8)],
)
def test_a_row_is_kept_whole_unless_it_takes_more_than_a_third_of_a_page(
    orientation: Orientation, columns: int, most: int
) -> None:
    others = (Cell(("1",)),) * (columns - 1)
    rows = tuple((Cell(("ขั้นตอน",) * lines), *others) for lines in (1, most, most + 1))
    titles = tuple(Column("ก", 1) for _ in range(columns))

    whole = part(write_docx(document(PageBreak(orientation), Table("", titles, rows))))

    kept = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in whole.iter(f"{W}tr")]
    assert kept == [True, True, True, False]


def test_the_cells_of_a_row_that_breaks_begin_on_the_same_page() -> None:
    """Their first paragraphs break at any line, so that all of them have one where one has.

    Their other paragraphs stay whole.
    """
    rows = ((Cell(("ชื่อ",)), Cell(("ขั้นตอน",) * 40)), (Cell(("ชื่อ",)), Cell(("ขั้นตอน",))))
    whole = part(write_docx(document(Table("", table().columns, rows))))
    loose = [
        [p.find(f"{W}pPr/{W}widowControl") is not None for p in cell.iter(f"{W}p")]
        for cell in whole.iter(f"{W}tc")
    ]
    whole_ones = [p.find(f"{W}pPr/{W}keepLines") is not None for p in whole.iter(f"{W}p")]
    assert loose == [[False], [False], [True], [True, *[False] * 39], [False], [False]]
    assert sum(whole_ones) == 39


def test_cells_that_cover_columns_and_rows_are_merged() -> None:
    rows = ((Cell(("กว้าง",), columns=2),), (Cell(("สูง",), rows=2), Cell(("1",))), (Cell(("2",)),))
    merged = Table("", table(columns=2).columns, rows)
    read = docx.Document(BytesIO(write_docx(document(merged)))).tables[0]
    assert [[cell.text for cell in row.cells] for row in read.rows][1:] == [
        ["กว้าง", "กว้าง"],
        ["สูง", "1"],
        ["สูง", "2"],
    ]
