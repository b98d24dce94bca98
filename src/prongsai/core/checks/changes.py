"""What a sentence says of a change between two scores: now, before, and by how much."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.thai.dates_in_text import years_in
from prongsai.core.thai.found import Found
from prongsai.core.thai.numbers_in_text import Number, Unit, numbers_in

Figure = Found[Number]

_WORD = re.compile(r"(?P<up>(?:เพิ่ม|สูง|ดี)ขึ้น|(?:สูง|มาก)กว่า)|(?:ลด|ต่ำ|ลดต่ำ)ลง|(?:ต่ำ|น้อย)กว่า")
_FROM = re.compile(r"\s*(?:จาก|เมื่อเทียบกับ|เทียบกับ|(?=ปี))")
_AMOUNT = re.compile(
    r"(?:[\s)(,:=]|คะแนน|ถึง|จำนวน|เป็นจำนวน|คิดเป็น|รวม|อยู่ที่|เท่ากับ|อยู่|อีก|ร้อยละ|โดย|แล้ว)*"
)
_BECOMES = re.compile(r"[\s)(,]*(?:มา)?เป็น[\s(]*(?:คะแนน)?\s*")
# A sentence that speaks of something else between the score and the word that compares.
_OTHER_THING = re.compile("ตัวชี้วัด|แบบวัด|คะแนนรวม|ภาพรวม|เกณฑ์")
_BEFORE = 220  # letters in which a sentence began
_BETWEEN = 80
_BEHIND = 160
_HIGHEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change that a sentence states; `amount` is None where it does not say by how much."""

    up: bool
    now: Decimal
    before: Decimal
    amount: Number | None
    are_shares: bool = False  # both scores are called per cent themselves

    @property
    def difference(self) -> Decimal:
        """Return the points between the two scores."""
        return abs(self.now - self.before)

    @property
    def per_cent(self) -> Decimal | None:
        """Return the difference in per cent of the score before; None where that was 0."""
        return self.difference / self.before * 100 if self.before else None


def changes_in(text: str) -> Iterator[Change]:
    """Yield each change whose two scores a sentence names, in one of three orders.

    `now, higher than before, by so much` · `higher, from before to now, by so much` · `before in
    one year, now in another, higher by so much`. Anything else is not guessed at.
    """
    figures = [each for each in numbers_in(text) if _is_score(each.value)]
    places = [each.start for each in figures]
    words = [*_WORD.finditer(text)]
    starts = [0, *(word.end() for word in words)]
    ends = [*(word.start() for word in words[1:]), len(text)]
    for word, start, end in zip(words, starts, ends, strict=False):
        first, last = max(start, word.start() - _BEFORE), min(end, word.end() + _BEHIND)
        middle = bisect_left(places, word.start())
        before = figures[bisect_left(places, first) : middle]
        behind = figures[middle : bisect_left(places, last)]
        if behind:
            change = _change(text, word, before, behind)
            if change is not None:
                yield change


def _is_score(number: Number) -> bool:
    """Tell whether a number may be one of points: it has their unit, or decimals."""
    has_places = int(number.value.as_tuple().exponent) < 0
    return number.value <= _HIGHEST and (has_places or number.unit in {Unit.POINTS, Unit.PER_CENT})


def _change(
    text: str, word: re.Match[str], before: Sequence[Figure], behind: Sequence[Figure]
) -> Change | None:
    if _FROM.match(text, word.end()):
        return _from_before(text, word, before, behind)
    if _AMOUNT.fullmatch(text, word.end(), behind[0].start):
        return _by_years(text, word, before, behind[0])
    return None


def _from_before(
    text: str, word: re.Match[str], before: Sequence[Figure], behind: Sequence[Figure]
) -> Change | None:
    old, *rest = behind
    now = _of_this_sentence(text, word, before)
    if rest and _BECOMES.fullmatch(text, old.end, rest[0].start):
        now, *rest = rest
    if now is None:
        return None
    last = max(now.end, old.end)
    amount = rest[0] if rest and _AMOUNT.fullmatch(text, last, rest[0].start) else None
    return _made(word, now, old, amount)


def _of_this_sentence(text: str, word: re.Match[str], before: Sequence[Figure]) -> Figure | None:
    """Return the score that the word compares: the last one, if the sentence still speaks of it."""
    for figure in before[-1:]:
        between = text[figure.end : word.start()]
        if len(between) <= _BETWEEN and not _OTHER_THING.search(between):
            return figure
    return None


def _by_years(
    text: str, word: re.Match[str], before: Sequence[Figure], amount: Figure
) -> Change | None:
    """Read `in 2564 75.40 points, in 2565 82.84 points, higher by 7.44`."""
    start = max(word.start() - _BEFORE, 0)
    years = [(start + each.start, each.value) for each in years_in(text[start : word.start()])]
    by_year = {}
    for figure in before:
        earlier = [year for place, year in years if place < figure.start]
        by_year.update({earlier[-1]: figure} if earlier else {})
    if len(before) != 2 or len(by_year) != 2:
        return None
    old, now = (by_year[year] for year in sorted(by_year))
    return _made(word, now, old, amount)


def _made(word: re.Match[str], now: Figure, old: Figure, amount: Figure | None) -> Change:
    return Change(
        up=word["up"] is not None,
        now=now.value.value,
        before=old.value.value,
        amount=amount.value if amount else None,
        are_shares=now.value.unit is old.value.unit is Unit.PER_CENT,
    )
