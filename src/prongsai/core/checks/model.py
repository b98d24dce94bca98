"""What a check looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from prongsai.core.editions.model import Edition
from prongsai.core.readings.model import Place, Reading
from prongsai.core.sentences import Sentence


class Severity(StrEnum):
    """What a problem asks for before the document is printed."""

    MUST = "must_mend"  # wrong whatever was meant: the document is a draft until it is mended
    LOOK = "look_at"  # unusual: somebody should look, and may leave it


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What one rule found: where, what is wrong, what is expected."""

    rule: str
    place: Place
    what: Sentence
    expected: Sentence
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is checked, and the editions of the years it speaks of (None: not known)."""

    reading: Reading
    result_edition: Edition | None = None
    plan_edition: Edition | None = None
    website: str = ""  # the agency's own host, if known
    editions: Mapping[int, Edition] = field(default_factory=dict)  # by fiscal year


Rule = Callable[[Subject], Iterator[Problem]]
