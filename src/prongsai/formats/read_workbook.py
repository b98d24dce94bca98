"""XLSX to rows of text cells.

Written on expat and not on openpyxl, for three reasons (a test compares the two): a national table is
read in a fraction of the time, nothing but the rows at hand is kept, and what a file can do to its
reader is known: a document type, and with it every entity, is refused where it begins; no more is
unpacked than the file says it holds; only the parts named here are opened.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.rows import Row
from prongsai.formats.worksheet import Element, Looks, Worksheet

SHEET_NAMES = ("results", "ผลคะแนน")

_CHUNK = 1 << 16
_UNPACKED = 4  # times the largest file: a table of numbers is seldom packed tighter than 1 : 10
_LARGEST_PART = 32_000_000  # of the parts that are kept in memory while the rows pass
_MOST_PARTS = 1_000

# What zipfile, zlib and expat raise when a file is damaged, or made to be.
_DAMAGE = (
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
    expat.ExpatError,
    struct.error,
    zlib.error,
)

# Number formats by their number, ECMA-376 part 1, 18.8.30, and those East Asian ones that are dates.
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENTS = frozenset({9, 10})
_UNFORMATTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # words, colours and fillers of a format


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str


def read_workbook(path: Path, largest: int) -> Iterator[Row]:
    """Yield the rows of the one sheet that holds data, or of the one named as SHEET_NAMES says.

    :raises Refusal: for a damaged file, several sheets with data, merged cells, and rows out of bounds.
    """
    try:
        with ZipFile(path) as archive:
            _check_parts(archive, largest)
            yield from _Workbook(archive).rows()
    except _DAMAGE as error:
        raise Refusal(
            say("The workbook is damaged, or is none."),
            fix=say("Open it in your spreadsheet program and save it anew as .xlsx."),
        ) from error


def _check_parts(archive: ZipFile, largest: int) -> None:
    parts = archive.infolist()
    if {"mimetype", "content.xml"} & {part.filename for part in parts}:
        raise Refusal(
            say("This is an OpenDocument file (.ods)."),
            fix=say("Open it in your spreadsheet program and save it as .xlsx."),
        )
    kept = (p.file_size for p in parts if "worksheets/" not in p.filename)
    if (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > largest * _UNPACKED
        or max(kept, default=0) > _LARGEST_PART
    ):
        raise Refusal(
            say("The workbook unpacks to more than is read."),
            fix=say("Copy the table alone into a new workbook."),
        )
    # bzip2 and LZMA are never seen in workbooks, and zipfile cannot unpack them by pieces.
    if any(part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in parts):
        raise BadZipFile


class _Handler(Protocol):
    def start(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def data(self, text: str) -> None: ...


class _Workbook:
    """The parts of a workbook, opened one by one."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive

    def rows(self) -> Iterator[Row]:
        main = self._related("", "/officeDocument")[0].part
        sheets = {sheet.name: sheet.part for sheet in self._related(main, "/worksheet")}
        names = {
            each["name"]: part
            for kind, each in self._elements(main)
            if kind == "sheet"
            for key, value in each.items()
            if key.endswith(":id") and (part := sheets.get(value))
        }
        texts = self._texts(main)
        looks = self._looks(main)
        part = self._chosen(names, texts, looks)
        yield from self._rows(part, texts, looks) if part else ()

    def _chosen(self, sheets: dict[str, str], texts: list[str], looks: list[Looks]) -> str | None:
        named = [part for name, part in sheets.items() if name.strip().casefold() in SHEET_NAMES]
        if len(named) == 1:
            return named[0]
        filled = {
            name: part
            for name, part in sheets.items()
            if any(not row.is_empty for row in self._rows(part, texts, looks))
        }
        if len(filled) > 1:
            raise Refusal(
                say("Several sheets hold data: %(names)s.", names=tuple(filled)),
                fix=say("Name the one with the scores %(name)s.", name=SHEET_NAMES[-1]),
            )
        return next(iter(filled.values()), None)

    def _related(self, part: str, kind: str) -> list[_Sheet]:
        """Return the parts of a kind that a part refers to, each with the name of the reference."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        return [
            _Sheet(each["Id"], posixpath.join("/", folder, each["Target"])[1:])
            for tag, each in self._elements(relations)
            if tag == "Relationship" and each["Type"].endswith(kind)
        ]
