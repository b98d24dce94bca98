"""A file that somebody made, read by what its bytes are, not by its name."""

from __future__ import annotations

from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source
from prongsai.core.sentences import say
from prongsai.formats.no_pictures import refuse_pictures
from prongsai.formats.old_office import is_old, made_new
from prongsai.formats.other_texts import refuse_other_texts
from prongsai.formats.read_docx import MAIN_PART, read_docx
from prongsai.formats.read_html import is_html, read_html
from prongsai.formats.read_sheets import is_csv, read_csv, read_sheets
from prongsai.formats.read_text import read_text
from prongsai.formats.zip_parts import DAMAGE, unpacked

_WORKBOOK = "xl/workbook.xml"
_WHICH = say("Read are Word (.docx), Excel (.xlsx), CSV, PDF with text, HTML and plain text.")


def source_in(data: bytes) -> Source:
    """Read the bytes of a document: Word, Excel, CSV, PDF, HTML or plain text.

    :raises Refusal: for bytes of a kind that is not read.
    """
    if is_old(data):
        data = made_new(data)
    if b"%PDF-" in data[:1024]:
        from prongsai.formats.read_pdf import read_pdf  # noqa: PLC0415 -- slow import

        return read_pdf(data)
    if is_html(data):
        return read_html(data)
    if data.startswith(b"PK"):
        return _read_packed(data)
    refuse_pictures(data)
    refuse_other_texts(data)
    return read_csv(data) if is_csv(data) else read_text(data)


def _read_packed(data: bytes) -> Source:
    if _has(data, MAIN_PART):
        return read_docx(data)
    if _has(data, _WORKBOOK):
        return read_sheets(data)
    raise Refusal(say("This packed file is neither of Word nor of Excel."), fix=_WHICH)


def _has(data: bytes, part: str) -> bool:
    """Tell whether a packed file has a part; a damaged one is left to the reader of Word files."""
    try:
        with unpacked(data) as archive:
            return part in archive.namelist()
    except DAMAGE:
        return True
