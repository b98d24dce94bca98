"""XLSX to rows of text cells.

Written on expat and not on openpyxl (a test compares the two), for three reasons: a national table
is read in half the time; nothing but the rows at hand is kept; and what a file can do to its
reader is known: a document type, and with it every entity, is refused where it begins, no more is
unpacked than the file says it holds, and only the parts named here are opened.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.cell_fills import fills_of
from prongsai.formats.merged_areas import Area
from prongsai.formats.read_sheet import read_sheet, read_shown_sheet
from prongsai.formats.rows import Row
from prongsai.formats.shown_cells import KNOWN_FORMATS, WORDS, Formats
from prongsai.formats.xml_parts import elements, local, parse
from prongsai.formats.zip_parts import DAMAGE, check_packing, unpacked

SHEET_NAMES = ("ผลคะแนน", "results")

_UNPACKED = 4  # times the largest file
_LARGEST_PART = 32_000_000  # bytes, of a part that is kept while the rows pass
_MOST_PARTS = 1_000
_MOST_LOOKS = 65_490  # cell formats that Excel itself allows

_VALUES = frozenset({"v", "is", "f"})  # the elements of a cell that holds something

_DATE_SIGNS = re.compile("[dmyhs]", re.IGNORECASE)


def read_workbook(path: Path, largest: int) -> Iterator[Row]:
    """Yield the rows of the sheet named as one of SHEET_NAMES, or else of the one that holds data.

    :raises Refusal: for a damaged file, several sheets with data, merged cells, rows out of bounds.
    """
    try:
        # ZipFile would close a file of its own only after its parts.
        with path.open("rb") as file, ZipFile(file) as archive:
            _check_parts(archive, largest)
            yield from _rows(archive)
    except DAMAGE as error:
        raise _damaged() from error


def workbook_in(data: bytes, largest: int) -> Iterator[Row]:
    """Yield the rows of a workbook that stands in memory, as `read_workbook` does."""
    try:
        with unpacked(data) as archive:
            _check_parts(archive, largest)
            yield from _rows(archive)
    except (*DAMAGE, StopIteration) as error:
        raise _damaged() from error


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A sheet, its rows as a person sees them; behind the last of them, `areas` has what is merged.

    `is_hidden`: nobody sees the sheet; such a one has no rows here, and holds something.
    """

    name: str
    rows: Iterator[Row]
    areas: list[Area]
    is_hidden: bool = False


def shown_sheets(data: bytes, largest: int) -> Iterator[ShownSheet]:
    """Yield each sheet that a person sees, and those hidden ones in which something stands.

    :raises Refusal: for a damaged workbook, one that unpacks to too much, rows out of bounds.
    """
    try:
        with unpacked(data) as archive:
            _check_parts(archive, largest)
            main = next(iter(_related(archive, "", "/officeDocument").values()))
            texts, formats = _texts(archive, main), _formats(archive, main)
            for name, part, is_hidden in _sheets(archive, main):
                areas: list[Area] = []
                if not is_hidden:
                    rows = read_shown_sheet(archive, part, texts, formats, areas)
                    yield ShownSheet(name, _undamaged(rows), areas)
                elif _holds_something(archive, part):
                    yield ShownSheet(name, iter(()), areas, is_hidden=True)
    except (*DAMAGE, StopIteration) as error:
        raise _damaged() from error


def _undamaged(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the rows; who takes them is not where the damage of the file is caught."""
    try:
        yield from rows
    except DAMAGE as error:
        raise _damaged() from error


def _damaged() -> Refusal:
    return Refusal(
        say("The workbook is damaged, or is none."),
        fix=say("Open it in your spreadsheet program and save it anew as .xlsx."),
    )


def _check_parts(archive: ZipFile, largest: int) -> None:
    parts = archive.infolist()
    if {"mimetype", "content.xml"} & {part.filename for part in parts}:
        raise Refusal(
            say("This is an OpenDocument file (.ods)."),
            fix=say("Open it in your spreadsheet program and save it as .xlsx."),
        )
    # zipfile never yields more of a part than its directory says, so what is said can be trusted.
    kept = (part.file_size for part in parts if "worksheets/" not in part.filename)
    if (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > largest * _UNPACKED
        or max(kept, default=0) > _LARGEST_PART
    ):
        raise Refusal(
            say("The workbook unpacks to more than is read."),
            fix=say("Copy the table alone into a new workbook."),
        )
    check_packing(archive)


def _rows(archive: ZipFile) -> Iterator[Row]:
    main = next(iter(_related(archive, "", "/officeDocument").values()))
    texts = _texts(archive, main)
    looks = _looks(_codes(archive, main))
    sheets = {
        name: read_sheet(archive, part, texts, looks) for name, part, _ in _sheets(archive, main)
    }
    yield from _chosen(sheets)


def _chosen(sheets: dict[str, Iterator[Row]]) -> Iterator[Row]:
    """Return the rows of the sheet with the scores, from its first row that holds something."""
    for name, rows in sheets.items():
        if name.strip().casefold() in SHEET_NAMES:
            return rows
    filled = {}
    for name, rows in sheets.items():
        first = next((row for row in rows if not row.is_empty), None)
        if first is not None:
            filled[name] = chain([first], rows)
    if len(filled) > 1:
        raise Refusal(
            say("Several sheets hold data: %(names)s.", names=tuple(filled)),
            fix=say("Name the one with the scores %(name)s.", name=SHEET_NAMES[0]),
        )
    return next(iter(filled.values()), iter(()))


def _holds_something(archive: ZipFile, part: str) -> bool:
    return any(tag in _VALUES for tag, _ in elements(archive, part))


def _sheets(archive: ZipFile, main: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the name and the part of each sheet in their order, and whether it is hidden."""
    parts = _related(archive, main, "/worksheet")
    for tag, attributes in elements(archive, main):
        reference = next((attributes[name] for name in attributes if local(name) == "id"), "")
        is_hidden = attributes.get("state", "visible") != "visible"
        if tag == "sheet" and reference in parts:
            yield attributes["name"], parts[reference], is_hidden


def _related(archive: ZipFile, part: str, kind: str) -> dict[str, str]:
    """Return the parts of a kind that a part refers to, by their reference."""
    folder, name = posixpath.split(part)
    return {
        each["Id"]: posixpath.normpath(posixpath.join("/", folder, each["Target"]))[1:]
        for tag, each in elements(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
        if tag == "Relationship" and each["Type"].endswith(kind)
    }


def _formats(archive: ZipFile, main: str) -> Formats:
    """Return how the workbook shows its numbers."""
    is_late = any(
        attributes.get("date1904", "0") in {"1", "true"}
        for tag, attributes in elements(archive, main)
        if tag == "workbookPr"
    )
    styles = _related(archive, main, "/styles").values()
    fills = fills_of(each for part in styles for each in elements(archive, part))
    return Formats(codes=_codes(archive, main), from_1904=is_late, fills=fills)


def _codes(archive: ZipFile, main: str) -> dict[str, str]:
    """Return the number format of each cell format."""
    codes: dict[str, str] = {}
    known = dict(KNOWN_FORMATS)
    for part in _related(archive, main, "/styles").values():
        within, count = "", 0
        for tag, attributes in elements(archive, part):
            if tag == "numFmt":
                known[attributes["numFmtId"]] = attributes["formatCode"]
            elif tag == "xf" and within == "cellXfs":
                codes[str(count)] = known.get(attributes.get("numFmtId", "0"), "")
                count += 1
                if count > _MOST_LOOKS:
                    raise ValueError
            elif tag != "xf" and (tag.endswith("Xfs") or tag == "dxfs"):
                within = tag
    return codes


def _looks(codes: dict[str, str]) -> dict[str, str]:
    """Return "d" for the cell formats that show a number as a date, "%" for those in per cent."""
    look_of = {code: _look(code) for code in set(codes.values())}
    return {number: look_of[code] for number, code in codes.items() if look_of[code]}


def _look(number_format: str) -> str:
    signs = WORDS.sub("", number_format)
    if "%" in signs:
        return "%"
    return "d" if _DATE_SIGNS.search(signs) else ""


class _Texts:
    """Takes the texts that the cells of all sheets share; how a text is spoken is left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._reads = self._is_spoken = False

    def start(self, name: str, _: dict[str, str]) -> None:
        """Take the beginning of an element."""
        name = local(name)
        self._reads = name == "t" and not self._is_spoken
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._is_spoken = True

    def end(self, name: str) -> None:
        """Take the end of an element."""
        name = local(name)
        self._reads = False
        if name == "si":
            self.texts.append("".join(self._pieces))
        elif name == "rPh":
            self._is_spoken = False

    def data(self, text: str) -> None:
        """Take some of the text of an element."""
        if self._reads:
            self._pieces.append(text)


def _texts(archive: ZipFile, main: str) -> list[str]:
    kept = _Texts()
    for part in _related(archive, main, "/sharedStrings").values():
        for _ in parse(archive, part, kept):
            pass
    return kept.texts
