"""Which lines of a pasted table are headings, and which columns hold codes, names and scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.editions.model import TOTAL
from prongsai.core.errors import Refusal
from prongsai.core.results import Codes, Key, read_score

_MOST_HEADINGS = 5
# A word alone, such as "n/a", may stand where a score is missing: only these make a heading of it.
_HEADING_WORDS = (
    "คะแนน", "ร้อยละ", "ข้อ", "รหัส", "ตัวชี้วัด", "ผล", "รายการ", "ประเด็น", "ลำดับ", "ชื่อ",
    "score", "code", "item", "indicator", "result", "name", "title",
)  # fmt: skip
_LIKE_A_CODE = re.compile("[a-z] ?[0-9๐-๙]{1,3}", re.IGNORECASE)
_HEADS = (None, (TOTAL, None))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of cells, by its number in what was pasted."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_filled(self) -> bool:
        """Tell whether anything stands in it."""
        return any(self.cells)

    def cell(self, column: int) -> str:
        """Return a cell, empty where the line is shorter."""
        return self.cells[column] if column < len(self.cells) else ""


def first_of_table(lines: Sequence[Line], codes: Codes) -> int:
    """Return how many lines above the table are headings, and stand empty before one."""
    first = 0
    for place, line in enumerate(lines[:_MOST_HEADINGS]):
        if _is_heading(line, codes):
            first = place + 1
        elif line.is_filled:
            break
    return first


def code_column(table: Sequence[Line], codes: Codes, keys: Sequence[Key]) -> int | None:
    """Return the column in which most lines have a code; None where the scores stand alone."""
    filled = [line for line in table if line.is_filled]
    width = max((len(line.cells) for line in filled), default=0)
    if width <= 1:
        return None
    asked = frozenset(keys)
    best, most = None, (0, 0)
    for column in range(width - 1):
        cells = [line.cell(column) for line in filled]
        # A code of another year is no score either: its line is told, not put where it is not.
        like = sum(
            bool(_LIKE_A_CODE.match(cell)) or _key(cell, codes) is not None for cell in cells
        )
        here = sum(_key(cell, codes) in asked for cell in cells)
        if 2 * like >= len(filled) and (here, like) > most:
            best, most = column, (here, like)
    return best


def kept_columns(table: Sequence[Line], code: int | None) -> list[int]:
    """Return the columns with scores: those after the codes, without names of what is scored."""
    width = max((len(line.cells) for line in table), default=0)
    after = range(0 if code is None else code + 1, width)
    columns = [column for column in after if not _is_words(table, column)]
    if code is not None:
        # An empty column between codes and scores is left by joined cells.
        columns = [c for c in columns if any(line.cell(c) for line in table)] or columns[:1]
    return columns or [after[-1]]


def _is_heading(line: Line, codes: Codes) -> bool:
    words = [cell.casefold() for cell in line.cells if cell]
    named = any(known in word for word in words for known in _HEADING_WORDS)
    # "Total" alone heads a column; beside a score it is the line of the total.
    return named and not any(_is_score(word) or _key(word, codes) not in _HEADS for word in words)


def _is_words(table: Sequence[Line], column: int) -> bool:
    filled = [cell for line in table if (cell := line.cell(column))]
    words = [cell for cell in filled if any(letter.isalpha() for letter in cell)]
    return 2 * len(words) > len(filled)


def _key(text: str, codes: Codes) -> Key | None:
    try:
        return codes.read_key(text)
    except Refusal:
        return None


def _is_score(text: str) -> bool:
    try:
        return read_score(text) is not None
    except Refusal:
        return False
