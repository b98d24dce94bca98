"""Tables in plain text: cells divided by tabs, by bars as in Markdown, or by commas and semicolons.

Bars make a table where lines are framed by them, or where a rule of dashes stands below the first.
Commas stand in every sentence: they make a table below headings that are known, as far as the
lines go on so.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from prongsai.core.readings.columns import Columns
from prongsai.core.readings.place import Place
from prongsai.formats.csv_cells import without_apostrophe
from prongsai.formats.rows import MOST_COLUMNS, too_many_columns

Line = tuple[Place, str]
TextRow = tuple[Place, list[str]]

_BAR = re.compile(r"(?<!\\)\|")
# |---|:--:|, --- | ---, and +-----+----+ as programs draw it.
_RULE = re.compile(r"(?:[|+]\s*)?:?[-=]+:?\s*(?:[|+]\s*:?[-=]+:?\s*)*(?:[|+]\s*)?")
_SEPARATORS = ";,"
_LOOKED_AT = 20  # lines below headings by which a table is known
_LIKE = 0.8  # of the rows below headings have as many cells


def pieces(lines: Sequence[Line], columns: Columns) -> Iterator[tuple[list[TextRow], list[Line]]]:
    """Yield the tables of a text, and the paragraphs between them, in order: rows, or lines.

    :raises Refusal: for a row with too many cells.
    """
    paragraph: list[Line] = []
    at = 0
    while at < len(lines):
        rows, end = _table(lines, at, columns)
        is_blank = not lines[at][1].strip()
        if (rows or is_blank) and paragraph:
            yield [], paragraph
            paragraph = []
        if rows:
            yield [_bounded(row) for row in rows], []
        elif not is_blank:
            paragraph.append(lines[at])
        at = end if rows else at + 1
    if paragraph:
        yield [], paragraph


def _table(lines: Sequence[Line], at: int, columns: Columns) -> tuple[list[TextRow], int]:
    """Return the rows of a table that begins at a line, and where it ends; no rows for none."""
    text = lines[at][1]
    if "|" in text or "+" in text:
        rows, end = _barred(lines, at)
        if rows:
            return rows, end
    if "\t" in text:
        end = _end(lines, at, lambda line: "\t" in line)
        return [(place, line.split("\t")) for place, line in lines[at:end]], end
    for separator in _SEPARATORS if len(lines) > at + 1 else "":
        if separator in text and separator in lines[at + 1][1]:
            rows, end = _divided(lines, at, separator, columns)
            if rows:
                return rows, end
    return [], at


def _barred(lines: Sequence[Line], at: int) -> tuple[list[TextRow], int]:
    """Return the rows of a table with bars; one that is framed needs no rule."""
    text, below = (line for _, line in (*lines[at : at + 2], (None, ""))[:2])
    if _is_framed(text) or (_is_rule(text) and _is_framed(below)):
        end = _end(lines, at, lambda line: _is_framed(line) or _is_rule(line))
        rows = _between_bars(lines[at:end])
        if len(rows) >= 2:
            return rows, end
    if _is_rule(below) and not _is_rule(text):
        end = _end(lines, at, lambda line: _BAR.search(line) is not None)
        return _between_bars(lines[at:end]), end
    return [], at


def _is_framed(line: str) -> bool:
    """Tell whether a line stands between bars and has one inside: | ก | ข |."""
    bare = line.strip()
    return bare.startswith("|") and bare.endswith("|") and len(_BAR.findall(bare)) > 2


def _is_rule(line: str) -> bool:
    has_two = line.count("-") + line.count("=") > 1 and ("|" in line or "+" in line)
    return has_two and _RULE.fullmatch(line.strip()) is not None


def _between_bars(lines: Sequence[Line]) -> list[TextRow]:
    return [(place, _bar_cells(line)) for place, line in lines if not _is_rule(line)]


def _bar_cells(line: str) -> list[str]:
    bare = line.strip()
    cells = _BAR.split(bare)
    first, last = int(bare.startswith("|")), len(cells) - int(len(cells) > 1 and not cells[-1])
    return [cell.strip().replace("\\|", "|") for cell in cells[first:last]]


def _divided(
    lines: Sequence[Line], at: int, separator: str, columns: Columns
) -> tuple[list[TextRow], int]:
    """Return the rows of a table with known headings whose cells a sign divides."""
    headings = _split(lines[at][1], separator)
    if not columns.begin_with_headings(headings):
        return [], at
    first = [_split(line, separator) for _, line in lines[at + 1 : at + _LOOKED_AT]]
    rows = [*takewhile(lambda cells: len(cells) > 1, first)]
    alike = sum(len(cells) == len(headings) for cells in rows)
    if not alike or alike < _LIKE * len(rows):
        return [], at
    end = _end(lines, at, lambda line: separator in line)
    return [(place, _split(line, separator)) for place, line in lines[at:end]], end


def _split(line: str, separator: str) -> list[str]:
    """Return the cells of a line of CSV; the line as one where its quotation marks are wrong."""
    try:
        cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True, strict=True))
    except csv.Error:
        return [line.strip()]
    return [without_apostrophe(cell.strip()) for cell in cells]


def _end(lines: Sequence[Line], at: int, goes_on: Callable[[str], bool]) -> int:
    """Return where the lines end that go on in one manner."""
    return next((n for n in range(at, len(lines)) if not goes_on(lines[n][1])), len(lines))


def _bounded(row: TextRow) -> TextRow:
    if len(row[1]) > MOST_COLUMNS:
        raise too_many_columns(row[0].line or 0)
    return row
