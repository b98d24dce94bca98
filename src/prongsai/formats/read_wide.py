"""A wide table: the results of many agencies, one agency a row, one code a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.results import Codes, Key, Result, ResultSheet, read_score, shown
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise
from prongsai.formats.header import Header, read_header
from prongsai.formats.read_table import read_table
from prongsai.formats.rows import Row, row_place

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agency": ("agency", "หน่วยงาน", "ชื่อหน่วยงาน"),
    "fiscal_year": ("fiscal_year", "ปีงบประมาณ", "ปี"),
    "level": ("level", "ระดับ", "ระดับผลการประเมิน"),
}
"""The columns that are no codes, and what they may be called."""

LARGEST = 64_000_000  # bytes
_YEAR = re.compile(r"([0-9]{4})(?:\.0)?")
_MOST_REFUSALS = 20
_REMEMBERED = 20_000  # scores in two decimals: there are 10,001


@dataclass(frozen=True, slots=True)
class WideRow:
    """One agency in one year; `row` is the number of its row, `level` what the table says of it."""

    agency: str
    fiscal_year: int | None
    sheet: ResultSheet
    level: str
    row: int


def read_wide(path: Path, editions: Edition | Mapping[int, Edition]) -> Iterator[WideRow]:
    """Yield the rows of a wide table in CSV or XLSX; only one is kept at a time.

    Give the editions by fiscal year, or one edition for all rows. An empty cell is not in the
    sheet: nothing was measured.

    :raises Refusal: at the first row that has something wrong, with all that is wrong in it; the
        rows before it have been yielded by then.
    """
    try:
        rows = read_table(path, LARGEST)
        header = read_header(rows, COLUMNS, ("agency",))
        yield from _Reader(header, editions).read(rows)
    except Refusal as refusal:
        raise refusal.within(path.name) from refusal.__cause__


@dataclass(frozen=True, slots=True)
class _CodeColumns:
    """What the columns mean in one edition, and why some mean nothing in it."""

    keys: tuple[tuple[int, Key], ...]
    refused: dict[int, Refusal]


class _Reader:
    def __init__(self, header: Header, editions: Edition | Mapping[int, Edition]) -> None:
        self._header = header
        self._only = editions if isinstance(editions, Edition) else None
        self._editions = (
            dict.fromkeys(editions.fiscal_years, editions)
            if isinstance(editions, Edition)
            else editions
        )
        self._codes = {each.key: _code_columns(header, each) for each in self._editions.values()}
        self._rows: dict[tuple[str, int | None], int] = {}
        self._score = lru_cache(_REMEMBERED)(read_score)

    def read(self, rows: Iterator[Row]) -> Iterator[WideRow]:
        self._check_headings()
        for row in rows:
            yield self._row(row)
        if not self._rows:
            raise Refusal(
                say("There is no row below the headings."), fix=say("Write one agency a row.")
            )

    def _check_headings(self) -> None:
        """Refuse headings that no edition knows; one that some know is refused where it is used."""
        known = {column for columns in self._codes.values() for column, _ in columns.keys}
        refused = [columns.refused for columns in self._codes.values()][-1]
        unknown = [
            refused[column].within(*self._header.place(self._header.row, column))
            for column in self._header.others
            if column not in known
        ]
        if unknown:
            raise Refusals(unknown[:_MOST_REFUSALS])
        if not known:
            raise Refusal(
                say("No column has scores."),
                fix=say("Name columns by codes, such as 1, i7, e3/public or total."),
                where=(row_place(self._header.row.number),),
            )

    def _row(self, row: Row) -> WideRow:
        problems = list(self._header.unreadable(row))
        agency = normalise(self._header.text(row, "agency"))
        try:
            year, edition = self._year(row)
            self._check_agency(row, agency, year)
        except Refusal as refusal:
            raise Refusals([*problems, refusal][:_MOST_REFUSALS]) from None
        sheet = self._sheet(row, self._codes[edition.key], problems)
        if problems:
            raise Refusals(problems[:_MOST_REFUSALS])
        level = normalise(self._header.text(row, "level"))
        return WideRow(agency, year, sheet, level, row.number)

    def _sheet(self, row: Row, columns: _CodeColumns, problems: list[Refusal]) -> ResultSheet:
        results = []
        cells = row.cells + ("",) * (len(self._header.row.cells) - len(row.cells))
        for column, (code, part) in columns.keys:
            try:
                score = self._score(cells[column])
            except Refusal as refusal:
                problems.append(refusal.within(*self._header.place(row, column)))
                continue
            if score is not None:
                results.append(Result(code=code, part=part, score=score))
        for column, unknown in columns.refused.items():
            if cells[column].strip():
                problems.append(unknown.within(*self._header.place(row, column)))
        return ResultSheet(tuple(results))

    def _year(self, row: Row) -> tuple[int | None, Edition]:
        text = to_arabic_digits(self._header.text(row, "fiscal_year").strip())
        if not text and self._only is not None:
            return None, self._only
        found = _YEAR.fullmatch(text)
        year = int(found.group(1)) if found else None
        if year is None or year not in self._editions:
            raise Refusal(
                say("There is no edition for the fiscal year %(year)s.", year=shown(text) or "–"),
                fix=say("Write one of %(years)s.", years=tuple(sorted(self._editions))),
                where=(row_place(row.number),),
            )
        return year, self._editions[year]

    def _check_agency(self, row: Row, agency: str, year: int | None) -> None:
        place = self._header.place(row, self._header.columns["agency"])
        if not agency:
            raise Refusal(
                say("The agency is missing."), fix=say("Write its name or its number."), where=place
            )
        first = self._rows.setdefault((agency, year), row.number)
        if first != row.number:
            raise Refusal(
                say(
                    "%(agency)s stands in row %(first)s already.", agency=shown(agency), first=first
                ),
                fix=say("Keep one of the two, or tell two agencies apart by their province."),
                where=place,
            )


def _code_columns(header: Header, edition: Edition) -> _CodeColumns:
    codes = Codes(edition)
    columns: dict[Key, int] = {}
    refused: dict[int, Refusal] = {}
    for column in header.others:
        try:
            key = codes.read_key(header.row.cells[column])
        except Refusal as refusal:
            refused[column] = refusal
            continue
        if columns.setdefault(key, column) != column:
            refused[column] = Refusal(
                say("%(code)s heads two columns.", code="/".join(filter(None, key))),
                fix=say("Keep one of the two."),
            )
    return _CodeColumns(tuple((column, key) for key, column in columns.items()), refused)
