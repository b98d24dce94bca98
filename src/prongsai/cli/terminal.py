"""Terminals that cannot show every letter, and outputs that end before we do."""

from __future__ import annotations

import codecs
import sys
from io import TextIOWrapper

NEAREST = {"×": "x", "–": "-", "→": "->", "≥": ">=", "“": '"', "”": '"', "›": ">", "…": "..."}
_HANDLER = "prongsai-nearest"


def prepare() -> None:
    """Show the nearest sign where a terminal has no such letter, and never stop because of it."""
    codecs.register_error(_HANDLER, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and codecs.lookup(stream.encoding).name != "utf-8":
            stream.reconfigure(errors=_HANDLER)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(NEAREST.get(letter, "?") for letter in letters), error.end
