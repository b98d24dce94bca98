"""Agencies, districts and provinces that a document names in full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.source import Source, Text
from prongsai.core.sentences import say

_LETTERS = "[ก-ฮะ-ฺเ-ๅ็-๎]"
_LEAD = re.compile(
    r"(?P<kind>องค์(?:การ|กร)\s?บริหาร\s?ส่วน\s?(?:ตำบล|จังหวัด)|เทศบาล\s?(?:นคร|เมือง|ตำบล))"
    rf"(?P<space>\s?)(?P<name>{_LETTERS}{{2,60}})"
)
_PLACES = re.compile(
    rf"อำเภอ\s?(?P<district>{_LETTERS}{{2,40}})\s+จังหวัด\s?(?P<province>{_LETTERS}{{2,40}})"
    rf"|(?<!\S)จังหวัด\s?(?P<alone>{_LETTERS}{{2,40}})(?!\S)"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    kind: str
    run: str
    is_apart: bool  # a space stands between the kind and the name
    words: str
    place: Place


def agencies_in(source: Source) -> Iterator[Said[str]]:
    """Yield every mention of an agency by its full name, as written but for spaces."""
    mentions = [mention for text in texts_of(source) for mention in _mentions(text)]
    runs = Counter(mention.run for mention in mentions if not mention.is_apart)
    for mention in mentions:
        name, is_sure = _name(mention.run, runs)
        if mention.is_apart and not _is_like_one(mention.run, runs):
            continue
        yield Said(
            value=mention.kind + name,
            words=mention.words,
            place=mention.place,
            certainty=Certainty.SURE if is_sure else Certainty.LIKELY,
            why=None if is_sure else say("Where the name ends is not marked."),
        )


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


def _mentions(text: Text) -> Iterator[_Mention]:
    flat = " ".join(text.text.split())
    for lead in _LEAD.finditer(flat):
        if _NO_NAME.match(lead.group("name")):
            continue
        yield _Mention(
            kind=lead.group("kind").replace(" ", ""),
            run=lead.group("name"),
            is_apart=bool(lead.group("space")),
            words=lead.group(),
            place=text.place,
        )


def _name(run: str, runs: Counter[str]) -> tuple[str, bool]:
    """Return the name in a run of letters, and whether its end is known.

    It is known where the name stands by itself, or has two different words behind it.
    """
    known = _end_by_others(run, runs)
    if known:
        return run[:known], True
    shorter = [
        each for each in runs if each != run and run.startswith(each) and runs[each] >= runs[run]
    ]
    if shorter:
        return max(shorter, key=runs.__getitem__), True
    if len(run) <= _LONGEST:
        return run, True
    end = _FOLLOWS.search(run, 2)
    return run[: end.start()] if end else run, False


def _end_by_others(run: str, runs: Counter[str]) -> int:
    """Return where a name ends that another run has too, with another word behind it; else 0."""
    for follows in _FOLLOWS.finditer(run, 2):
        others = (each for each in runs if each.startswith(run[: follows.start()]))
        rests = [each[follows.start() :] for each in others]
        if any(not rest.startswith(follows.group()) and _FOLLOWS.match(rest) for rest in rests):
            return follows.start()
    return 0


def _is_like_one(run: str, runs: Counter[str]) -> bool:
    return any(SequenceMatcher(None, run, each).ratio() >= _ALIKE for each in runs)


def _places(source: Source, groups: Sequence[str]) -> Iterator[Said[str]]:
    for text in texts_of(source):
        for found in _PLACES.finditer(" ".join(text.text.split())):
            for group in groups:
                if found.group(group):
                    yield Said(value=found.group(group), words=found.group(), place=text.place)
