"""A result sheet: the results of one agency in one year, one a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.results import Codes, Key, Result, ResultSheet, is_weak, read_score, shown
from prongsai.core.sentences import say
from prongsai.core.thai.text import normalise
from prongsai.formats.header import Header, read_header
from prongsai.formats.read_table import read_table
from prongsai.formats.rows import Row, cell_name, row_place

T = TypeVar("T")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "รหัส", "ข้อ"),
    "topic": ("topic", "หัวข้อ"),
    "part": ("part", "ส่วน", "ส่วนที่"),
    "score": ("score", "คะแนน", "คะแนนที่ได้", "ผลคะแนน"),
    "flag": ("flag", "ธง"),
    "note": ("note", "หมายเหตุ"),
}
"""The columns and what they may be called. The topic is for the reader's eye and is not kept."""

LARGEST = 10_000_000  # bytes
NEEDED = ("code", "score")
_SAYING = ("score", "flag", "note")
_MOST_REFUSALS = 20


def read_results(path: Path, edition: Edition) -> ResultSheet:
    """Read a result sheet of the edition from CSV or XLSX.

    A row has a code and a score from 0 to 100; the columns part, flag and note may be left out. A
    row with a code alone says nothing, as in a template that was not filled in, and is not kept.

    :raises Refusal: with all that is wrong in the file, but no more than the first twenty.
    """
    try:
        rows = read_table(path, LARGEST)
        reader = _Reader(read_header(rows, COLUMNS, NEEDED), Codes(edition))
        return reader.read(rows)
    except Refusal as refusal:
        raise refusal.within(path.name) from refusal.__cause__


class _Reader:
    """Reads row after row and keeps what is wrong, so that a person can mend it all at once."""

    def __init__(self, header: Header, codes: Codes) -> None:
        self._header = header
        self._codes = codes
        self._problems = [_unknown(header, column) for column in header.others]
        self._rows: dict[Key, int] = {}

    def read(self, rows: Iterator[Row]) -> ResultSheet:
        results = tuple(self._results(rows))
        if self._problems:
            raise Refusals(self._problems[:_MOST_REFUSALS])
        if not any(each.score is not None or each.weak for each in results):
            raise Refusal(
                say("No score is filled in."),
                fix=say("Write at least one score below its heading."),
            )
        return ResultSheet(results)

    def _results(self, rows: Iterator[Row]) -> Iterator[Result]:
        try:
            for row in rows:
                result = self._result(row)
                if len(self._problems) >= _MOST_REFUSALS:
                    return
                if result is not None:
                    yield result
        except Refusal as refusal:  # of the file: what was found in its rows still counts
            self._problems.append(refusal)

    def _result(self, row: Row) -> Result | None:
        unreadable = list(self._header.unreadable(row))
        if unreadable:
            self._problems += unreadable
            return None
        if not any(self._header.text(row, name).strip() for name in _SAYING):
            self._field(row, "code", self._code_alone)
            return None
        key = self._field(row, "code", self._codes.read_key)
        if key is not None:
            known = key
            key = self._field(row, "part", lambda text: self._codes.with_part(known, text))
        score = self._field(row, "score", read_score)
        weak = self._field(row, "flag", is_weak)
        if key is None or self._is_repeated(row, key):
            return None
        return Result(
            code=key[0],
            part=key[1],
            score=score,
            weak=bool(weak),
            note=normalise(self._header.text(row, "note")),
            place=cell_name(self._header.columns["score"], row.number),
        )

    def _code_alone(self, text: str) -> str:
        return self._codes.read(text.partition("/")[0])

    def _field(self, row: Row, name: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(self._header.text(row, name))
        except Refusal as refusal:
            place = self._header.place(row, self._header.columns[name])
            self._problems.append(refusal.within(*place))
            return None

    def _is_repeated(self, row: Row, key: Key) -> bool:
        first = self._rows.setdefault(key, row.number)
        if first == row.number:
            return False
        name = "/".join(filter(None, key))
        self._problems.append(
            Refusal(
                say("%(code)s stands in row %(first)s already.", code=name, first=first),
                fix=say("Keep one of the two rows."),
                where=self._header.place(row, self._header.columns["code"]),
            )
        )
        return True


def _unknown(header: Header, column: int) -> Refusal:
    return Refusal(
        say("The column %(name)s is unknown.", name=shown(header.row.cells[column])),
        fix=say("Use these: %(names)s.", names=tuple(COLUMNS)),
        where=(row_place(header.row.number),),
    )
