"""Word templates as offices make them, by python-docx, and ones that somebody has tampered with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

MAIN = "word/document.xml"


def template(*paragraphs: str, rows: Sequence[Sequence[str]] = (), header: str = "") -> bytes:
    """Make a template of paragraphs, a table and a header."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for texts in rows:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def tampered(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Put other parts into a file, or take them out (None)."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return file.getvalue()


def part(content: bytes, name: str = MAIN) -> bytes:
    """Return a part of a file."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def replaced(content: bytes, old: str, new: str, name: str = MAIN) -> bytes:
    """Write something else into the XML of a part."""
    xml = part(content, name).decode()
    assert old in xml, f"{name} has no {old}"
    return tampered(content, {name: xml.replace(old, new).encode()})


def paragraphs(content: bytes) -> list[str]:
    """Return the texts of the paragraphs outside of tables."""
    return [each.text for each in Document(BytesIO(content)).paragraphs]


def table(content: bytes) -> list[list[str]]:
    """Return the texts of the first table."""
    rows = Document(BytesIO(content)).tables[0].rows
    return [[cell.text for cell in row.cells] for row in rows]


def header(content: bytes) -> list[str]:
    """Return the texts of the paragraphs in the header of the first section."""
    return [each.text for each in Document(BytesIO(content)).sections[0].header.paragraphs]
