"""The numbers of lists in a text: ๑. 2) (๓), and where they break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest

from prongsai.core.thai.found import Found
from prongsai.core.thai.numerals import to_arabic_digits

_MARK = re.compile(
    r"(?<![^\s(“\"])(?:\((?P<round>[1-9][0-9]?)\)|(?P<half>[1-9][0-9]?)\)|(?P<dot>[1-9][0-9]?)\s?\.(?![0-9]))"
    r"\s*(?=[^\s0-9.,)])"
)
# Behind these a number is part of the sentence: ข้อ 1. มาตรา 9 (7), ระยะที่ 3. จำนวน 5.
_OF_A_SENTENCE = re.compile(
    r"(?:(?<!หน้า)ที่|ข้อ|มาตรา|วรรค|หมวด|ส่วน|ลำดับ|ตัวชี้วัด|บท|ระยะ|ระดับ|ชั้น|ครั้ง|หน้า|เลข|เวลา|จำนวน|ม\.|ศ\."
    r"|และ|หรือ|ถึง|กับ|[-–,/])\s*$"
    r"|มาตรา[^\n]{0,60}$"
)
_WORDS_BEFORE = 80
_DEEPEST = 8  # lists inside each other; an outer one is forgotten


class Style(StrEnum):
    """How the number of a point is written."""

    DOT = "dot"  # 1.
    HALF = "half"  # 1)
    ROUND = "round"  # (1)


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of one point of a list; `cited`: it stands behind ข้อ, ที่ and the like."""

    number: int
    style: Style
    cited: bool = False


class Fault(StrEnum):
    """How a number does not go on from the one before."""

    SKIPS = "skips"
    REPEATS = "repeats"
    GOES_BACK = "goes_back"


@dataclass(frozen=True, slots=True)
class Break:
    """A number that is not the next one; `points` are those of its list up to it.

    A list whose `first` number is not 1 may be picked out of another one.
    """

    mark: Found[Mark]
    before: Found[Mark]
    fault: Fault
    points: int
    first: int


@dataclass(slots=True)
class _List:
    style: Style
    marks: list[Found[Mark]] = field(default_factory=list)

    @property
    def last(self) -> Found[Mark]:
        return self.marks[-1]

    def takes(self, mark: Mark) -> bool:
        return _follows(mark, self.last.value)


def marks_in(text: str) -> tuple[Found[Mark], ...]:
    """Return the numbers of the points that a text lists, not those inside of its sentences.

    A number behind ข้อ or ที่ is one of a list only if the next point goes on from it, or it goes on
    from the one before: ตามตัวชี้วัดที่ 1.… 2.…
    """
    arabic = to_arabic_digits(text)
    candidates = [mark for match in _MARK.finditer(arabic) if (mark := _candidate(match, arabic))]
    found: list[Found[Mark]] = []
    for each, behind in zip_longest(candidates, candidates[1:]):
        goes_on = any(_follows(each.value, before.value) for before in found[-1:])
        begins = (
            behind is not None and _follows(behind.value, each.value) and not behind.value.cited
        )
        if not each.value.cited or goes_on or begins:
            found.append(each)
    return tuple(found)


def _candidate(match: re.Match[str], arabic: str) -> Found[Mark] | None:
    """Return a number that may be one of a list; None for the last figure in a bracket."""
    before = arabic[max(match.start() - _WORDS_BEFORE, 0) : match.start()]
    style = next(style for style in Style if match[style.value])
    if style is Style.HALF and before.rfind("(") > before.rfind(")"):
        return None
    cited = _OF_A_SENTENCE.search(before) is not None
    return Found(Mark(int(match[style.value]), style, cited), *match.span())


def _follows(mark: Mark, before: Mark) -> bool:
    return mark.style is before.style and mark.number == before.number + 1


def breaks_in(marks: Sequence[Found[Mark]]) -> Iterator[Break]:
    """Yield each number that does not go on counting.

    A list may begin anew at 1 at any place, inside another one or behind it; the outer one then
    goes on from where it was. So `1. (1) (2) 2. (1)` and `1. 1. 2. 2.` are whole.
    """
    lists: list[_List] = []
    for mark in marks:
        taker = next((each for each in reversed(lists) if each.takes(mark.value)), None)
        if taker is None and (wrong := _broken(lists, mark)):
            taker = wrong
            first, points = wrong.marks[0].value.number, len(wrong.marks) + 1
            yield Break(mark, wrong.last, _fault(wrong, mark.value), points, first)
        if taker is None:
            lists.append(_List(mark.value.style, [mark]))
            del lists[:-_DEEPEST]
        else:
            del lists[lists.index(taker) + 1 :]
            taker.marks.append(mark)


def _broken(lists: Sequence[_List], mark: Found[Mark]) -> _List | None:
    """Return the list that a number breaks; None where it begins one."""
    if mark.value.number == 1:
        return None
    return next((each for each in reversed(lists) if each.style is mark.value.style), None)


def _fault(broken: _List, mark: Mark) -> Fault:
    last = broken.last.value.number
    if mark.number == last:
        return Fault.REPEATS
    return Fault.SKIPS if mark.number > last else Fault.GOES_BACK


def late_starts_in(marks: Sequence[Found[Mark]]) -> Iterator[Found[Mark]]:
    """Yield the first number of each style where it is not 1 and the list goes on from it."""
    for style in Style:
        own = [mark for mark in marks if mark.value.style is style]
        if len(own) < 2 or own[0].value.cited or not _follows(own[1].value, own[0].value):
            continue
        if own[0].value.number > 1:
            yield own[0]
