"""The numbers that Word writes before paragraphs by itself: they stand in no text of the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from zipfile import ZipFile

from prongsai.core.thai.numerals import to_thai_digits
from prongsai.formats.xml_parts import elements, local

_PART = "word/numbering.xml"
_PLACE = re.compile("%([1-9])")
_DEEPEST = 9


@dataclass(slots=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    text: str = ""


class Numbers:
    """Counts the paragraphs of each list as Word does."""

    def __init__(self, levels: dict[tuple[str, str], _Level], lists: dict[str, str]) -> None:
        """Take the levels by list style and depth, and the list style of each list."""
        self._levels = levels
        self._lists = lists
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * _DEEPEST)

    def next(self, number: str, depth: str) -> str:
        """Return what stands before the next paragraph of a list: `1. `, `- `, or nothing."""
        style = self._lists.get(number, "")
        level = self._levels.get((style, depth))
        if level is None or not depth.isdecimal() or int(depth) >= _DEEPEST:
            return ""
        if level.kind == "bullet":
            return "- "
        counts = self._counts[style]
        at = int(depth)
        now = counts[at]
        counts[at] = level.start if now is None else now + 1
        counts[at + 1 :] = [None] * (_DEEPEST - at - 1)
        written = _PLACE.sub(lambda place: self._count(style, int(place.group(1)) - 1), level.text)
        return f"{written.strip()} " if written.strip() else ""

    def _count(self, style: str, at: int) -> str:
        level = self._levels.get((style, str(at)), _Level())
        now = self._counts[style][at]
        count = str(level.start if now is None else now)
        return to_thai_digits(count) if level.kind.startswith("thai") else count


def numbers_of(archive: ZipFile) -> Numbers:
    """Read how the lists of a Word file are numbered; without that part nothing is numbered."""
    if _PART not in archive.namelist():
        return Numbers({}, {})
    return _read(elements(archive, _PART))


def _read(parts: Iterable[tuple[str, dict[str, str]]]) -> Numbers:
    levels: dict[tuple[str, str], _Level] = {}
    lists: dict[str, str] = {}
    style = number = ""
    level = _Level()
    for name, attributes in parts:
        values = {local(key): value for key, value in attributes.items()}
        value = values.get("val", "")
        if name == "abstractNum":
            style, number = values.get("abstractNumId", ""), ""
        elif name == "num":
            number = values.get("numId", "")
        elif name == "abstractNumId":
            lists[number] = value
        elif name == "lvl" and not number:
            level = levels[style, values.get("ilvl", "")] = _Level()
        else:
            _set(level, name, value)
    return Numbers(levels, lists)


def _set(level: _Level, name: str, value: str) -> None:
    if name == "start":
        level.start = int(value)
    elif name == "numFmt":
        level.kind = value
    elif name == "lvlText":
        level.text = value
