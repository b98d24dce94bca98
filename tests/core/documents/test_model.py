from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from prongsai.core.documents.grid import grid
from prongsai.core.documents.model import (
    Axis,
    Block,
    Cell,
    Chart,
    Column,
    Contents,
    Cover,
    Document,
    Field,
    Heading,
    LetterHead,
    Listing,
    PageBreak,
    Paragraph,
    Series,
    Table,
)
from prongsai.core.documents.prepare import prepared, texts, texts_beside_tables


def document(*blocks: Block, thai_digits: bool = False) -> Document:
    return Document(
        title="รายงานปี 2567",
        author="อบต.ตัวอย่าง",
        dated=date(2024, 2, 28),
        blocks=blocks,
        thai_digits=thai_digits,
    )


def table(*rows: tuple[Cell, ...], columns: int = 2) -> Table:
    return Table("ตาราง", tuple(Column(f"ช่อง {n}", 1) for n in range(columns)), rows)


def test_a_prepared_document_is_spelled_in_one_way_and_in_its_digits() -> None:
    chart = Chart("radar", "ภาพ 1", "ปี 2", (Series("ปี 3", (Axis("ข้อ o4", Decimal(5)),)),))
    ready = prepared(
        document(Heading("นำ้ 1"), chart, table((Cell(("6",), columns=2),)), thai_digits=True)
    )

    assert ready.title == "รายงานปี ๒๕๖๗"
    assert ready.blocks == (
        Heading("น้ำ ๑"),
        Chart("radar", "ภาพ ๑", "ปี ๒", (Series("ปี ๓", (Axis("ข้อ o4", Decimal(5)),)),)),
        Table("ตาราง", (Column("ช่อง ๐", 1), Column("ช่อง ๑", 1)), ((Cell(("๖",), columns=2),),)),
    )


def test_digits_stay_arabic_unless_the_document_asks_for_thai_ones() -> None:
    assert prepared(document(Paragraph("ปี  2567"))).blocks == (Paragraph("ปี 2567"),)


def test_heading_levels_follow_each_other_without_a_gap() -> None:
    levels = (3, 1, 3, 3, 2, 5, 0)
    ready = prepared(document(*(Heading("ก", level) for level in levels)))
    assert [each.level for each in ready.blocks if isinstance(each, Heading)] == [
        1,
        1,
        2,
        3,
        2,
        3,
        1,
    ]


def test_a_heading_without_words_is_left_out() -> None:
    assert prepared(document(Heading(" \u200b"), Heading("ก", 2))).blocks == (Heading("ก", 1),)


def test_the_texts_of_a_document_come_in_reading_order() -> None:
    whole = document(
        Cover(("a", "b")),
        Contents("c"),
        PageBreak(),
        Heading("d"),
        Paragraph("e"),
        Listing(("f", "g")),
        table((Cell(("h", "i")), Cell(("j",)))),
        Chart("trend", "k", "l", ()),
    )
    assert list(texts(whole)) == [*"abcdefg", "ตาราง", "ช่อง 0", "ช่อง 1", *"hijkl"]


def test_the_texts_beside_tables_are_lines_those_of_a_letter_whole() -> None:
    head = LetterHead("บันทึกข้อความ", ((Field("ที่", "1"), Field("วันที่", "2")), (Field("เรื่อง", ""),)))
    whole = document(head, table((Cell(("ก",), columns=2),)), Paragraph(" "), Heading("ข"))

    assert [*texts_beside_tables(whole)] == ["บันทึกข้อความ", "ที่ 1 วันที่ 2", "เรื่อง", "ข"]


def test_the_grid_of_a_table_shows_cells_in_every_row_and_column_they_cover() -> None:
    wide, tall, low = Cell(("กว้าง",), columns=2), Cell(("สูง",), rows=2), Cell(("ต่ำ",))
    spots = grid(table((tall, low), (low,), (wide,)))

    shown = [[(spot.cell.text[0], spot.column, spot.begins) for spot in row] for row in spots]
    assert shown == [
        [("สูง", 0, True), ("ต่ำ", 1, True)],
        [("สูง", 0, False), ("ต่ำ", 1, True)],
        [("กว้าง", 0, True)],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ((Cell(("1",)),),),
        ((Cell(("1",)), Cell(("2",)), Cell(("3",))),),
        ((Cell(("1",), columns=3),),),
        ((Cell(("1",)), Cell(("2",), rows=2)), (Cell(("3",), columns=2),)),
        ((Cell(("1",), rows=2), Cell(("2",))),),
    ],
)
def test_a_table_whose_cells_leave_gaps_or_stand_out_is_a_mistake(
    rows: tuple[tuple[Cell, ...], ...],
) -> None:
    with pytest.raises(ValueError, match="ตาราง"):
        grid(table(*rows))
