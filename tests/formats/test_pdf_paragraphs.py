"""Lines become the paragraphs that were broken into them, as a person sees them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from prongsai.formats.pdf_lines import Line, lines_of, text_of
from prongsai.formats.pdf_page import Letter
from prongsai.formats.pdf_paragraphs import Setting, Stretch

SHORT = ("กองคลัง", "กองช่าง")


def line(text: str, base: float = 0, left: float = 0, paragraph: int = 0) -> Line:
    """Set a line of letters that are 5 points wide and 10 high."""
    (made,) = lines_of(
        Letter(c, left + 5 * n, left + 5 * n + 5, base, 10, paragraph=paragraph)
        for n, c in enumerate(text)
    )
    return made


def lines(*texts: str, gap: float = 15) -> list[Line]:
    return [line(text, gap * n) for n, text in enumerate(texts)]


def read(made: list[Line], right: float, *, left: float = 0, is_cell: bool = True) -> list[str]:
    stretch = Stretch(made, left, right, is_cell=is_cell)
    return [text_of(each) for each in Setting([stretch]).paragraphs(stretch)]


def test_no_lines_are_no_paragraphs() -> None:
    assert read([], 100) == []


def test_a_line_goes_on_where_the_next_word_had_no_room() -> None:
    assert read(lines("ประชุมคณะ", "ทำงาน"), 60) == ["ประชุมคณะทำงาน"]
    assert read(lines("word wordy", "longer"), 60) == ["word wordy longer"]


def test_a_line_ends_a_paragraph_where_the_next_word_had_room() -> None:
    assert read(lines(*SHORT), 200) == [*SHORT]


def test_a_number_or_a_dash_begins_a_paragraph() -> None:
    points = ["1. ประชุมคณะ", "2. รายงานผล", "- ติดตาม", "1.1 ประชุมคณะ", "๑.๒ รายงานผล"]

    assert read(lines(*points), 60) == points


def test_a_dash_between_two_months_begins_none() -> None:
    assert read(lines("ธ.ค. 66", "- เม.ย. 67"), 40) == ["ธ.ค. 66 - เม.ย. 67"]


def test_a_row_of_dots_ends_a_paragraph() -> None:
    assert read(lines("เรื่อง ......", "เรียน"), 60) == ["เรื่อง ......", "เรียน"]


def test_a_gap_ends_a_paragraph() -> None:
    made = [*lines("ประชุมคณะ", "ประชุมคณะ", "ประชุมคณะ"), line("ทำงาน", 70)]

    assert read(made, 50) == ["ประชุมคณะ" * 3, "ทำงาน"]


def test_tags_tell_paragraphs_apart_where_nobody_sees_it() -> None:
    made = [line("ประชุมคณะ", 0, 0, 1), line("ทำงาน", 15, 0, 1), line("รายงาน", 30, 0, 2)]

    assert read(made, 50) == ["ประชุมคณะทำงาน", "รายงาน"]


def test_a_line_of_a_tag_goes_on_behind_its_space_also_where_the_next_word_had_room() -> None:
    first = replace(line("ประชุมคณะ", 0, 0, 1), is_spaced=True)

    assert read([first, line("ทำงาน", 15, 0, 1)], 85) == ["ประชุมคณะ ทำงาน"]


def test_a_line_that_somebody_broke_is_two_also_in_one_tag() -> None:
    made = [line("ก", 0, 0, 1), line("ทำงาน", 15, 0, 1), line("ทำงาน", 15.5, 0, 1)]

    assert read(made, 200) == ["ก", "ทำงาน", "ทำงาน"]


def test_tags_of_each_line_alone_tell_nothing() -> None:
    made = [line("ประชุมคณะ", 0, 0, 1), line("ทำงาน", 15, 0, 2)]

    assert read(made, 50) == ["ประชุมคณะทำงาน"]


def test_a_distance_at_which_paragraphs_end_is_learned() -> None:
    full, base, made = "ประชุมคณะ", 0.0, list[Line]()
    for text in [full, full, "ก"] * 6 + [full, full]:
        made.append(line(text, base))
        base += 20 if text == "ก" else 15
    made.append(line(full, base + 5))

    assert read(made, 47) == [full * 2 + "ก"] * 6 + [full * 2, full]


def test_a_line_set_in_begins_a_paragraph() -> None:
    made = [line("ประชุมคณะ", 0), line("ทำงาน", 15, 20)]
    hanging = [line("1. ประชุม", 0), line("ทำงาน", 15, 20)]

    assert read(made, 50, is_cell=False) == ["ประชุมคณะ", "ทำงาน"]
    assert read(hanging, 50, is_cell=False) == ["1. ประชุมทำงาน"]
    assert read(made, 50) == ["ประชุมคณะทำงาน"]


def test_lines_in_the_middle_leave_room_on_both_sides() -> None:
    made = [line("ประชุมคณะ", 0, 28), line("ทำงาน", 15, 38)]

    assert read(made, 100, is_cell=False) == ["ประชุมคณะ", "ทำงาน"]


def test_lines_about_an_axis_of_their_own_are_each_alone() -> None:
    made = [line("ประชุมคณะ", 0, 150), line("ทำงาน", 15, 160)]

    assert read(made, 200, is_cell=False) == ["ประชุมคณะ", "ทำงาน"]


@pytest.mark.parametrize(
    ("text", "right", "paragraphs"),
    [("ปี 2567", 50, 2), ("ปี 2567", 36, 1), ("ประชุม", 45, 1)],
)
def test_a_line_without_its_space_ends_where_spaces_are_written(
    text: str, right: float, paragraphs: int
) -> None:
    spaced = [replace(each, is_spaced=True) for each in lines(*["ประชุมคณะ"] * 6)]
    made = [*spaced, line(text, 90), line("ประชุมคณะ", 105)]
    stretch = Stretch(made[-2:], 0, right, is_cell=True)

    assert len(Setting([Stretch(made, 0, right, is_cell=True)]).paragraphs(stretch)) == paragraphs
