"""Bytes to rows of text cells: CSV in the encodings and separators that offices use, or XLSX.

A table is read row by row in bounded memory: no file and no row may be larger than its bound. What
a file is, is read from its first bytes, not from its name.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import TextIO

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.csv_records import csv_records
from prongsai.formats.decoding import MARK_ON_NOTHING, UNWRITTEN, decode
from prongsai.formats.file_bytes import cannot_be_read
from prongsai.formats.rows import MOST_CHARACTERS, Row

_MEGABYTE = 1_000_000
_CHUNK = 1 << 16
_SEPARATORS = ",;\t"

_SAVE_AS = say("Open it in your spreadsheet program and save it as .xlsx or as CSV UTF-8.")
_OTHER_KINDS = (
    (b"%PDF", say("This is a PDF file."), say("Copy the scores into the template.")),
    (
        b"\xd0\xcf\x11\xe0",
        say("This is an old Excel file (.xls), or one with a password."),
        say("Open it in Excel, take the password off, and save it as .xlsx."),
    ),
)


def read_table(path: Path, largest: int) -> Iterator[Row]:
    """Yield the rows of a CSV or XLSX file of at most `largest` bytes, but the empty ones.

    :raises Refusal: for a file that is not there, is no table, or is too large. It names
        the row where there is one, and leaves the name of the file to the caller.
    """
    try:
        yield from _rows(path, largest)
    except OSError as error:
        raise cannot_be_read(error) from error


def table_in(data: bytes, largest: int) -> Iterator[Row]:
    """Yield the rows of a table that stands in memory, but the empty ones.

    :raises Refusal: as `read_table`.
    """
    if data.startswith(b"PK"):
        from prongsai.formats.read_workbook import workbook_in  # noqa: PLC0415 -- slow import

        rows = workbook_in(data, largest)
    else:
        file = StringIO(decode(data, largest), newline="")
        rows = csv_records(file, _separator(file))
    return (row for row in rows if not row.is_empty)


def _rows(path: Path, largest: int) -> Iterator[Row]:
    _check_size(path, largest)
    with path.open("rb") as file:
        start = file.read(8)
    for mark, what, fix in _OTHER_KINDS:
        if start.startswith(mark):
            raise Refusal(what, fix=fix)
    rows = _read_workbook(path, largest) if start.startswith(b"PK") else _read_csv(path)
    return (row for row in rows if not row.is_empty)


def _read_workbook(path: Path, largest: int) -> Iterator[Row]:
    from prongsai.formats.read_workbook import read_workbook  # noqa: PLC0415 -- slow import

    return read_workbook(path, largest)


def _check_size(path: Path, largest: int) -> None:
    if "\0" in str(path) or not path.exists():
        raise Refusal(say("There is no such file."), fix=say("Check the name and the folder."))
    if not path.is_file():
        raise Refusal(say("This is not a file."), fix=say("Name a file: .csv or .xlsx."))
    size = path.stat().st_size
    if not size:
        raise Refusal(say("The file is empty."), fix=say("See whether it was saved."))
    if size > largest:
        raise Refusal(
            say(
                "The file has %(size)s MB; at most %(most)s MB are read.",
                size=size // _MEGABYTE,
                most=largest // _MEGABYTE,
            ),
            fix=say("See whether this is the right file, or divide it."),
        )


def _read_csv(path: Path) -> Iterator[Row]:
    with path.open(encoding=_encoding(path), newline="") as file:
        yield from csv_records(file, _separator(file))


def _separator(file: TextIO) -> str:
    """Tell which separator the first line that has text has most of."""
    line = "\n"
    while line.isspace():
        line = file.readline(MOST_CHARACTERS)
    file.seek(0)
    return max(_SEPARATORS, key=line.count)


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(3)
    names: tuple[str, ...] = ("utf-8", "cp874")
    if start.startswith(codecs.BOM_UTF8):
        names = ("utf-8-sig",)
    elif start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        names = ("utf-16",)
    for name in names:
        if _is_text(path, name):
            return name
    raise Refusal(say("This is not a text that can be read."), fix=_SAVE_AS)


def _is_text(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    last = ""
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                text = last + decoder.decode(chunk)
                if UNWRITTEN.search(text):
                    return False
                if encoding == "cp874" and MARK_ON_NOTHING.search(text, len(last)):
                    return False
                last = text[-1:]
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
