"""The chain of signatures of a letter: who signs, of which rank, as what, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.core.documents.papers import Signature
from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.source import Source
from prongsai.core.readings.understand.letter import HEAD, is_letter, lines_of
from prongsai.core.sentences import say

_SIGNED = re.compile(r"\s*\(?\s*(?:ลงชื่อ|ลงนาม)\s*\)?\s*:?\s*")
_NAME = re.compile(r"\(\s*(?P<name>[^()0-9๐-๙/]{2,70}?)\s*\)")
_RANKS = (
    r"ว่าที่(?:ร้อยตรี|ร้อยโท|ร้อยเอก|\s*[รพ]\s?\.\s?[ตทอ]\s?\.?(?:หญิง)?)?"
    r"|[รพ]\s?\.\s?[ตทอ]\s?\.|จ\s?\.\s?ส\s?\.\s?[ตทอ]\s?\.|ส\s?\.\s?[ตทอ]\s?\.|จ่า\S*|ดาบ\S*"
    r"|ร้อย(?:ตำรวจ)?(?:ตรี|โท|เอก)|พัน(?:ตำรวจ)?(?:ตรี|โท|เอก)|สิบ(?:ตำรวจ)?(?:ตรี|โท|เอก)|ดร\.|ผศ\.|รศ\.|ศ\."
)
_RANK = re.compile(rf"(?:{_RANKS})(?:\s*(?:{_RANKS}))*\s*")
_CAPACITY = re.compile(r"(?:รักษาการแทน|รักษาราชการแทน|รักษาการในตำแหน่ง|ปฏิบัติราชการแทน|ปฏิบัติหน้าที่แทน)")
_TITLE = re.compile(r"(?:นาย|นาง|น\s?\.\s?ส\s?\.|ว่าที่|ดร\.)")
_THAI = re.compile("[ก-ฮ]")
_POSITION = re.compile(r"\s*ตำแหน่ง\s*:?\s*")
_LONGEST = 90  # letters of a line of a position
_MOST_LINES = 2  # of a position, and one more of the post that is filled
# A line that begins so is what somebody says, and no position.
_SAYS = re.compile(r"\s*(?:[-–•]|เห็น|อนุมัติ|ไม่อนุมัติ|ทราบ|รับทราบ|มอบ|ดำเนินการ|เพื่อ|เสนอ|ให้|จึง|แจ้ง|โปรด)")
_CATCHWORD = re.compile(r"\s*/")


@dataclass(slots=True)
class _Step:
    """A step of the chain while its lines come."""

    names: list[str]
    place: Place
    rank: str
    opinion: list[str]
    below: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing more is expected below the name."""
        if not self.below:
            return False
        waits = _CAPACITY.search(self.below[-1]) and self.below[-1].endswith("แทน")
        return not waits and len(self.below) >= _MOST_LINES


def signatures_of(source: Source) -> Iterator[Said[Signature]]:
    """Yield the signatures that stand before the first table, in the order in which they sign."""
    lines = [*lines_of(source)]
    chain = _Chain(is_letter=any(is_letter(text) for text, _ in lines[:HEAD]))
    for line in lines:
        chain.take(*line)
    yield from map(_signature, chain.steps)


class _Chain:
    """Takes the lines of a letter one by one."""

    def __init__(self, *, is_letter: bool) -> None:
        self.steps: list[_Step] = []
        self._is_letter = is_letter
        self._is_open = False  # lines may still belong to the last step
        self._said: list[str] = []  # since the last step: opinions, ranks

    def take(self, text: str, place: Place) -> None:
        """Take a line: a name, what stands below or above one, or some of the letter."""
        line = _SIGNED.sub("", text)
        names = self._names(line, is_signed=line != text)
        if names:
            rank = _NAME.sub("", line).strip() or self._rank_above()
            opinion = self._said if self.steps and self._is_open else []
            self.steps.append(_Step(names, place, rank, opinion))
            self._said, self._is_open = [], True
        elif self._is_below(line):
            self.steps[-1].below.append(line)
        elif line and not _CATCHWORD.match(line):
            self._said.append(line)
            if len(line) > _LONGEST:  # the letter, or another one, goes on
                self._is_open = False

    def _names(self, line: str, *, is_signed: bool) -> list[str]:
        """Return the names in brackets that make up a line, ranks aside."""
        rest = _NAME.sub("", line).strip()
        names = [each.group("name") for each in _NAME.finditer(line)]
        has_rank = bool(rest or (self._said and _RANK.fullmatch(self._said[-1])))
        if not names or (rest and not _RANK.fullmatch(rest)):
            return []
        is_name = is_signed or has_rank or self._is_letter or _TITLE.match(names[0])
        return names if is_name and _THAI.search(names[0]) else []

    def _rank_above(self) -> str:
        """Take the rank that stands right above a name off what was said."""
        is_rank = self._said and _RANK.fullmatch(self._said[-1])
        return self._said.pop().strip() if is_rank else ""

    def _is_below(self, line: str) -> bool:
        """Tell whether a line is the position of the one who signs above it."""
        if not (self._is_open and self.steps) or self._said or self.steps[-1].is_whole:
            return False
        return _may_be_position(line)


def _may_be_position(line: str) -> bool:
    return (
        bool(line) and len(line) <= _LONGEST and not _SAYS.match(line) and not _RANK.fullmatch(line)
    )


def _signature(step: _Step) -> Said[Signature]:
    below = _POSITION.sub("", " ".join(step.below))
    found = _CAPACITY.search(below)
    several = len(step.names) > 1
    return Said(
        value=Signature(
            name=step.names[0],
            rank=step.rank,
            position=(below[: found.start()] if found else below).strip(),
            capacity=found.group() if found else "",
            acting=below[found.end() :].strip() if found else "",
            opinion="\n".join(step.opinion),
        ),
        words=" ".join(
            filter(None, (step.rank, *(f"({name})" for name in step.names), *step.below))
        ),
        place=step.place,
        certainty=Certainty.ASK if several else Certainty.SURE,
        why=say("Several names stand on one line.") if several else None,
    )
