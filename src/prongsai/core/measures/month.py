"""A month, and from which to which: what a measure takes. Alone, so that readers need no more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a Buddhist-era calendar year."""

    year: int
    month: int


Period = tuple[Month, Month]
"""The first and the last month of something, both of them inside."""
