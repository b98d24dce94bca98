"""Files that somebody hands in: CSV in some encoding, and workbooks, also spoilt ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a text as results.csv."""
    path = folder / "results.csv"
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder: Path, *rows: Sequence[object], also: str = "") -> Path:
    """Write rows as results.xlsx; with `also`, a second sheet of that name with the same rows."""
    book = Workbook()
    sheets = [book.worksheets[0], *([book.create_sheet(also)] if also else [])]
    for sheet in sheets:
        for row in rows:
            sheet.append(row)
    path = folder / "results.xlsx"
    book.save(path)
    return path


def styled(folder: Path, value: object, number_format: str) -> Path:
    """Write a workbook whose B2, below code and score, has a value in a number format."""
    book = Workbook()
    book.worksheets[0].append(["code", "score"])
    book.worksheets[0].append(["o1", value])
    book.worksheets[0]["B2"].number_format = number_format
    path = folder / "results.xlsx"
    book.save(path)
    return path


def repacked(path: Path, change: Callable[[str, bytes], bytes], more: Iterable[str] = ()) -> Path:
    """Write a workbook anew with each of its parts changed, and with `more` empty parts."""
    with ZipFile(path) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    parts = dict.fromkeys(more, b"") | kept
    with ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, change(name, content))
    return path
