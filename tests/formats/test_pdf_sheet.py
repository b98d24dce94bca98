"""A page has its letters in the boxes of tables, or outside of them."""

from __future__ import annotations

from prongsai.formats.pdf_page import Letter, PageContent, Ruling
from prongsai.formats.pdf_sheet import Sheet

BOX = [Ruling(0, y, 200, y) for y in (0, 50, 100)] + [Ruling(x, 0, x, 100) for x in (0, 100, 200)]


def letters(text: str, left: float, base: float) -> list[Letter]:
    return [Letter(c, left + 5 * n, left + 5 * n + 5, base, 10) for n, c in enumerate(text)]


def sheet(*texts: list[Letter], rulings: list[Ruling] = BOX) -> Sheet:
    written = tuple(letter for text in texts for letter in text)
    return Sheet(1, PageContent(400, 500, written, tuple(rulings)))


def cells(made: Sheet) -> dict[tuple[int, int], list[str]]:
    (grid,) = made.grids
    found = made.cells_of(grid).items()
    return {(box.row, box.column): [line.text for line in each.lines] for box, each in found}


def test_letters_are_in_their_boxes_or_outside() -> None:
    made = sheet(letters("ab", 5, 20), letters("cd", 105, 70), letters("ef", 5, 200))

    assert cells(made) == {(0, 0): ["ab"], (1, 1): ["cd"]}
    assert [line.text for line in made.lines] == ["ef"]
    assert not made.is_empty


def test_a_space_that_hangs_out_of_a_box_is_of_the_letter_before() -> None:
    made = sheet(letters("ab", 88, 20), [Letter(" ", 101, 104, 20, 10)], letters("cd", 105, 20))
    (grid,) = made.grids

    assert [each.lines[0].is_spaced for each in made.cells_of(grid).values()] == [True, False]


def test_lines_begin_and_end_at_the_same_distance_from_a_box() -> None:
    made = sheet(letters("ab", 6, 20), letters("cd", 108, 20))
    (grid,) = made.grids

    assert [(s.left, s.right) for s in made.cells_of(grid).values()] == [(6, 94), (106, 194)]


def test_a_line_below_the_table_goes_on_with_its_last_row_only_close_below() -> None:
    near = sheet(letters("ab", 5, 97), letters("cd", 5, 110))
    far = sheet(letters("ab", 5, 97), letters("cd", 5, 160))

    assert (cells(near), near.lines) == ({(1, 0): ["ab", "cd"]}, [])
    assert (cells(far), [line.text for line in far.lines]) == ({(1, 0): ["ab"]}, ["cd"])


def test_a_page_of_blanks_is_empty() -> None:
    assert sheet(letters("  ", 5, 20), rulings=[]).is_empty


def test_heads_and_feet_stand_at_the_edge() -> None:
    made = sheet(letters("a", 5, 40), letters("b", 5, 250), letters("c", 5, 460), rulings=[])

    assert [made.is_at_edge(line) for line in made.lines] == [True, False, True]
