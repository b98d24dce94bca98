"""Where words stand in a text, and the pieces that a text falls into when they are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from itertools import pairwise
from string import ascii_uppercase

from prongsai.core.thai.numerals import to_arabic_digits

_ALIKE = {ord(letter): letter.lower() for letter in ascii_uppercase} | {ord("0"): "o"}
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


class Searched:
    """A text in which words are sought, again and again."""

    def __init__(self, text: str) -> None:
        """Take the text; what is needed to seek in it loosely is made when first needed."""
        self.text = text

    def exactly(self, words: str, after: int = 0) -> tuple[int, int] | None:
        """Return where words stand as they are, the first time behind `after`."""
        found = self.text.find(words, after)
        return None if found < 0 else (found, found + len(words))

    def loosely(self, words: str) -> tuple[int, int] | None:
        """Return where words stand first, if spaces lie otherwise or a code is read of them."""
        wanted = _plain(words)
        found = self._plain.find(wanted) if wanted and len(self.text) <= _LONGEST else -1
        if found < 0:
            return None
        return self._places[found], self._places[found + len(wanted) - 1] + 1

    def is_part_of(self, words: str) -> bool:
        """Tell whether the whole text is a part of words that were read of several texts."""
        return bool(self._plain) and len(self.text) <= len(words) and self._plain in _plain(words)

    @cached_property
    def _plain(self) -> str:
        return _plain(self.text)

    @cached_property
    def _places(self) -> list[int]:
        return [place for place, letter in enumerate(self.text) if not letter.isspace()]


@dataclass(slots=True)
class Reader:
    """Seeks words in texts one after the other, the same words each time behind the last time."""

    texts: Sequence[Searched]
    last: dict[str, tuple[int, int]] = field(default_factory=dict)

    def find(self, words: str) -> tuple[int, tuple[int, int]] | None:
        """Return the number of the text in which words stand, and from where to where."""
        if not words.strip():
            return None
        found = self._behind(words, *self.last.get(words, (0, 0))) or self._behind(words, 0, 0)
        if found is not None:
            self.last[words] = found[0], found[1][1]
            return found
        loose = ((n, place) for n, text in enumerate(self.texts) if (place := text.loosely(words)))
        return next(loose, None)

    def _behind(self, words: str, number: int, after: int) -> tuple[int, tuple[int, int]] | None:
        for n in range(number, len(self.texts)):
            place = self.texts[n].exactly(words, after if n == number else 0)
            if place is not None:
                return n, place
        return None


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
