"""Known words that a scanner or a typist spelled a little wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from prongsai.core.thai.spelling import distance

_ANY = "[ก-๎A-Za-z]"


def nearly(word: str) -> str:
    """Return a pattern for a word with spaces anywhere, and with one letter more, less or other."""
    spelled = word.replace(" ", "")
    heads = [_spaced(spelled[:place]) for place in range(len(spelled) + 1)]
    tails = [_spaced(spelled[place:]) for place in range(len(spelled) + 1)]
    gap = r"\s*"
    other = [
        gap.join(filter(None, (heads[n], f"{_ANY}?", tails[n + 1]))) for n in range(len(spelled))
    ]
    more = [gap.join((heads[n], _ANY, tails[n])) for n in range(1, len(spelled))]
    return f"(?:{'|'.join((heads[-1], *other, *more))})"


def nearest(written: str, known: Collection[str], most: int) -> str:
    """Return the one known word that is nearest within `most` letters, "" for none or several."""
    if written in known:
        return written
    spelled = frozenset(written)
    close = (
        word
        for word in known
        # An edit changes the length by one at most, and the letters by two.
        if abs(len(word) - len(written)) <= most
        and len(spelled.symmetric_difference(word)) <= 2 * most
    )
    far = {word: distance(written, word) for word in close}
    best = min(far.values(), default=most + 1)
    found = [word for word, letters in far.items() if letters == best]
    return found[0] if best <= most and len(found) == 1 else ""


def find_near(words: str, text: str, most: int) -> tuple[int, int] | None:
    """Return where a text has words in it but for `most` letters and any spaces, the nearest place.

    The end stands behind the last letter of the words.
    """
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    wanted = words.replace(" ", "")
    if not _has_a_part(wanted, "".join(text.split()), most + 1):
        return None
    row: list[tuple[int, int]] = [(n, 0) for n in range(len(wanted) + 1)]
    best: tuple[int, int, int] | None = None
    for end, place in enumerate(places, start=1):
        row = _next_row(row, wanted, text[place], end)
        letters, start = row[-1]
        if letters <= most and (best is None or letters < best[0]):
            best = letters, start, end
    return (places[best[1]], places[best[2] - 1] + 1) if best else None


def _has_a_part(words: str, text: str, parts: int) -> bool:
    """Tell whether one of so many parts of words stands in a text: fewer edits leave one whole."""
    size = len(words) // parts
    return any(words[n * size : (n + 1) * size] in text for n in range(parts))


def _next_row(
    row: Sequence[tuple[int, int]], wanted: str, letter: str, end: int
) -> list[tuple[int, int]]:
    """Return, for each beginning of the words, how far off it ends here and where it began."""
    below = [(0, end)]
    for place, expected in enumerate(wanted):
        skew, start = row[place]
        below.append(
            min(
                (skew + (letter != expected), start),
                (row[place + 1][0] + 1, row[place + 1][1]),
                (below[-1][0] + 1, below[-1][1]),
            )
        )
    return below


def _spaced(letters: str) -> str:
    return r"\s*".join(map(re.escape, letters))
