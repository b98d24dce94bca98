from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from io import BytesIO
from math import inf

import pdfplumber
import pypdfium2
import pytest
from hypothesis import assume, given, settings

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
from prongsai.formats import page
from prongsai.formats.write_pdf import write_pdf
from tests.factories.documents import (
    HARD,
    HOSTILE,
    clusters,
    document,
    documents,
    printable,
    radar,
    stress,
    table,
    trend,
    without_spaces,
    written,
)

LONG = "จัดทำและเผยแพร่ข้อมูลให้ประชาชนตรวจสอบได้ "


def pdfium(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        return "\n".join(each.get_textpage().get_text_bounded() for each in opened)


def poppler(pdf: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed.")
    read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode()


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


def letters_outside(pdf: bytes) -> list[str]:
    """Return the letters that stand in the margins at the right and at the bottom or off the page."""
    point = 72 / 2.54
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return [
            letter["text"]
            for each in opened.pages
            for letter in each.chars
            if letter["x1"] > each.width - page.RIGHT * point + 3
            or letter["bottom"] > each.height - page.BOTTOM * point + 3
        ]


@pytest.mark.parametrize("thai_digits", [False, True])
@pytest.mark.parametrize("reader", [pdfium, poppler])
def test_every_cluster_reads_back_in_order(reader: object, thai_digits: bool) -> None:
    some = clusters()
    for start in range(0, len(some), 600):  # one page each, which bears no number
        lines = (" ".join(some[n : n + 20]) for n in range(start, min(start + 600, len(some)), 20))
        whole = document(
            *(Paragraph(line, indent=False) for line in lines), thai_digits=thai_digits
        )
        assert without_spaces(reader(write_pdf(whole))) == written(whole)
