"""Numbers as Thai texts write them, with the unit that stands beside them, in either digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prongsai.core.thai.found import Found
from prongsai.core.thai.numerals import to_arabic_digits

# Not inside a code (o12), an address, a date (28/02), a time (9.30.15) or a clause (1.2.3).
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z./,:_-])(?P<figures>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?![0-9A-Za-z/:_]|[.,][0-9])"
    r"(?:\s*(?:(?P<points>คะแนน)|(?P<per_cent>เปอร์\s?เซ็?นต?์?|%)|(?P<rank>อันดับ)))?"
)
_PER_CENT_BEFORE = re.compile(r"ร้อยละ\s*$")
_RANK_BEFORE = re.compile(r"อันดับ(?:ที่)?\s*$")
_POINTS_BEFORE = re.compile(r"คะแนน(?:รวม|เฉลี่ย|ภาพรวม)?(?:เท่ากับ|คือ|ที่)?\s*[(:=]?\s*$")
_WORDS_BEFORE = 30


class Unit(StrEnum):
    """What a number counts, as far as the words beside it say."""

    POINTS = "points"
    PER_CENT = "per_cent"
    RANK = "rank"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Number:
    """A number, exactly as written, and its unit; `figures` has the digits as they stand."""

    value: Decimal
    unit: Unit
    figures: str


def numbers_in(text: str) -> Iterator[Found[Number]]:
    """Yield each number with its unit: ๘๒.๘๔ คะแนน, ร้อยละ 85.50, อันดับที่ 3, 500,000."""
    arabic = to_arabic_digits(text)
    for found in _NUMBER.finditer(arabic):
        before = arabic[max(found.start() - _WORDS_BEFORE, 0) : found.start()]
        value = Decimal(found["figures"].replace(",", ""))
        figures = text[slice(*found.span("figures"))]
        yield Found(Number(value, _unit(found, before), figures), *found.span())


def _unit(found: re.Match[str], before: str) -> Unit:
    """Return the unit behind the number, or else the one before it."""
    behind = (("points", Unit.POINTS), ("per_cent", Unit.PER_CENT), ("rank", Unit.RANK))
    ahead = (
        (_PER_CENT_BEFORE, Unit.PER_CENT),
        (_RANK_BEFORE, Unit.RANK),
        (_POINTS_BEFORE, Unit.POINTS),
    )
    units = [unit for group, unit in behind if found[group]]
    units += [unit for pattern, unit in ahead if pattern.search(before)]
    return units[0] if units else Unit.NONE
