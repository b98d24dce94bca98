"""Lists inside a text: numbered points, units with their part in the work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.core.documents.units import BETWEEN_UNITS
from prongsai.core.thai.numerals import to_arabic_digits

# 1. or ๑) or 1.1 before a word; never the dot of 2.50, of พ.ศ. or of an address.
_POINT = re.compile(
    r"(?<![^\s])([0-9]{1,2}(?:\.[0-9]{1,2})*)(?:\s?([.)])\s*|(?<=\.[0-9])\s+)(?=[^\s0-9.)])"
)
# At the beginning of a line a space behind the sign is enough: 1. 5 ส., 1.1 1) ก.
_POINT_OF_A_LINE = re.compile(
    r"^[^\S\n]*([0-9]{1,2}(?:\.[0-9]{1,2})*)(?:\s?([.)])[^\S\n]+|(?<=\.[0-9])[^\S\n]+)(?=\S)",
    re.MULTILINE,
)
_FARTHEST = 3  # numbers that a list may skip by mistake; beyond it a number is something else
_IN_BRACKETS = re.compile(r"(?<!\S)\(([0-9]{1,2})\)\s*(?=\S)")
_BULLET = re.compile(r"(?:^|(?<=\s))[-–•*]\s+")
DASHES = ("- ", "– ", "• ", "* ")
WHOLE = "- "  # before the words of a unit that stood behind a dash

NOTHING = re.compile(r"[\s.\-–—…]*")
"""What people write into a cell that holds nothing."""

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
    marks = _marks(to_arabic_digits(text))
    starts = [mark.start() for mark in marks]
    if not starts:
        return tuple(_bullets(text))
    lead = text[: starts[0]].strip()
    first = (Point(number="", text=lead, words=lead),) if lead else ()
    return (*first, *_between(marks, text))


def _marks(text: str) -> Sequence[re.Match[str]]:
    """Return the marks of the list, not those of lists inside its points.

    A list whose points begin a line each, counted without a gap, has no other points.
    """
    marks = [*_POINT.finditer(text)]
    lines = _of_lines([*_POINT_OF_A_LINE.finditer(text)], text)
    if len(lines) > 1 and not _goes_on_behind(lines[-1], marks):
        return lines
    first = next(iter(lines or marks), None)
    if first is None or text[: first.start()].strip():
        return [*_counted(marks, text)]
    # A number right behind the first is of its text: 1. 2. ก
    behind = [mark for mark in marks if mark.start() > first.end()]
    return [*_counted([first, *_own(first, behind, text)], text)]


def _of_lines(marks: Sequence[re.Match[str]], text: str) -> Sequence[re.Match[str]]:
    """Return the marks of lines that count on from the first of the text, all of its kind.

    None where one of that kind does not count on, or where a number alone may begin an amount.
    """
    if not marks or text[: marks[0].start()].strip():
        return []
    found = [marks[0]]
    for mark in marks[1:]:
        if _kind(mark) == _kind(found[0]):
            if _last(mark) != _last(found[-1]) + 1:
                return []
            found.append(mark)
    return found if len(found) > 1 or _last(found[0]) == 1 else []


def _goes_on_behind(last: re.Match[str], marks: Sequence[re.Match[str]]) -> bool:
    behind = (mark for mark in marks if mark.start() > last.start())
    return any(_kind(m) == _kind(last) and _last(m) == _last(last) + 1 for m in behind)


def _own(
    first: re.Match[str], behind: Sequence[re.Match[str]], text: str
) -> Sequence[re.Match[str]]:
    """Return the marks behind the first without those of a list that begins inside its point.

    Behind 1.1 only 1.2 goes on; behind 1. another 1) or 1. on the line begins a list of the point.
    """
    if "." in first.group(1):
        same = (mark for mark in behind if _kind(mark)[0] == _kind(first)[0])
        return [mark for mark in same if _last(mark) > _last(first)]
    begins = behind and _last(first) == _last(behind[0]) == 1
    if not begins or _begins_line(behind[0], text):
        return behind
    if _kind(behind[0]) == _kind(first):
        return []
    return [mark for mark in behind if _kind(mark) == _kind(first)]


def _kind(mark: re.Match[str]) -> tuple[str, str]:
    """Return what stands before the figure that counts, and the sign behind it."""
    return mark.group(1).rpartition(".")[0], mark.group(2) or ""


def _last(mark: re.Match[str]) -> int:
    return int(mark.group(1).rpartition(".")[2])


def _begins_line(mark: re.Match[str], text: str) -> bool:
    return not text[: mark.start()].rpartition("\n")[2].strip()


def _counted(marks: Sequence[re.Match[str]], text: str) -> Iterator[re.Match[str]]:
    """Yield the marks that go on counting; of 1.1 the last figure counts."""
    last = 0
    for mark in marks:
        number = _last(mark)
        goes_on = last <= number <= last + _FARTHEST
        if number == 1 or goes_on or not text[: mark.start()].strip():
            yield mark
            last = number


def _bracketed(text: str) -> list[Point]:
    """Return the points of a list that counts (1), (2), where a text begins with it."""
    marks = [*_IN_BRACKETS.finditer(to_arabic_digits(text))]
    numbers = [int(mark.group(1)) for mark in marks]
    if len(marks) < 2 or marks[0].start() or numbers != [*range(1, len(marks) + 1)]:
        return []
    return _between(marks, text)


def _between(marks: Sequence[re.Match[str]], text: str) -> list[Point]:
    """Return the point of each mark, which goes as far as the next."""
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [
        Point(
            number=mark.group(1),
            text=text[mark.end() : end].strip(),
            words=text[mark.start() : end].strip(),
        )
        for mark, end in zip(marks, ends, strict=True)
    ]


def _bullets(text: str) -> Iterator[Point]:
    """Yield what stands behind each dash, where the text begins with one."""
    if bracketed := _bracketed(text):
        yield from bracketed
        return
    for piece in _BULLET.split(text) if _BULLET.match(text) else [text]:
        if not NOTHING.fullmatch(piece):
            yield Point(number="", text=piece.strip(), words=piece.strip())


def units(text: str) -> tuple[str, ...]:
    """Return the units that a cell names, each once, in order; behind a dash each stands whole."""
    whole = " ".join(text.split())
    again = _WHOLE_AGAIN.fullmatch(whole)
    said = again.group(1) if again else text.strip()
    names = (_BULLET if _BULLET.match(said) else BETWEEN_UNITS).split(said)
    cleaned = (" ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if _NAME.search(name)))


def loose(word: str) -> str:
    """Return a pattern for a word that a narrow column may have broken anywhere."""
    return r"\s*".join(map(re.escape, word.replace(" ", "")))
