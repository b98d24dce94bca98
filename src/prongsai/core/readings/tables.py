"""Make tables whole again: pages joined, running heads left out, rows that a page cut in two."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import accumulate, zip_longest

from prongsai.core.readings.columns import LABELS, NAMING, TIME, Columns
from prongsai.core.readings.fits import fit, realigned
from prongsai.core.readings.place import Place
from prongsai.core.readings.side_by_side import side_by_side
from prongsai.core.readings.source import Cell, CellRow, Source, SourceTable, Text
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters

RawTable = tuple[CellRow, ...]
"""The rows of one piece of a table, headings among them, as the file has them."""

# Cells that a page does not cut: what is written in them is short.
_SHORT = frozenset(
    {"number", "indicator", "score", "period", "owner", "lead", "support", "follow_up", "state"}
)
_RUNNING = 50  # texts, among which a head of a page is looked for
_ALIKE = 0.9
_FURTHER = 2  # rows of headings: years or quarters, and months
_CAPTION = 3  # texts before a table, at most
_FEW = 3  # of so many headings one may be misread
_LONGEST_HEADING = 80  # letters
_SUM = re.compile("(?:ยอด)?รวม(?:ทั้ง(?:สิ้น|หมด))?:?")  # of the rows above, and of none of them
_PAGE = re.compile(r"(?:หน้า(?:ที่)?)?[\s\-–—]*[0-9]{1,4}[\s\-–—]*(?:/\s*[0-9]{1,4})?")
_YEAR = re.compile(r"(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*2[45][0-9]{2}")
_NUMBERED = re.compile(r"[0-9]{1,3}\s*[.)](?:\s*[^\s0-9]|\s+[0-9]|\s*$)")


@dataclass(slots=True, kw_only=True)
class _Open:
    """A table whose end has not been seen."""

    headings: list[str]
    fields: tuple[str, ...]
    place: Place
    fills: tuple[str, ...] = ()  # the colours of the headings
    rows: list[list[Cell]] = field(default_factory=list)
    moved: set[int] = field(default_factory=set)  # numbers of rows whose cells were moved

    def learn(self, fields: Sequence[str]) -> None:
        """Take what headings mean from a page where they could be read."""
        self.fields = tuple(old or new for old, new in zip(self.fields, fields, strict=True))

    def apart(self) -> Sequence[_Open]:
        """Return the tables that stand side by side under these headings, mostly this one alone."""
        parts = side_by_side(self.fields)
        if len(parts) == 1:
            return (self,)
        return [
            replace(
                self,
                headings=self.headings[part],
                fields=self.fields[part],
                fills=self.fills[part],
                rows=_without_empty_end([row[part] for row in self.rows]),
            )
            for part in parts
        ]

    def is_rest(self, row: Sequence[Cell]) -> bool:
        """Tell whether a row names nothing, so that it goes on with the row above."""
        if not set(NAMING) & set(self.fields):
            return False
        first = next((cell.text for cell in row if cell.text), "")
        if _SUM.fullmatch("".join(first.split())):
            return False
        return not any(c.text for c, name in zip(row, self.fields, strict=False) if name in LABELS)

    def numbered(self) -> int | None:
        """Return the column that names the rows, where most of them begin with a number."""
        labels = (n for n, name in enumerate(self.fields) if name in LABELS)
        return next((n for n in labels if self._is_numbered(n)), None)

    def short(self, but: int | None = None) -> list[int]:
        """Return the columns of short cells that every row above has filled, but for one."""
        return [
            n
            for n, name in enumerate(self.fields)
            if name in _SHORT and n != but and all(above[n].text for above in self.rows)
        ]

    def _is_numbered(self, column: int) -> bool:
        texts = [row[column].text for row in self.rows if row[column].text]
        return len(texts) >= 2 and sum(map(_is_numbered, texts)) * 2 >= len(texts)


def assemble(
    blocks: Iterable[Text | RawTable],
    columns: Columns,
    *,
    ruled: bool = False,
    drawn: bool = False,
) -> Source:
    """Return the document of texts and pieces of tables, with its tables whole.

    `ruled`: the file itself says in which column each cell stands; else a cell may have shifted.
    `drawn`: which cells reach over others was judged by the lines drawn around them.
    """
    made = _Assembly(columns, ruled=ruled, drawn=drawn)
    for block in blocks:
        if isinstance(block, Text):
            made.add_text(block)
        else:
            made.add_rows([list(row) for row in block if any(cell.text for cell in row)])
    return made.source()


class _Assembly:
    def __init__(self, columns: Columns, *, ruled: bool, drawn: bool) -> None:
        self._columns = columns
        self._ruled = ruled
        self._drawn = drawn
        self._blocks: list[Text | _Open] = []
        self._open: _Open | None = None
        self._between: list[Text] = []  # since the open table: perhaps running heads, perhaps not
        self._seen: deque[str] = deque(maxlen=_RUNNING)

    def add_text(self, text: Text) -> None:
        self._between.append(text)

    def add_rows(self, rows: list[list[Cell]]) -> None:
        if not rows:
            return
        heads = self._take_headings(rows)
        headings = None if heads is None else [cell.text for cell in heads]
        table = self._open
        if headings is None and table is not None and self._goes_on(table, rows[0]):
            self._run_over(table, rows[0])
        elif headings is not None and table is not None and self._is_repeated(table, headings):
            self._between.clear()
            table.learn(self._columns.fields(headings))
        elif headings is None and table is not None and _is_under(table, rows[0]):
            table = self._begin(table.headings, rows)
        else:
            table = self._begin(headings or _first_as_headings(rows), rows)
            table.fills = tuple(cell.fill for cell in heads or ())
        self._add_to(table, rows)

    def source(self) -> Source:
        self._close()
        blocks: list[Text | SourceTable] = []
        above: list[str] = []
        number = 0
        for block in self._blocks:
            if isinstance(block, Text):
                blocks.append(block)
                above.append(block.text)
                continue
            for table in block.apart():
                number += 1
                closed = _closed(table, number)
                told = tuple(above[-_CAPTION:])
                blocks.append(replace(closed, above=told, drawn=self._drawn))
            above.clear()
        return Source(blocks=tuple(blocks))

    def _take_headings(self, rows: list[list[Cell]]) -> list[Cell] | None:
        """Take the rows of headings off the rows: one, and those over which headings spread."""
        over = 0
        if not self._are_headings(rows[0]):
            over = int(len(rows) > 2 and _is_above(rows[0], rows[1], self._columns))
            if not over:
                return None
        heads = rows.pop(over)
        if over:
            return heads  # the row above them says what comes, as it would among the rows
        for _ in range(_FURTHER):
            if len(rows) > 1 and _are_years(rows[0]) and self._are_times(rows[1], len(heads)):
                rows.pop(0)  # the years of the months below
            headings = [cell.text for cell in heads]
            if not (rows and not rows[0][0].text and self._are_under(headings, rows[0])):
                break
            unders = self._whole(headings, rows.pop(0))
            heads = [u if u.text else over for over, u in zip(heads, unders, strict=False)]
        return heads

    def _are_headings(self, row: Sequence[Cell]) -> bool:
        """Tell whether a row has headings: known ones, or again those of the open table."""
        texts = [cell.text for cell in row]
        if self._columns.are_headings(texts):
            return True
        headings = self._open.headings if self._open else []
        return len(texts) == len(headings) and any(texts) and all(map(_is_like, texts, headings))

    def _are_under(self, headings: list[str], row: Sequence[Cell]) -> bool:
        """Tell whether a row has headings of columns over which one above it spreads."""
        if len(row) != len(headings) or not _is_spread(headings, row):
            return False
        texts = [cell.text for cell in self._whole(headings, row) if cell.text]
        are_short = max(map(len, texts)) <= _LONGEST_HEADING
        return are_short and all(map(self._columns.field, texts))

    def _whole(self, headings: Sequence[str], row: Sequence[Cell]) -> list[Cell]:
        """Return the headings of a row, each with the one above it where both together are one."""
        spread: Iterable[str] = accumulate(headings, lambda over, heading: heading or over)
        pairs = zip(spread, row, strict=False)
        return [replace(cell, text=self._columns.whole(over, cell.text)) for over, cell in pairs]

    def _are_times(self, row: Sequence[Cell], width: int) -> bool:
        """Tell whether a row has nothing but months and quarters, several of them."""
        times = [self._columns.field(cell.text) == TIME for cell in row if cell.text]
        return len(row) == width and len(times) > 1 and all(times)

    def _is_repeated(self, table: _Open, headings: list[str]) -> bool:
        """Tell whether headings are those of the table, with nothing new between."""
        if len(headings) != len(table.headings) or not all(map(self._is_running, self._between)):
            return False
        fields = self._columns.fields(headings)
        pairs = zip(headings, fields, table.headings, table.fields, strict=True)
        same = [(bool(new) and new == old) or _is_like(a, b) for a, new, b, old in pairs]
        # A heading that is not known may be misread, where the others are the same.
        unread = [
            n
            for n, (new, old) in enumerate(zip(fields, table.fields, strict=True))
            if not same[n] and not (new and old)
        ]
        return all(is_same or n in unread for n, is_same in enumerate(same)) and (
            len(unread) * _FEW < len(same)
        )

    def _is_running(self, text: Text) -> bool:
        """Tell whether a text is the number of a page, or stood before an earlier page already."""
        written = letters(text.text)
        return bool(_PAGE.fullmatch(to_arabic_digits(text.text))) or any(
            written in seen for seen in self._seen
        )

    def _goes_on(self, table: _Open, row: Sequence[Cell]) -> bool:
        """Tell whether a row without headings above it is of the table before it."""
        if len(row) != len(table.headings) and realigned(row, table.fields) is None:
            return False
        return (bool(table.rows) and table.is_rest(row)) or all(
            map(self._is_running, self._between)
        )

    def _run_over(self, table: _Open, row: Sequence[Cell]) -> None:
        """Give texts between two pages of a table to the cell that they ran out of."""
        cell = next(n for n, cell in enumerate(row) if cell.text)
        for text in self._between:
            if not self._is_running(text):
                table.rows[-1][cell] = _joined(table.rows[-1][cell], text.text)
        self._between.clear()

    def _begin(self, headings: list[str], rows: Sequence[Sequence[Cell]]) -> _Open:
        place = rows[0][0].place if rows else Place()
        self._close()
        self._open = _Open(headings=headings, fields=self._columns.fields(headings), place=place)
        self._blocks.append(self._open)
        return self._open

    def _close(self) -> None:
        self._seen.extend(letters(text.text) for text in self._between)
        self._blocks.extend(self._between)
        self._between.clear()

    def _add_to(self, table: _Open, rows: list[list[Cell]]) -> None:
        if self._drawn and table.rows and len(rows) > 1:
            rows[0] = [*map(_going_on, *rows[:2])]
        for number, read in enumerate(rows):
            is_placed = self._ruled and len(read) == len(table.headings)
            moved = None if is_placed else realigned(read, table.fields)
            row = moved or read
            missing = len(table.headings) - len(row)
            row.extend([Cell(text="", place=row[-1].place)] * missing)
            if table.rows and _is_rest(table, row, after_page=number == 0):
                table.rows[-1] = _both(table.rows[-1], row)
            else:
                table.rows.append(row)
            if moved:
                table.moved.add(len(table.rows))


def _without_empty_end(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows without those at their end that hold nothing: the shorter table has ended."""
    last = max((n for n, row in enumerate(rows) if any(c.text for c in row)), default=-1)
    return rows[: last + 1]


def _is_rest(table: _Open, row: Sequence[Cell], *, after_page: bool) -> bool:
    """Tell whether a row is the rest of the row above."""
    if table.is_rest(row):
        return True
    # A row with nothing but its first cell says what comes next.
    if not after_page or not any(cell.text for cell in row[1:]):
        return False
    labels = (cell.text for cell, name in zip(row, table.fields, strict=False) if name in LABELS)
    if any(map(_is_numbered, labels)):
        return False
    short = table.short()
    if len(short) >= 2 and not any(row[n].text for n in short):
        return True
    column = table.numbered()
    if column is None or sum(bool(cell.text) for cell in row) < 2:
        return False
    others = table.short(but=column)
    lacks = not others or not all(row[n].text for n in others)
    return lacks and bool(row[column].text) and not _is_numbered(row[column].text)


def _is_under(table: _Open, row: Sequence[Cell]) -> bool:
    """Tell whether a row without headings, behind a text, stands under those of the last table."""
    if len(row) != len(table.headings):
        return False
    texts = [cell.text for cell in row]
    column = table.numbered()
    goes_on = column is not None and _is_numbered(texts[column])
    return goes_on or fit(texts, table.fields) > 0


def _first_as_headings(rows: list[list[Cell]]) -> list[str]:
    """Take the first row for headings that are not known, unless it is the only one."""
    return [cell.text for cell in rows.pop(0)] if len(rows) > 1 else [""] * len(rows[0])


def _is_above(row: Sequence[Cell], headings: Sequence[Cell], columns: Columns) -> bool:
    """Tell whether a row that is no headings stands above some: แบบวัด IIT | | แบบวัด EIT | ."""
    texts = [cell.text for cell in row if cell.text]
    filled = sum(bool(cell.text) for cell in headings)
    is_short = 2 * len(set(texts)) <= filled and max(map(len, texts)) <= _LONGEST_HEADING
    return is_short and columns.are_headings([cell.text for cell in headings])


def _are_years(row: Sequence[Cell]) -> bool:
    texts = [to_arabic_digits(cell.text) for cell in row if cell.text]
    return bool(texts) and all(map(_YEAR.fullmatch, texts))


def _is_spread(headings: Sequence[str], row: Sequence[Cell]) -> bool:
    """Tell whether a heading stands over several cells of a row: it is there once, or again."""
    over = zip(headings, headings[1:], row[1:], strict=False)
    return any(cell.text and heading in ("", before) for before, heading, cell in over)


def _is_like(one: str, other: str) -> bool:
    """Tell whether two headings are one, read a little differently on each page."""
    alike = SequenceMatcher(None, letters(one), letters(other), autojunk=False)
    return all(r() >= _ALIKE for r in (alike.real_quick_ratio, alike.quick_ratio, alike.ratio))


def _is_numbered(text: str) -> bool:
    return _NUMBERED.match(to_arabic_digits(text)) is not None


def _both(above: Sequence[Cell], below: Sequence[Cell]) -> list[Cell]:
    pairs = zip_longest(above, below, fillvalue=Cell(text="", place=above[0].place))
    return [
        replace(_joined(upper, lower.text, lower.place), fill=upper.fill or lower.fill)
        for upper, lower in pairs
    ]


def _going_on(cell: Cell, below: Cell) -> Cell:
    """Return a first cell of a page; an empty one over several rows is of the one that ends there.

    Who draws a page writes what stands in such a cell where it begins, and not again.
    """
    return replace(cell, covered=True) if below.covered and not cell.text else cell


def _joined(cell: Cell, text: str, place: Place | None = None) -> Cell:
    """Return a cell with more text below; where nobody sees some of it, it is told of the whole."""
    hidden = cell.place.hidden or bool(place and place.hidden and text)
    joined = "\n".join(filter(None, (cell.text, text)))
    return replace(cell, text=joined, place=replace(cell.place, hidden=hidden))


def _closed(table: _Open, number: int) -> SourceTable:
    """Return the table with the place of each cell in it: table, row, and column by its heading."""
    names = [" ".join(heading.split()) for heading in table.headings]
    return SourceTable(
        headings=tuple(names),
        rows=tuple(_placed(row, names, number, n) for n, row in enumerate(table.rows, start=1)),
        place=replace(table.place, table=number),
        fields=table.fields,
        moved=frozenset(table.moved),
        fills=table.fills if any(table.fills) else (),
    )


def _placed(row: Sequence[Cell], names: Sequence[str], table: int, number: int) -> CellRow:
    columns = [*names, *[""] * (len(row) - len(names))]
    return tuple(
        replace(cell, place=replace(cell.place, table=table, row=number, column=column))
        for cell, column in zip(row, columns, strict=True)
    )
