"""The catchword: the first words of a page, at the foot of the one before (`/ดังนั้น ...`)."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.formats.words import pieces

_MOST = 12  # letters; the first word stays whole even if it has more
_WIDEST = 16  # em, of an address without a space


def catchword(text: str) -> str:
    """Return the catchword of a page that begins with a text; of one without words: nothing."""
    return catchword_of(pieces(text, _WIDEST))


def catchword_of(words: Sequence[str]) -> str:
    """Return the catchword of a page that begins with the pieces of a text."""
    taken = ""
    for word in words:
        if taken and (word == "\n" or len((taken + word).strip()) > _MOST):
            break
        taken = (taken + word).lstrip()
    return f"/{taken.strip()} ..." if taken.strip() else ""
