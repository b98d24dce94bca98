"""Somebody's file is read in a process of its own (`apart_process`; ADR 17, 19)."""

from __future__ import annotations

from prongsai.formats.apart_answer import MOST_MEMORY, Read, read_answer
from prongsai.formats.apart_process import Bounds, answer_apart
from prongsai.formats.old_office import is_old, made_new

BOUNDS = Bounds(seconds=60, megabytes=MOST_MEMORY, answer=32_000_000)

_START = "from prongsai.formats.apart_child import main\nmain()"


def read_apart(data: bytes) -> Read:
    """Read and understand the bytes of a document, or read a reading, in a process with limits.

    A file of an old office program is made new first, by LibreOffice under limits of its own.

    :raises Refusal: it is of a kind that is not read, damaged, or takes too much memory or time.
    """
    data = made_new(data) if is_old(data) else data
    return read_answer(answer_apart(data, _START, BOUNDS))
