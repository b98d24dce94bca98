"""OLE files made for tests, after MS-CFB: a directory, and streams of a sector and more."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_NONE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_CUTOFF = 4096


def ole_file(streams: Mapping[str, bytes], below: str = "", *, more_lists: bool = False) -> bytes:
    """Make a file with streams at its top, in their order; `below` stands in a folder.

    With `more_lists` its last list of sectors is named as in files of more than 7 MB.
    """
    names = [*streams, *([f"Folder of {below}", below] if below else [])]
    directory = -(-(len(names) + 1) // 4)
    first = 1 + directory
    count = len(streams) + (below != "")
    entries = [_entry("Root Entry", child=1)]
    place = first
    for number, name in enumerate(names, start=1):
        is_folder = number == count and below != ""
        is_below = number > count
        entries.append(
            _entry(
                name,
                right=number + 1 if number < count else _NONE,
                child=number + 1 if is_folder else _NONE,
                start=place,
                size=0 if is_folder or is_below else _CUTOFF,
            )
        )
        place += 0 if is_folder or is_below else _CUTOFF // _SECTOR
    chains = [_END, *range(2, first), _END]
    for number in range(len(streams)):
        begin = first + number * _CUTOFF // _SECTOR
        chains += [*range(begin + 1, begin + _CUTOFF // _SECTOR), _END]
    content = b"".join(text.ljust(_CUTOFF, b"\0") for text in streams.values())
    fat = struct.pack("<128I", *(chains + [_NONE] * 128)[:128])
    body = fat + b"".join(entries).ljust(directory * _SECTOR, b"\0") + content
    if not more_lists:
        return _header(fats=1, named=[0]) + body
    last = len(body) // _SECTOR
    further = struct.pack("<128I", 0, *[_NONE] * 126, _END)
    return _header(fats=110, named=[0] * 109, more=last) + body + further


def _header(fats: int, named: list[int], more: int = _END) -> bytes:
    lists = struct.pack("<109I", *(named + [_NONE] * 109)[:109])
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    sizes = struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    counts = struct.pack("<9I", 0, fats, 1, 0, _CUTOFF, _END, 0, more, 0)
    return start + sizes + counts + lists


def _entry(
    name: str, *, right: int = _NONE, child: int = _NONE, start: int = 0, size: int = 0
) -> bytes:
    written = name.encode("utf-16-le")
    length = len(written) + 2
    links = struct.pack("<HBB3I", length, 2 if size else 1, 1, _NONE, right, child)
    return written.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)
