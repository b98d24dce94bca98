"""Read a file that a person named, as far as it is not too large."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say
from prongsai.formats.os_reasons import reason

LARGEST_DOCUMENT = 50_000_000  # bytes; pictures may take most of them

_ANOTHER_FILE = say("See whether this is the right file, or divide it.")


def read_at_most(path: Path, most: int) -> bytes:
    """Read a file, of a larger one no more than `most` bytes and one.

    :raises Refusal: it is not there, may not be opened, or is a device or a pipe.
    """
    if "\0" in str(path):
        raise Refusal(say("There is no such file."), fix=say("Check the name and the folder."))
    try:
        with open(path, "rb", opener=_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise _no_file(path)
            return file.read(most + 1)
    except OSError as error:
        raise cannot_be_read(error).within(path.name) from error


def check_size(data: bytes, most: int, fix: Sentence = _ANOTHER_FILE) -> None:
    """Refuse bytes that are more than `most`.

    :raises Refusal: they are.
    """
    if len(data) > most:
        raise Refusal(say("The file is larger than %(size)s bytes.", size=most), fix=fix)


def cannot_be_read(error: OSError) -> Refusal:
    """Refuse a file that the operating system does not open."""
    return Refusal(
        say("The file cannot be read (%(reason)s).", reason=reason(error)),
        fix=say("Check its name and that you may open it."),
    )


def _at_once(path: str, flags: int) -> int:
    """Open without waiting: a pipe that nobody writes to would let us wait for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _no_file(path: Path) -> Refusal:
    return Refusal(
        say("This is a device or a pipe, not a file."),
        fix=say("Name a file, or hand it over through standard input (-) where that is taken."),
        where=(path.name,),
    )
