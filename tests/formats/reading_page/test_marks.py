"""Words are found where they stand, and a marked text is still the same text."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.formats.reading_page.marks import Mark, Piece, Reader, Searched, Span, pieces

TEXT = "ข้อ i7 และข้อ i8\nของหน่วย งาน"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ข้อ", "ข้อ"),
        ("หน่วยงาน", "หน่วย งาน"),
        ("i8 ของหน่วยงาน", "i8\nของหน่วย งาน"),
        ("ข้อ i7 และข้อ i8 ของหน่วย งาน", TEXT),
        ("ข้อ I๗", "ข้อ i7"),
        ("ข้อ ๗", None),
        ("o9", None),
        (" ", None),
    ],
)
def test_words_are_found_however_their_spaces_lie(words: str, found: str | None) -> None:
    place = Reader([Searched(TEXT)]).find(words)

    assert (place and TEXT[slice(*place[1])]) == found


def test_the_same_words_are_found_one_behind_the_other_and_then_again_from_the_first() -> None:
    reader = Reader([Searched(TEXT), Searched("ก"), Searched("ในข้อ i9")])
    found = [reader.find("ข้อ") for _ in range(4)]

    second = TEXT.rindex("ข้อ")
    assert found == [(0, (0, 3)), (0, (second, second + 3)), (2, (2, 5)), (0, (0, 3))]


def test_a_very_long_text_is_searched_only_as_it_is_written() -> None:
    text = Searched("ก " * 200_001)

    assert (text.loosely("กก"), text.exactly("ก ก")) == (None, (0, 3))


def test_where_words_lie_on_each_other_the_gravest_mark_stands() -> None:
    spans = [
        Span(0, 9, 1, Mark.SURE),
        Span(3, 6, 2, Mark.ASK),
        Span(3, 9, 3, Mark.LIKELY),
    ]
    assert list(pieces("abcdefghijkl", spans)) == [
        Piece("abc", Mark.SURE, 1, (1,), False),
        Piece("def", Mark.ASK, 2, (2, 3), True),
        Piece("ghi", Mark.LIKELY, 3, (), True),
        Piece("jkl"),
    ]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(min_size=1, max_size=30))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    places = draw(st.lists(ends.filter(lambda pair: pair[0] < pair[1]), max_size=8))
    marks = draw(st.lists(st.sampled_from(Mark), min_size=8, max_size=8))
    return text, [Span(*pair, n, marks[n]) for n, pair in enumerate(places)]


@given(marked())
def test_a_marked_text_is_the_same_text_and_every_value_begins_once(
    made: tuple[str, list[Span]],
) -> None:
    text, spans = made
    cut = list(pieces(text, spans))

    assert "".join(piece.text for piece in cut) == text
    begun = [number for piece in cut for number in piece.begins]
    assert sorted(begun) == [span.value for span in spans]


def test_many_words_that_cover_a_whole_text_take_time_by_their_number() -> None:
    spans = [Span(n, 20_000 - n, n, Mark.LIKELY) for n in range(10_000)]
    start = perf_counter()

    assert len(list(pieces("ก" * 20_000, spans))) == 19_999
    assert perf_counter() - start < 5  # a second at most on a quiet machine; quadratic: minutes
