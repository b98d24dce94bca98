from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from hypothesis import event, given, settings

from prongsai.core.documents.model import (
    Cell,
    Contents,
    Cover,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.core.errors import Refusal
from prongsai.formats.write_pdf import write_pdf
from tests.factories.documents import (
    HARD,
    HOSTILE,
    clusters,
    document,
    documents,
    on_letters,
    printable,
    radar,
    readable,
    stress,
    table,
    trend,
    without_spaces,
    written,
)
from tests.factories.reading_back import letters_outside, pdfium, pdfium_pages, poppler, unsaid

Reader = Callable[[bytes], str]

LONG = "จัดทำและเผยแพร่ข้อมูลให้ประชาชนตรวจสอบได้ "


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


def elements(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every element of a structure tree."""
    for each in tree:
        yield each
        yield from elements(each.get("children", []))


@pytest.mark.parametrize("thai_digits", [False, True])
@pytest.mark.parametrize("reader", [pdfium, poppler])
def test_every_thai_cluster_reads_back_in_order(reader: Reader, thai_digits: bool) -> None:
    words = " ".join([HARD, *clusters()])
    rows = [words[n : n + 60] for n in range(0, len(words), 60)]
    for start in range(0, len(rows), 30):  # a page each, because only the first bears no number
        lines = (Paragraph(row.strip(), indent=False) for row in rows[start : start + 30])
        whole = document(*lines, thai_digits=thai_digits)
        assert without_spaces(reader(write_pdf(whole))) == written(whole)


@pytest.mark.parametrize("thai_digits", [False, True])
@pytest.mark.parametrize("reader", [pdfium, poppler])
def test_the_file_says_what_the_document_says(reader: Reader, thai_digits: bool) -> None:
    whole = stress(thai_digits=thai_digits)
    assert unsaid(whole, reader(write_pdf(whole))) == Counter()


def test_hostile_text_stays_text() -> None:
    whole = document(Heading(HOSTILE), Paragraph(HOSTILE), table((HOSTILE, HOSTILE)))
    assert unsaid(whole, pdfium(write_pdf(whole))) == Counter()


@settings(max_examples=100, deadline=None)
@given(documents(printable.map(on_letters)))
def test_any_text_reads_back_or_is_refused(whole: Document) -> None:
    try:
        pdf = write_pdf(whole)
    except Refusal:
        event("refused")
        pdf = b""
    assert not pdf or unsaid(whole, pdfium(pdf)) == Counter()


@settings(max_examples=50, deadline=None)
@given(documents(readable.map(on_letters)))
def test_thai_and_latin_text_is_never_refused_and_stays_on_its_page(whole: Document) -> None:
    pdf = write_pdf(whole)
    assert unsaid(whole, pdfium(pdf)) == Counter()
    assert letters_outside(pdf) == []


def test_a_character_without_a_shape_is_refused_with_its_place() -> None:
    with pytest.raises(Refusal) as refused:
        write_pdf(document(Paragraph("ก"), Paragraph("ผลงาน \U0001f600 ดี \U000f0000")))
    assert str(refused.value) == (
        "รายงานทดสอบ › ผลงาน \U0001f600 ดี \U000f0000: "
        "No font of the document has a shape for \U0001f600, U+F0000. "
        "Take it out or write it in letters; the Word file may keep it."
    )


@pytest.mark.parametrize(
    ("absurd", "counted"),
    [
        (Paragraph("ก" * 800_000), "800000 letters in 1"),
        (table(*(("ก", "ข"),) * 25_001), "50030 letters in 50005"),
    ],
)
def test_a_document_that_is_absurdly_long_is_refused_in_plain_words(
    absurd: Paragraph | Table, counted: str
) -> None:
    with pytest.raises(Refusal) as refused:
        write_pdf(document(absurd))
    assert str(refused.value) == (
        f"รายงานทดสอบ: The document is too long for a PDF: {counted} paragraphs and cells."
        " Write it as a Word file or a page, or divide the plan."
    )


def test_a_long_table_repeats_its_headings_on_every_page() -> None:
    rows = [(f"ข้อ {n}", LONG * 5) for n in range(24)]
    pdf = write_pdf(document(table(*rows)))
    assert pages(pdf) == 3
    titles = [pdfium(pdf).count(title) for title in ("หัวตารางก", "หัวตารางข")]
    assert titles == [3, 3]


def test_a_row_of_up_to_a_third_of_a_page_is_never_split() -> None:
    pdf = write_pdf(document(table(*((f"ข้อ {n}", LONG * 15) for n in range(20)))))
    lines = [without_spaces(each) for each in pdfium_pages(pdf)]
    assert len(lines) > 3
    assert {line.count(without_spaces(LONG)) % 15 for line in lines} == {0}


def test_a_taller_row_breaks_between_its_steps_and_begins_with_its_name() -> None:
    step = LONG * 3
    steps = Cell((step,) * 12)
    rows = tuple((Cell((f"ชื่อ {n}",)), steps) for n in range(10, 30))
    whole = document(Table("", table().columns, rows))
    said = [without_spaces(each) for each in pdfium_pages(write_pdf(whole))]

    per_page = [page.count(without_spaces(step)) for page in said]
    assert sum(per_page) == 20 * 12  # none stands on two pages
    assert len(set(per_page[:-1])) == 1  # and none leaves a page half empty
    behind = re.findall("ชื่อ[0-9]{2}(.{6})", "|".join(said))
    assert behind == [without_spaces(step)[:6]] * 20


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize(
    "rows",
    [
        ((Cell(("ก",)), Cell((LONG * 200,))), (Cell(("ข",)), Cell(("ค",)))),
        ((Cell((LONG * 200,), rows=2), Cell(("ก",))), (Cell(("ข",)),)),
        ((Cell(("ก",), rows=60), Cell((LONG,))), *(((Cell((LONG * 3,)),),) * 59)),
        ((Cell(("ก",)), Cell((LONG,) * 120)),),
    ],
)
def test_a_row_that_is_taller_than_a_page_is_printed_whole(
    rows: tuple[tuple[Cell, ...], ...],
) -> None:
    whole = document(Table("ตาราง", table().columns, rows))
    pdf = write_pdf(whole)
    assert pages(pdf) > 1
    assert unsaid(whole, pdfium(pdf)) == Counter()
    assert letters_outside(pdf) == []


@pytest.mark.parametrize("width", [0, 1, 9, 12])
def test_tables_of_no_rows_and_of_many_columns_stay_on_the_page(width: int) -> None:
    rows = [("เจ้าหน้าที่ www.example.go.th/2567",) * width] * 2 if width else []
    whole = document(table(*rows, columns=width or 2))
    pdf = write_pdf(whole)
    assert unsaid(whole, pdfium(pdf)) == Counter()
    assert letters_outside(pdf) == []


def test_sections_lie_as_asked_and_pages_are_numbered_from_the_second_on() -> None:
    blocks = (Cover(("ปก",)), Contents("สารบัญ"), PageBreak(Orientation.LANDSCAPE), Heading("หนึ่ง"))
    with pypdfium2.PdfDocument(write_pdf(document(*blocks, thai_digits=True))) as opened:
        sizes = [tuple(round(side) for side in each.get_size()) for each in opened]
        said = [each.get_textpage().get_text_bounded().split("\r\n") for each in opened]
    assert sizes == [(595, 842), (595, 842), (842, 595)]
    assert [lines[0].strip() for lines in said] == ["ปก", "- ๒ -", "- ๓ -"]
    assert said[1][-1].strip("\u2060 ").endswith("๓")


def test_a_chart_has_its_labels_and_its_description_as_text() -> None:
    pdf = write_pdf(document(radar("น้ำค้ำ"), trend()))
    said = without_spaces(pdfium(pdf))
    assert [said.count(text) for text in ("น้ำค้ำ", "คำอธิบาย", "71.25", "เกณฑ์85")] == [10, 2, 1, 2]


def test_the_stamp_of_a_draft_is_drawn_and_not_part_of_the_text() -> None:
    whole = document(Paragraph("เนื้อหา"), draft=True)
    assert without_spaces(pdfium(write_pdf(whole))) == "เนื้อหา"
    assert write_pdf(whole) != write_pdf(document(Paragraph("เนื้อหา")))


def test_the_file_says_of_itself_what_archives_ask_for() -> None:
    with pdfplumber.open(BytesIO(write_pdf(document(Heading("หัวข้อ"))))) as opened:
        about = opened.metadata
        catalogue = opened.doc.catalog
        xmp = catalogue["Metadata"].resolve().get_data().decode()
    assert (about["Title"], about["Author"]) == ("รายงานทดสอบ", "องค์การบริหารส่วนตำบลตัวอย่าง")
    assert catalogue["Lang"] == b"th"
    claims = (
        "<pdfaid:part>2<",
        "<pdfaid:conformance>A<",
        "<pdfuaid:part>1<",
        "2024-02-28T00:00:00Z",
    )
    assert [claim in xmp for claim in claims] == [True] * 4


def test_the_parts_of_a_page_are_named_for_screen_readers() -> None:
    pdf = write_pdf(document(Heading("หัวข้อ"), table(("ก", "ข")), radar()))
    with pdfplumber.open(BytesIO(pdf)) as opened:
        parts = list(elements(opened.structure_tree))
    kinds = Counter(part["type"] for part in parts)
    named = {
        kind: kinds[kind] for kind in ("H1", "Table", "THead", "TH", "TD", "Caption", "Figure")
    }
    assert named == {"H1": 1, "Table": 1, "THead": 1, "TH": 2, "TD": 2, "Caption": 2, "Figure": 1}
    assert [part["alt_text"] for part in parts if "alt_text" in part] == ["แผนภาพ 1"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_pdf(stress(thai_digits=True)) == write_pdf(stress(thai_digits=True))
