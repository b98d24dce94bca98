"""The results of somebody's file are read in a process of its own, and its answer is checked."""

from __future__ import annotations

import json
from dataclasses import replace

from prongsai.core.errors import Refusal
from prongsai.formats.apart_answer import read_answer
from prongsai.formats.apart_process import answer_apart
from prongsai.formats.plain_data import from_plain
from prongsai.formats.read_apart import BOUNDS
from prongsai.formats.results.found import Found

_START = "from prongsai.formats.results.child import main\nmain()"


def found_apart(data: bytes, edition: str, seconds: int = BOUNDS.seconds) -> Found:
    """Read what a file says of results, in a process with limits. `edition`: by `edition_text`.

    :raises TooSlow: it takes longer than it is given here.
    :raises Refusal: it is of a kind that is not read, damaged, or has nothing of results.
    """
    bounds = replace(BOUNDS, seconds=seconds)
    said = answer_apart(edition.encode() + b"\n" + data, _START, bounds)
    head, line, body = said.partition(b"\n")
    if not line or head:
        read_answer(said)  # raises the refusal that was answered
    return _found(body)


def _found(body: bytes) -> Found:
    try:
        return from_plain(Found, json.loads(body.decode()))
    except (Refusal, ValueError, RecursionError):
        read_answer(b"")  # what is none of ours is refused there
        raise
