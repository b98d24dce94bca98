"""Tables in plain text: bars and commas divide cells where they are meant to, and else nothing."""

from __future__ import annotations

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Place
from prongsai.core.readings.source import SourceTable
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_text import read_text
from prongsai.formats.readers import source_in
from tests.factories.sources import tables, texts

HEADS = ("ที่", "ตัวชี้วัด", "คะแนน")
ROWS = [["1", "การปฏิบัติหน้าที่", "80.50"], ["2", "การใช้งบประมาณ", "90"]]

DRAWN = """+---+---+---+
| ที่ | ตัวชี้วัด | คะแนน |
+===+===+===+
| 1 | การปฏิบัติหน้าที่ | 80.50 |
+---+---+---+
| 2 | การใช้งบประมาณ | 90 |
+---+---+---+"""


@pytest.mark.parametrize(
    "written",
    [
        "| ที่ | ตัวชี้วัด | คะแนน |\n|---|:--:|--:|\n| 1 | การปฏิบัติหน้าที่ | 80.50 |\n|2|การใช้งบประมาณ|90|",
        "ที่ | ตัวชี้วัด | คะแนน\n--- | --- | ---\n1 | การปฏิบัติหน้าที่ | 80.50\n2 | การใช้งบประมาณ | 90",
        "| ที่ | ตัวชี้วัด | คะแนน |\n| 1 | การปฏิบัติหน้าที่ | 80.50 |\n| 2 | **การใช้งบประมาณ** | 90 |",
        DRAWN,
        "ที่,ตัวชี้วัด,คะแนน\n1,การปฏิบัติหน้าที่,80.50\n2,การใช้งบประมาณ,90",
        'ที่, "ตัวชี้วัด", คะแนน\n1, "การปฏิบัติหน้าที่", 80.50\n2, การใช้งบประมาณ, 90',
        "ที่;ตัวชี้วัด;คะแนน\n1;การปฏิบัติหน้าที่;80.50\n2;การใช้งบประมาณ;90",
        "ที่\tตัวชี้วัด\tคะแนน\n1\tการปฏิบัติหน้าที่\t80.50\n2\tการใช้งบประมาณ\t90",
    ],
)
def test_a_table_between_paragraphs_is_read_however_its_cells_are_divided(written: str) -> None:
    found = read_text(f"ผลการประเมิน ปี 2566\n{written}\n\nหมายเหตุ ก, ข | ค".encode())

    assert tables(found) == [(HEADS, ROWS)]
    assert [each for each in texts(found) if isinstance(each, str)] == [
        "ผลการประเมิน ปี 2566",
        "หมายเหตุ ก, ข | ค",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ผู้รับผิดชอบ | กองคลัง\nโทร. 0 | ต่อ 1",
        "| ข้อความในกรอบเดียว |\n| อีกบรรทัด |",
        "| ก | ข |",
        "ก + ข\n---+---\nค",
        "--|--\n--|--",
        "ข้อ i7, i8 และ i9 ต่ำกว่าเกณฑ์\nข้อ e1, e2 ด้วย",
        "ตัวชี้วัด, คะแนน และระดับ ของหน่วยงาน\nเป็นไปตามเกณฑ์ทุกข้อ",
        "ตัวชี้วัด,คะแนน\nตามที่ทราบแล้ว, และตามที่, ได้แจ้งไว้, นั้น",
        'ตัวชี้วัด,คะแนน\n"การใช้อำนาจ,80',
        "ตัวชี้วัด,คะแนน",
    ],
)
def test_sentences_with_bars_and_commas_stay_paragraphs(text: str) -> None:
    assert texts(read_text(text.encode())) == [text]


def test_a_rule_makes_a_table_of_headings_alone() -> None:
    assert texts(read_text("ก | ข\n--- | ---".encode())) == [[["ก", "ข"]]]


def test_a_bar_inside_a_cell_stands_behind_a_backslash_and_a_quoted_comma_is_no_end() -> None:
    barred = "| ข้อ | หัวข้อ |\n|---|---|\n| i7 | ก \\| ข<br>ค |"
    quoted = 'ข้อ,หัวข้อ\ni7,"ก, ข"'

    assert texts(read_text(barred.encode())) == [[["i7", "ก | ข\nค"]]]
    assert texts(read_text(f"ก\n\n{quoted}\n\nข".encode())) == ["ก", [["i7", "ก, ข"]], "ข"]


def test_cells_have_the_line_of_the_file() -> None:
    (table,) = read_text("\n| ข้อ | คะแนน |\n|---|---|\n| i7 | 80 |".encode()).blocks

    assert isinstance(table, SourceTable)
    assert table.rows[0][1].place == Place(line=4, table=1, row=1, column="คะแนน")


def test_a_decimal_comma_in_a_table_with_semicolons_is_asked_for() -> None:
    source = source_in("ผลการประเมิน ปี 2566\n\nข้อ;คะแนน\ni7;82,50\n\nลงชื่อ ก; ข; ค\n".encode())
    (said,) = understand(source, editions_by_year()).scores

    assert (said.value.code, str(said.value.score), said.certainty.value) == ("i7", "82.50", "ask")


@pytest.mark.parametrize(
    "line",
    ["--|--\n", "| ก | ข |\n--|--\n\n", "ก|ข\n", "ข้อ,คะแนน\nก,ข,ค,ง\n", f"{' ' * 900}x|--\n"],
)
def test_many_lines_that_are_nearly_tables_are_read_in_little_time(line: str) -> None:
    assert read_text((line * 2_000).encode()).blocks


def test_more_columns_than_anybody_reads_are_refused() -> None:
    line = f"|{' ก |' * 1_001}\n"

    with pytest.raises(Refusal, match="more than 1000 columns"):
        read_text((line * 2).encode())
