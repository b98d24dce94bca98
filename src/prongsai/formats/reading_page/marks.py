"""Where words stand in a text, and the pieces that a text falls into when they are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from prongsai.core.readings.corrections.model import flat
from prongsai.core.thai.numerals import to_arabic_digits

_ALIKE = {**{ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}, ord("0"): "o", ord("O"): "o"}
_LONGEST = 200_000  # letters of a text in which words are also sought that lie otherwise


class Mark(IntEnum):
    """How a value is marked, the gravest last."""

    SURE = 0
    LIKELY = 1
    ASK = 2
    WRONG = 3  # the checks say so


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where the words of a value stand, and its number."""

    start: int
    end: int
    value: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that all of the same spans cover.

    `mark` is None where there is none; else `value` is one of the gravest. `begins`: the values
    whose words begin here. `ends`: whether the gravest words end here.
    """

    text: str
    mark: Mark | None = None
    value: int = 0
    begins: tuple[int, ...] = ()
    ends: bool = False


def find(text: str, words: str, after: int = 0) -> tuple[int, int] | None:
    """Return where words stand in a text, first behind `after`; spaces may lie otherwise."""
    if not words.strip():
        return None
    for start in dict.fromkeys((after, 0)):
        if (found := text.find(words, start)) >= 0:
            return found, found + len(words)
    return _find_loosely(text, words) if len(text) <= _LONGEST else None


def _find_loosely(text: str, words: str) -> tuple[int, int] | None:
    if flat(text) == flat(words):
        return 0, len(text)
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    wanted = _plain(words)
    found = _plain(text).find(wanted)
    return (places[found], places[found + len(wanted) - 1] + 1) if found >= 0 else None


def _plain(text: str) -> str:
    """Return a text without spaces, letter by letter as a code may be read: ๐๔0, O40 and o40."""
    return to_arabic_digits("".join(text.split())).translate(_ALIKE)


def pieces(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """Yield a text piece by piece; joined they are the text again."""
    spans = list(spans)
    begins: dict[int, list[Span]] = {}
    ends: dict[int, list[Span]] = {}
    for span in spans:
        begins.setdefault(span.start, []).append(span)
        ends.setdefault(span.end, []).append(span)
    edges = sorted({0, len(text), *begins, *ends})
    open_: dict[Mark, dict[int, None]] = {mark: {} for mark in sorted(Mark, reverse=True)}
    for start, end in pairwise(edges):
        for span in ends.get(start, ()):
            del open_[span.mark][span.value]
        for span in begins.get(start, ()):
            open_[span.mark][span.value] = None
        yield _piece(text[start:end], open_, begins.get(start, ()), ends.get(end, ()))


def _piece(
    text: str, open_: dict[Mark, dict[int, None]], begins: Iterable[Span], ends: Iterable[Span]
) -> Piece:
    mark = next((mark for mark, values in open_.items() if values), None)
    if mark is None:
        return Piece(text)
    return Piece(
        text,
        mark,
        next(reversed(open_[mark])),
        tuple(span.value for span in begins),
        any(span.mark is mark for span in ends),
    )
