"""What is read out of a file is what the document says: all of it, in its order, and nothing else.

Left out of the comparison are spaces, and of a PDF what its pages repeat: numbers, heading rows of
tables and catchwords.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

import pytest

from prongsai.core.documents.model import (
    Cell,
    Column,
    Cover,
    Document,
    Field,
    Heading,
    LetterHead,
    Orientation,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
)
from prongsai.core.documents.prepare import prepared
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_html import write_html
from prongsai.formats.write_pdf import write_pdf
from tests.factories import word_files
from tests.factories.documents import HARD, clusters, document, without_spaces, written
from tests.factories.letters import CHAIN, letter, picture, signer
from tests.factories.reading_back import pdfium_pages, poppler_pages, read

ADDRESS = "https://www.example.go.th/ita/2567/o39/index.php?page=rep_ort&id=1-2(3)#top~a%20b,c;d"
COLUMNS = (Column("ที่", 1), Column("รายละเอียด", 5), Column("แล้ว", 2), Column("หลักฐาน", 4))


def hard_letter() -> Document:
    fields = ((Field("ส่วนราชการ", HARD),), (Field("ที่", ""), Field("วันที่", "28 ก.พ. 2567")))
    head = LetterHead("บันทึกข้อความ", (*fields, (Field("เรื่อง", HARD * 2),)), picture())
    one = signer("น้ำ ค้ำจุน", HARD, rank="ว่าที่ ร.ต.", opinions=(HARD, ADDRESS))
    return letter(
        *(Paragraph(HARD * times, spaced=True) for times in range(1, 6)),
        Signatures((*CHAIN.signers, one)),
        PageBreak(Orientation.LANDSCAPE),
        Table("ตารางแนบท้าย", COLUMNS, ((Cell(("1",)), Cell((HARD,)), Cell(("✓",)), Cell(())),)),
        first=head,
    )


def long_table() -> Document:
    """Make a table of 60 rows with every Thai cluster in it, addresses and empty cells."""
    every = clusters()
    chunk = len(every) // 60 + 1
    rows = (
        (
            Cell((str(n + 1),)),
            Cell((" ".join(every[n * chunk : (n + 1) * chunk]),)),
            Cell(("✓",) if n % 3 else ()),
            Cell((ADDRESS, "ต่าง ๆ ฯลฯ") if n % 2 else ("",)),
        )
        for n in range(60)
    )
    cover = Cover(("ปก", HARD), picture("3"))
    return document(cover, Heading(HARD), Table(HARD, COLUMNS, tuple(rows)))


def tall_cell() -> Document:
    """Make a table with cells that no page holds, the last ones of their rows."""
    row = (Cell(("1",)), Cell((ADDRESS,)), Cell(()), Cell((HARD,) * 70))
    return document(Paragraph(HARD), Table("", COLUMNS, (row, row)))


GOLDEN = {"letter": hard_letter, "60 rows": long_table, "a tall cell": tall_cell}


def without_furniture(pages: list[str], whole: Document) -> str:
    """Take out what stands on a page besides what the document says."""
    ready = prepared(whole)
    tables = (block for block in ready.blocks if isinstance(block, Table))
    titles = ["".join(column.title for column in table.columns) for table in tables]
    said = ""
    for number, lines in enumerate(pages, start=1):
        page = without_spaces(re.sub(r"/\S.* \.\.\.\s*$", "", lines) if whole.catchword else lines)
        if number > 1:
            page = re.sub(r"^-[\d๐-๙]+-", "", page)
        again = (without_spaces(each) for each in titles if without_spaces(each) in said)
        said += page.removeprefix(next((each for each in again if page.startswith(each)), ""))
    return said


def of_poppler(whole: Document) -> str:
    return without_furniture(poppler_pages(write_pdf(whole)), whole)


def of_pdfium(whole: Document) -> str:
    return without_furniture(pdfium_pages(write_pdf(whole)), whole)


def of_html(whole: Document) -> str:
    return without_spaces(read(write_html(whole)).text)


def of_word(whole: Document) -> str:
    return word_files.read(write_docx(whole))


@pytest.mark.parametrize("reader", [of_poppler, of_pdfium, of_html, of_word])
@pytest.mark.parametrize("kind", GOLDEN)
@pytest.mark.parametrize("thai_digits", [False, True])
def test_a_file_says_what_the_document_says_and_in_its_order(
    reader: Callable[[Document], str], kind: str, thai_digits: bool
) -> None:
    whole = dataclasses.replace(GOLDEN[kind](), thai_digits=thai_digits)
    assert reader(whole) == written(whole)
