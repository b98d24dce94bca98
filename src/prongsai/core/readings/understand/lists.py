"""Lists inside a text: numbered points, units with their part in the work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.core.thai.numerals import to_arabic_digits

# 1. or ๑) or 1.1 before a word; never the dot of 2.50, of พ.ศ. or of an address.
_POINT = re.compile(
    r"(?<![^\s])([0-9]{1,2}(?:\.[0-9]{1,2})*)(?:\s?[.)]\s*|(?<=\.[0-9])\s+)(?=[^\s0-9.)])"
)
_FARTHEST = 3  # numbers that a list may skip by mistake; beyond it a number is something else
_BULLET = re.compile(r"(?:^|(?<=\s))[-–•*]\s+")

_UNIT = r"(?=สำนัก|กอง|งาน|ฝ่าย|หน่วย|นิติกร|ทุก|ศูนย์)"
# นิติกร สำนักปลัด is one: somebody of that unit.
_POSITIONS = ("นิติกร", "เจ้าหน้าที่", "เจ้าพนักงาน", "นักวิชาการ", "ผู้อำนวยการ", "หัวหน้า")
_NOT_BEHIND = "".join(f"(?<!{position})" for position in _POSITIONS)
_BETWEEN_UNITS = re.compile(rf"\n|,|/|(?:^|(?<=\s))[-–•]\s+|{_NOT_BEHIND}\s+{_UNIT}")
_NAME = re.compile("[ก-ฮ]|[A-Za-z]{2}")
_WHOLE_AGAIN = re.compile(r"(.+?)(?:\s+\1)+", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of a list: its number as written in Arabic digits ("" before the first), its text."""

    number: str
    text: str
    words: str


def points(text: str) -> tuple[Point, ...]:
    """Return the points of a numbered list, or the whole text as one point without a number.

    Numbers that skip or repeat are kept as they are: whether they should is a check's business.
    """
    marks = [*_marks(to_arabic_digits(text))]
    starts = [mark.start() for mark in marks]
    if not starts:
        return tuple(_bullets(text))
    lead = text[: starts[0]].strip()
    first = (Point(number="", text=lead, words=lead),) if lead else ()
    ends = [*starts[1:], len(text)]
    return first + tuple(
        Point(
            number=mark.group(1),
            text=text[mark.end() : end].strip(),
            words=text[mark.start() : end].strip(),
        )
        for mark, end in zip(marks, ends, strict=True)
    )


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Yield the marks that go on counting; of 1.1 the last figure counts."""
    last = 0
    for mark in _POINT.finditer(text):
        number = int(mark.group(1).rpartition(".")[2])
        goes_on = last <= number <= last + _FARTHEST
        if number == 1 or goes_on or not text[: mark.start()].strip():
            yield mark
            last = number


def _bullets(text: str) -> Iterator[Point]:
    """Yield what stands behind each dash, where the text begins with one."""
    for piece in _BULLET.split(text) if _BULLET.match(text) else [text]:
        if piece.strip():
            yield Point(number="", text=piece.strip(), words=piece.strip())


def units(text: str) -> tuple[str, ...]:
    """Return the units that a cell names, each once, in order."""
    whole = " ".join(text.split())
    again = _WHOLE_AGAIN.fullmatch(whole)
    names = _BETWEEN_UNITS.split(again.group(1) if again else text.strip())
    cleaned = (" ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if _NAME.search(name)))


def loose(word: str) -> str:
    """Return a pattern for a word that a narrow column may have broken anywhere."""
    return r"\s*".join(map(re.escape, word.replace(" ", "")))
