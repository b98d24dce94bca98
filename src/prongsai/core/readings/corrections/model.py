"""A correction, and the place of a reading that it is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from prongsai.core.readings.model import Said

NEW = "+"  # the name of one more entry of a list

HEAD = ("kind", "number", "dated", "unit", "subject", "to")
LISTS = (
    *("agencies", "districts", "provinces", "years", "scores", "levels", "names"),
    *("weak", "keep", "citations", "signatures"),
)
OF_MEASURE = ("number", "title", "indicator", "period", "follow_up", "state")
LISTS_OF_MEASURE = (
    *("answers", "steps", "lead", "support", "cures"),
    *("actions", "output", "outcome", "proofs"),
)
MEASURE = "measure"  # the field of a slot that is a whole measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says of one value.

    `was` are the words that were read (empty: nothing was), `be` is what is right. An empty `be`
    says that it is not there.
    """

    at: str  # measures/3/lead/1, scores/total, dated
    was: str = ""
    be: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a value of a reading is, or could be: `said` is None where there is none."""

    at: str
    field: str
    said: Said[Any] | None
    measure: int | None = None  # the number of its measure, from 0; None: of no measure
    number: int = 0  # in its list, from 0

    @property
    def words(self) -> str:
        """Return the words that were read, on one line."""
        return "" if self.said is None else flat(self.said.words)


def answers_of(corrections: Iterable[Correction]) -> dict[tuple[str, str], list[Correction]]:
    """Return the corrections by what they are for: the last one, but of new entries every one."""
    found: dict[tuple[str, str], list[Correction]] = {}
    for each in corrections:
        own = found.setdefault((each.at, flat(each.was)), [])
        if not each.at.endswith(f"/{NEW}"):
            own.clear()
        own.append(each)
    return found


def flat(text: str) -> str:
    """Return a text on one line, to compare it by."""
    return " ".join(text.split())
