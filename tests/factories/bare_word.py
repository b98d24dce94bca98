"""Word files made for tests, from the XML of their body."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Rows = list[list[str]]


def word_file(body: str, **parts: str) -> bytes:
    """Make a packed file with a body, and further parts of the folder word by their names."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in {"document": document(body), **parts}.items():
            archive.writestr(f"word/{name}.xml", content)
    return packed.getvalue()


def document(body: str) -> str:
    """Write the main part."""
    return f'<w:document xmlns:w="{_W}" xmlns:mc="m"><w:body>{body}</w:body></w:document>'


def paragraph(text: str, properties: str = "") -> str:
    """Write a paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    """Write a cell with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(rows: Rows) -> str:
    """Write a table of cells with one paragraph each; a cell that begins with < is taken as XML."""
    written = (
        "".join(text if text.startswith("<") else cell(text) for text in row) for row in rows
    )
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in written) + "</w:tbl>"
