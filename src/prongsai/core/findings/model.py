"""A finding: an item or indicator that needs work, and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prongsai.core.sentences import Sentence


class Severity(StrEnum):
    """What a finding asks of the reader."""

    WEAK = "weak"  # mend it: a measure must answer it
    LOOK = "look"  # look at it: the numbers do not agree, nobody says yet which is wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found, by which rule, at which code."""

    rule: str
    code: str
    part: str | None = None
    severity: Severity
    score: Decimal | None = None
    reason: Sentence

    @property
    def name(self) -> str:
        """Return what people call the place: `e3/public`, `o35`, `total`."""
        return self.code if self.part is None else f"{self.code}/{self.part}"
