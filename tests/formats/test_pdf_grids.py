"""Lines on a page make tables: boxes in rows and columns, wide and tall ones too."""

from __future__ import annotations

from prongsai.formats.pdf_grids import Grid, grids_of
from prongsai.formats.pdf_page import Ruling


def level(y: float, left: float = 0, right: float = 200) -> Ruling:
    return Ruling(left, y, right, y)


def upright(x: float, top: float = 0, bottom: float = 100) -> Ruling:
    return Ruling(x, top, x, bottom)


OUTSIDE = [level(0), level(100), upright(0), upright(200)]


def boxes(grid: Grid) -> list[tuple[float, ...]]:
    return [(b.row, b.column, b.left, b.top, b.right, b.bottom) for b in grid.boxes]


def test_lines_that_cross_enclose_boxes_row_by_row() -> None:
    (grid,) = grids_of([*OUTSIDE, level(50), upright(120)])

    assert (grid.rows, grid.columns) == (2, 2)
    assert boxes(grid) == [
        (0, 0, 0, 0, 120, 50),
        (0, 1, 120, 0, 200, 50),
        (1, 0, 0, 50, 120, 100),
        (1, 1, 120, 50, 200, 100),
    ]


def test_where_a_line_is_not_drawn_boxes_are_one() -> None:
    (grid,) = grids_of([*OUTSIDE, level(50, 120), upright(120), upright(160, 50)])

    assert boxes(grid) == [
        (0, 0, 0, 0, 120, 100),
        (0, 1, 120, 0, 200, 50),
        (1, 1, 120, 50, 160, 100),
        (1, 2, 160, 50, 200, 100),
    ]
    assert grid.box_at(60, 80) == grid.boxes[0]
    assert grid.box_at(190, 10) == grid.boxes[1]


def test_a_place_beside_the_table_is_in_no_box() -> None:
    (grid,) = grids_of([*OUTSIDE, upright(120)])

    assert [grid.box_at(*place) for place in ((-1, 50), (201, 50), (50, -1), (50, 101))] == [
        None
    ] * 4


def test_pieces_of_a_line_and_lines_drawn_twice_are_one() -> None:
    pieces = [level(0, 0, 90), level(0.4, 91, 200), level(1, 0, 200), upright(0, 0, 40)]
    rest = [upright(0.5, 42), level(100), upright(200), upright(200.8), upright(120)]
    (grid,) = grids_of([*pieces, *rest])

    assert (grid.rows, grid.columns) == (1, 2)


def test_tables_apart_are_two_the_upper_one_first() -> None:
    lower = [level(300), level(400), *(upright(x, 300, 400) for x in (0, 100, 200))]
    upper, other = grids_of([*lower, *OUTSIDE, upright(50)])

    assert (upper.tops, other.tops) == ([0, 100], [300, 400])


def test_lines_that_enclose_nothing_are_no_table() -> None:
    assert grids_of([level(0), level(50), level(100)]) == []
    assert grids_of([level(0), upright(0)]) == []
    assert grids_of([level(0), level(2), upright(0, 0, 2), upright(200, 0, 2)]) == []
    assert grids_of([]) == []


def test_a_drawing_of_very_many_lines_is_no_table() -> None:
    assert grids_of([level(y * 2) for y in range(2_000)] + [upright(0), upright(9)]) == []
    mesh = [level(y * 4, 0, 2_000) for y in range(500)]
    mesh += [upright(x * 4, 0, 2_000) for x in range(500)]
    assert grids_of(mesh) == []
