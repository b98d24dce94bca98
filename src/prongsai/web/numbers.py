"""Whole numbers as forms of our own send them: of a row, of results."""

from __future__ import annotations

_MOST_FIGURES = 9  # Python refuses to read thousands of them, and no number of ours has more


def whole_number(text: str | None) -> int | None:
    """Return the number that a text is; None where it is none, or longer than any of ours."""
    if not text or not text.isdecimal() or len(text) > _MOST_FIGURES:
        return None
    return int(text)
