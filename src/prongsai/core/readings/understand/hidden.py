"""What nobody sees in a workbook: whether its hidden rows and columns count, a person must say.

Such a row may be an old figure that was put away, or one that a filter hides for a moment. To leave
it out would lose what counts, to take it would bring back what was thrown out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from prongsai.core.readings.model import Certainty, Said
from prongsai.core.sentences import say

T = TypeVar("T")

_WHY = say("It stands in a hidden row or column of the workbook; if it counts, show it there.")


def with_hidden_doubted(said: Said[T]) -> Said[T]:
    """Return a value as one that a person must say, where nobody sees it in the workbook."""
    if not said.place.hidden:
        return said
    return replace(said, certainty=Certainty.ASK, why=_WHY)
