"""PDF files are read as they are seen: paragraphs, tables over pages, and no page numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.documents.model import Paragraph
from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source, SourceTable, Text
from prongsai.core.thai.spelling import letters
from prongsai.formats.kinds import KINDS
from prongsai.formats.read_docx import read_docx
from prongsai.formats.read_pdf import read_pdf
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_pdf import write_pdf
from tests.factories.cases import DATED, case
from tests.factories.documents import HARD, document, table
from tests.factories.pdf_files import drawn, locked_file, pdf_file, ruled, written
from tests.factories.sources import texts

COLUMNS, ROWS = (50, 150, 300, 500), (500, 600, 700)


def cells(source: Source) -> list[str]:
    """Return the headings and cells of all tables, without spaces, which no line keeps."""
    tables = (block for block in source.blocks if isinstance(block, SourceTable))
    return [
        letters(text)
        for each in tables
        for text in (*each.headings, *(cell.text for row in each.rows for cell in row))
    ]


def rows(source: Source) -> list[tuple[str, ...]]:
    """Return the headings and rows of all tables, with their spaces and lines."""
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    return [
        row
        for each in tables
        for row in (each.headings, *(tuple(cell.text for cell in row) for row in each.rows))
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_of_ours_is_read_to_the_letter(kind: str) -> None:
    whole = KINDS[kind].build(case(KINDS[kind].words), DATED)
    of_word, of_pdf = read_docx(write_docx(whole)), read_pdf(write_pdf(whole))

    assert rows(of_pdf) == rows(of_word)
    assert rows(of_pdf)


@pytest.mark.parametrize("thai_digits", [True, False])
def test_a_table_goes_on_over_pages_with_its_headings_said_once(*, thai_digits: bool) -> None:
    rows = tuple((f"{n}. {HARD}", f"ผล {n}") for n in range(1, 61))
    whole = document(table(*rows), thai_digits=thai_digits)
    source = read_pdf(write_pdf(whole))
    (only,) = (block for block in source.blocks if isinstance(block, SourceTable))

    assert len(only.rows) == 60
    assert {cell.place.page for row in only.rows for cell in row} > {1, 2, 3}
    assert cells(source) == cells(read_docx(write_docx(whole)))


def test_paragraphs_are_whole_again_and_page_numbers_left_out() -> None:
    long = " ".join([HARD] * 40)
    source = read_pdf(write_pdf(document(Paragraph(long), Paragraph("จบ"))))

    assert [letters(b.text) for b in source.blocks if isinstance(b, Text)] == [
        letters(long),
        "จบ",
    ]


def test_texts_and_tables_come_as_they_stand_on_the_page() -> None:
    words = [("Above", 50, 720), ("A", 60, 650), ("B", 160, 650), ("1", 60, 550), ("2", 160, 550)]
    stream = ruled(COLUMNS, ROWS) + "".join(written(*each) for each in (*words, ("Below", 50, 450)))

    assert texts(read_pdf(pdf_file(stream))) == ["Above", [["1", "2", ""]], "Below"]


def test_a_row_that_a_page_cut_is_one() -> None:
    heads = written("Head", 60, 650) + written("Other", 160, 650)
    full = "wwwwwwwwwwwww"
    upper = heads + written(full, 52, 503) + written("x", 160, 503) + written("y", 310, 503)
    lower = heads + written("rest", 52, 580) + written("Next", 60, 540) + written("z", 160, 540)
    pages = [
        ruled(COLUMNS, (500, 520, 640, 700)) + upper,
        ruled(COLUMNS, (530, 560, 640, 700)) + lower,
    ]

    assert texts(read_pdf(pdf_file(*pages))) == [[[f"{full} rest", "x", "y"], ["Next", "z", ""]]]


def test_a_box_around_a_text_is_no_table() -> None:
    stream = ruled((50, 500), (500, 700)) + written("Inside", 60, 600)

    assert texts(read_pdf(pdf_file(stream))) == ["Inside"]


def test_a_line_that_ran_out_of_its_box_is_of_the_box() -> None:
    stream = ruled(COLUMNS, (690, 700, 720)) + written("Head", 60, 705) + written("Other", 160, 705)
    below = written("1. one", 60, 692, size=8) + written("two", 60, 682, size=8)

    assert texts(read_pdf(pdf_file(stream + below))) == [[["1. one\ntwo", "", ""]]]


def test_heads_and_feet_are_left_out() -> None:
    head, foot = written("Annual report", 50, 820), written("/Next...", 500, 20)
    page = head + written("- 3 -", 290, 815) + foot
    source = read_pdf(pdf_file(*(page + written(f"Text {n}.", 50, 500) for n in range(3))))

    assert texts(source) == ["Text 0.", "Text 1.", "Text 2."]
    assert [block.place.page for block in source.blocks] == [1, 2, 3]


def test_a_scan_is_refused_and_pages_without_text_are_told() -> None:
    assert refused(pdf_file("", drawn((1, 1, 9, 1)))) == (
        "The PDF has no text on its 2 pages: it is a scan. Hand in the Word file, or let a program"
        " that reads scans make text of it."
    )
    assert read_pdf(pdf_file(written("Text", 50, 500), "")).unread == (2,)


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_pdf(data)
    return str(caught.value)


DAMAGED = "The PDF is damaged, or is none. Open it in a program that shows PDFs and save it anew."


def test_a_damaged_file_is_refused() -> None:
    whole = pdf_file(written("Text", 50, 500))

    assert refused(b"%PDF-1.7") == DAMAGED
    assert refused(whole[: len(whole) // 3]) == DAMAGED


def test_a_file_with_a_password_is_refused() -> None:
    assert refused(locked_file()) == (
        "The PDF can be opened with a password only. Save it without a password."
    )


def test_pages_of_any_size_are_read() -> None:
    text = written("Text", 50, 500)

    for size in ((1, 1), (200_000, 200_000), (0, 0)):
        assert read_or_refused(pdf_file(text, size=size))
    for rotate in (45, 90, -90, 180, 36_000):
        assert texts(read_pdf(pdf_file(text, rotate=rotate))) == ["Text"]


def test_a_text_that_is_written_sideways_is_read() -> None:
    for matrix in ("0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"):
        stream = f"BT /F 10 Tf {matrix} 300 400 Tm (Two words) Tj ET\n"
        assert texts(read_pdf(pdf_file(stream))) == ["Two words"]


def test_more_letters_than_a_page_holds_are_left() -> None:
    (only,) = read_pdf(pdf_file(written("word " * 200_000, 50, 500))).blocks

    assert isinstance(only, Text)
    assert 10_000 < len(only.text) < 70_000


BODY = pdf_file(ruled(COLUMNS, ROWS) + written("Text", 60, 650), written("More", 50, 500))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(BODY) - 1), st.integers(0, 255))
def test_a_spoiled_byte_is_read_or_refused(place: int, byte: int) -> None:
    assert read_or_refused(BODY[:place] + bytes([byte]) + BODY[place + 1 :])


def read_or_refused(data: bytes) -> bool:
    """Tell whether a file gives texts and tables, or a refusal that says what to do."""
    try:
        source = read_pdf(data)
    except Refusal as refusal:
        return refusal.fix is not None
    return all(isinstance(block, Text | SourceTable) for block in source.blocks)


def test_more_pages_than_anybody_reads_are_refused() -> None:
    assert refused(pdf_file(*[""] * 1_001)) == (
        "The PDF has 1001 pages; at most 1000 are read. Divide the document, or copy the part that"
        " matters into a new one."
    )


def test_more_cells_than_anybody_reads_are_refused() -> None:
    mesh = ruled([10 + 5 * n for n in range(100)], [10 + 5 * n for n in range(150)])
    pages = [mesh + written("x", 12, 12)] * 8

    assert refused(pdf_file(*pages)).startswith("The document has more than 100000 cells.")
