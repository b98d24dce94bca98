"""The process that reads one file apart (`read_apart`): bytes come in, JSON goes out, and it ends.

It walls itself in before it looks at a byte, and before anything that reads is imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import BinaryIO

from prongsai.core.errors import Refusal
from prongsai.formats.apart_answer import MOST_MEMORY, NO_MEMORY, Read, write_read, write_refusal
from prongsai.formats.limits import limit

_MEGABYTE = 1_000_000

# RLIMIT_DATA counts what is written to; libraries that are only mapped are left out, so it can
# stand near what the process may really take. RLIMIT_AS is for systems that do not count so.
LIMITS = {
    "RLIMIT_DATA": MOST_MEMORY * _MEGABYTE,
    "RLIMIT_AS": 1_000 * _MEGABYTE,
    "RLIMIT_STACK": 8 * _MEGABYTE,
    "RLIMIT_CPU": 60,
    "RLIMIT_FSIZE": 0,
    "RLIMIT_NPROC": 0,
    "RLIMIT_NOFILE": 64,
    "RLIMIT_CORE": 0,
}
# What Python tells before it does it ("audit events"). To look at folders, importing needs.
_FORBIDDEN = ("socket.", "subprocess.", "os.", "shutil.", "tempfile.", "webbrowser.")
_ALLOWED = frozenset({"os.listdir", "os.scandir", "os.add_dll_directory"})
_WRITING = os.O_WRONLY | os.O_RDWR


def main() -> None:
    """Read standard input, answer on standard output."""
    answer_walled_in(answered, LIMITS)


def answer_walled_in(answer: Callable[[BinaryIO], bytes], limits: Mapping[str, int]) -> None:
    """Wall this process in, answer standard input on standard output, and end the process."""
    limit(limits)
    sys.addaudithook(forbid)
    try:
        sys.stdout.buffer.write(answer(sys.stdin.buffer))
        sys.stdout.buffer.flush()
    except MemoryError:
        os._exit(NO_MEMORY)
    # Nothing is left to do: Python need not free the objects one by one.
    os._exit(0)


def answered(file: BinaryIO) -> bytes:
    """Return the answer to a file, as JSON."""
    try:
        return write_read(_read(file.read()))
    except Refusal as refusal:
        return write_refusal(refusal)


def _read(data: bytes) -> Read:
    from prongsai.formats.reading_file import is_reading, read_reading  # noqa: PLC0415 -- slow import

    if is_reading(data):
        return Read(reading=read_reading(data))
    from prongsai.formats.readers import source_in  # noqa: PLC0415 -- slow import

    source = source_in(data)
    # A file that is refused needs nothing of what understands one.
    from prongsai.core.readings.understand import understand  # noqa: PLC0415 -- slow import
    from prongsai.formats.edition_years import editions_by_year  # noqa: PLC0415 -- slow import

    return Read(source=source, reading=understand(source, editions_by_year()))


def forbid(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse to write, to connect, to start a program; so no reader can, whatever a file asks.

    :raises PermissionError: for what reading a file never needs.
    """
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
    if writes or (event.startswith(_FORBIDDEN) and event not in _ALLOWED):
        raise PermissionError(event)
