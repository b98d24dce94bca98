"""What a finder finds in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, and where its words begin and end: `text[start:end]`, digits as written."""

    value: T
    start: int
    end: int
