"""A tagged PDF says which marked contents make one paragraph."""

from __future__ import annotations

import pypdfium2

from prongsai.formats.pdf_tags import paragraphs_named
from tests.factories.pdf_files import marked, pdf_file, tagged_file, written

WORDS = "".join(marked(n, written(f"w{n}", 50, 700 - 20 * n)) for n in range(4))


def named(data: bytes) -> dict[int, int]:
    with pypdfium2.PdfDocument(data) as opened:
        return paragraphs_named(opened[0])


def test_a_page_without_tags_names_no_paragraph() -> None:
    assert named(pdf_file(written("Text", 50, 500))) == {}


def test_contents_of_one_tag_are_one_paragraph() -> None:
    found = named(tagged_file(WORDS, [("P", [0, 1]), ("P", [2]), ("P", [3])]))

    assert found.keys() == {0, 1, 2, 3}
    assert found[0] == found[1] > 0
    assert len({found[0], found[2], found[3]}) == 3


def test_a_tag_inside_of_a_paragraph_begins_none() -> None:
    found = named(tagged_file(WORDS, [("Span", [0, 1]), ("Link", [2]), ("H1", [3])]))

    assert found[0] == found[1] == found[2] == 0 < found[3]


def test_tags_may_be_nested() -> None:
    found = named(tagged_file(WORDS, [("P", [0, 1]), ("P", [2, 3])], deep=20))

    assert found[0] == found[1] != found[2] == found[3]


def test_tags_nested_without_end_are_left() -> None:
    assert named(tagged_file(WORDS, [("P", [0, 1]), ("P", [2, 3])], deep=5_000)).keys() <= {2, 3}
