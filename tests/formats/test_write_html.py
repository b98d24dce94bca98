from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from prongsai.core.documents.model import (
    Align,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    Paragraph,
    Table,
)
from prongsai.formats.write_html import write_html
from tests.factories.documents import (
    HARD,
    HOSTILE,
    document,
    documents,
    printable,
    radar,
    stress,
    table,
    without_spaces,
    written,
)
from tests.factories.reading_back import read


@pytest.mark.parametrize("thai_digits", [False, True])
def test_the_page_says_what_the_document_says(thai_digits: bool) -> None:
    whole = stress(thai_digits=thai_digits)
    assert without_spaces(read(write_html(whole)).text) == written(whole)


@settings(max_examples=100, deadline=None)
@given(documents(printable))
def test_any_text_reads_back(whole: Document) -> None:
    assert without_spaces(read(write_html(whole)).text) == written(whole)


def test_hostile_text_stays_text() -> None:
    whole = document(
        Cover((HOSTILE,)),
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Listing((HOSTILE,)),
        Table(HOSTILE, (Column(HOSTILE, 1),), ((Cell((HOSTILE,)),),)),
    )
    page = read(write_html(whole))

    assert without_spaces(page.text) == written(whole)
    assert {tag for tag, _ in page.elements} == {
        *("body", "main", "section", "div", "h1", "h2", "p", "ul", "li"),
        *("table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
    }
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)


def test_the_page_needs_and_allows_nothing_from_elsewhere() -> None:
    page = write_html(document(Paragraph(HARD), radar()))

    fetched = re.findall(
        r"(?:src|href)\s*[=:]\s*\S+?url\((.{20})|(?:src|href)=\"([^#\"].*?)\"", page
    )
    assert {first for first, _ in fetched} <= {"data:font/woff2;base6"[:20]}
    assert "<script" not in page
    assert "default-src 'none'; style-src 'sha256-" in page


def test_a_wide_table_scrolls_in_a_frame_that_a_keyboard_reaches() -> None:
    page = read(write_html(document(table(("ก", "ข")))))
    frames = [attrs for _, attrs in page.elements if attrs.get("role") == "region"]
    assert frames == [
        {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": "ตารางทดสอบ"}
    ]


def test_table_headings_say_that_they_head_columns() -> None:
    page = read(write_html(document(table(("ก", "ข")))))
    assert [attrs for tag, attrs in page.elements if tag == "th"] == [{"scope": "col"}] * 2


def test_cells_cover_columns_and_rows_and_stand_as_asked() -> None:
    wide = Cell(("ก",), columns=2, align=Align.RIGHT)
    tall = Cell(("ข",), rows=2)
    columns = (Column("1", 1), Column("2", 1, Align.CENTRE))
    page = read(
        write_html(document(Table("", columns, ((wide,), (tall, Cell(("ค",))), (Cell(("ง",)),)))))
    )
    assert [attrs for tag, attrs in page.elements if tag == "td"] == [
        {"class": "right", "colspan": "2"},
        {"rowspan": "2"},
        {"class": "centre"},
        {"class": "centre"},
    ]


def test_contents_lead_to_the_headings() -> None:
    page = read(write_html(document(Contents("สารบัญ"), Heading("หนึ่ง"), Heading("สอง", 2))))
    links = [attrs["href"] for tag, attrs in page.elements if tag == "a"]
    ids = [f"#{attrs['id']}" for tag, attrs in page.elements if tag in {"h1", "h2"}]
    assert links == ids == ["#h1", "#h2"]


def test_a_chart_is_a_picture_with_a_name_and_its_description() -> None:
    page = read(write_html(document(radar())))
    pictures = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert [(each["role"], each["aria-label"]) for each in pictures] == [("img", "แผนภาพ 1")]
    assert page.text.strip().endswith("แผนภาพ 1คำอธิบาย 1")


def test_a_draft_says_so_first() -> None:
    page = read(write_html(document(Paragraph("เนื้อหา"), draft=True)))
    assert page.text.split() == ["ฉบับร่าง", "เนื้อหา"]


def test_the_same_document_gives_the_same_page() -> None:
    assert write_html(stress(thai_digits=True)) == write_html(stress(thai_digits=True))
