"""PDF files are read as they are seen: paragraphs, tables over pages, and no page numbers."""

from __future__ import annotations

import pytest

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
from tests.factories.pdf_files import drawn, pdf_file, ruled, written
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


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_of_our_documents_is_read(kind: str) -> None:
    whole = KINDS[kind].build(case(KINDS[kind].words), DATED)
    of_word, of_pdf = cells(read_docx(write_docx(whole))), cells(read_pdf(write_pdf(whole)))

    assert of_pdf == of_word
    assert of_pdf


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


def test_more_pages_than_anybody_reads_are_refused() -> None:
    assert refused(pdf_file(*[""] * 1_001)) == (
        "The PDF has 1001 pages; at most 1000 are read. Divide the document, or copy the part that"
        " matters into a new one."
    )


def test_more_cells_than_anybody_reads_are_refused() -> None:
    mesh = ruled([10 + 5 * n for n in range(100)], [10 + 5 * n for n in range(150)])
    pages = [mesh + written("x", 12, 12)] * 8

    assert refused(pdf_file(*pages)).startswith("The document has more than 100000 cells.")
