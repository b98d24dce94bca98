"""What a file says of results, and nothing else that stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from prongsai.core.readings.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The scores of a file, and the notes beside them, which only a result sheet has."""

    reading: Reading = field(default_factory=Reading)
    is_sheet: bool = False  # else it is a document
    notes: tuple[tuple[str, str], ...] = ()  # by the name of the code: (e3/public, …)
