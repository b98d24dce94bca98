"""Bars that are painted over months, and ticks over several of them, in every kind of file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from prongsai.core.documents.model import Cell, Column, Document, Orientation, PageBreak, Table
from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand import understand
from prongsai.formats.cell_fills import fills_of
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_docx import read_docx
from prongsai.formats.readers import source_in
from prongsai.formats.writers import WRITERS
from tests.factories import bare_word
from tests.factories.cases import DATED
from tests.factories.sources import Span, spans

MONTHS = ["ต.ค. 66", "พ.ย. 66", "ธ.ค. 66", "ม.ค. 67"]
HEADS = ["ที่", "มาตรการ", *MONTHS]
LIKELY, SURE = Certainty.LIKELY, Certainty.SURE


def read(data: bytes) -> list[Span | None]:
    return spans(understand(source_in(data), editions_by_year()))


def solid(**colour: Any) -> PatternFill:
    return PatternFill(patternType="solid", fgColor=Color(**colour))


def painted(bars: dict[str, PatternFill], *areas: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEADS, ["1", "อบรม"], ["2", "ประชุม"]):
        sheet.append(row)
    for area in areas:
        sheet.merge_cells(area)
    for name, fill in bars.items():
        sheet[name].fill = fill
    made = BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    "colour",
    [{"rgb": "FFFFC000"}, {"theme": 4}, {"theme": 0, "tint": -0.25}, {"indexed": 13}],
)
def test_a_bar_that_is_painted_in_a_workbook_is_a_period(colour: dict[str, object]) -> None:
    bar = dict.fromkeys(("D2", "E2"), solid(**colour))

    assert read(painted(bar)) == [(11, 12, LIKELY), None]


def test_a_bar_of_merged_cells_is_one_too() -> None:
    assert read(painted({"C3": solid(rgb="FF00B050")}, "C3:E3")) == [None, (10, 12, LIKELY)]


@pytest.mark.parametrize(
    "fill",
    [
        solid(rgb="FFFFFFFF"),
        solid(theme=0),
        solid(indexed=9),
        PatternFill(patternType="gray125", fgColor=Color(rgb="FFFFC000")),
    ],
)
def test_white_and_patterns_are_no_bar(fill: PatternFill) -> None:
    assert read(painted({"D2": fill, "E2": fill})) == [None, None]


def test_a_row_that_is_painted_as_a_whole_is_no_bar() -> None:
    assert read(painted({f"{column}2": solid(rgb="FFDDDDDD") for column in "ABCDEF"})) == [
        None,
        None,
    ]


def test_only_cell_formats_of_cells_have_fills() -> None:
    fill = [("fill", {}), ("patternFill", {"patternType": "solid"}), ("fgColor", {"rgb": "FF00"})]
    styles = [
        *(("fills", {}), ("fill", {}), ("patternFill", {"patternType": "none"}), *fill),
        *(("cellStyleXfs", {}), ("xf", {"fillId": "1"})),
        *(("cellXfs", {}), ("xf", {}), ("xf", {"fillId": "1"}), ("xf", {"fillId": "9"})),
        *(("dxfs", {}), *fill),
    ]

    assert fills_of(styles) == {"1": "FF00"}
    assert fills_of([("cellXfs", {}), ("xf", {"fillId": "0"})]) == {}


@pytest.mark.parametrize(
    ("shading", "period"),
    [
        ('<w:shd w:val="clear" w:color="auto" w:fill="ffc000"/>', (11, 12, LIKELY)),
        ('<w:shd w:val="solid" w:color="FFC000" w:fill="auto"/>', (11, 12, LIKELY)),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', None),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', None),
        ("", None),
    ],
)
def test_a_bar_that_is_shaded_in_a_word_file_is_a_period(shading: str, period: Span | None) -> None:
    bar = bare_word.cell("", shading)
    table = bare_word.table([HEADS, ["1", "อบรม", "", bar, bar, ""]])

    source = read_docx(bare_word.word_file(table))
    assert spans(understand(source, editions_by_year())) == [period]


@pytest.mark.parametrize("ending", [".docx", ".html", ".xlsx", ".pdf"])
def test_a_tick_over_several_months_is_one_of_each(ending: str) -> None:
    columns = tuple(Column(title, 4) for title in HEADS)
    one, two, three = (Cell(("✓",), columns=n) for n in (1, 2, 3))
    empty = Cell(("",))
    rows = (
        (Cell(("1",)), Cell(("อบรม",)), empty, three),
        (Cell(("2",)), Cell(("ประชุม",)), one, empty, empty, empty),
        (Cell(("3",)), Cell(("ทบทวน",)), two, two),
    )
    blocks = (PageBreak(Orientation.LANDSCAPE), Table("แผน", columns, rows))
    made = WRITERS[ending](Document(title="แผน", author="อบต.", blocks=blocks, dated=DATED))
    assert isinstance(made, str | bytes)

    wide = LIKELY if ending == ".pdf" else SURE
    assert read(made if isinstance(made, bytes) else made.encode()) == [
        (11, 1, wide),
        (10, 10, SURE),
        (10, 1, wide),
    ]
