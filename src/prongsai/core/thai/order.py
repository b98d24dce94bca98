"""The order of a Thai dictionary, for names as well as for words."""

from __future__ import annotations

import re

from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.text import normalise

# As the dictionary of the Royal Society has its words: consonants before vowels, each in the order
# in which Unicode has them too. A vowel that is written before its consonant counts behind it.
_WRITTEN_BEFORE = re.compile("([เ-ไ])([ก-ฮ])")
# Tone marks, what shortens or silences, ๆ and ฯ: they part only what is the same without them.
_PASSED_OVER = re.compile("[\u0e2f\u0e3a\u0e46-\u0e4e]")
_END = "\0"  # below every letter, so that the shorter text stands first


def dictionary_key(text: str) -> bytes:
    """Return what sorts a text as a Thai dictionary does; digits and Latin letters stand first.

    Thai digits count as Arabic ones and capitals as small letters; only the same text has the same
    key. Bytes, since every database compares them alike, whatever it thinks of languages.
    """
    written = normalise(text)
    letters = _PASSED_OVER.sub("", to_arabic_digits(written).lower())
    return (_WRITTEN_BEFORE.sub(r"\2\1", letters) + _END + written).encode()
