"""What an office program makes of our Word files. LibreOffice is asked once for all of them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from prongsai.core.documents.model import (
    Cell,
    Column,
    Cover,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.formats import page
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_pdf import write_pdf
from tests.factories import office
from tests.factories.documents import HARD, document, stress, without_spaces
from tests.factories.letters import CHAIN, SENTENCE, letter, memo, picture
from tests.factories.reading_back import letters_outside, pdfium, pdfium_pages, unsaid

CM = 72 / 2.54

pytestmark = pytest.mark.skipif(
    not office.is_here(), reason="LibreOffice (soffice) is not installed."
)


def measures() -> Table:
    """Make a table of 40 rows of hard Thai, the 20th taller than a page."""
    titles = {"ตัวชี้วัด": 1, "หัวข้อ": 3, "วิธีดำเนินการ": 5, "หน่วยงาน": 2, "แล้ว": 1}
    columns = tuple(Column(title, width) for title, width in titles.items())
    steps = ((SENTENCE,) * (40 if n == 20 else 2) for n in range(1, 41))
    rows = (((f"o{n}",), (HARD,), each, ("กอง",), ("✓",)) for n, each in enumerate(steps, start=1))
    return Table("มาตรการ", columns, tuple(tuple(map(Cell, row)) for row in rows))


def memo_and_table() -> Document:
    """Make a memo with a table on pages that lie, and a report behind it."""
    table = (PageBreak(Orientation.LANDSCAPE), Heading("ตารางแนบท้าย"), measures())
    report = (PageBreak(), Cover(("รายงาน", "อบต."), picture("3")), Paragraph(HARD * 20))
    return dataclasses.replace(memo(), blocks=(*memo().blocks, *table, *report))


DOCUMENTS = {
    "stress": stress(thai_digits=False),
    "memo": memo(),
    "memo and table": memo_and_table(),
    "long letter": letter(*(Paragraph(SENTENCE * 6) for _ in range(20))),
    "plain": document(*(Paragraph(SENTENCE * 6) for _ in range(40))),
}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = {name: write_docx(whole) for name, whole in DOCUMENTS.items()}
    return office.to_pdf(files, tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_has_as_many_pages_as_our_pdf_or_one_more_or_less(
    converted: dict[str, bytes], name: str
) -> None:
    theirs, ours = (len(pdfium_pages(pdf)) for pdf in (converted[name], write_pdf(DOCUMENTS[name])))
    assert abs(theirs - ours) <= 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_of_it_is_shown_and_inside_the_margins(converted: dict[str, bytes], name: str) -> None:
    assert unsaid(DOCUMENTS[name], pdfium(converted[name])) == Counter()
    assert letters_outside(converted[name]) == []


def test_a_letter_begins_with_the_garuda_and_its_second_page_as_other_pages(
    converted: dict[str, bytes],
) -> None:
    with pdfplumber.open(BytesIO(converted["long letter"])) as letter:
        garuda = letter.pages[0].images[0]
        tops = tops_of_lines(letter.pages[1])
    place = [round(garuda[side] / CM, 1) for side in ("x0", "top", "height")]
    assert place == [page.LEFT, page.LETTER_TOP, page.GARUDA]
    with pdfplumber.open(BytesIO(converted["plain"])) as plain:
        assert tops == tops_of_lines(plain.pages[1])


def tops_of_lines(shown: Any) -> list[float]:
    """Return where the number of a page and the first line below it stand (cm)."""
    return [round(line["top"] / CM, 1) for line in shown.extract_text_lines()[:2]]


def test_pages_lie_as_asked_and_each_of_a_table_has_its_headings(
    converted: dict[str, bytes],
) -> None:
    with pdfplumber.open(BytesIO(converted["memo and table"])) as pdf:
        lying = [each.width > each.height for each in pdf.pages]
    pages = pdfium_pages(converted["memo and table"])
    headed = ["ตัวชี้วัด" in text and "หน่วยงาน" in text for text in pages]
    assert lying == headed == [False] * 2 + [True] * (len(pages) - 4) + [False] * 2


def test_who_signs_stands_on_one_page(converted: dict[str, bytes]) -> None:
    pages = [without_spaces(text) for text in pdfium_pages(converted["memo"])]
    places = [
        without_spaces("".join((*each.opinions, each.rank, each.name, *each.lines)))
        for each in CHAIN.signers
    ]
    assert [sum(place in page for page in pages) for place in places] == [1] * len(places)
