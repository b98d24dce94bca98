"""The head of a letter or an order: number, day, what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from prongsai.core.readings.model import Place, Said
from prongsai.core.readings.source import Source, Text
from prongsai.core.readings.understand.lists import loose
from prongsai.core.thai.dates_in_text import days_in
from prongsai.core.thai.numerals import to_arabic_digits

Line = tuple[str, Place]

_LETTER = re.compile(rf"\s*(?:{loose('บันทึกข้อความ')}|{loose('คำสั่ง')}|{loose('ประกาศ')})")
# ที่ สค 72401/156 วันที่ …, but not ที่ประชุม.
_NUMBER = re.compile(
    r"\s*ที่\s*(?P<number>(?!\s|ประชุม|วันที่)[^0-9๐-๙/]{0,12}[0-9๐-๙]\S*"
    r"(?:(?:\s*/|(?<=/)|(?<=/ว))\s*(?!วันที่)\S+)?)"
)
_SUBJECT = re.compile(r"\s*เรื่อง\s*(?P<subject>.+)")
_DAY = re.compile(r".*?วันที่\s*(?P<day>.+)")
# Behind these the head is over.
_OVER = re.compile(r"\s*(?:เรียน|กราบเรียน|ด้วย|ตามที่|อาศัย)")
_DOTS = re.compile(r"(?:\.\s?){3,}|…+")
HEAD = 20  # lines, among which a letter begins and its head ends
_ORDERED = re.compile(r"\s*(?:สั่ง|ประกาศ)\s*ณ\s*วันที่\s*(?P<day>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head of a letter says; what it leaves blank is None."""

    number: Said[str] | None = None
    dated: Said[date] | None = None
    subject: Said[str] | None = None


def head_of(source: Source) -> Head:
    """Return the head of a letter or an order; a document without one says nothing."""
    lines = [*lines_of(source)]
    start = next((n for n, (text, _) in enumerate(lines[:HEAD]) if is_letter(text)), None)
    if start is None:
        return Head()
    head = [*takewhile(lambda line: not _OVER.match(line[0]), lines[start + 1 : start + HEAD])]
    day = _first(_DAY, head) or _first(_ORDERED, lines)
    return Head(number=_number(head), dated=_dated(day), subject=_subject(head))


def is_letter(line: str) -> bool:
    """Tell whether a letter, an order or an announcement begins with a line."""
    return _LETTER.match(line) is not None


def lines_of(source: Source) -> Iterator[Line]:
    """Yield the lines of the texts before the first table, without rows of dots."""
    for block in takewhile(lambda block: isinstance(block, Text), source.blocks):
        for line in block.text.split("\n") if isinstance(block, Text) else ():
            text = " ".join(_DOTS.sub(" ", line).split())
            if text:
                yield text, block.place


def _first(pattern: re.Pattern[str], lines: Sequence[Line]) -> tuple[re.Match[str], Place] | None:
    found = ((pattern.match(text), place) for text, place in lines)
    return next(((match, place) for match, place in found if match), None)


def _number(head: Sequence[Line]) -> Said[str] | None:
    found = _first(_NUMBER, head)
    if found is None:
        return None
    match, place = found
    number = re.sub(r"\s*/\s*", "/", to_arabic_digits(match.group("number")))
    return Said(value=number, words=match.group().strip(), place=place)


def _dated(found: tuple[re.Match[str], Place] | None) -> Said[date] | None:
    if found is None:
        return None
    match, place = found
    words = match.group("day")
    day = next((each.value for each in days_in(words)), None)
    return None if day is None else Said(value=day, words=words, place=place)


def _subject(head: Sequence[Line]) -> Said[str] | None:
    found = _first(_SUBJECT, head)
    if found is None:
        return None
    match, place = found
    return Said(value=match.group("subject"), words=match.group().strip(), place=place)
