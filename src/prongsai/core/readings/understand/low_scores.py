"""What a document says is below the mark or got nothing, each with its score.

In sentences: `ต่ำกว่าเกณฑ์ ได้แก่ ตัวชี้วัดที่ 6 … (84.87 คะแนน)`, `ได้ 0 คะแนน ได้แก่ o35–o36`; in a table of
advice: `ข้อ e3 (EIT Survey) มุ่งผลสำเร็จ: ได้ 70.50 คะแนน`, `ตัวชี้วัดนี้ได้ …`, `EIT Public: ได้ …`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from prongsai.core.readings.model import Place, Said, StatedScore
from prongsai.core.readings.source import Source, SourceTable, Text
from prongsai.core.readings.understand.codes import CODE, CODES, codes_in
from prongsai.core.readings.understand.figures import FIGURE, figure_of
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.readings.understand.rows import rows_of
from prongsai.core.readings.understand.spelled import SPELLED, named
from prongsai.core.results import key_of
from prongsai.core.thai.numerals import to_arabic_digits

_BRACKETED = re.compile(
    r"(?P<name>(?:ตัวชี้วัด(?:ย่อย)?ที่|แบบวัด|คะแนนรวม)(?:[^()]|\([^()0-9]*\)){0,200}?)"
    rf"\s*\(\s*(?P<score>{FIGURE})\s*คะแนน\s*\)"
)
# A score of its own, or the year before: คะแนนรวม 87.76 คะแนน เพิ่มขึ้นจากปีที่แล้ว (82.84 คะแนน).
_HAS_OTHER = re.compile(r"[0-9]\s*คะแนน|(?:เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง)|ปี\s*(?:งบประมาณ)?\s*(?:ก่อน|ที่)")
_AND = re.compile(r"\s*(?:และ)?\s*")
_BELOW = re.compile(r"ต่ำกว่าเกณฑ์\s*(?:ได้แก่|คือ)")
_LOST = re.compile(
    rf"ได้\s*0\s*คะแนน\s*(?:จำนวน\s*[0-9]+\s*ข้อ\s*)?(?:ได้แก่|คือ)\s*(?P<codes>{CODES})", re.IGNORECASE
)
_TOLD = re.compile(
    rf"(?:ตัวชี้วัดนี้|(?P<name>(?:ข้อ(?:ที่)?\s*{CODE}|ตัวชี้วัด(?:ย่อย)?ที่\s*[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?"
    r"|(?<![(A-Za-z])(?:IIT|EIT|OIT))(?:\s*\([A-Z]+\s*[A-Za-z]+\)|\s+(?:Public|Survey))?)[^:]{0,200}?:)"
    rf"\s*(?:ได้\s*(?P<score>{FIGURE})\s*คะแนน|ผู้ประเมินระบุ)",
    re.IGNORECASE,
)


@dataclass(slots=True, kw_only=True)
class Low:
    """Names of what is weak, and scores, in the order of the document."""

    weak: list[Said[str]] = field(default_factory=list)
    scores: list[Said[StatedScore]] = field(default_factory=list)

    def add(self, guess: Guess, score: str | None, words: str, place: Place) -> None:
        """Add a score, if there is one, of what a guess means."""
        figure = figure_of(score or "")
        if figure is not None:
            code, part = key_of(guess.code)
            value = StatedScore(code=code, score=figure.score, part=part)
            self.scores.append(figure.of(guess).said(value, words, place))


def low_in(source: Source, frame: Frame) -> Low:
    """Return what the sentences and the tables of advice of a document say is low."""
    found = Low()
    for block in source.blocks:
        if isinstance(block, Text):
            _read_text(block, frame, found)
        elif "problem" in block.fields:
            _read_table(block, frame, found)
    return found


def _read_text(text: Text, frame: Frame, low: Low) -> None:
    arabic = to_arabic_digits(" ".join(text.text.split()))
    lists = {each.end() for each in _BELOW.finditer(arabic)}  # where one begins or goes on
    for found in _BRACKETED.finditer(arabic):
        if _HAS_OTHER.search(found.group("name")):
            continue
        goes_on = any(_AND.fullmatch(arabic, at, found.start()) for at in lists)
        lists |= {found.end()} if goes_on else set()
        for guess in _meant(found.group("name"), frame):
            low.add(guess, found.group("score"), found.group(), text.place)
            if goes_on:
                low.weak.append(guess.said(guess.code, found.group(), text.place))
    for found in _LOST.finditer(arabic):
        for guess in codes_in(found.group("codes"), frame):
            low.add(guess, "0", found.group(), text.place)


def _read_table(table: SourceTable, frame: Frame, low: Low) -> None:
    for row in rows_of(table, frame):
        own = row.label.indicator if row.label else None
        cell = row.cells["problem"]
        _read_cell(Text(text=cell.text, place=cell.place), own, frame, low)
    for cells in table.rows:
        if not any(cell.text for cell in cells[1:]):
            _read_cell(Text(text=cells[0].text, place=cells[0].place), None, frame, low)


def _read_cell(text: Text, own: Guess | None, frame: Frame, low: Low) -> None:
    for found in _TOLD.finditer(to_arabic_digits(" ".join(text.text.split()))):
        if found.group("name"):
            guesses = _meant(found.group("name"), frame)
        else:
            guesses = () if own is None else (own,)
        for guess in guesses:
            low.add(guess, found.group("score"), found.group(), text.place)
            low.weak.append(guess.said(guess.code, found.group(), text.place))


def _meant(name: str, frame: Frame) -> tuple[Guess, ...]:
    found = SPELLED.match(name)
    return named(found, frame) if found else ()
