"""Where the cells of a table stand, with the cells that cover several columns or rows."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.documents.model import Cell, Table


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell in one row, from a column on. `begins`: false in the further rows that it covers."""

    cell: Cell
    column: int
    begins: bool


def grid(table: Table) -> tuple[tuple[Spot, ...], ...]:
    """Return the spots of every row, from left to right.

    :raises ValueError: if the cells of a row leave a gap or stand out of the table.
    """
    hanging: dict[int, tuple[Cell, int]] = {}  # column: a cell from above, rows it still covers
    rows = []
    for number, cells in enumerate(table.rows, start=1):
        spots = _row(list(cells), hanging, len(table.columns))
        if spots is None:
            columns = len(table.columns)
            raise ValueError(
                f"{table.caption!r}, row {number}: cells do not fill {columns} columns."
            )
        hanging = _still_hanging(spots, hanging)
        rows.append(tuple(spots))
    if hanging:
        raise ValueError(f"{table.caption!r}: a cell covers more rows than there are.")
    return tuple(rows)


def _row(cells: list[Cell], hanging: dict[int, tuple[Cell, int]], width: int) -> list[Spot] | None:
    """Place the cells of one row beside those that hang into it; None if they do not fit."""
    spots = []
    column = 0
    waiting = iter(cells)
    while column < width:
        if column in hanging:
            spot = Spot(hanging[column][0], column, begins=False)
        else:
            cell = next(waiting, None)
            if cell is None:
                return None
            spot = Spot(cell, column, begins=True)
        spots.append(spot)
        column += spot.cell.columns
    overlaps = any(spot.begins and _covered(spot) & hanging.keys() for spot in spots)
    fits = column == width and next(waiting, None) is None and not overlaps
    return spots if fits else None


def _covered(spot: Spot) -> set[int]:
    return set(range(spot.column, spot.column + spot.cell.columns))


def _still_hanging(
    spots: list[Spot], hanging: dict[int, tuple[Cell, int]]
) -> dict[int, tuple[Cell, int]]:
    left = {}
    for spot in spots:
        rows = spot.cell.rows if spot.begins else hanging[spot.column][1]
        if rows > 1:
            left[spot.column] = (spot.cell, rows - 1)
    return left
