"""What stands above and below the text of a letter: its number and day, the office, the subject.

Letters are memos, orders, announcements and letters to others. The labels are those of the
official forms; a row of dots is a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from prongsai.core.readings.model import Said
from prongsai.core.readings.source import Source
from prongsai.core.readings.understand.lines import Line, lines_of, without_leaders
from prongsai.core.readings.understand.lists import loose
from prongsai.core.readings.understand.numbers_of_letters import is_number, number_said
from prongsai.core.readings.understand.offices import office_said
from prongsai.core.thai.dates_in_text import days_in

_HEAD = 40  # lines within which a head ends
_TITLE_WITHIN = 6  # lines
_MOST = 4  # lines of a field
_LONGEST = 250  # letters of a line that goes on with a field
_SHORT = 60  # letters of a line with a day; a longer one tells what was done on it
_WORDS = {
    "unit": ("ส่วนราชการ", "ส่วนงาน"),
    "dated": ("ณวันที่", "วันที่"),
    "number": ("ที่",),
    "subject": ("เรื่อง",),
    "to": ("กราบเรียน", "เรียน"),
    "other": ("อ้างถึง", "สิ่งที่ส่งมาด้วย", "จึงเรียน"),
}
_LABEL = re.compile(
    "|".join(rf"(?P<{name}>{'|'.join(map(loose, words))})" for name, words in _WORDS.items())
)
_APART = re.compile(r"\s*:?\s*")
_TITLES = ("บันทึกข้อความ", "คำสั่ง", "ประกาศ", "เอกสารประกอบการประชุม")
_TITLE = re.compile(rf"{'|'.join(map(loose, _TITLES))}|{loose('ส่วนราชการ')}(?=[\s.:…]|$)")
_AS_OF = re.compile("ณ")
_BODY = re.compile(
    "ตามที่|ด้วย|อาศัย|เพื่อ|โดยที่|เนื่องจาก|ดังนั้น|ทั้งนี้|ตามมติ|ตามหนังสือ|[-—–=*_]{3,}|[0-9๐-๙]+[.)]"
)
# Several fields on one line: ที่ … วันที่ …, คำสั่ง… ที่ … เรื่อง …
_NEXT_FIELD = re.compile(r"\s*(?=วันที่)|\s(?=ที่\s?[^\s/]+(?:\s?[^\s/]+)?\s?/)|\s(?=เรื่อง\s)")
_CLOSING = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้|ออกให้)\s*ณ\s*(วันที่.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead:
    """What a letter says besides its text; None where it says nothing."""

    number: Said[str] | None = None
    dated: Said[date] | None = None
    unit: Said[str] | None = None
    subject: Said[str] | None = None
    to: Said[str] | None = None


@dataclass(slots=True, kw_only=True)
class _Field:
    """A field with what is written behind its label, line by line."""

    name: str
    line: Line
    written: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join(filter(None, self.written))

    @property
    def value(self) -> str:
        """Return what is written on the dots."""
        return without_leaders(self.words)


def letter_head_of(source: Source) -> LetterHead:
    """Return what the head of a letter says, and the day that stands at the end of an order."""
    lines = list(lines_of(source))
    fields: dict[str, _Field] = {}
    for each in _fields(lines[:_HEAD]):
        if each.value:
            fields.setdefault(each.name, each)
    if not _is_letter(lines) and "to" not in fields:
        return LetterHead()
    number, unit = fields.get("number"), fields.get("unit")
    return LetterHead(
        number=number_said(number.words, number.line.place) if number else None,
        dated=_day(fields.get("dated")) or _day(_closing(lines)),
        unit=office_said(unit.value, unit.line.place, lines) if unit else None,
        subject=_text(fields.get("subject")),
        to=_text(fields.get("to")),
    )


def _text(found: _Field | None) -> Said[str] | None:
    return Said(value=found.value, words=found.words, place=found.line.place) if found else None


def _day(found: _Field | None) -> Said[date] | None:
    """Return the day of a field; None for a blank, or one that no calendar has."""
    if found is None:
        return None
    value = found.value[:_LONGEST]
    day = next(days_in(value), None)
    if day is None:
        return None
    words = value[day.start : day.end]
    return Said(value=day.value, words=words, place=found.line.place)


def _closing(lines: Sequence[Line]) -> _Field | None:
    """Return the day below the text of an order: สั่ง ณ วันที่ …"""
    for line, following in zip_longest(lines, lines[1:]):
        if found := _CLOSING.match(line.text):
            made = _Field(name="dated", line=line, written=[found.group(1)])
            if following is not None and _goes_on(made, following):
                made.written.append(following.text)
            return made
    return None


def _is_letter(lines: Sequence[Line]) -> bool:
    return any(_TITLE.match(line.text) for line in lines[:_TITLE_WITHIN])


def _fields(lines: Sequence[Line]) -> Iterator[_Field]:
    """Yield the fields of a head, up to whom the letter is for."""
    is_letter = _is_letter(lines)
    last: _Field | None = None
    for line in _apart(lines):
        begun = _begun(line, is_letter=is_letter)
        if begun is None and last is not None and _goes_on(last, line):
            last.written.append(line.text)
            continue
        if last is not None:
            yield last
            if last.name == "to":
                return
        last = begun
    if last is not None:
        yield last


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, one that holds several fields as several."""
    for line in lines:
        label = _LABEL.match(line.text)
        if _TITLE.match(line.text) or (label and label.lastgroup == "number"):
            for text in filter(None, _NEXT_FIELD.split(line.text)):
                yield Line(text=text, place=line.place, block=line.block)
        else:
            yield line


def _begun(line: Line, *, is_letter: bool) -> _Field | None:
    """Return the field that begins with a line; a day by itself is one."""
    label = _LABEL.match(line.text)
    if label is None or label.lastgroup is None:
        return _Field(name="dated", line=line, written=[line.text]) if _is_day(line.text) else None
    rest = line.text[label.end() :]
    is_apart = not rest or rest[0] in " :.…"
    fits = {
        "number": is_number(rest),
        "dated": len(line.text) <= _SHORT or _AS_OF.match(line.text) is not None,
        "subject": is_letter or (is_apart and bool(rest.strip(" :"))),
    }
    if not fits.get(label.lastgroup, is_apart or is_letter):
        return None
    behind = _APART.sub("", rest, count=1)
    return _Field(name=label.lastgroup, line=line, written=[behind])


def _is_day(text: str) -> bool:
    is_short = len(text) <= _SHORT
    return is_short and any(day.start == 0 and day.end == len(text) for day in days_in(text))


def _goes_on(last: _Field, line: Line) -> bool:
    """Tell whether a line without a label of its own is of the field before it."""
    if len(line.text) > _LONGEST or _BODY.match(line.text) or _TITLE.match(line.text):
        return False
    if last.name == "number":
        return not last.words and is_number(line.text)
    if not last.words:
        return True
    if last.name == "dated":
        return not _holds_day(last.words) and _holds_day(f"{last.words} {line.text}")
    return (
        last.name in {"unit", "subject"}
        and last.line.block == line.block
        and len(last.written) < _MOST
    )


def _holds_day(text: str) -> bool:
    return next(days_in(without_leaders(text)), None) is not None
