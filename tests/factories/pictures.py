"""Pictures as PNG, right ones and ones that only say how large they are."""

from __future__ import annotations

import struct
from io import BytesIO
from zlib import compress, crc32

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, content: bytes) -> bytes:
    """Make a piece of a PNG with its right checksum."""
    return (
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc32(kind + content))
    )


def png(width: int, height: int, *more: bytes) -> bytes:
    """Make a black PNG, packed as small as it gets, with more chunks."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    dots = chunk(b"IDAT", compress(bytes((width + 1) * height)))
    return _SIGNATURE + head + b"".join(more) + dots + chunk(b"IEND", b"")


def without_dots(width: int, height: int) -> bytes:
    """Make a PNG that says its size and has no dots."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return _SIGNATURE + head + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """Make a JPEG that carries a comment."""
    file = BytesIO()
    Image.new("RGB", (width, height), "red").save(file, "JPEG", comment=b"secret")
    return file.getvalue()
