"""A result sheet as a reading: what `read_results` refuses and a person can mend is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.readings.model import Certainty, Place, Reading, Said, StatedScore
from prongsai.core.results import Codes, Key, is_weak, key_of, name_of, read_score, shown
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise
from prongsai.formats.header import Header, read_header
from prongsai.formats.read_results import COLUMNS, LARGEST, NEEDED
from prongsai.formats.read_table import table_in
from prongsai.formats.results.found import Found
from prongsai.formats.rows import Row, cell_name

_MOST_REFUSALS = 20
_HIGHEST = Decimal(10_000)  # beyond it is no score, whatever was meant


def sheet_in(data: bytes, edition: Edition) -> Found | None:
    """Return what a result sheet says, None for a file that is not headed as one.

    :raises Refusal: with all that nobody can be asked about: formulas, texts for scores.
    """
    try:
        rows = table_in(data, LARGEST)
        header = read_header(rows, COLUMNS, NEEDED)
    except Refusal:
        return None
    return None if header.others else _Sheet(header, Codes(edition)).read(rows)


class _Sheet:
    """Takes row after row, and keeps what stands against the file."""

    def __init__(self, header: Header, codes: Codes) -> None:
        self._header = header
        self._codes = codes
        self._refused = False
        self._told: list[Refusal] = []  # also what would be asked about, if all else were well
        self._scores: list[Said[StatedScore]] = []
        self._weak: list[Said[str]] = []
        self._notes: dict[str, str] = {}

    def read(self, rows: Iterator[Row]) -> Found:
        try:
            for row in rows:
                self._take(row)
        except Refusal as refusal:  # of the file: what was found in its rows still counts
            self._refuse(refusal)
        if self._refused:
            raise Refusals(self._told[:_MOST_REFUSALS])
        if not self._scores and not self._weak:
            raise Refusal(
                say("No score is filled in."),
                fix=say("Write at least one score below its heading."),
            )
        reading = Reading(scores=tuple(self._scores), weak=tuple(self._weak))
        return Found(reading=reading, is_sheet=True, notes=tuple(self._notes.items()))

    def _take(self, row: Row) -> None:
        unreadable = list(self._header.unreadable(row))
        for each in unreadable:
            self._refuse(each)
        score, flag, note = (self._text(row, name) for name in ("score", "flag", "note"))
        if unreadable or not (score or flag or note):
            return
        key, doubt = self._key(row)
        place = self._place(row)
        if score:
            self._score(row, key, score, doubt)
        if self._flag(row, flag):
            sure = Certainty.SURE if doubt is None else Certainty.ASK
            said = Said(value=name_of(key), words=flag, place=place, certainty=sure, why=doubt)
            self._weak.append(said)
        if note:
            self._notes[name_of(key)] = note

    def _key(self, row: Row) -> tuple[Key, Sentence | None]:
        """Return what a row is of, and why that is not known here."""
        text, part = self._text(row, "code"), self._text(row, "part")
        try:
            return self._codes.with_part(self._codes.read_key(text), part), None
        except Refusal as refusal:
            self._told.append(self._at(row, "code", refusal))
            code, own = key_of(shown(text))
            return (code, own or shown(part) or None), refusal.what

    def _score(self, row: Row, key: Key, text: str, doubt: Sentence | None) -> None:
        try:
            score = read_score(text)
        except Refusal as refusal:
            score = _number(text)
            doubt = doubt or refusal.what
            if score is None:
                self._refuse(self._at(row, "score", refusal))
            else:
                self._told.append(self._at(row, "score", refusal))
        if score is not None:
            said = Said(
                value=StatedScore(code=key[0], part=key[1], score=score),
                words=text,
                place=self._place(row),
                certainty=Certainty.SURE if doubt is None else Certainty.ASK,
                why=doubt,
            )
            self._scores.append(said)

    def _flag(self, row: Row, text: str) -> bool:
        try:
            return is_weak(text)
        except Refusal as refusal:
            self._refuse(self._at(row, "flag", refusal))
            return False

    def _refuse(self, refusal: Refusal) -> None:
        self._refused = True
        self._told.append(refusal)

    def _at(self, row: Row, name: str, refusal: Refusal) -> Refusal:
        return refusal.within(*self._header.place(row, self._header.columns[name]))

    def _text(self, row: Row, name: str) -> str:
        return normalise(self._header.text(row, name)).strip()

    def _place(self, row: Row) -> Place:
        return Place(row=row.number, column=cell_name(self._header.columns["score"], row.number))


def _number(text: str) -> Decimal | None:
    """Return a number that is no score, such as 101, None for what is no number."""
    digits = to_arabic_digits(text)
    plain = digits.removeprefix("-").replace(".", "", 1)
    if not (plain.isascii() and plain.isdecimal()):
        return None
    number = Decimal(digits)
    return number if abs(number) < _HIGHEST else None
