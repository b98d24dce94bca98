"""Bars that offices paint: months of a row whose cells are filled with a colour of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.readings.columns import TIME
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.rows import Row
from prongsai.core.sentences import Sentence, say

_SEVERAL = say("The columns are filled with several colours.")
_AS_HEADINGS = say("All the columns are filled with the colour of their headings.")


@dataclass(frozen=True, slots=True)
class Coloured:
    """Which of the columns that are times are painted in a row, and why that may be no bar."""

    columns: tuple[int, ...]
    doubt: Sentence | None = None


def coloured_in(row: Row) -> Coloured:
    """Return which columns have a colour that is neither of the row nor of the headings.

    Rows and columns are often striped: a colour of the other cells of the row is its ground, and
    so is one that a column shares with its heading, beside another.
    """
    fields = row.table.fields
    heads = row.table.fills or ("",) * len(fields)
    columns = [*zip(fields, _fills(row.over), heads, strict=False)]
    grounds = Counter(fill for name, fill, _ in columns if name != TIME)
    ground = max(grounds, key=grounds.__getitem__, default="")
    own = [(fill, head) for name, fill, head in columns if name == TIME]
    found = {n: fill for n, (fill, _) in enumerate(own) if fill not in {"", ground}}
    if len({*found.values()}) == 1:
        return _of_one(own, found)
    bars = {n: fill for n, fill in found.items() if fill != own[n][1]}
    return Coloured((*bars,), _SEVERAL if len({*bars.values()}) > 1 else None)


def _fills(cells: Sequence[Cell]) -> list[str]:
    """Return the colour of each cell; a wide one has its colour in all columns that it covers."""
    fills = [cell.fill for cell in cells]
    for n, cell in enumerate(cells):
        fills[n + 1 : n + cell.columns] = [cell.fill] * len(fills[n + 1 : n + cell.columns])
    return fills


def _of_one(own: Sequence[tuple[str, str]], found: dict[int, str]) -> Coloured:
    (colour,) = {*found.values()}
    is_striped = all((fill == colour) == (head == colour) for fill, head in own)
    if not is_striped:
        return Coloured((*found,))
    return Coloured((*found,), _AS_HEADINGS) if len(found) == len(own) else Coloured(())
