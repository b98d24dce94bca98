"""Which item of the checklist a name means, where its code cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.editions.duty_names import DutyNames
from prongsai.core.editions.model import CHECKLIST, Edition

_LIKE = 0.7
_LEAD = 0.15  # by which no other item's topic is as like


class Topics:
    """The topics of the checklist of the first edition that has some."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        """Take the editions, the most likely one first."""
        self._names = DutyNames(editions, CHECKLIST)
        checklists = (e.instrument[CHECKLIST].items for e in editions if CHECKLIST in e.instrument)
        items = next(filter(None, checklists), ())
        self._items = [item for item in items if item.topic is not None]

    def code(self, name: str) -> str:
        """Return the code of the item whose topic a name is clearly like, "" for none."""
        alike = sorted(((self._names.likeness(name, i), i.code) for i in self._items), reverse=True)
        if not alike or alike[0][0] < _LIKE:
            return ""
        second = alike[1][0] if len(alike) > 1 else 0.0
        return alike[0][1] if alike[0][0] - second >= _LEAD else ""
