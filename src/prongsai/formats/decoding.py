"""Bytes of a text in the encodings that Thai offices use."""

from __future__ import annotations

import codecs
import re

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say

UNWRITTEN = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# A Thai mark stands on a Thai letter. In a Latin text read as Thai, accents become marks on Latin
# letters: so the code page is told apart, for both are valid bytes.
MARK_ON_NOTHING = re.compile("(?<![\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")

_MEGABYTE = 1_000_000
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, most: int) -> str:
    """Read at most `most` bytes of UTF-8, of UTF-16 with its mark, or of Windows-874.

    :raises Refusal: for more bytes, or some that are no text in any of them.
    """
    if len(data) > most:
        raise Refusal(
            say(
                "The text has %(size)s MB; at most %(most)s MB are read.",
                size=len(data) // _MEGABYTE,
                most=most // _MEGABYTE,
            ),
            fix=say("See whether this is the right file, or divide it."),
        )
    names: tuple[str, ...] = ("utf-8-sig", "cp874")
    if data.startswith(_UTF16):
        names = ("utf-16",)
    for name in names:
        try:
            text = data.decode(name)
        except UnicodeError:
            continue
        if not UNWRITTEN.search(text) and not (name == "cp874" and MARK_ON_NOTHING.search(text)):
            return text
    raise Refusal(
        say("This is not a text that can be read."),
        fix=say("Save the document as .docx, or as text in UTF-8."),
    )
