"""What other offices, programs and scanners make of a text with tables: the same, otherwise.

Each takes lines (cells apart by tabs) and how a person sees its rows, and returns lines. Chance is
fixed by a seed, so that a failure can be looked at again.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from prongsai.core.thai.spelling import letters
from tests.factories.facts import SHARED

Lines = Sequence[str]

_THAI, _ARABIC = "๐๑๒๓๔๕๖๗๘๙", "0123456789"
_SWAPPED = str.maketrans(_THAI + _ARABIC, _ARABIC + _THAI)
# Of a kind: a scanner takes a letter for another one, a mark for another one.
_KINDS = (
    "กขคฆงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "ะาเแโใไ",
    "ิีึืุูั็่้๊๋์ํ",
    _THAI,
    _ARABIC,
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
)
_ONE_IN = 100
_LONG = 160  # letters of a cell that a page cuts
# Written once for several rows, and so below each other in cells that are empty.
_ONCE = ("instrument", "indicator")


@dataclass(frozen=True, slots=True)
class Seen:
    """Lines as a person sees them: the rows of each table, a row being one line or several."""

    lines: Lines
    tables: tuple[tuple[tuple[int, ...], ...], ...]


Mutation = Callable[[Seen, Random], Lines]


def columns_reordered(seen: Seen, chance: Random) -> Lines:
    """Put the columns of each table into another order."""
    order: dict[str, list[int]] = {}
    known: list[int] = []
    made = []
    for line in seen.lines:
        cells = line.split("\t")
        if _are_headings(cells):
            name = letters(line)
            known = order.setdefault(name, chance.sample(range(len(cells)), len(cells)))
        in_order = [cells[n] for n in known] if len(cells) == len(known) > 1 else cells
        made.append("\t".join(in_order))
    return made


def headings_reworded(seen: Seen, chance: Random) -> Lines:
    """Call the columns as other offices do; a table calls a column the same on each page."""
    words: dict[str, str] = {}
    made = []
    for line in seen.lines:
        cells = line.split("\t")
        if _are_headings(cells):
            cells = [words.setdefault(letters(cell), _reworded(cell, chance)) for cell in cells]
        made.append("\t".join(cells))
    return made


def digits_swapped(seen: Seen, _chance: Random) -> Lines:
    """Write Thai digits for Arabic ones, and the other way round."""
    return [line.translate(_SWAPPED) for line in seen.lines]


def rows_shuffled(seen: Seen, chance: Random) -> Lines:
    """Put the rows of each table into another order, with what was written once in each of them."""
    made: list[list[str]] = [[line] for line in _filled_down(seen)]
    for rows in seen.tables:
        moved = chance.sample(rows, len(rows))
        written = [[text for line in row for text in made[line - 1]] for row in moved]
        for row, texts in zip(rows, written, strict=True):
            for line in row:
                made[line - 1] = []
            made[row[0] - 1] = texts
    return [line for lines in made for line in lines]


def pages_between_rows(seen: Seen, chance: Random) -> Lines:
    """Begin pages between rows, where the headings are not repeated."""
    return _paged(seen, chance, headings=False, cut=False)


def pages_with_headings(seen: Seen, chance: Random) -> Lines:
    """Begin pages between rows, each with the headings again."""
    return _paged(seen, chance, headings=True, cut=False)


def pages_in_rows(seen: Seen, chance: Random) -> Lines:
    """Begin pages in the middle of long rows, each with the headings again."""
    return _paged(seen, chance, headings=True, cut=True)


def cells_shifted(seen: Seen, chance: Random) -> Lines:
    """Put an empty cell too many into a row of four, or leave one out."""
    rows = {row[0] for table in seen.tables for row in table}
    made = []
    for number, line in enumerate(seen.lines, start=1):
        cells = line.split("\t")
        if number in rows and not chance.randrange(4):
            empty = [n for n, cell in enumerate(cells) if not cell]
            if empty and chance.randrange(2):
                del cells[empty[0]]
            else:
                cells.insert(chance.randrange(len(cells)), "")
        made.append("\t".join(cells))
    return made


def noisy(seen: Seen, chance: Random) -> Lines:
    """Change, drop or double one letter of a hundred."""
    return ["".join(_noisy(letter, chance) for letter in line) for line in seen.lines]


def _noisy(letter: str, chance: Random) -> str:
    kind = next((kind for kind in _KINDS if letter in kind), "")
    if not kind or chance.randrange(_ONE_IN):
        return letter
    return chance.choice((chance.choice(kind.replace(letter, "")), "", letter * 2))


MUTATIONS: Mapping[str, Mutation] = {
    "columns reordered": columns_reordered,
    "headings reworded": headings_reworded,
    "digits swapped": digits_swapped,
    "rows shuffled": rows_shuffled,
    "pages between rows": pages_between_rows,
    "pages with headings": pages_with_headings,
    "pages in rows": pages_in_rows,
    "cells shifted": cells_shifted,
    "noise of 1 in 100": noisy,
}


def changed(mutation: str, seen: Seen, chance: int) -> Lines:
    """Write a document otherwise, in one of many ways."""
    return MUTATIONS[mutation](seen, Random(chance))  # noqa: S311 -- a simulation, no secret


def _paged(seen: Seen, chance: Random, *, headings: bool, cut: bool) -> Lines:
    rows = {row[0] for table in seen.tables for row in table}
    made: list[str] = []
    heading = ""
    for number, line in enumerate(seen.lines, start=1):
        cells = line.split("\t")
        heading = line if _are_headings(cells) else heading
        page = ["", f"- {number} -", "", *([heading] if headings else [])]
        if cut and number in rows and max(map(len, cells)) > _LONG:
            upper, lower = zip(*map(_cut, cells), strict=True)
            made += ["\t".join(upper), *page, "\t".join(lower)]
            continue
        follows = number in rows and number - 1 in rows
        made += page if follows and not cut and not chance.randrange(2) else []
        made.append(line)
    return made


def _cut(cell: str) -> tuple[str, str]:
    """Cut a long cell in two at a space near its middle."""
    place = cell.find(" ", len(cell) // 2) if len(cell) > _LONG and "<" not in cell else -1
    return (cell[:place], cell[place + 1 :]) if place > 0 else (cell, "")


def _filled_down(seen: Seen) -> list[str]:
    above: list[str] = []
    once: list[int] = []
    firsts = {row[0] for table in seen.tables for row in table}
    made = []
    for number, line in enumerate(seen.lines, start=1):
        cells = line.split("\t")
        if _are_headings(cells):
            once, above = [n for n, c in enumerate(cells) if _fields().get(letters(c)) in _ONCE], []
        elif number in firsts:
            for n in once if above else []:
                cells[n] = cells[n] or above[n]
            above = cells
        made.append("\t".join(cells))
    return made


def _are_headings(cells: Sequence[str]) -> bool:
    known = sum(letters(cell) in _fields() for cell in cells)
    return len(cells) > 1 and 2 * known > len(cells)


def _reworded(heading: str, chance: Random) -> str:
    field = _fields().get(letters(heading))
    others = [other for other, means in _headings() if means == field and field is not None]
    return chance.choice(others or [heading])


@cache
def _fields() -> Mapping[str, str]:
    return {letters(heading): field for heading, field in _headings()}


@cache
def _headings() -> tuple[tuple[str, str], ...]:
    """Return the headings that mean one thing, with the field; without a key of a program."""
    with (SHARED / "facts" / "column_synonyms.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["heading_th"], row["field"]) for row in csv.DictReader(file)]
    return tuple((h, f) for h, f in rows if " (" not in f and "(key)" not in h and "…" not in h)
