"""What is alike in all packed files: what a damaged one raises, how their parts are packed."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

DAMAGE = (
    ArithmeticError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
    expat.ExpatError,
    struct.error,
    zlib.error,
)
"""What zipfile, zlib, expat and numbers raise when a file is damaged, or made to look so."""


_MOST_ENTRIES = 10_000  # of a directory: twice as many parts as anything here may have
_ENTRY = b"PK\x01\x02"  # with which each of them begins


def unpacked(data: bytes) -> ZipFile:
    """Open a packed file that stands in memory.

    :raises BadZipFile: it is none, or its directory alone would take more memory than the rest.
    """
    if data.count(_ENTRY) > _MOST_ENTRIES:  # zipfile makes an object of each before it can be asked
        raise BadZipFile
    return ZipFile(BytesIO(data))


def check_packing(archive: ZipFile) -> None:
    """Look at how the parts are packed: no office program packs them in another way.

    :raises BadZipFile: for a way that zipfile unpacks without a bound.
    """
    if any(part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in archive.infolist()):
        raise BadZipFile
