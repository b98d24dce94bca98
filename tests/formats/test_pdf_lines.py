"""Letters at places become lines, and lines the text that was broken into them."""

from __future__ import annotations

import pytest

from prongsai.formats.pdf_lines import Line, lines_of, may_break, text_of
from prongsai.formats.pdf_page import Letter


def letters(text: str, left: float = 0, base: float = 10, *, step: float = 5) -> list[Letter]:
    """Write a text, each letter 5 points wide and 10 high."""
    return [
        Letter(each, left + step * n, left + step * n + 5, base, 10) for n, each in enumerate(text)
    ]


def lines(*texts: str) -> list[Line]:
    return lines_of([x for n, text in enumerate(texts) for x in letters(text, base=15 * n)])


def whole(text: str, gaps: list[float]) -> list[Letter]:
    """Write letters that have the room that their font gives them, so far apart."""
    lefts = [5 * n + sum(gaps[:n]) for n in range(len(text))]
    return [Letter(c, x, x + 5, 10, 10, is_whole=True) for c, x in zip(text, lefts, strict=True)]


def test_letters_of_one_line_stand_together_whatever_the_order_of_their_pieces() -> None:
    made = letters("cd", left=30) + letters("ef", base=40) + letters("ab", base=11)

    assert [(each.text, each.left, each.right) for each in lines_of(made)] == [
        ("ab cd", 0, 40),
        ("ef", 0, 10),
    ]


def test_letters_that_stand_apart_have_one_space_between_them() -> None:
    assert [each.text for each in lines_of(letters("a") + letters("b", left=12))] == ["a b"]
    assert [each.text for each in lines_of(letters("a") + letters("b", left=6))] == ["ab"]
    assert [each.text for each in lines_of(letters(" a   b "))] == ["a b"]
    assert [each.text for each in lines_of([*letters("ก"), Letter("ุ", 9, 9, 10, 10)])] == ["กุ"]


def test_a_narrow_space_is_seen_where_letters_have_the_room_of_their_font() -> None:
    assert [each.text for each in lines_of(whole("abcd", [0, 1, 0]))] == ["ab cd"]
    assert [each.text for each in lines_of(whole("abcd", [0, 0.5, 0]))] == ["abcd"]


def test_letters_that_are_spread_over_a_line_are_no_words() -> None:
    assert [each.text for each in lines_of(whole("abcdef", [2, 2, 4, 2, 2]))] == ["abc def"]
    assert [each.text for each in lines_of(whole("abcdef", [2, 2, 2, 2, 2]))] == ["abcdef"]


def test_spaces_that_tags_tell_of_are_not_looked_for() -> None:
    told = [Letter(c, x, x + 5, 10, 10, is_told=True) for c, x in (("a", 0), ("b", 7), ("c", 15))]

    assert [each.text for each in lines_of(told)] == ["ab c"]


def test_a_line_tells_the_paragraphs_and_the_space_at_its_ends() -> None:
    made = [Letter("a", 0, 5, 10, 10, paragraph=1), Letter("b", 5, 10, 10, 10, paragraph=2)]
    (line,) = lines_of([*made, Letter(" ", 10, 12, 10, 10, paragraph=2)])
    (other,) = lines_of([*made, Letter("c", 40, 45, 10, 10, paragraph=3)])

    assert (line.text, line.first, line.last, line.is_spaced) == ("ab", 1, 2, True)
    assert (other.text, other.first, other.last, other.is_spaced) == ("ab c", 1, 3, False)


def test_blank_letters_make_no_line() -> None:
    assert lines_of(letters("   ")) == []
    assert lines_of([]) == []


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        ("ประชุมคณะ", "ทำงาน", "ประชุมคณะทำงาน"),
        ("ประชุมคณะ ", "ทำงาน", "ประชุมคณะ ทำงาน"),
        ("word", "longer", "word longer"),
        ("www.a.go.th/", "news", "www.a.go.th/news"),
        ("e-", "mail", "e-mail"),
        ('หัวข้อ "', "แผน", 'หัวข้อ "แผน'),
        ("แผน (", "ร่าง", "แผน (ร่าง"),
        ('"แผน"', "และ", '"แผน" และ'),
    ],
)
def test_lines_are_joined_as_they_were_before_they_were_broken(
    above: str, below: str, text: str
) -> None:
    first, second = lines(above, below)

    assert text_of([first, second]) == text


def test_a_line_may_end_without_a_space_between_thai_words_and_in_an_address() -> None:
    ends = [("คณะ", "ทำงาน"), ("www.a.go.th/", "ข่าว"), ("ปี 2567", "และ"), ("แผน", "(ร่าง)")]

    assert [may_break(*lines(*pair)) for pair in ends] == [True, True, False, False]
