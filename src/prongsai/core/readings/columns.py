"""What the headings of a table mean, however an office words them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from prongsai.core.readings.times import time_of
from prongsai.core.thai.near import nearest
from prongsai.core.thai.spelling import letters

# The fields that tell the rows of a table apart, the first that a table has: a row without it
# goes on with the row above.
NAMING = ("measure", "item", "item_code", "number", "indicator")

# All the fields that say what a row is about.
LABELS = frozenset({*NAMING, "instrument", "indicator_name"})

TIME = "time"
"""The field of a column that is a month or a quarter, one of several: a chart of the year."""

# Headings so short that they mean this only beside each other.
_SHORT_OF = {"หลัก": "lead", "สนับสนุน": "support", "ร่วม": "support", "รอง": "support"}

_LONGEST = 80  # letters of a heading
_BEGINS = 5  # letters by which a longer heading is known
_NEAR = 0.85
_SHORTEST, _SHORT = 4, 9  # letters of a heading in which one may be wrong


class Columns:
    """The headings that are known, by their letters."""

    def __init__(self, headings: Mapping[str, Sequence[str]]) -> None:
        """Take the headings of each field."""
        self._field_of = {
            letters(heading): field for field, words in headings.items() for heading in words
        }
        self._known = sorted(self._field_of, key=len, reverse=True)
        self._near = lru_cache(maxsize=4_096)(self._nearly)  # what is no heading stands often
        self._short = [word for word in self._known if _SHORTEST <= len(word) <= _SHORT + 1]

    def field(self, heading: str) -> str:
        """Return the field that a heading means, "" where it is not known."""
        written = letters(heading)
        begins = (word for word in self._known if len(word) >= _BEGINS and written.startswith(word))
        if written not in self._field_of and time_of(heading):
            return TIME
        return self._whole(written) or self._field_of.get(next(begins, ""), "")

    def whole(self, over: str, under: str) -> str:
        """Return a heading below a wider one, with that where only both together are known."""
        both = f"{over} {under}"
        return both if not self.field(under) and letters(both) in self._field_of else under

    def fields(self, headings: Sequence[str]) -> tuple[str, ...]:
        """Return the field of each heading."""
        written = [letters(heading) for heading in headings]
        short = [_SHORT_OF.get(word, "") for word in written]
        if not {"lead", "support"} <= {*short}:
            short = [""] * len(written)
        pairs = zip(short, headings, strict=True)
        return tuple(name or self.field(heading) for name, heading in pairs)

    def are_headings(self, texts: Sequence[str]) -> bool:
        """Tell whether the cells of a row are headings: two are known, and half of what is there.

        A cell that only begins like a heading may be a measure: it counts for the half alone.
        """
        filled = [text for text in texts if text.strip()]
        if len(filled) < 2 or max(map(len, filled)) > _LONGEST:
            return False
        known = sum(bool(self._whole(letters(text))) for text in filled)
        return known >= 2 and 2 * sum(map(bool, self.fields(filled))) >= len(filled)

    def begin_with_headings(self, texts: Sequence[str]) -> bool:
        """Tell whether texts are headings beyond doubt, among rows that may say the same words.

        The first that holds something, and another one of another meaning, are known to the letter.
        It is asked of every row of a sheet, so it looks for nothing that is only near.
        """
        filled = [text for text in texts if text.strip()]
        if len(filled) < 2 or max(map(len, filled)) > _LONGEST:
            return False
        known = [self._field_of.get(letters(text), "") for text in filled]
        others = {field for field in known if field} - {known[0]}
        return bool(known[0]) and bool(others) and self.are_headings(texts)

    def _whole(self, written: str) -> str:
        """Return the field of a heading that is known but for a letter or two."""
        if written in self._field_of:
            return self._field_of[written]
        return self._near(written[:_LONGEST])

    def _nearly(self, written: str) -> str:
        if _SHORTEST <= len(written) <= _SHORT:
            return self._field_of.get(nearest(written, self._short, 1), "")
        close = get_close_matches(written, self._known, n=1, cutoff=_NEAR)
        return self._field_of[close[0]] if close else ""
