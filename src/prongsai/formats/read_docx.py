"""Word files (.docx) to a source, on our own small reader as workbooks are (ADR 9).

Only the body and the numbering are opened: no macro is run, nothing that the file links to is
fetched, heads and feet of pages are left out.
"""

from __future__ import annotations

from zipfile import ZipFile

from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source
from prongsai.core.readings.tables import assemble
from prongsai.core.sentences import say
from prongsai.formats.docx_body import Body
from prongsai.formats.docx_numbers import numbers_of
from prongsai.formats.read_columns import load_columns
from prongsai.formats.xml_parts import parse
from prongsai.formats.zip_parts import DAMAGE, check_packing, unpacked

MAIN_PART = "word/document.xml"

_LARGEST_PART = 32_000_000  # bytes, unpacked: some five thousand pages
_LARGEST_NUMBERING = 4_000_000
_MOST_PARTS = 5_000


def read_docx(data: bytes) -> Source:
    """Read the paragraphs and tables of a Word file.

    :raises Refusal: for a damaged file, one that unpacks to too much, a document type declaration.
    """
    try:
        with unpacked(data) as archive:
            _check(archive)
            body = Body(numbers_of(archive))
            for _ in parse(archive, MAIN_PART, body):
                pass
            return assemble(body.blocks(), load_columns(), ruled=True)
    except DAMAGE as error:
        raise Refusal(
            say("The Word file is damaged, or is none."),
            fix=say("Open it in Word and save it anew as .docx."),
        ) from error


def _check(archive: ZipFile) -> None:
    # zipfile never yields more of a part than its directory says, so what is said can be trusted.
    sizes = {part.filename: part.file_size for part in archive.infolist()}
    if (
        len(sizes) > _MOST_PARTS
        or sizes.get(MAIN_PART, 0) > _LARGEST_PART
        or sizes.get("word/numbering.xml", 0) > _LARGEST_NUMBERING
    ):
        raise Refusal(
            say("The Word file unpacks to more than is read."),
            fix=say("Divide the document, or copy the part that matters into a new one."),
        )
    check_packing(archive)
