"""Whether a cell holds what its column is for; and rows whose cells stand in the wrong columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from prongsai.core.readings.source import Cell
from prongsai.core.thai.dates_in_text import periods_in, years_in
from prongsai.core.thai.numerals import to_arabic_digits

_MOST_LOST = 2  # cells that a row may lack
_WIDEST = 30  # columns; no plan has more, and the ways to move cells grow with the cube of them

_LONG = 40  # letters: such a text is no unit and no period

_CODE = re.compile(r"ข้อ|[ieo]?\s?[0-9]{1,3}(?![0-9.])", re.IGNORECASE)
_FIGURES = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?(?:[\s,/%]+[0-9]{1,3}(?:\.[0-9]+)?)*[\s%]*")
_NUMBER = re.compile(r"[0-9]{1,3}\s*[.)]?")
_UNIT = re.compile(
    r"[\s\-–•]*(?:สำนัก|กอง|งาน|ฝ่าย|หน่วย|ส่วน|ศูนย์|ทุก|คณะ|ผู้|นิติกร|นัก|เจ้า|ปลัด|หัวหน้า|กลุ่ม|หลัก|สนับ|โรง)"
)
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
_TICK = re.compile(r"[^ก-๎A-Za-z0-9]{1,3}|[/xX]")
_FOLLOW_UP = re.compile("รายงาน|ติดตาม|ประชุม|กำกับ")


def _has_time(text: str) -> bool:
    return any(periods_in(text)) or any(years_in(text))


def _whole(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.fullmatch(text) is not None


def _somewhere(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.search(text) is not None


def _at_start(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.match(text) is not None


def _is_long(text: str) -> bool:
    return len(text) >= _LONG


# Fields whose cells can be told by what they hold.
_HOLDS: Mapping[str, Callable[[str], bool]] = {
    "period": _has_time,
    "score": _whole(_FIGURES),
    "full_score": _whole(_FIGURES),
    "weight": _whole(_FIGURES),
    "number": _whole(_NUMBER),
    "owner": _at_start(_UNIT),
    "lead": _at_start(_UNIT),
    "support": _at_start(_UNIT),
    "link": _somewhere(_ADDRESS),
    "follow_up": _somewhere(_FOLLOW_UP),
    "not_started": _whole(_TICK),
    "in_progress": _whole(_TICK),
    "done": _whole(_TICK),
}

# What speaks for a field where it is there, and does not speak against it where it is not.
_MAY_HOLD: Mapping[str, Callable[[str], bool]] = {
    "instrument": _whole(re.compile("[A-Z]{2,4}")),
    "indicator": _at_start(re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?\s*(?:[.)]|$)")),
    "item_code": _at_start(_CODE),
    "item": _at_start(_CODE),
    "measure": _at_start(re.compile(r"[0-9]{1,3}\s*[.)]")),
    **dict.fromkeys(("steps", "output", "outcome", "problem", "advice"), _is_long),
}


def fit(texts: Sequence[str], fields: Sequence[str]) -> int:
    """Return how many cells hold what their columns are for, less those that do not."""
    pairs = zip(texts, fields, strict=False)
    return sum(_one_fit(text, name) for text, name in pairs)


@lru_cache(maxsize=4_096)  # each cell is tried in each place
def _one_fit(text: str, name: str) -> int:
    text = to_arabic_digits(" ".join(text.split()))
    if not text:
        return 0
    if name in _HOLDS:
        return 1 if _HOLDS[name](text) else -1
    return int(name in _MAY_HOLD and _MAY_HOLD[name](text))


def realigned(row: Sequence[Cell], fields: Sequence[str]) -> list[Cell] | None:
    """Return a row with its cells moved under the columns that they fit, None where they stay.

    A row may lack a cell or two, have one too many, or hold an empty cell in the wrong place. It is
    moved only where all its cells then fit better, and one way fits best.
    """
    if len(fields) > _WIDEST:
        return None
    now = fit([cell.text for cell in row], fields)
    least = now + (1 if len(row) != len(fields) else 2)
    ways = [(fit([cell.text for cell in way], fields), way) for way in _ways(row, len(fields))]
    best = max((value for value, _ in ways), default=now)
    found = {tuple(cell.text for cell in way): way for value, way in ways if value == best}
    return list(next(iter(found.values()))) if best >= least and len(found) == 1 else None


def _ways(row: Sequence[Cell], width: int) -> Iterator[Sequence[Cell]]:
    missing = width - len(row)
    if missing == 0:
        for number, cell in enumerate(row):
            if not cell.text:
                yield from _with_empty([*row[:number], *row[number + 1 :]], 1)
    elif 0 < missing <= _MOST_LOST:
        yield from _with_empty(row, missing)
    elif missing == -1:
        for number, cell in enumerate(row):
            if not cell.text:
                yield [*row[:number], *row[number + 1 :]]


def _with_empty(row: Sequence[Cell], count: int) -> Iterator[Sequence[Cell]]:
    """Yield a row with so many empty cells more, in every place."""
    width = len(row) + count
    for places in combinations(range(width), count):
        rest = iter(row)
        yield [
            Cell(text="", place=row[0].place) if place in places else next(rest)
            for place in range(width)
        ]
