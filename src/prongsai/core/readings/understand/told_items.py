"""Items and indicators that running sentences tell of, and the scores that they give to them.

`ข้อ i7 ได้คะแนน 82.50 คะแนน`, `i7 (82.50), e3 ร้อยละ 79.1`, `i7 และ i8 ได้ 82.50 และ 83.10`. Sentences
say it in too many ways to be sure: what is found so is likely at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai.core.readings.model import Certainty, Said, StatedScore
from prongsai.core.readings.source import Text
from prongsai.core.readings.understand.codes import codes_in
from prongsai.core.readings.understand.figures import FIGURE, Figure, figure_of
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.readings.understand.spelled import part_of
from prongsai.core.readings.understand.spoken_years import spoken_year
from prongsai.core.results import key_of, name_of
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits

TOLD_IN_WORDS = say("It is told in words; it may be the score of something else.")

_CODE = r"(?<![A-Za-z0-9])[ieo]\s?[0-9]{1,3}(?![0-9])"
_AND = r"\s*(?:และ|หรือ|กับ|,|ถึง|-|–)\s*(?:ข้อ(?:ที่)?\s*)?"
_ITEMS = re.compile(rf"{_CODE}(?:{_AND}{_CODE})*", re.IGNORECASE)
_CODE_BEFORE = re.compile(rf"{_CODE}[\s:.)\-–]*$", re.IGNORECASE)
_UNIT = r"(?:คะแนน|%|เปอร์เซ็นต์)"
_FIRST = re.compile(
    rf"(?P<lead>[^0-9]{{0,100}}?)(?P<figures>{FIGURE}(?:\s*{_UNIT}?\s*(?:,|และ)\s*(?:ร้อยละ\s*)?{FIGURE})*)"
    rf"(?![/\-–0-9])\s*(?P<unit>{_UNIT})?"
)
_CALLED = re.compile(r"(?:คะแนน|ร้อยละ)(?:เฉลี่ย)?\s*(?:อยู่ที่|เท่ากับ|เพียง|คือ|:|=)?\s*$")
_GOT = re.compile(r"(?:ได้(?:รับ)?|มี|อยู่ที่|เท่ากับ|=|:)\s*$")
_COUNTED = re.compile(
    r"\s*(?:(?:คะแนน\s*)?ขึ้นไป|ข้อ|ครั้ง|คน|ราย|ประเด็น|เรื่อง|ด้าน|แห่ง|วัน|เดือน|ปี|บาท|โครงการ)"
)
# Behind these a figure is a mark, a change, a year, a number of something, or of another thing.
_OTHER = re.compile(
    "เกณฑ์|กว่า|ต้อง|ควร|อย่างน้อย|ให้|ไม่ถึง|เกิน|เต็ม|เพิ่ม|ลดลง|แตกต่าง|หาก|ถ้า|สมมติ|จะได้|เป้า|ปี|พ\\.ศ|วันที่|จาก|ถึง|รวม|ภาพ"
    "|ตัวชี้วัด|น้ำหนัก|ส่วนที่|ครั้ง|ไตรมาส|ลำดับ|อันดับ|หน้า|จำนวน|อ้างอิง|คนละ|ประเทศ|แบบวัด|\\b[IEO]IT\\b"
)
_BEFORE = 60  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Items that one place of a text lists; `behind`: what stands behind it until the next."""

    guesses: tuple[Guess, ...]
    start: int
    end: int
    words: str
    behind: str
    bracketed: str | None  # what stands before the bracket that it stands in

    @property
    def letter(self) -> str:
        """Return the letter of the first of the items."""
        return self.guesses[0].code[:1]


def told_in(flat: str, frame: Frame) -> Iterator[Told]:
    """Yield the items that a text with single spaces tells of, in order."""
    arabic = to_arabic_digits(flat)
    found = [*_ITEMS.finditer(arabic)]
    ends = [*(each.start() for each in found[1:]), len(arabic)][: len(found)]
    for each, end in zip(found, ends, strict=True):
        part, behind = part_of(arabic[each.end() : end].strip(), frame)
        guesses = codes_in(each.group(), frame)
        if guesses:
            yield Told(
                guesses=tuple(_of_part(guess, part, frame) for guess in guesses),
                start=each.start(),
                end=each.end(),
                words=flat[each.start() : min(end, each.end() + _BEFORE)].strip(),
                behind=behind,
                bracketed=_before_bracket(arabic[max(0, each.start() - _BEFORE) : each.start()]),
            )


def told_indicators_in(flat: str, frame: Frame) -> Iterator[Told]:
    """Yield the indicators that a text with single spaces tells of, in order."""
    arabic = to_arabic_digits(flat)
    found = [*frame.indicators_spoken_in(arabic)]
    items = [each.start() for each in _ITEMS.finditer(arabic)]
    for guess, each in found:
        if _CODE_BEFORE.search(arabic[: each.start()]):
            continue  # the name behind the code of an item is that item's
        later = (start for start in items if start >= each.end())
        ends = (other.start() for _, other in found if other.start() >= each.end())
        end = min(next(later, len(arabic)), next(ends, len(arabic)))
        yield Told(
            guesses=(guess,),
            start=each.start(),
            end=each.end(),
            words=flat[each.start() : min(end, each.end() + _BEFORE)].strip(),
            behind=arabic[each.end() : end].strip(),
            bracketed=None,
        )


def _of_part(guess: Guess, part: str | None, frame: Frame) -> Guess:
    return replace(guess, code=name_of((guess.code, part if frame.has_parts(guess.code) else None)))


def told_scores(text: Text, frame: Frame) -> Iterator[Said[StatedScore]]:
    """Yield the scores that a text gives to items and indicators."""
    flat = " ".join(text.text.split())
    arabic = to_arabic_digits(flat)
    for told in (*told_in(flat, frame), *told_indicators_in(flat, frame)):
        when = spoken_year(arabic[max(0, told.start - _BEFORE) : told.start], frame.result_year)
        for guess, figure in _pairs(told):
            code, part = key_of(guess.code)
            value = StatedScore(code=code, score=figure.score, part=part)
            said = figure.of(_in_words(guess)).said(value, told.words, text.place)
            yield when.dated(said) if when.ago != 0 else said


def _in_words(guess: Guess) -> Guess:
    if guess.certainty is Certainty.ASK:
        return guess
    return replace(guess, certainty=Certainty.LIKELY, why=TOLD_IN_WORDS)


def _pairs(told: Told) -> Sequence[tuple[Guess, Figure]]:
    """Return the items with a score each; of several items, all of them have none or got 0."""
    found = _FIRST.match(told.behind)
    if found is None or not _is_score(found, told):
        return ()
    numbers = re.findall(FIGURE, found["figures"])
    figures = [figure for number in numbers if (figure := figure_of(number))]
    if len(figures) == 1 and not figures[0].score:
        figures *= len(told.guesses)
    if len(figures) != len(told.guesses):
        return ()
    return [*zip(told.guesses, figures, strict=True)]


def _is_score(found: re.Match[str], told: Told) -> bool:
    """Tell whether the first figure behind items is called a score, or written like one."""
    lead = found["lead"]
    of_more = told.bracketed is not None and (len(told.guesses) > 1 or "ตัวชี้วัด" in told.bracketed)
    if _OTHER.search(lead) or (of_more and ")" in lead):
        return False
    is_called = found["unit"] is not None or _CALLED.search(lead) is not None
    # The name of an indicator stands beside other figures too, as in the labels of a chart.
    is_written = told.letter.isalpha() or _GOT.search(lead) is not None
    is_decimal = is_written and re.search(r"[.,][0-9]", found["figures"]) is not None
    return (is_called or is_decimal) and not _COUNTED.match(told.behind, found.end("figures"))


def _before_bracket(before: str) -> str | None:
    outside, bracket, inside = before.rpartition("(")
    return outside if bracket and ")" not in inside else None
