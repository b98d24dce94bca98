"""Tables on a screen, with Thai marks taking no width of their own."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Return how many columns a text takes: vowels and tones above and below take none."""
    return sum(unicodedata.category(letter) not in {"Mn", "Me", "Cf"} for letter in text)


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Fill a text up to so many columns, at its right or (`right`) at its left."""
    filler = " " * max(columns - width(text), 0)
    return filler + text if right else text + filler


def table(rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> str:
    """Lay rows out in columns, two spaces apart; the columns in `numbers` stand to the right."""
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            padded(cell, widths[n], right=n in numbers) for n, cell in enumerate(row)
        ).rstrip()
        for row in rows
    )
    return "\n".join(lines)
