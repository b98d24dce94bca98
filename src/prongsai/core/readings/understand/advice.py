"""What the assessor wrote to an agency: weak items, what cures them, what to keep.

A table of advice is one text that a reader of pages cuts into rows where it likes: so it is read as
one stream, in which each citation belongs to the items named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.core.editions.model import CHECKLIST
from prongsai.core.readings.model import Citation, NamedCode, Place, Said
from prongsai.core.readings.source import Source, Text
from prongsai.core.readings.understand.codes import CODES, codes_in
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.readings.understand.item_names import name_behind, of_sentence
from prongsai.core.readings.understand.lists import NOTHING
from prongsai.core.readings.understand.measures import is_of_measures
from prongsai.core.readings.understand.rows import rows_of
from prongsai.core.readings.understand.scores import items_of_row
from prongsai.core.thai.near import nearly
from prongsai.core.thai.numerals import to_arabic_digits

_POINTS = nearly("ประเด็น")
_PART = rf"(?:{nearly('Public')}|{nearly('Survey')})"
_TOKEN = re.compile(
    rf"(?P<part>ส่วนที่\s*(?P<counted>[0-9])|\bEIT\s*(?P<named>{_PART}))"
    rf"|(?P<half>ตัวชี้วัดที่\s*[0-9]{{1,2}}\s*\(\s*EIT\s*{_PART}\s*\))"
    rf"|(?:ข้อ(?:ที่)?\s*|(?=[\w\s]{{0,12}}{_POINTS}))(?P<issue>{CODES})"
    rf"(?:\s*\(\s*EIT\s*(?P<of>{_PART})\s*\))?(?P<points>\s*{_POINTS})?"
    rf"|{nearly('อ้างอิง')}\s*(?:จาก|ตาม|ข้อมูล)*\s*(?:ข้อ\s*)?(?P<cited>{CODES})"
    rf"|\(\s*(?:[ก-๎]{{0,15}}\s*)(?P<bracketed>{CODES})\s*\)"
    rf"|(?P<list>ตาม\s*{nearly('ตัวชี้วัด')}(?:ที่)?)"
    rf"|(?P<keep>{nearly('รักษามาตรฐาน')}|{nearly('รักษาระดับ')})",
    re.IGNORECASE,
)
# In a row that is an item's own, every code of the checklist is cited.
_TOKEN_OF_ITEM = re.compile(rf"{_TOKEN.pattern}|(?P<bare>{CODES})", re.IGNORECASE)
_LISTED = re.compile(r"(?<![0-9.])([0-9]{1,2})\s*\.\s*(?=[ก-ฮเ-ไ])")
_NAME = re.compile(r"\s*(?P<name>[^():]{2,160}?)\s*(?=ข้อ(?:ที่)?\s*[ieo0-9]|$|[(:])", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:\)|หรือ|และ|\s|[.,:;])+")
_ISSUE = re.compile(rf"\s*ข้อ(?:ที่)?\s*{CODES}(?P<points>\s*{_POINTS})?", re.IGNORECASE)
_CITES = ("cited", "bracketed", "bare")
_FAR = 400  # letters in which a name behind a code ends
_LONGEST = 100  # letters of what the advice calls a cited thing


@dataclass(slots=True, kw_only=True)
class Advice:
    """What was found so far, in the order of the document."""

    weak: list[Said[str]] = field(default_factory=list)
    keep: list[Said[str]] = field(default_factory=list)
    citations: list[Said[Citation]] = field(default_factory=list)
    names: list[Said[NamedCode]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A piece of the stream; `indicator` is that of its row, "" in running text.

    `items`: the items of its row, where the table gives each of them a row. `is_problem`: what is
    written of them is what is wrong.
    """

    text: str
    place: Place
    indicator: str = ""
    begins: bool = False  # what was named before it has no advice in it
    items: tuple[Guess, ...] = ()
    is_problem: bool = False


def advice_in(source: Source, frame: Frame) -> Advice:
    """Return the advice of a document, from its tables of advice and its running text."""
    stream = _Stream(frame)
    for piece in _pieces(source, frame):
        stream.read(piece)
    return stream.advice


def _pieces(source: Source, frame: Frame) -> Iterator[_Piece]:
    for block in source.blocks:
        if isinstance(block, Text):
            yield _Piece(text=block.text, place=block.place)
            continue
        names = [name for name in ("problem", "advice") if name in block.fields]
        instrument = None
        for row in rows_of(block, frame) if names else ():
            for name in names:
                begins = row.instrument != instrument
                instrument = row.instrument
                cell = row.cells[name]
                yield _Piece(
                    text=cell.text,
                    place=cell.place,
                    indicator=row.indicator,
                    begins=begins,
                    items=tuple(named.guess for named in items_of_row(row, frame)),
                    is_problem=name == "problem" and not is_of_measures(block),
                )


class _Stream:
    def __init__(self, frame: Frame) -> None:
        self.advice = Advice()
        self._frame = frame
        self._part = ""
        self._named: list[str] = []  # the items that advice is given on
        self._since_list: list[str] | None = None  # indicators behind “ตามตัวชี้วัดที่”

    def read(self, piece: _Piece) -> None:
        if piece.begins:
            self._part, self._named, self._since_list = "", [], None
        self._begin_row(piece)
        flat = " ".join(piece.text.split())
        arabic = to_arabic_digits(flat)
        end = 0
        for token in (_TOKEN_OF_ITEM if piece.items else _TOKEN).finditer(arabic):
            between = flat[end : token.start()]
            self._list(arabic[end : token.start()])
            words = flat[token.start() : token.end()]
            self._take(token, piece, between, words, flat[token.end() : token.end() + _FAR])
            end = token.end()
        self._list(arabic[end:])

    def _begin_row(self, piece: _Piece) -> None:
        if not piece.items:
            return
        self._named = [guess.code for guess in piece.items]
        issue = _ISSUE.match(to_arabic_digits(piece.text))
        is_token = issue is not None and (piece.indicator or issue["points"])
        if piece.is_problem and not is_token and not NOTHING.fullmatch(piece.text):
            for guess in piece.items:
                self.advice.weak.append(guess.said(guess.code, piece.text, piece.place))

    def _take(
        self, token: re.Match[str], piece: _Piece, between: str, words: str, behind: str
    ) -> None:
        if token.group("part"):
            number = self._frame.part_by_number(int(token.group("counted") or 0))
            self._part = self._frame.part(token.group("named") or "") or number or self._part
        elif token.group("issue"):
            self._issue(token, piece, words, behind)
        elif token.group("list"):
            self._since_list = []
        elif token.group("keep"):
            self._keep(piece, words)
        elif not token.group("half"):  # its part is not that of the items behind it
            self._cite(token, piece, between)

    def _list(self, text: str) -> None:
        if self._since_list is not None:
            self._since_list.extend(_LISTED.findall(text))

    def _issue(self, token: re.Match[str], piece: _Piece, words: str, behind: str) -> None:
        guesses = codes_in(token.group("issue"), self._frame)
        if piece.indicator or token.group("points"):
            self._named = [guess.code for guess in guesses]
            for guess in guesses:
                code = self._with_part(guess.code, token.group("of"))
                self.advice.weak.append(guess.said(code, words, piece.place))
        name = _NAME.match(behind)
        if name and len(guesses) == 1 and not token.group("points"):
            self._name(guesses[0], name, words, piece.place)

    def _name(self, guess: Guess, found: re.Match[str], words: str, place: Place) -> None:
        """Take the words behind a code for its name, unless a sentence goes on in them."""
        name = name_behind(found.group("name"))
        if not name:
            return
        said = of_sentence(guess, name, self._frame)
        # Not under the indicator of its row: the text runs through the rows.
        value = NamedCode(code=guess.code, name=name)
        self.advice.names.append(said.said(value, words + found.group(), place))

    def _with_part(self, code: str, own: str | None) -> str:
        part = self._frame.part(own or "") or self._part
        return f"{code}/{part}" if part and self._frame.has_parts(code) else code

    def _keep(self, piece: _Piece, words: str) -> None:
        kept = self._since_list or ([piece.indicator] if piece.indicator else [])
        for key in kept:
            guess = self._frame.indicator(key, "")
            if guess is not None:
                self.advice.keep.append(guess.said(guess.code, words, piece.place))
        self._since_list = None

    def _cite(self, token: re.Match[str], piece: _Piece, between: str) -> None:
        codes = next(filter(None, (token.groupdict().get(name) for name in _CITES)))
        called = _BEFORE.sub("", between)
        if len(called) > _LONGEST:  # the words nearest to the code, from one of them on
            called = called[-_LONGEST:].partition(" ")[2]
        for guess in codes_in(codes, self._frame):
            if guess.code.startswith(self._frame.prefix(CHECKLIST)):
                for item in self._named or [""]:
                    value = Citation(item=item, code=guess.code, words=called.strip(" ("))
                    self.advice.citations.append(guess.said(value, guess.code, piece.place))
