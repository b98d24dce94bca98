"""Where lines of real tables end, judged by PyThaiNLP's own tokeniser and not by ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize

import prongsai
from prongsai.core.documents.model import Cell, Column, Orientation, Table
from prongsai.core.thai.text import normalise
from prongsai.formats import page
from prongsai.formats.pdf_table import PADDING, in_em
from prongsai.formats.words import width
from prongsai.formats.write_pdf import write_pdf
from tests.factories.documents import HARD, document

DATA = Path(prongsai.__file__).parent / "data"
THAI = re.compile("[\u0e01-\u0e4e]")
NEVER_FIRST = re.compile(r"[\s)\]}”’»ๆฯ]")
COLUMNS = 5  # with fewer, the text of a table is larger


def strings(value: Any) -> Iterator[str]:
    """Yield every text in a file of ours."""
    match value:
        case str():
            yield " ".join(re.sub(r"%\(\w+\)[sd]", "2567", value).replace("%%", "%").split())
        case dict():
            for part in value.values():
                yield from strings(part)
        case list():
            for part in value:
                yield from strings(part)


@cache
def our_texts() -> tuple[str, ...]:
    """Return the Thai texts that come with Prongsai: measures and documents."""
    files = [*sorted(DATA.glob("measures/*.yaml")), *sorted(DATA.glob("texts/*.yaml"))]
    every = (text for path in files for text in strings(yaml.safe_load(path.read_text("utf-8"))))
    return tuple(dict.fromkeys(text for text in every if THAI.search(text)))


def in_a_column(texts: tuple[str, ...], wide: int) -> Table:
    """Make a table of texts in a column (cm), beside others that are empty."""
    rest = round(1000 * (page.text_width(Orientation.PORTRAIT) - wide)) // (COLUMNS - 1)
    columns = (Column("", wide * 1000), *(Column("", rest) for _ in range(COLUMNS - 1)))
    empty = (Cell(()),) * (COLUMNS - 1)
    return Table("", columns, tuple((Cell((text,)), *empty) for text in texts))


class Line(NamedTuple):
    """A line without spaces, and where its first letter stands (pt)."""

    text: str
    left: float


def lines_of(pdf: bytes) -> list[Line]:
    """Return the lines of a PDF, without its page numbers."""
    with pypdfium2.PdfDocument(pdf) as opened:
        pages = [(f"-{n}-", lines_of_page(each)) for n, each in enumerate(opened, start=1)]
        return [line for number, lines in pages for line in lines if line.text != number]


def lines_of_page(opened: Any) -> Iterator[Line]:
    """Yield the letters that stand at one height."""
    said = opened.get_textpage()
    line, height = Line("", 0), 0.0
    for n in range(said.count_chars()):
        letter = said.get_text_range(n, 1).strip()
        left, bottom = said.get_charbox(n, loose=True)[:2]
        if letter and line.text and abs(bottom - height) > 8:
            yield line
            line = Line("", 0)
        if letter:
            line, height = Line(line.text + letter, line.left or left), bottom
    yield line


def broken(text: str, lines: Iterator[Line]) -> list[str]:
    """Take the lines of a text and return them with the spaces inside them."""
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    ends = [0]
    while ends[-1] < len(places):
        ends.append(ends[-1] + len(next(lines).text))
    assert ends[-1] == len(places)
    return [text[places[start] : places[end - 1] + 1] for start, end in pairwise(ends)]


def inside_a_word(before: str, after: str, widest: float) -> bool:
    """Tell if a known word that fits a line spans the end of one."""
    place = 0
    for word in word_tokenize(before + after, engine="newmm"):
        if place < len(before) < place + len(word):
            return word in thai_words() and width(word) <= widest
        place += len(word)
    return False


@pytest.mark.no_cover  # it goes the same ways again and again
@pytest.mark.parametrize("wide", [3, 4, 5])
def test_fewer_than_one_line_of_thai_in_a_hundred_ends_inside_a_word(wide: int) -> None:
    table = in_a_column(our_texts(), wide)
    lines = iter(lines_of(write_pdf(document(table))))
    ends = [
        (before, after)
        for text in our_texts()
        for before, after in pairwise(broken(text, lines))
        if THAI.match(before[-1]) and THAI.match(after) and before + after in text
    ]
    widest = in_em(wide - PADDING, page.sarabun(page.table_size(table)))
    wrong = [pair for pair in ends if inside_a_word(*pair, widest)]
    assert list(lines) == []
    assert len(ends) > 1000
    assert len(wrong) / len(ends) < 0.01, wrong


hard = st.sampled_from(
    [*HARD.split(), "ๆ", "ฯ", "ฯลฯ", "(ร่าง)", "“", "”", ")", "(", "ดำเนินการ", "ต่าง"]
)
hard_texts = st.lists(st.tuples(hard, st.sampled_from(["", " "])).map("".join), max_size=40)


@pytest.mark.parametrize("wide", [3, 4, 5])
@settings(max_examples=20, deadline=None)
@given(st.lists(hard_texts.map("".join), min_size=1, max_size=9).map(tuple))
def test_no_line_begins_with_a_space_or_with_what_belongs_to_the_word_before(
    wide: int, texts: tuple[str, ...]
) -> None:
    said = lines_of(write_pdf(document(in_a_column((*texts, "ก"), wide))))
    lines = iter(said)
    further = [line for text in texts for line in broken(normalise(text), lines)[1:]]
    assert [line for line in further if NEVER_FIRST.match(line)] == []
    left = [line.left for line in said]
    assert max(left) - min(left) < 2  # no letter is as narrow as a space
