"""Texts as they are compared when somebody looks for something, whoever typed either of them."""

from __future__ import annotations

import re
import unicodedata

from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise

# Codes of items as people say and type them: ไอ 7, โอ 12, อี 3; not the end of a word (วิดีโอ 7).
_LETTERS = {"ไอ": "i", "อี": "e", "โอ": "o"}
_SPOKEN = re.compile(r"(?<![ก-๛A-Za-z])(ไอ|อี|โอ|[ieo])\s?(?=[0-9])", re.IGNORECASE)


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
