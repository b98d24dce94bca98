"""Texts as they are compared when somebody looks for something, whoever typed either of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise

# Codes of items as people say and type them: ไอ 7, โอ 12, อี 3; not the end of a word (วิดีโอ 7).
_LETTERS = {"ไอ": "i", "อี": "e", "โอ": "o"}
_SPOKEN = re.compile(r"(?<![ก-๛A-Za-z])(ไอ|อี|โอ|[ieo])\s?(?=[0-9])", re.IGNORECASE)

# A letter with all that stands on it and below it: what is marked must not cut them apart.
_PIECE = re.compile(
    "\u0e40\u0e40|.(?:[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f\u200b]|(?<=\u0e4d)\u0e32"
    "|(?<=\u0e4d[\u0e48-\u0e4b])\u0e32)*",
    re.DOTALL,
)
Run = tuple[str, bool]


def folded(text: str) -> str:
    """Return a text as it is compared: one spelling, Arabic digits, small letters, no spaces."""
    # Marks that a space held apart come together, and stand in their order then.
    joined = "".join(to_arabic_digits(normalise(text)).lower().split())
    return unicodedata.normalize("NFC", joined)


def words_sought(text: str) -> tuple[str, ...]:
    """Return the words that somebody looks for, each folded and once: `ไอ ๗ ปี ๖๗` -> i7, ปี, 67."""
    written = to_arabic_digits(normalise(text))
    codes = _SPOKEN.sub(lambda found: _LETTERS.get(found[1], found[1]), written)
    return tuple(dict.fromkeys(filter(None, map(folded, codes.split()))))


def marked(text: str, words: Iterable[str]) -> tuple[Run, ...]:
    """Return a text in runs, each with whether it holds one of some words as they are sought.

    The runs together are the text. Nothing is marked where folding would join its pieces.
    """
    pieces = _PIECE.findall(text)
    shapes = [folded(piece) for piece in pieces]
    whole = "".join(shapes)
    sought = _sought(words)
    if not pieces or sought is None or whole != folded(text):
        return ((text, False),) if text else ()
    hits = [False] * len(pieces)
    of_letter = [number for number, shape in enumerate(shapes) for _letter in shape]
    for hit in sought.finditer(whole):
        for number in range(of_letter[hit.start()], of_letter[hit.end() - 1] + 1):
            hits[number] = True
    runs = groupby(zip(pieces, hits, strict=True), key=itemgetter(1))
    return tuple(("".join(piece for piece, _hit in run), is_hit) for is_hit, run in runs)


def _sought(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds one of some words, the longest first, or None where there is none."""
    ordered = sorted(filter(None, words), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None
