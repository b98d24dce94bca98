"""What stands at the top of an OLE file (MS-CFB), which old Word and Excel files are.

Only the directory and the first sector of a stream are looked at. What is odd ends the looking.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<30xH12xII4xI8xI")  # shift, FAT sectors, directory, cutoff, lists
_ENTRY = struct.Struct("<64sHBxIII36xIQ")  # name; its bytes; kind; left, right, child; start; size
_IN_HEADER = 109  # sectors of the FAT that the header names
_LIST = 76  # where it names them
_MOST_ENTRIES = 10_000
_SHIFTS = (9, 12)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    left: int
    right: int
    child: int
    start: int
    size: int


class _File:
    """The sectors of a file, and which sector follows which.

    :raises ValueError, IndexError, struct.error: for a damaged file.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._shift, fats, self._directory, self.cutoff, more = _HEADER.unpack_from(data)
        if self._shift not in _SHIFTS:
            raise ValueError
        self._per_sector: int = (1 << self._shift) // 4
        named = struct.unpack_from(f"<{_IN_HEADER}I", data, _LIST)
        self._fat = [*named[: min(fats, _IN_HEADER)]]
        while len(self._fat) < fats and len(self._fat) <= len(data) >> self._shift:
            *further, more = self._numbers(more)
            self._fat.extend(further)

    def sector(self, number: int) -> bytes:
        """Return a sector, whole."""
        start = (number + 1) << self._shift
        found = self._data[start : start + (1 << self._shift)]
        if not found:
            raise ValueError
        return found

    def entries(self) -> list[_Entry]:
        """Return the entries of the directory, the first of which is its root."""
        return [
            _Entry(
                name[: max(0, length - 2)].decode("utf-16-le", "replace"),
                *(left, right, child, start, size & 0xFFFFFFFF),
            )
            for sector in self._chain(self._directory)
            for name, length, _, left, right, child, start, size in _ENTRY.iter_unpack(sector)
        ]

    def _chain(self, number: int) -> Iterator[bytes]:
        for _ in range(_MOST_ENTRIES // 4):
            yield self.sector(number)
            number = self._next(number)
            if number >= 0xFFFFFFFA:  # the end, or no sector at all
                return

    def _next(self, number: int) -> int:
        return self._numbers(self._fat[number // self._per_sector])[number % self._per_sector]

    def _numbers(self, sector: int) -> tuple[int, ...]:
        return struct.unpack(f"<{self._per_sector}I", self.sector(sector))


def streams(data: bytes) -> dict[str, bytes]:
    """Return what stands at the top of an OLE file by its names, each with how it begins.

    Of a short stream the beginning is not known, of a damaged file nothing is.
    """
    try:
        file = _File(data)
        entries = file.entries()
        return {
            each.name: file.sector(each.start) if each.size >= file.cutoff else b""
            for each in _beside(entries, entries[0].child)
        }
    except (ValueError, IndexError, struct.error):
        return {}


def _beside(entries: list[_Entry], first: int) -> Iterator[_Entry]:
    """Yield the entries of a folder, which stand in a tree."""
    waiting, seen = [first], set()
    while waiting:
        number = waiting.pop()
        if number < len(entries) and number not in seen:
            seen.add(number)
            yield entries[number]
            waiting += (entries[number].left, entries[number].right)
