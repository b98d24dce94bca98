"""What pictures carry besides the picture, taken out of them without touching a dot.

For pictures inside other files, where writing them anew would cost sharpness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_JPEG, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_PNG = b"\x89PNG\r\n\x1a\n"
_SCAN = 0xDA
# Segments without which colours would be others: JFIF, profiles of colours, Adobe's way of them.
_KEPT_NOTES = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_NOTES = frozenset({*range(0xE0, 0xF0), 0xFE})
_MARKER = re.compile(rb"\xff[^\0\xff\xd0-\xd7]")  # that ends a scan
_PNG_NOTES = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})


def without_notes(data: bytes) -> bytes:
    """Return a JPEG or PNG without EXIF, XMP, comments and whatever stands behind its end.

    Anything else, and what is damaged, comes back as it is.
    """
    try:
        if data.startswith(_JPEG):
            return b"".join([_JPEG, *_segments(data), _JPEG_END])
        if data.startswith(_PNG):
            return b"".join([_PNG, *_chunks(data)])
    except (IndexError, ValueError):
        pass  # a damaged one shows what it shows; its reader decides
    return data


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments to keep, scans among them, up to the end."""
    place = 2
    while data[place : place + 2] != _JPEG_END:
        if data[place] != 0xFF:
            raise ValueError
        marker = data[place + 1]
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if end > len(data) or end < place + 4:
            raise ValueError
        begin, place = place, end
        if marker == _SCAN:
            found = _MARKER.search(data, end)
            if found is None:
                raise ValueError
            place = found.start()
        elif marker in _NOTES and not _is_kept(marker, data[begin + 4 : end]):
            continue
        yield data[begin:place]


def _is_kept(marker: int, content: bytes) -> bool:
    kept = _KEPT_NOTES.get(marker)
    return kept is not None and content.startswith(kept)


def _chunks(data: bytes) -> Iterator[bytes]:
    """Yield the chunks to keep, up to the end. Raises ValueError."""
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        kind = data[place + 4 : place + 8]
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if len(kind) != 4 or end > len(data):
            raise ValueError
        if kind not in _PNG_NOTES:
            yield data[place:end]
        place = end
