"""How near two Thai spellings are."""

from __future__ import annotations

from prongsai.core.thai.text import normalise


def letters(text: str) -> str:
    """Return a text without spaces and punctuation, in small letters, to compare it by."""
    return "".join(c for c in normalise(text).casefold() if c.isalnum() or _is_mark(c))


def is_shortened(shorter: str, longer: str) -> bool:
    """Tell whether all letters of a name stand in another one, in their order."""
    rest = iter(longer)
    return all(letter in rest for letter in shorter)


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, left out or changed to make one text the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        above, row = row, [number]
        for place, against in enumerate(other):
            row.append(min(above[place] + (letter != against), above[place + 1] + 1, row[-1] + 1))
    return row[-1]


def _is_mark(letter: str) -> bool:
    return "\u0e31" <= letter <= "\u0e4e"
