"""The ways to write a document, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from prongsai.core.documents.model import Document
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_html import write_html
from prongsai.formats.write_pdf import write_pdf

Writer = Callable[[Document], bytes | str]

WRITERS: dict[str, Writer] = {
    ".docx": write_docx,
    ".pdf": write_pdf,
    ".html": write_html,
}


def write_all(document: Document, writers: Iterable[Writer]) -> list[bytes | str]:
    """Write a document in several ways, side by side: setting type is work outside of Python."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda writer: writer(document), writers))
