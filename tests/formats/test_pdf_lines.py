"""Letters at places become lines, and lines the paragraphs that were broken into them."""

from __future__ import annotations

from prongsai.formats.pdf_lines import Line, lines_of, paragraphs, text_of
from prongsai.formats.pdf_page import Letter


def letters(text: str, left: float = 0, base: float = 10) -> list[Letter]:
    """Write a text, each letter 5 points wide and 10 high."""
    return [Letter(each, left + 5 * n, left + 5 * n + 5, base, 10) for n, each in enumerate(text)]


def lines(*texts: str) -> list[Line]:
    return lines_of([x for n, text in enumerate(texts) for x in letters(text, base=15 * n)])


def read(right: float, *texts: str) -> list[str]:
    return [text_of(each) for each in paragraphs(lines(*texts), right)]


def test_letters_of_one_line_stand_together_whatever_the_order_of_their_pieces() -> None:
    written = letters("cd", left=30) + letters("ef", base=40) + letters("ab", base=11)

    assert [(each.text, each.left, each.right) for each in lines_of(written)] == [
        ("ab cd", 0, 40),
        ("ef", 0, 10),
    ]


def test_letters_that_stand_apart_have_one_space_between_them() -> None:
    assert [each.text for each in lines_of(letters("a") + letters("b", left=12))] == ["a b"]
    assert [each.text for each in lines_of(letters("a") + letters("b", left=6))] == ["ab"]
    assert [each.text for each in lines_of(letters(" a   b "))] == ["a b"]
    assert [each.text for each in lines_of([*letters("ก"), Letter("ุ", 9, 9, 10, 10)])] == ["กุ"]


def test_blank_letters_make_no_line() -> None:
    assert lines_of(letters("   ")) == []
    assert paragraphs([], 100) == []


def test_a_line_goes_on_where_the_next_word_had_no_room() -> None:
    assert read(60, "ประชุมคณะ", "ทำงาน") == ["ประชุมคณะทำงาน"]
    assert read(60, "word wordy", "longer") == ["word wordy longer"]
    assert read(60, "www.a.go.th/", "news") == ["www.a.go.th/news"]


def test_a_line_ends_a_paragraph_where_the_next_word_had_room() -> None:
    assert read(200, "กองคลัง", "กองช่าง") == ["กองคลัง", "กองช่าง"]


def test_a_number_or_a_dash_begins_a_paragraph() -> None:
    assert read(60, "1. ประชุมคณะ", "2. รายงานผล", "- ติดตาม") == [
        "1. ประชุมคณะ",
        "2. รายงานผล",
        "- ติดตาม",
    ]
    assert read(60, "1.1 ประชุมคณะ", "๑.๒ รายงานผล") == ["1.1 ประชุมคณะ", "๑.๒ รายงานผล"]


def test_a_gap_ends_a_paragraph() -> None:
    above = [x for n in range(3) for x in letters("ประชุมคณะ", base=15 * n)]
    found = paragraphs(lines_of(above + letters("ทำงาน", base=70)), 50)

    assert [text_of(each) for each in found] == ["ประชุมคณะ" * 3, "ทำงาน"]
