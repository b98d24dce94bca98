"""Survey and disclosure items as people write them into a cell: one, or several at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.core.editions.model import CHECKLIST
from prongsai.core.readings.understand.codes import CODES, codes_in
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.readings.understand.spelled import SPELLED, part_of
from prongsai.core.thai.near import nearly
from prongsai.core.thai.numerals import to_arabic_digits

# ข้อ i11, ข้อ 46, 0๑, ๒ before a name. A bare number needs a space and a Thai word behind it.
_MARK = re.compile(
    rf"(?:(?P<lead>(?:ข้อ|^{nearly('ข้อ')})(?:ที่)?)\s*|(?<![^\s(,/]))"
    r"(?:(?P<code>[ieo]\s?\.?[0-9]{1,3}|0{1,2}[0-9]{1,2})(?![0-9])"
    r"|(?P<bare>[1-9][0-9]{0,2})(?=\s+[ก-ฮเ-ไ]|\s*$))",
    re.IGNORECASE,
)
# Advice begins otherwise: ข้อ i7 ประเด็น … names the items of all that follows.
_BEFORE = re.compile(
    rf"\s*(?:ข้อ(?:ที่)?\s*)?(?P<codes>(?>{CODES}))(?!\s*{nearly('ประเด็น')})", re.IGNORECASE
)
# Nothing but codes: i13 - i15, where those between are meant too; i7, i8 และ i9.
_ONLY_CODES = re.compile(rf"(?:ข้อ(?:ที่)?\s*)?{CODES}", re.IGNORECASE)
_JUNK = re.compile(r"^[^ก-๎]*\S*[0-9๐-๙]\S*\s+")  # what is left of a code
_COUNTED = re.compile(
    r"\s*(?:เดือน|ปี|คน|ครั้ง|ด้าน|ข้อ|วัน|ราย(?!งาน)|แห่ง|ตำบล|บาท|คะแนน|เรื่อง|ประการ|ระดับ|ช่องทาง|ตัวชี้วัด"
    r"|โครงการ|ชั่วโมง|นาที|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An item with the name that stands behind its code, and its part if one is named."""

    guess: Guess
    name: str
    words: str
    part: str | None = None


def items_in(
    text: str, frame: Frame, instrument: str = "", indicator: str = ""
) -> tuple[Named, ...]:
    """Return the items that a cell lists; the first stands at its beginning, or there is none."""
    flat = " ".join(text.split())
    marks = [*_marks(to_arabic_digits(flat))]
    if len(marks) > 1 and _ONLY_CODES.fullmatch(to_arabic_digits(flat)):
        guesses = codes_in(to_arabic_digits(flat), frame)
        return tuple(Named(guess=guess, name="", words=flat) for guess in guesses)
    if not marks or marks[0].start() > 0:
        return _named_only(flat, frame) if instrument == CHECKLIST else ()
    ends = [*(mark.start() for mark in marks[1:]), len(flat)]
    found = []
    for mark, end in zip(marks, ends, strict=True):
        part, name = part_of(flat[mark.end() : end].strip(" .:-–,"), frame)
        guess = frame.item(mark.group("code") or mark.group("bare"), instrument, indicator)
        if instrument in {"", CHECKLIST}:
            guess = frame.by_name(guess, name)
        if guess is not None:
            words = flat[mark.start() : end].strip()
            found.append(Named(guess=guess, name=name, words=words, part=part))
    return tuple(found)


def _named_only(text: str, frame: Frame) -> tuple[Named, ...]:
    """Return the item of the checklist that a cell names without a code that can be read."""
    said = SPELLED.match(to_arabic_digits(text))
    if said and said.group("above") and said.group("group"):
        return ()  # an indicator, though an item may have nearly its name
    name = _JUNK.sub("", text)
    guess = frame.by_name(None, name)
    return (Named(guess=guess, name=name, words=text),) if guess else ()


def items_before(text: str, frame: Frame) -> tuple[Named, ...]:
    """Return the items by whose codes a problem begins; what stands behind is not their name."""
    begins = _BEFORE.match(to_arabic_digits(text))
    if begins is None:
        return ()
    guesses = codes_in(begins["codes"], frame)
    return tuple(Named(guess=guess, name="", words=text[: begins.end()]) for guess in guesses)


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Yield the marks of one manner: behind 0๑ a bare number is no item."""
    first: re.Match[str] | None = None
    last = 0
    for mark in _MARK.finditer(text):
        first = first or mark
        if _stands_in_brackets(mark, text) or (
            mark.group("bare") and not _is_next(mark, first, last, text)
        ):
            continue
        last = int(mark.group("bare") or 0)
        yield mark


def _stands_in_brackets(mark: re.Match[str], text: str) -> bool:
    """Tell whether a code stands behind words in brackets: (คู่กับ i19)."""
    before, _, inside = text[: mark.start()].rpartition("(")
    return bool(before.strip() and inside.strip()) and ")" not in inside


def _is_next(mark: re.Match[str], first: re.Match[str], last: int, text: str) -> bool:
    if mark.group("lead"):
        return True
    counted = _COUNTED.match(text, mark.end()) is not None
    return not counted and first.group("bare") is not None and int(mark.group("bare")) > last
