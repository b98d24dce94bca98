"""A file that somebody made, read by what its bytes are, not by its name."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from prongsai.core.errors import Refusal
from prongsai.core.readings.source import Source
from prongsai.core.sentences import Sentence, say
from prongsai.formats.os_reasons import reason
from prongsai.formats.read_docx import MAIN_PART, read_docx
from prongsai.formats.read_text import read_text

_LARGEST = 50_000_000  # bytes; pictures may take most of them
_MEGABYTE = 1_000_000
_WHICH = say("Read are Word files (.docx) and plain text.")
_OTHERS: tuple[tuple[bytes, Sentence], ...] = (
    (b"\xd0\xcf\x11\xe0", say("This is an old Word or Excel file, or one with a password.")),
    (b"{\\rtf", say("This is a rich text file (.rtf).")),
)


def read_source(path: Path) -> Source:
    """Read a document: Word or plain text.

    :raises Refusal: for a file that is not there or too large, or of a kind that is not read.
    """
    return source_in(_bytes_of(path))


def source_in(data: bytes) -> Source:
    """Read the bytes of a document: Word or plain text.

    :raises Refusal: for bytes of a kind that is not read.
    """
    for start, what in _OTHERS:
        if data.startswith(start):
            raise Refusal(what, fix=_WHICH)
    if b"%PDF-" in data[:1024]:
        from prongsai.formats.read_pdf import read_pdf  # noqa: PLC0415 -- slow import

        return read_pdf(data)
    if not data.startswith(b"PK"):
        return read_text(data)
    if not _is_word(data):
        raise Refusal(say("This packed file is no Word file."), fix=_WHICH)
    return read_docx(data)


def _is_word(data: bytes) -> bool:
    """Tell whether a packed file is one of Word; a damaged one is left to its reader."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return MAIN_PART in archive.namelist()
    except (BadZipFile, OSError, ValueError):
        return True


def _bytes_of(path: Path) -> bytes:
    if "\0" in str(path) or not path.exists():
        raise Refusal(say("There is no such file."), fix=say("Check the name and the folder."))
    if not path.is_file():
        raise Refusal(say("This is not a file."), fix=_WHICH)
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise Refusal(
                say(
                    "The file has %(size)s MB; at most %(most)s MB are read.",
                    size=size // _MEGABYTE,
                    most=_LARGEST // _MEGABYTE,
                ),
                fix=say("See whether this is the right file, or divide it."),
            )
        return path.read_bytes()
    except OSError as error:
        raise Refusal(
            say("The file cannot be read (%(reason)s).", reason=reason(error)),
            fix=say("See whether it is there, and whether you may open it."),
        ) from error
