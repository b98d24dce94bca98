"""Agencies, districts and provinces that a document names in full."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.source import Source, Text
from prongsai.core.sentences import say
from prongsai.core.thai.near import nearly

LETTERS = "[ก-ฮะ-ฺเ-ๅ็-๎]"
_LEAD = re.compile(
    r"(?P<kind>องค์(?:การ|กร)\s?บริหาร\s?ส่วน\s?(?:ตำบล|จังหวัด)|เทศบาล\s?(?:นคร|เมือง|ตำบล))"
    rf"(?P<space>\s?)(?P<name>{LETTERS}{{2,60}})"
)
_PLACES = re.compile(
    rf"{nearly('อำเภอ')}\s?(?P<district>{LETTERS}{{2,40}})"
    rf"\s+{nearly('จังหวัด')}\s?(?P<province>{LETTERS}{{2,40}})"
    rf"|(?<!\S)จังหวัด\s?(?P<alone>{LETTERS}{{2,40}})(?!\S)"
)
# Words that follow a name without a space, as Thai is written.
_FOLLOWS = re.compile(
    "แล้ว|ขึ้น|มี|ได้|ให้|และ|ที่|จะ|เพื่อ|โดย|ซึ่ง|ใน|ปฏิบัติ|ประจำ|อำเภอ|จังหวัด|เป็น|หรือ|ทราบ|รับ|ถือ"
    "|จึง|ของ|เมื่อ|ตาม|หวัง|พบ|แต่ง|จัด|คือ|ทุก|ขอ"
)
# Words that no name begins with: the kind is named, and no agency of it.
_NO_NAME = re.compile(
    "ใน(?=การ|ปี|รอบ|ด้าน|พื้นที่)|และ|หรือ|ประจำ|ซึ่ง|เพื่อ|ได้|ให้|เป็น|จึง|ของ|ทุก|โดย|ตาม|ดังกล่าว|อื่น"
    "|อำเภอ|จังหวัด|หน่วยงาน"
)
_LONGEST = 14  # letters of a name; a longer run has words behind the name
_ALIKE = 0.7
_FEW = 50  # runs that are compared with one


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A kind of agency and the letters behind it, in which its name stands."""

    kind: str
    run: str
    is_apart: bool  # a space stands between the kind and the name
    words: str
    place: Place


def agencies_in(source: Source) -> Iterator[Said[str]]:
    """Yield every mention of an agency by its full name, as written but for spaces."""
    return names_of([mention for text in texts_of(source) for mention in _mentions(text)])


def names_of(mentions: Sequence[Mention]) -> Iterator[Said[str]]:
    """Yield the name of each mention; one apart from its kind only where it is nearly known."""
    runs = _Runs(mention.run for mention in mentions if not mention.is_apart)
    for mention in mentions:
        if mention.is_apart and not runs.has_like(mention.run):
            continue
        name, is_sure = runs.name(mention.run)
        yield Said(
            value=mention.kind + name,
            words=mention.words,
            place=mention.place,
            certainty=Certainty.SURE if is_sure else Certainty.LIKELY,
            why=None if is_sure else say("Where the name ends is not marked."),
        )


def is_name(run: str) -> bool:
    """Tell whether letters behind a kind of agency may be the name of one."""
    return _NO_NAME.match(run) is None


def districts_in(source: Source) -> Iterator[Said[str]]:
    """Yield the districts that stand before their province."""
    yield from _places(source, ("district",))


def provinces_in(source: Source) -> Iterator[Said[str]]:
    """Yield the provinces that stand behind a district, or by themselves."""
    yield from _places(source, ("province", "alone"))


def texts_of(source: Source) -> Iterator[Text]:
    """Yield every text of a document in order, that of cells too."""
    for block in source.blocks:
        if isinstance(block, Text):
            yield block
        else:
            for row in block.rows:
                yield from (Text(text=c.text, place=c.place) for c in row if c.text)


def _mentions(text: Text) -> Iterator[Mention]:
    flat = " ".join(text.text.split())
    for lead in _LEAD.finditer(flat):
        if not is_name(lead.group("name")):
            continue
        yield Mention(
            kind=lead.group("kind").replace(" ", ""),
            run=lead.group("name"),
            is_apart=bool(lead.group("space")),
            words=lead.group(),
            place=text.place,
        )


class _Runs:
    """The runs of letters behind a kind of agency: a name, with or without words behind it."""

    def __init__(self, runs: Iterable[str]) -> None:
        self._count = Counter(runs)
        self._sorted = sorted(self._count)
        self._known: dict[str, tuple[str, bool]] = {}

    def name(self, run: str) -> tuple[str, bool]:
        """Return the name in a run, and whether its end is known.

        It is known where the name stands by itself, or has two different words behind it.
        """
        if run not in self._known:
            self._known[run] = self._find(run)
        return self._known[run]

    def has_like(self, run: str) -> bool:
        """Tell whether one of the runs named most often is nearly this one."""
        often = (each for each, _ in self._count.most_common(_FEW))
        return any(SequenceMatcher(None, run, each).ratio() >= _ALIKE for each in often)

    def _find(self, run: str) -> tuple[str, bool]:
        end = self._end_by_others(run)
        if end:
            return run[:end], True
        parts = (run[:size] for size in range(1, len(run)))
        shorter = [part for part in parts if self._count[part] >= max(self._count[run], 1)]
        if shorter:
            return max(shorter, key=self._count.__getitem__), True
        if len(run) <= _LONGEST:
            return run, True
        follows = _FOLLOWS.search(run, 2)
        return run[: follows.start()] if follows else run, False

    def _end_by_others(self, run: str) -> int:
        """Return where a name ends that another run has too, with another word behind it; or 0."""
        for follows in _FOLLOWS.finditer(run, 2):
            end = follows.start()
            rests = [each[end:] for each in self._beginning_with(run[:end])]
            if any(not rest.startswith(follows.group()) and _FOLLOWS.match(rest) for rest in rests):
                return end
        return 0

    def _beginning_with(self, start: str) -> Iterator[str]:
        first = bisect_left(self._sorted, start)
        near = self._sorted[first : first + _FEW]
        return takewhile(lambda each: each.startswith(start), near)


def _places(source: Source, groups: Sequence[str]) -> Iterator[Said[str]]:
    for text in texts_of(source):
        for found in _PLACES.finditer(" ".join(text.text.split())):
            for group in groups:
                if found.group(group):
                    yield Said(value=found.group(group), words=found.group(), place=text.place)
