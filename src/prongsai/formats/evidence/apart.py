"""Somebody's file is cleaned and shown in a process of its own, and its answer is checked."""

from __future__ import annotations

import json
from typing import NoReturn

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.apart_answer import read_answer
from prongsai.formats.apart_process import Bounds, answer_apart
from prongsai.formats.evidence.child import MOST_MEMORY
from prongsai.formats.evidence.clean import Clean
from prongsai.formats.evidence.kinds import Kind, TakenOut

_START = "from prongsai.formats.evidence import child\nchild.main(child.%s)"
_CLEANING_SECONDS = 60
_SHOWING_SECONDS = 20
_MOST_SHOWN = 20_000_000  # bytes of a picture of a page
_GROWS = 2  # a file written anew may be larger
_PNG = b"\x89PNG\r\n\x1a\n"


def clean_apart(data: bytes) -> Clean:
    """Return a file as it may be kept.

    :raises Refusal: it is of a kind that is not kept, damaged, made to harm, or takes too much.
    """
    most = _GROWS * len(data) + 1_000_000
    bounds = Bounds(seconds=_CLEANING_SECONDS, megabytes=MOST_MEMORY, answer=most)
    head, kept = _parts(answer_apart(data, _START % "cleaned", bounds))
    try:
        told = json.loads(head)
        return Clean(
            kind=Kind(told["kind"]), taken_out=tuple(map(TakenOut, told["taken_out"])), data=kept
        )
    except (ValueError, LookupError, TypeError, RecursionError):
        _refuse()


def first_page_apart(data: bytes) -> bytes:
    """Draw the first page of a PDF as PNG.

    :raises Refusal: it cannot be drawn, or takes too much.
    """
    bounds = Bounds(seconds=_SHOWING_SECONDS, megabytes=MOST_MEMORY, answer=_MOST_SHOWN)
    _, picture = _parts(answer_apart(data, _START % "shown", bounds))
    if not picture.startswith(_PNG):
        _refuse()
    return picture


def _parts(said: bytes) -> tuple[bytes, bytes]:
    head, line, body = said.partition(b"\n")
    if not line:
        read_answer(said)  # raises the refusal that was answered
        _refuse()
    return head, body


def _refuse() -> NoReturn:
    raise Refusal(
        say("The file is damaged, or made to stop who reads it."),
        fix=say("Open it in the program that it was made with and save it anew."),
    )
