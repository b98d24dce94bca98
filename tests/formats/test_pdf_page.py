"""Letters and lines of a page have their places as the page is shown, turned or not."""

from __future__ import annotations

import pypdfium2
import pytest

from prongsai.formats.pdf_page import PageContent, Ruling, page_content
from tests.factories.pdf_files import drawn, marked, pdf_file, tagged_file, written


def content(stream: str, rotate: int = 0) -> PageContent:
    with pypdfium2.PdfDocument(pdf_file(stream, rotate=rotate, size=(400, 300))) as opened:
        return page_content(opened[0])


def near(ruling: Ruling) -> tuple[int, ...]:
    return tuple(map(round, (ruling.left, ruling.top, ruling.right, ruling.bottom)))


def test_letters_stand_where_they_are_seen() -> None:
    page = content(written("AB", 100, 250, size=20))

    assert (page.width, page.height) == (400, 300)
    assert [each.text for each in page.letters] == ["A", "B"]
    first, second = page.letters
    assert (round(first.left), round(first.base)) == (100, 50)
    assert first.right == pytest.approx(second.left, abs=0.1)


@pytest.mark.parametrize(
    ("rotate", "place"), [(0, (40, 250)), (90, (50, 40)), (180, (360, 50)), (270, (250, 360))]
)
def test_a_page_that_is_turned_is_read_as_it_is_shown(rotate: int, place: tuple[int, int]) -> None:
    page = content(drawn((40, 50, 140, 50)), rotate)
    (line,) = page.rulings
    ends = {near(line)[:2], near(line)[2:]}

    assert place in ends
    assert line.is_level is (rotate % 180 == 0)


def test_lines_boxes_and_thin_filled_boxes_are_lines() -> None:
    box = "10 10 100 50 re S\n"
    thin = "200 10 0.5 80 re f\n200 200 90 0.5 re f\n"

    assert sorted(map(near, content(box + thin).rulings)) == [
        (10, 240, 10, 290),
        (10, 240, 110, 240),
        (10, 290, 110, 290),
        (110, 240, 110, 290),
        (200, 100, 290, 100),
        (200, 210, 200, 290),
    ]


def test_what_is_slanted_curved_filled_or_not_drawn_is_no_line() -> None:
    slanted = drawn((10, 10, 90, 90), (10, 10, 11, 10))
    curved = "10 10 m 20 20 30 20 40 10 c S\n"
    filled = "10 10 100 100 re f\n10 10 m 100 10 l n\n"

    assert content(slanted + curved + filled).rulings == ()


def test_a_line_that_is_moved_is_where_it_is_moved_to() -> None:
    assert [near(r) for r in content("1 0 0 1 50 20 cm " + drawn((0, 0, 100, 0))).rulings] == [
        (50, 280, 150, 280)
    ]


def tagged(*tags: tuple[str, list[int]], marks: str) -> list[tuple[str, int, bool]]:
    with pypdfium2.PdfDocument(tagged_file(marks, tags)) as opened:
        letters = page_content(opened[0]).letters
    return [(each.text, each.paragraph, each.is_told) for each in letters]


def test_letters_know_the_paragraph_that_they_are_tagged_with() -> None:
    marks = marked(0, written("A", 50, 700)) + marked(1, written("B", 50, 600))
    found = tagged(("P", [0]), ("P", [1]), marks=marks + written("C", 50, 500))

    assert [text for text, _, _ in found] == ["A", "B", "C"]
    assert len({paragraph for _, paragraph, _ in found}) == 3
    assert found[2] == ("C", 0, False)


def test_a_marked_content_without_letters_is_a_space() -> None:
    marks = marked(0, written("AB", 50, 700)) + marked(1, "") + marked(2, written("C", 50, 680))
    found = tagged(("P", [0, 1, 2]), ("P", [3]), marks=marks)

    assert "".join(text for text, _, _ in found) == "AB C"
    assert all(told for _, _, told in found)


def test_letters_have_the_room_of_their_font() -> None:
    assert [each.is_whole for each in content(written("Ag", 100, 250)).letters] == [True, True]
