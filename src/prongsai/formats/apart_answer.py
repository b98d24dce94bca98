"""What a process that reads apart answers: what was read, or a refusal, as JSON.

Never as a pickle: the process has read bytes that anybody may have made, and whoever unpickles runs
what stands there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NoReturn

from prongsai.core.errors import Refusal, Refusals
from prongsai.core.readings.model import Reading
from prongsai.core.readings.source import Source
from prongsai.core.sentences import Sentence, say
from prongsai.formats.plain_data import as_plain, from_plain

MOST_MEMORY = 225  # MB that the process may write to; the libraries it loads come on top
NO_MEMORY = 3  # the exit code of a process that had too little memory


@dataclass(frozen=True, slots=True, kw_only=True)
class _Refused:
    what: Sentence
    fix: Sentence | None = None
    where: tuple[Sentence | str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document as it stands in its file, and what it says; of a reading, only what it says."""

    source: Source = field(default_factory=Source)
    reading: Reading = field(default_factory=Reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    read: Read | None = None
    refused: tuple[_Refused, ...] = ()


def write_read(read: Read) -> bytes:
    """Write the answer of a file that was read."""
    return _written(_Answer(read=read))


def write_refusal(refusal: Refusal) -> bytes:
    """Write the answer of a file that was refused."""
    parts = refusal.parts if isinstance(refusal, Refusals) else (refusal,)
    refused = (_Refused(what=each.what, fix=each.fix, where=each.where) for each in parts)
    return _written(_Answer(refused=tuple(refused)))


def read_answer(data: bytes) -> Read:
    """Return what was read, of an answer.

    :raises Refusal: the one that was answered, or for an answer that is none of ours.
    """
    answer = _answer(data)
    if answer.read is not None and not answer.refused:
        return answer.read
    refusals = [Refusal(each.what, fix=each.fix, where=each.where) for each in answer.refused]
    if not refusals:
        _refuse()
    raise refusals[0] if len(refusals) == 1 else Refusals(refusals)


def _written(answer: _Answer) -> bytes:
    return json.dumps(as_plain(answer), ensure_ascii=False, separators=(",", ":")).encode()


def _answer(data: bytes) -> _Answer:
    try:
        return from_plain(_Answer, json.loads(data.decode()))
    except (Refusal, ValueError, RecursionError):
        _refuse()


def _refuse() -> NoReturn:
    raise Refusal(
        say("What was read of the file is not a text that can be used."),
        fix=say("Open it in the program that it was made with and save it anew."),
    ) from None
