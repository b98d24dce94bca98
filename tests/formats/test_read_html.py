"""Pages of HTML are read as they are seen: texts, numbered lists, wide and tall cells."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_docx import read_docx
from prongsai.formats.read_html import is_html, read_html
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_html import write_html
from tests.factories.cases import DATED, case
from tests.factories.sources import tables, texts

HEADS = "<tr><th>มาตรการ</th><th>วิธีการดำเนินการ</th><th>ผู้รับผิดชอบ</th></tr>"


def read(body: str) -> list[str | list[list[str]]]:
    return texts(read_html(f"<!DOCTYPE html><html><body>{body}</body></html>".encode()))


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_pages_are_read_back_cell_by_cell(kind: str) -> None:
    whole = KINDS[kind].build(case(KINDS[kind].words), DATED)

    assert tables(read_html(write_html(whole).encode())) == tables(read_docx(write_docx(whole)))


def test_paragraphs_headings_and_breaks_are_lines() -> None:
    assert read("<h1>หัวเรื่อง</h1><p>ก <b>ข</b><br>ค\n ง</p>จ<div>ฉ</div>") == [
        "หัวเรื่อง",
        "ก ข\nค ง",
        "จ",
        "ฉ",
    ]


def test_lists_have_the_numbers_that_a_reader_sees() -> None:
    assert read("<ol><li>ก<ul><li>ข</ul><li>ค</ol><ol start=5><li>ง<li value=9>จ<li>ฉ</ol>") == [
        "1. ก",
        "- ข",
        "2. ค",
        "5. ง",
        "9. จ",
        "10. ฉ",
    ]
    assert read("<li>ก") == ["- ก"]


def test_lists_are_counted_as_their_page_asks_for() -> None:
    letters = "<ol type=a start=26><li>ก<li>ข</ol>"
    roman = "<ol type=I start=9><li>ค</ol><ol type=i start=4000><li>ง</ol>"
    styled = "<ol style='list-style-type: thai'><li>จ</ol>"

    assert read(letters + roman + styled) == ["z. ก", "aa. ข", "IX. ค", "4000. ง", "๑. จ"]
    page = "<html><body class='wide thai-digits'><ol><li>ก</ol></body></html>"
    assert texts(read_html(page.encode())) == ["๑. ก"]


def test_wide_and_tall_cells_stand_once_at_their_first_place() -> None:
    rows = (
        "<tr><td rowspan=2>ก<td>ข<td>ค</tr><tr><td>ง<td>จ</tr><tr><td colspan=2>ฉ<td>ช</tr>"
        "<tr><td>ซ<td colspan=x>ญ<td rowspan=0>ฎ</tr>"
    )

    assert read(f"<table>{HEADS}{rows}</table>") == [
        [["ก", "ข\nง", "ค\nจ"], ["ฉ", "", "ช"], ["ซ", "ญ", "ฎ"]]
    ]


def test_the_caption_stands_before_the_table_and_a_cell_has_its_lines() -> None:
    table = f"<table><caption>ตาราง 1</caption>{HEADS}<tr><td><p>ก</p><p>ข</p><td>ค<td></table>"

    assert read(table) == ["ตาราง 1", [["ก\nข", "ค", ""]]]


def test_a_table_in_a_cell_is_text_of_the_cell_and_a_frame_is_none() -> None:
    inner = "<table><tr><td>x<td>y<tr><td>z</table>"

    assert read(f"<table>{HEADS}<tr><td>ก{inner}<td>ข<td>ค</table>") == [[["ก\nx y\nz", "ข", "ค"]]]
    assert read("<table><tr><td>หนึ่ง<tr><td><tr><td>สอง</table>") == ["หนึ่ง", "สอง"]


def test_what_nobody_sees_is_left_out() -> None:
    unseen = (
        "<script>1</script><style>p{}</style><template><p>t</p></template><svg><text>s</text></svg>"
        "<nav>n</nav><p hidden>h<b>i</b></p><!-- c --><noscript>x</noscript>"
    )

    assert read(f"<p>ก</p>{unseen}<p>ข</p>") == ["ก", "ข"]
    assert read("<p>ก<span hidden>x<br>y</span>ข</p></div>") == ["กข"]


@pytest.mark.parametrize(
    "unseen",
    [
        "<p hidden>x<p>",
        "<p style='display: none'>x<b>y</b><div></div>",
        "<ul><li hidden>x<ul><li>y<li>z</ul></ul>",
        "<dl><dt hidden>x<dd style='visibility:hidden'>y</dl>",
        "<span hidden>x<br><img>y</span>",
        "<div style='display:none'>x<p>y</p></ul></b>z</div>",
        "<p hidden>x</b></div>",
        "<iframe>x</iframe><title>y</title>",
    ],
)
def test_what_is_hidden_ends_where_a_browser_ends_it(unseen: str) -> None:
    assert read(f"<p>ก</p>{unseen}<p>ข</p>") == ["ก", "ข"]


def test_hidden_rows_and_cells_are_left_out() -> None:
    row = "<tr><td>ก<td hidden>x<td>ข<td>ค<tr hidden><td>y<td>z<tr><td>ง<td>จ<td>ฉ"

    assert read(f"<table>{HEADS}{row}</table>") == [[["ก", "ข", "ค"], ["ง", "จ", "ฉ"]]]


def test_the_end_of_a_head_need_not_be_written() -> None:
    for head in ("<head><title>x</title>", "<head><meta charset=utf-8><script>y</script><body>"):
        assert texts(read_html(f"<html>{head}<p>ก".encode())) == ["ก"]


def test_lines_stay_where_a_page_shows_them_as_typed() -> None:
    assert read("<pre>ก  ข\nค</pre>ง\nจ") == ["ก ข\nค", "ง จ"]


def test_boxes_to_tick_are_read_as_ticks() -> None:
    boxes = "<input type=checkbox checked> <input type=checkbox> <input type=text value=x>"

    assert read(f"<p>{boxes}</p>") == ["✓ ☐"]


def test_signs_are_written_out_and_nothing_becomes_a_tag() -> None:
    assert read("<p>&lt;b&gt; &amp; &#3585; &nbsp;ข</p>") == ["<b> & ก ข"]


@pytest.mark.parametrize(
    ("start", "is_page"),
    [
        ("<!DOCTYPE html>", True),
        ("\ufeff \n<html lang=th>", True),
        ("<!-- a --><table>", True),
        ("<?xml version='1.0'?><html>", True),
        ("ข้อความ <table>", False),
        ("<p>ก</p>", False),
        ("<!---->" * 1_000, False),
        ("", False),
    ],
)
def test_a_page_is_told_by_how_it_begins(start: str, *, is_page: bool) -> None:
    assert is_html(start.encode()) is is_page
    assert is_html(start.encode("utf-16")) is is_page


def test_old_pages_in_the_thai_code_page_are_read() -> None:
    page = "<html><meta charset=tis-620><p>ก็ดี</p></html>"

    assert texts(read_html(page.encode("cp874"))) == ["ก็ดี"]
    assert texts(read_html(page.encode("utf-16"))) == ["ก็ดี"]


def test_pages_out_of_bounds_are_refused() -> None:
    with pytest.raises(Refusal, match="at most 20 MB are read"):
        read_html(b"<html>" + b" " * 20_000_001)
    with pytest.raises(Refusal, match="more than 100000 cells"):
        read("<table>" + "<tr><td colspan=1000>" * 101)
    with pytest.raises(Refusal, match="more than 100000 cells"):
        read("<table><tr><td colspan=1000 rowspan=9999>" + "<tr>" * 200)
    with pytest.raises(Refusal, match="more than 100000 paragraphs"):
        read("<p>a" * 100_001)
    with pytest.raises(Refusal, match="more than 100 tables, one in another"):
        read("<table><tr><td>" * 101)
    with pytest.raises(Refusal, match="not a text"):
        read_html(b"<html>\x00\x01")


PARTS = [
    "<p hidden>",
    "<td hidden>",
    "<head>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<td rowspan=3 colspan=2>",
    "</td>",
    "<li>",
    "<ol>",
]


@given(st.lists(st.sampled_from([*PARTS, "</ol>", "<p>", "ก", "<svg>", "</svg>", "<", "&#x;"])))
@example(["<td>", "ก", "</table>"])
@example(["<table>", "<td>", "<table>", "ก"])
def test_a_page_of_any_shape_is_read(parts: list[str]) -> None:
    assert isinstance(read_html("".join(["<html>", *parts]).encode()), Source)


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("ก<!-- ข -->ค<p>ง<!-- จ", ["กค", "ง"]),
        ("ก<!-->ข<!--->ค<!-- ง --!>จ", ["กขคจ"]),
        ("ก<!-- <script> -->ข<script>'<!--'</script>ค<style>a>b", ["กขค"]),
        ("ก<![CDATA[ ข ]]>ค<![if x]>ง<!x<?php จ ?>ฉ", ["กคงฉ"]),
        ("ก<![", ["ก"]),
        ("<<!-- -->!-- ก --> ข", ["<!-- ก --> ข"]),
        ("<p>1 < 2<p>ก <b", ["1 < 2", "ก <b"]),
    ],
)
def test_what_nobody_sees_is_taken_out_and_what_is_cut_off_ends_with_the_page(
    body: str, seen: list[str]
) -> None:
    assert texts(read_html(f"<html>{body}".encode())) == seen


def test_tables_that_stand_too_deep_are_refused() -> None:
    assert read("<table><tr><td>" * 100 + "ก") == ["ก"]
    with pytest.raises(Refusal, match="more than 100 tables, one in another"):
        read("<table><tr><td>" * 101 + "ก")
