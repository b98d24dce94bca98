"""Readers of what the writers wrote: none of them is ours."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest

from prongsai.core.documents.model import Document
from prongsai.formats import page
from tests.factories.documents import without_spaces, written


def pdfium(pdf: bytes) -> str:
    """Return the text as pdfium reads it."""
    return "\n".join(pdfium_pages(pdf))


def pdfium_pages(pdf: bytes) -> list[str]:
    """Return the text of each page as pdfium reads it."""
    marks = {0x02: "-", 0xFFFE: "-"}  # for a hyphen at the end of a line
    with pypdfium2.PdfDocument(pdf) as opened:
        return [each.get_textpage().get_text_bounded().translate(marks) for each in opened]


def poppler(pdf: bytes) -> str:
    """Return the text as poppler reads it."""
    return "\n".join(poppler_pages(pdf))


def poppler_pages(pdf: bytes) -> list[str]:
    """Return the text of each page as poppler reads it, in the order in which it was written."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed.")
    command = ["pdftotext", "-raw", "-", "-"]
    read = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return read.stdout.decode().split("\f")[:-1]


def unsaid(whole: Document, said: str) -> Counter[str]:
    """Count what the document says and the text that was read does not."""
    return Counter(written(whole)) - Counter(without_spaces(said))


def letters_outside(pdf: bytes, below: float = page.BOTTOM) -> list[str]:
    """Return the letters in the right margin, `below` the text (cm), or off the page."""
    point = 72 / 2.54
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return [
            letter["text"]
            for each in opened.pages
            for letter in each.chars
            if letter["x1"] > each.width - page.RIGHT * point + 3
            or letter["bottom"] > each.height - below * point + 3
        ]


class Page(HTMLParser):
    """Collect the text and the elements of a page's body."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "body"
        if self._inside:
            self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data if self._inside else ""


def read(page: str) -> Page:
    """Read a page of HTML."""
    reader = Page()
    reader.feed(page)
    reader.close()
    return reader
