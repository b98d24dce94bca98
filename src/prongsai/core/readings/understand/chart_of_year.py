"""Charts of the year: a column for each month or quarter, a mark in those in which a measure runs.

Offices tick the columns, draw arrows over them, or write into them what is done. The period is from
the first to the last column that is marked; where that is not plain, a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from prongsai.core.measures.month import Month, Period
from prongsai.core.readings.columns import TIME
from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Cell, CellRow, Source, SourceTable
from prongsai.core.readings.times import Time, time_of
from prongsai.core.readings.understand.coloured import Coloured, coloured_in
from prongsai.core.readings.understand.rows import Row
from prongsai.core.readings.understand.without_year import no_year
from prongsai.core.sentences import Sentence, say

_FEWEST = 2  # columns of a chart
_LONGEST = 30  # letters of a mark that is words
_QUARTER = "ไตรมาส"
_FIRST = 10  # October
_OF_A_YEAR = 12

_NOTHING = re.compile(r"[\s.\-–☐□▢]*|[-–]{2}")
_TICK = re.compile(r"[/xX×✓✔√☑☒●■█▓▒◆★*+•✗✘]{1,4}")
_CROSS = re.compile(r"[xX×✗✘☒]")
_LEFT, _RIGHT = "[<←⟵⇐◄◀⬅]", "[>→⟶⇒►▶➔➜➡]"
_LINE = r"[-–—―_=─━\s]"
_BAR = re.compile(rf"{_LEFT}{_LINE}*{_RIGHT}|[↔⟷⇔⬌]")
_OPENS = re.compile(rf"{_LEFT}{_LINE}*")
_CLOSES = re.compile(rf"{_LINE}*{_RIGHT}")
_GOES_ON = re.compile(rf"{_LINE}*[-–—―_=─━]{_LINE}*")
_DENIES = re.compile("ไม่|ยกเว้น|งด")
_FIGURES = re.compile(r"[0-9๐-๙,.%\s]+(?:บาท|ครั้ง|คน)?")


class _Mark(Enum):
    NOTHING = auto()
    TICK = auto()
    BAR = auto()  # an arrow of two heads: perhaps over cells that are merged
    OPENS = auto()
    CLOSES = auto()
    GOES_ON = auto()
    WORDS = auto()
    UNCLEAR = auto()


_NOTHING_OR_LINE = frozenset({_Mark.NOTHING, _Mark.GOES_ON})
_MAY_BE_WIDE = frozenset({_Mark.BAR, _Mark.WORDS})

_GAPS = say("Not every column between the first and the last that are marked is marked.")
_UNCLEAR = say("Whether a column is marked is not plain.")
_WIDE = say("The mark may stand over several columns; the file does not say over how many.")
_ORDER = say("The columns are not in the order of a fiscal year.")
_PAINTED = say("The columns are filled with a colour, and hold no marks.")
_BY_LINES = say("By the lines drawn around it, the mark stands over several columns.")
_IN_WORDS = say("The columns hold words, and no marks.")


@dataclass(frozen=True, slots=True)
class _Marked:
    """What the columns of a row say: which are marked, and why that may be wrong."""

    columns: tuple[int, ...]
    doubt: Sentence | None = None  # why a person must say
    why: Sentence | None = None  # why it is only likely


def with_charts(source: Source) -> Source:
    """Return a source in which only the columns of charts of the year are called times."""
    blocks = (
        _table(b) if isinstance(b, SourceTable) and TIME in b.fields else b for b in source.blocks
    )
    return replace(source, blocks=tuple(blocks))


def _table(table: SourceTable) -> SourceTable:
    if _is_chart(table):
        return table
    fields = tuple(
        name if name != TIME else "period" if heading.startswith(_QUARTER) else ""
        for heading, name in zip(table.headings, table.fields, strict=True)
    )
    return replace(table, fields=fields)


def _is_chart(table: SourceTable) -> bool:
    """Tell whether the columns that are times hold marks, and neither figures nor sentences."""
    columns = [n for n, name in enumerate(table.fields) if name == TIME]
    texts = [row[n].text for row in table.rows for n in columns]
    filled = [text for text in texts if not _NOTHING.fullmatch(text)]
    marks = [text for text in filled if len(text) <= _LONGEST and not _FIGURES.fullmatch(text)]
    return len(columns) >= _FEWEST and 2 * len(marks) >= len(filled)


def crosses_of(table: SourceTable) -> bool:
    """Tell whether crosses of a chart are its ticks: it has no others."""
    ticks = [cell.text for row in table.rows for cell in _times(row, table.fields)]
    return not any(_TICK.fullmatch(text) and not _CROSS.search(text) for text in ticks)


def _times(row: CellRow, fields: Sequence[str]) -> Iterator[Cell]:
    return (cell for cell, name in zip(row, fields, strict=False) if name == TIME)


def period_of_chart(row: Row, year: int | None, *, crosses: bool) -> Said[Period] | None:
    """Return from when to when the cells of a row are marked, in the fiscal year of the plan.

    None where nothing is marked, or nothing says of which year the columns are. `crosses`: a cross
    is a tick. Where no cell holds a mark, colours are marks.
    """
    cells = row.over_of(TIME)
    times = [time_of(cell.place.column) for cell in cells]
    marked = _marked(cells, crosses=crosses, drawn=row.table.drawn)
    if not marked.columns:
        marked = _painted(coloured_in(row))
    own = [_Span.of(time, year) for time in times]
    if not marked.columns or None in own:
        return None
    spans = [span for span in own if span is not None]
    first, last = spans[marked.columns[0]], spans[marked.columns[-1]]
    filled = [cell for cell in cells if not _NOTHING.fullmatch(cell.text)]
    filled = filled or [cells[n] for n in marked.columns]
    doubt = marked.doubt or (None if _is_in_order(spans) else _ORDER)
    is_said = all(time.year for time in times if time is not None)
    of_year = None if is_said or year is None else no_year(year)
    why = doubt or of_year or marked.why
    sureness = Certainty.LIKELY if why else Certainty.SURE
    return Said(
        value=(_month(first.first), _month(last.last)),
        words=", ".join(f"{cell.place.column} {cell.text}".strip() for cell in filled),
        place=filled[0].place,
        certainty=Certainty.ASK if doubt else sureness,
        why=why,
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """Months of a column, counted through the years."""

    first: int
    last: int

    @classmethod
    def of(cls, time: Time | None, year: int | None) -> _Span | None:
        own = None if time is None else time.year or year
        if time is None or own is None:
            return None
        return cls(own * _OF_A_YEAR + time.first, own * _OF_A_YEAR + time.last)


def _is_in_order(spans: Sequence[_Span]) -> bool:
    return all(before.last < after.first for before, after in pairwise(spans))


def _month(counted: int) -> Month:
    year, place = divmod(counted, _OF_A_YEAR)
    number = (place + _FIRST - 1) % _OF_A_YEAR + 1
    return Month(year - (number >= _FIRST), number)


def _painted(coloured: Coloured) -> _Marked:
    doubt = coloured.doubt or (_GAPS if _has_gaps(coloured.columns) else None)
    return _Marked(columns=coloured.columns, doubt=doubt, why=_PAINTED)


def _marked(cells: Sequence[Cell], *, crosses: bool, drawn: bool) -> _Marked:
    marks = [_mark(cell.text, crosses=crosses) for cell in cells]
    covered = {
        further
        for n, cell in enumerate(cells)
        for further in range(n, n + cell.columns)
        if marks[n] is not _Mark.NOTHING
    }
    arrows, are_whole = _between_heads(marks)
    own = {n for n, mark in enumerate(marks) if mark is not _Mark.NOTHING}
    found = sorted(n for n in own | covered | arrows if n < len(cells))
    is_drawn = _BY_LINES if drawn and covered - own else None
    return _Marked(
        columns=tuple(found),
        doubt=_doubt(cells, marks, found, are_whole=are_whole),
        why=_IN_WORDS if _Mark.WORDS in marks else is_drawn,
    )


def _doubt(
    cells: Sequence[Cell], marks: Sequence[_Mark], found: Sequence[int], *, are_whole: bool
) -> Sentence | None:
    if _Mark.UNCLEAR in marks or not are_whole:
        return _UNCLEAR
    if _has_gaps(found):
        return _GAPS
    is_alone = sum(mark is not _Mark.NOTHING for mark in marks) == 1
    wide = (cells[n].columns == 0 and mark in _MAY_BE_WIDE for n, mark in enumerate(marks))
    return _WIDE if is_alone and any(wide) else None


def _has_gaps(columns: Sequence[int]) -> bool:
    return bool(columns) and len(columns) != columns[-1] - columns[0] + 1


def _between_heads(marks: Sequence[_Mark]) -> tuple[set[int], bool]:
    """Return the columns from the head of each arrow to its other head; whether all have both."""
    if _Mark.OPENS not in marks:
        # Arrows to the right alone, each in its column, are marks like others.
        only = {_Mark.CLOSES, _Mark.NOTHING}
        are_whole = _Mark.GOES_ON not in marks and (_Mark.CLOSES not in marks or {*marks} <= only)
        return set(), are_whole
    found: set[int] = set()
    begin: int | None = None
    for n, mark in enumerate(marks):
        if begin is None:
            if mark in {_Mark.CLOSES, _Mark.GOES_ON}:
                return found, False
            begin = n if mark is _Mark.OPENS else None
        elif mark is _Mark.CLOSES:
            found |= {*range(begin, n + 1)}
            begin = None
        elif mark not in _NOTHING_OR_LINE:
            return found, False
    return found, begin is None


def _mark(text: str, *, crosses: bool) -> _Mark:
    if _NOTHING.fullmatch(text):
        return _Mark.NOTHING
    for pattern, mark in _PATTERNS:
        if pattern.fullmatch(text):
            is_cross = mark is _Mark.TICK and _CROSS.search(text) is not None
            return _Mark.UNCLEAR if is_cross and not crosses else mark
    is_plain = re.search("[ก-๎A-Za-z]", text) and not _DENIES.search(text)
    return _Mark.WORDS if is_plain and not _FIGURES.fullmatch(text) else _Mark.UNCLEAR


_PATTERNS = (
    (_TICK, _Mark.TICK),
    (_BAR, _Mark.BAR),
    (_OPENS, _Mark.OPENS),
    (_CLOSES, _Mark.CLOSES),
    (_GOES_ON, _Mark.GOES_ON),
)
