"""Lists of codes inside a text: `i19 และข้อ i20`, `o39 - o41`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.readings.understand.frame import Frame, Guess

CODE = r"(?<![A-Za-z0-9])(?<![0-9]\.)(?:[ieo]\s?[0-9]{1,3}|0[0-9]{1,2})(?![0-9])"
"""A code with its letter, or a zero for the letter o, in Arabic digits; not the 05 of 90.05."""

CODES = rf"{CODE}(?:\s*(?:และ|หรือ|,|ถึง|-|–)\s*(?:ข้อ\s*)?{CODE})*"
"""Several of them."""

_EACH = re.compile(rf"(?:(?P<to>ถึง|-|–)\s*(?:ข้อ\s*)?)?(?P<code>{CODE})", re.IGNORECASE)
_MOST = 20  # items from … to …; more is a slip


def codes_in(text: str, frame: Frame) -> list[Guess]:
    """Return the codes that a text in Arabic digits lists, with those between `from` and `to`."""
    found: list[Guess] = []
    for each in _EACH.finditer(text):
        guess = frame.item(each.group("code"))
        if guess is None:
            continue
        if each.group("to") and found:
            found.extend(_between(found[-1].code, guess.code, frame))
        found.append(guess)
    return found


def _between(first: str, last: str, frame: Frame) -> Iterator[Guess]:
    """Yield the codes between two of one instrument."""
    numbers = range(int(first[1:]) + 1, int(last[1:]))
    if first[0] == last[0] and len(numbers) <= _MOST:
        guesses = (frame.item(f"{first[0]}{number}") for number in numbers)
        yield from (guess for guess in guesses if guess is not None)
