"""Reports made by layouts: the words around the tables, groups, numbers, columns in any order."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.documents.fields import FIELDS
from prongsai.core.documents.grid import grid
from prongsai.core.documents.layout import GroupBy, Layout, LayoutColumn, Numbering, by_layout
from prongsai.core.documents.model import (
    Align,
    Cell,
    Column,
    Cover,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.documents.signing import signatures
from prongsai.core.measures.model import Agency, Plan
from prongsai.core.thai.style import Style
from tests.factories.filed import BUDGET, DATED, OWN, PLAN, RISK, TEXTS, case

PLAIN = Layout(
    key="our-office",
    title="รายงานปี %(plan_year)s",
    columns=(LayoutColumn(field="number"), LayoutColumn(field="title", heading="งาน", width=9)),
)
EMBLEM = Picture(b"png", "ตรา", Decimal(3))
COLUMNS = (Column("ที่", 2, Align.CENTRE), Column("งาน", 9))


def built(layout: Layout, plan: Plan = PLAN) -> Document:
    return by_layout(case(plan), DATED, layout)


def table(*rows: tuple[str, str], caption: str = "") -> Table:
    return Table(caption, COLUMNS, tuple((Cell((a,)), Cell((b,))) for a, b in rows))


def test_a_plain_layout_is_a_heading_and_a_table_on_pages_that_lie() -> None:
    document = built(PLAIN, replace(PLAN, style=Style(thai_digits=True, catchword=True)))

    assert document == Document(
        title="รายงานปี 2567",
        author="อบต.นาทอง",
        dated=DATED,
        blocks=(
            PageBreak(Orientation.LANDSCAPE),
            Heading("รายงานปี 2567"),
            table(("1", RISK.title), ("2", BUDGET.title), ("3", OWN.title)),
        ),
        thai_digits=True,
        catchword=True,
    )


def test_a_whole_layout_has_cover_foreword_and_words_around_its_table() -> None:
    whole = replace(
        PLAIN,
        cover=("รายงาน", "%(agency)s", "%(place)s"),
        foreword=("%(agency)s จัดทำรายงาน",),
        intro=("มี %(count)s มาตรการ",),
        orientation=Orientation.PORTRAIT,
        caption="มาตรการปี %(plan_year)s",
        closing=("เพียง 100%%",),
    )

    assert by_layout(case(emblem=EMBLEM), DATED, whole).blocks == (
        Cover(("รายงาน", "อบต.นาทอง", "อำเภอเชียงยืน จังหวัดมหาสารคาม"), emblem=EMBLEM),
        PageBreak(),
        Heading("คำนำ"),
        Paragraph("อบต.นาทอง จัดทำรายงาน"),
        Paragraph("อบต.นาทอง", align=Align.RIGHT, indent=False),
        Paragraph("มีนาคม 2567", align=Align.RIGHT, indent=False),
        PageBreak(),
        Heading("รายงานปี 2567"),
        Paragraph("มี 3 มาตรการ"),
        table(("1", RISK.title), ("2", BUDGET.title), ("3", OWN.title), caption="มาตรการปี 2567"),
        Paragraph("เพียง 100%"),
    )


def test_a_line_of_the_cover_that_comes_out_empty_is_left_out() -> None:
    nowhere = replace(PLAN, agency=Agency(name="อบต.ก"))

    blocks = built(replace(PLAIN, cover=("%(agency)s", "%(place)s")), nowhere).blocks

    assert blocks[0] == Cover(("อบต.ก",))


def tables(document: Document) -> dict[str, list[str]]:
    """Return the numbers in each table by the heading above it."""
    found = {}
    for heading, block in zip(document.blocks, document.blocks[1:], strict=False):
        if isinstance(block, Table):
            assert isinstance(heading, Heading)
            found[heading.text] = [f"{row[0].text[0]} {row[1].text[0]}" for row in block.rows]
    return found


IIT = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)"
OIT = "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)"


@pytest.mark.parametrize(
    ("group_by", "headings"),
    [
        (GroupBy.INSTRUMENT, (IIT, OIT)),
        (
            GroupBy.INDICATOR,
            ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต"),
        ),
    ],
)
def test_groups_stand_in_the_order_of_the_edition_and_the_rest_at_the_end(
    group_by: GroupBy, headings: tuple[str, str]
) -> None:
    assert tables(built(replace(PLAIN, group_by=group_by))) == {
        headings[0]: [f"1 {BUDGET.title}"],
        headings[1]: [f"2 {RISK.title}"],
        "มาตรการอื่น": [f"3 {OWN.title}"],
    }


def test_each_group_can_be_numbered_by_itself() -> None:
    alone = replace(PLAIN, group_by=GroupBy.INSTRUMENT, numbering=Numbering.GROUP)

    assert [rows[0][0] for rows in tables(built(alone)).values()] == ["1", "1", "1"]


def test_a_measure_stands_once_where_the_first_of_its_known_codes_belongs() -> None:
    both = replace(RISK, answers=("x9", "total", "o35", "i8"))

    found = tables(
        built(replace(PLAIN, group_by=GroupBy.INSTRUMENT), replace(PLAN, measures=(both,)))
    )

    assert found == {OIT: [f"1 {both.title}"]}


@pytest.mark.parametrize("group_by", GroupBy)
def test_a_plan_without_measures_says_so(group_by: GroupBy) -> None:
    blocks = built(replace(PLAIN, group_by=group_by), replace(PLAN, measures=())).blocks

    assert blocks[2:] == (Paragraph("ไม่มีมาตรการในแผนของปีงบประมาณ พ.ศ. 2567"),)


def test_signatures_are_those_of_the_paper_of_this_layout() -> None:
    chain = (Signature(name="นางสาวอนงค์ ดีงาม"),)
    signed = replace(PLAIN, signatures=True)

    own = by_layout(case(papers={"our-office": Paper(signatures=chain)}), DATED, signed)
    other = by_layout(case(papers={"memo": Paper(signatures=chain)}), DATED, signed)

    assert own.blocks[-1] == signatures(chain, TEXTS)
    assert other.blocks[-1] == signatures((), TEXTS)
    assert [block for block in built(PLAIN).blocks if isinstance(block, Signatures)] == []


@given(
    keys=st.lists(st.sampled_from(list(FIELDS)), min_size=1, max_size=12, unique=True),
    widths=st.lists(st.integers(0, 40), min_size=12, max_size=12),
    group_by=st.sampled_from(GroupBy),
)
def test_any_fields_in_any_order_make_a_table_that_is_filled(
    keys: list[str], widths: list[int], group_by: GroupBy
) -> None:
    columns = tuple(
        LayoutColumn(field=key, width=width) for key, width in zip(keys, widths, strict=False)
    )

    document = built(replace(PLAIN, columns=columns, group_by=group_by))

    made = [block for block in document.blocks if isinstance(block, Table)]
    assert sum(len(grid(each)) for each in made) == len(PLAN.measures)
    assert all(column.width > 0 for each in made for column in each.columns)
