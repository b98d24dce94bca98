"""What stands in a Word file, read without the writer's own idea of it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.factories.documents import without_spaces

if TYPE_CHECKING:
    from docx.table import Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(file: bytes, name: str = "word/document.xml") -> etree._Element:
    """Parse a part of a Word file."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def values(element: etree._Element, name: str, attribute: str = "val") -> list[str]:
    """List an attribute of all elements of a name, in order."""
    return [found.get(W + attribute, "") for found in element.iter(W + name)]


def said(file: bytes) -> str:
    """Return all text of a file, without spaces."""
    return without_spaces("".join(text.text or "" for text in part(file).iter(f"{W}t")))


def read(file: bytes) -> str:
    """Return what python-docx reads in a file, without spaces; a merged cell is read once."""
    return without_spaces("".join(_texts(file)))


def styled(file: bytes) -> list[tuple[str, str]]:
    """List the style and the text of each paragraph outside of tables."""
    paragraphs = docx.Document(BytesIO(file)).paragraphs
    return [(each.style.name or "" if each.style else "", each.text) for each in paragraphs]


def kept(file: bytes) -> list[tuple[bool, bool]]:
    """Tell of each paragraph outside of tables: is it kept with the next one, and with itself."""
    return [
        (_holds(each, "keep_with_next"), _holds(each, "keep_together"))
        for each in docx.Document(BytesIO(file)).paragraphs
    ]


def _texts(file: bytes) -> Iterator[str]:
    for block in docx.Document(BytesIO(file)).iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from _cells(block)


def _cells(table: Table) -> Iterator[str]:
    seen = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield cell.text


def _holds(paragraph: Paragraph, name: str) -> bool:
    """Ask the paragraph, then its style and those that this is based on."""
    own = getattr(paragraph.paragraph_format, name)
    style = paragraph.style
    while own is None and style is not None:
        own = getattr(style.paragraph_format, name)
        style = style.base_style
    return bool(own)
