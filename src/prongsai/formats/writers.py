"""The ways to write a document, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable

from prongsai.core.documents.model import Document
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_html import write_html
from prongsai.formats.write_pdf import write_pdf

WRITERS: dict[str, Callable[[Document], bytes | str]] = {
    ".docx": write_docx,
    ".pdf": write_pdf,
    ".html": write_html,
}
