"""Items that running sentences call weak, in whatever words.

`ต่ำกว่าเกณฑ์ ได้แก่ i7 และ e3`, `ควรปรับปรุงข้อ i20`, `ข้อ i8 … ไม่ผ่านเกณฑ์`, and lists below a line such
as `ประเด็นที่ต้องพัฒนา`. Words that keep, suppose or cite items do not call them weak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Source, Text
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.readings.understand.spoken_years import spoken_year
from prongsai.core.readings.understand.told_items import Told, told_in
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits

_WEAK = re.compile(
    r"(?<!ไม่)ต่ำกว่า(?!ปี|เดิม)|ไม่ผ่าน|ไม่ถึง\s*(?:เกณฑ์|ร้อยละ)|จุดอ่อน|จุดที่(?:ต้อง|ควร)|ข้อบกพร่อง"
    r"|คะแนน(?:น้อย|ต่ำ)(?:ที่)?สุด"
    r"|(?<!ไม่)(?:ต้อง|ควร)\s*(?:ได้รับการ|มีการ|เร่ง)?\s*(?:พัฒนา|ปรับปรุง|แก้ไข)"
)
_STATES = re.compile("ไม่|ต่ำ")  # it says so of what stands before it
_AND = re.compile("และ|แต่")
# What is kept, supposed, done or cited is not called weak; nor is anything behind such a word.
_TURN = re.compile(
    r"รักษา|จุดแข็ง|สูงกว่า|สูงสุด|(?<!ไม่)ผ่านเกณฑ์|เกินเกณฑ์|ไม่ต่ำกว่า|ไม่มี|หาก|ถ้า|สมมติ|ส่วน|โดย|อ้างอิง"
    r"|ตามข้อ|เผยแพร่|มาตรการ|แนวทาง|เชื่อมโยง|สอดคล้อง|ไม่(?:ต้อง|ควร)"
)
_LIST = re.compile(r"ได้แก่|คือ|ดังนี้|ดังต่อไปนี้|ประกอบด้วย|:|[-–•]\s|[0-9]\s?[.)]|เช่น")
_BEGINS = re.compile(
    r"\s*(?:[-–•*]\s*|\(?[0-9]{1,2}\s?[.)]\s*)?(?:ข้อ(?:ที่)?\s*|ตัวชี้วัด|[ieo]\s?[0-9])", re.IGNORECASE
)
_FAR, _BEHIND, _BESIDE = 120, 90, 15  # letters
_HEADING = 80  # letters of a line that says what the list below it is of


def told_weak(source: Source, frame: Frame) -> Iterator[Said[str]]:
    """Yield the items that the sentences of a document call weak."""
    word = ""  # of a line that the list is of
    for block in source.blocks:
        if not isinstance(block, Text):
            word = ""
            continue
        flat = " ".join(block.text.split())
        if word and not _BEGINS.match(to_arabic_digits(flat)):
            word = ""
        weak = _Weak(block, flat, frame)
        yield from weak.items(word)
        word = weak.opens() or (word if weak.told and weak.still else "")


class _Weak:
    """A text in which words that call weak, words that turn, and items are read in order."""

    def __init__(self, text: Text, flat: str, frame: Frame) -> None:
        self._text = text
        self._flat = to_arabic_digits(flat)
        self._frame = frame
        self.told = [*told_in(flat, frame)]
        self.still = False  # a list that calls weak goes on at the end

    def opens(self) -> str:
        """Return the word by which a short line without items begins a list below it, or ""."""
        found = _WEAK.search(self._flat)
        if self.told or found is None or _TURN.search(self._flat):
            return ""
        ends = _LIST.search(self._flat[-_BESIDE:])
        return found.group() if ends or len(self._flat) <= _HEADING else ""

    def items(self, word: str) -> Iterator[Said[str]]:
        """Yield the items called weak; `word`: by which the line above the list called them so."""
        end = 0
        last: Told | None = None
        for told in self.told:
            word = self._goes_on(word, end, told)
            if last is not None and self._is_other_in_bracket(told, last):
                continue
            by = word or self._behind(told)
            if by:
                yield from self._said(told, by)
            end, last = told.end, told
        self.still = bool(word)

    def _goes_on(self, word: str, end: int, told: Told) -> str:
        """Return the word that calls weak what stands behind it, as far as nothing turns."""
        gap = self._flat[end : told.start]
        weak = [*_WEAK.finditer(gap)]
        turns = [*_TURN.finditer(gap)]
        if weak and not any(turn.start() > weak[-1].start() for turn in turns):
            behind = gap[weak[-1].end() :]
            is_before = not turns or turns[-1].end() < weak[-1].start() - _BESIDE
            leads = len(behind) <= _BESIDE or (len(behind) <= _FAR and _LIST.search(behind))
            return weak[-1].group() if leads and is_before else ""
        return "" if turns or weak or len(gap) > _FAR else word

    def _behind(self, told: Told) -> str:
        """Return the word behind items that calls them weak, where it does not lead to others."""
        if told.bracketed is not None and "ตัวชี้วัด" in told.bracketed:
            return ""  # the indicator is called so
        before = self._flat[max(0, told.start - 2 * _BESIDE) : told.start]
        found = _WEAK.search(told.behind[:_BEHIND])
        if found is None or _TURN.search(before) or _TURN.search(told.behind[: found.start()]):
            return ""
        if _STATES.match(found.group()) and not _AND.search(told.behind[: found.start()]):
            return found.group()
        rest = told.behind[found.end() :]
        leads = len(rest) <= _BESIDE or _LIST.search(rest[:_FAR])
        return "" if leads and told is not self.told[-1] else found.group()

    @staticmethod
    def _is_other_in_bracket(told: Told, last: Told) -> bool:
        """Tell whether items in brackets are those that the item before them points to."""
        return (
            told.bracketed is not None
            and "ตัวชี้วัด" not in told.bracketed
            and (told.letter != last.letter)
        )

    def _said(self, told: Told, word: str) -> Iterator[Said[str]]:
        before = self._flat[max(0, told.start - _FAR) : told.start]
        is_past = bool(spoken_year(before, self._frame.result_year).ago)
        for guess in told.guesses:
            yield _called(guess, word, is_past=is_past).said(
                guess.code, told.words, self._text.place
            )


def _called(guess: Guess, word: str, *, is_past: bool) -> Guess:
    if guess.certainty is Certainty.ASK:
        return guess
    if is_past:
        why = say("It may have been weak in another year.")
        return replace(guess, certainty=Certainty.ASK, why=why)
    why = say("“%(words)s” beside it was taken for calling it weak.", words=word)
    return replace(guess, certainty=Certainty.LIKELY, why=why)
