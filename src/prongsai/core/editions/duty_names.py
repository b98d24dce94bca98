"""Which duty a name means, however an office words it.

Names are compared by the threes of letters that they share, rare ones counting more. Measured on
the official names of five years: no right name is taken for another duty's, and seven of eight
wrong codes are seen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import log

from prongsai.core.editions.model import Edition, Item, Period
from prongsai.core.thai.spelling import letters

_LENGTH = 3
_LIKE = 0.55  # less says nothing
_LEAD = 0.2  # by which another duty must be more like the name than the item's own

# A report of half a year shares most of its words with that of the whole one.
_PROGRESS = re.compile(r"(?:6|๖|หก)\s*เดือน|ความก้าวหน้า|กำกับ\s?ติดตาม")

Threes = frozenset[str]


@dataclass(frozen=True, slots=True)
class OtherDuty:
    """The duty that a name means, of another item than the one whose code it has.

    `likeness` is that of the name and the duty, `lead` by how much it is above the item's own.
    """

    duty: str
    likeness: float
    lead: float


class DutyNames:
    """The names that duties have had in some editions, all of one instrument."""

    def __init__(self, editions: Iterable[Edition], instrument: str) -> None:
        """Learn the topics of the items; of an item with several duties nobody knows which."""
        self._names: dict[str, set[Threes]] = defaultdict(set)
        self._periods: dict[str, set[Period]] = defaultdict(set)
        for edition in editions:
            items = edition.instrument[instrument].items if instrument in edition.instrument else ()
            for item in items:
                self._learn(item)
        known = [frozenset().union(*names) for names in self._names.values()]
        self._counts = Counter(three for threes in known for three in threes)

    def _learn(self, item: Item) -> None:
        for duty in item.duties:
            self._periods[duty].update({item.period} if item.period else ())
        if item.topic is not None and len(item.duties) == 1:
            self._names[item.duties[0]].add(_threes(item.topic.th))

    def likeness(self, name: str, item: Item) -> float:
        """Return how much a name is like those of an item's duties, 0 to 1."""
        threes = _threes(name)
        own = {known for duty in item.duties for known in self._names[duty]}
        own |= {_threes(item.topic.th)} if item.topic else set()
        return self._nearest(threes, own)

    def other_duty(self, name: str, item: Item) -> OtherDuty | None:
        """Return the duty that a name means if it is clearly none of an item's; else None.

        Of an item whose topic is not known nobody can tell.
        """
        if item.topic is None:
            return None
        threes = _threes(name)
        likeness, duty = max(
            (
                (self._nearest(threes, names), duty)
                for duty, names in self._names.items()
                if not (_PROGRESS.search(name) and self._is_of_whole_years(duty))
            ),
            default=(0.0, ""),
        )
        lead = likeness - self.likeness(name, item)
        return OtherDuty(duty, likeness, lead) if likeness >= _LIKE and lead >= _LEAD else None

    def _is_of_whole_years(self, duty: str) -> bool:
        return bool(self._periods[duty]) and Period.PROGRESS not in self._periods[duty]

    def _nearest(self, threes: Threes, names: Collection[Threes]) -> float:
        return max((self._alike(threes, name) for name in names), default=0.0)

    def _alike(self, one: Threes, other: Threes) -> float:
        # Threes that no name has weigh nothing: an office may say more than the name.
        both = self._weight(one) + self._weight(other)
        return 2 * self._weight(one & other) / both if both else 0.0

    def _weight(self, threes: Threes) -> float:
        known = len(self._names)
        return sum(log(1 + known / self._counts[t]) for t in threes if t in self._counts)


def _threes(text: str) -> Threes:
    written = letters(text)
    return frozenset(written[n : n + _LENGTH] for n in range(len(written) - _LENGTH + 1))
