"""Whatever the elements of a file and however they stand in one another: read, or refused.

`make fuzz` tries more of them.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.readings.understand import understand
from prongsai.formats.apart_answer import Read, read_answer, write_read
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.readers import source_in
from tests.factories.bare_word import word_file
from tests.factories.hostile_pdf import stream, with_content
from tests.factories.hostile_zip import workbook

few = settings(max_examples=settings().max_examples // 4)  # each of them is read and understood
WORDS = st.sampled_from(
    ["ก", "ข้อ", "คะแนน", "มาตรการ", "ระยะเวลา", "i1", "ข้อ ๔๖", "90.5", "ม.ค. 67 - มี.ค. 67", "✓", ""]
) | st.text(st.characters(codec="utf-8", exclude_characters="<>&\r", exclude_categories=["C"]))
NUMBERS = st.sampled_from(["0", "1", "2", "-1", "99999", "x", ""])


def tree(*names: str) -> st.SearchStrategy[str]:
    """Draw XML of elements in one another; some are cut off, some never closed."""
    name = st.sampled_from(names)
    return st.recursive(
        WORDS,
        lambda inner: st.builds(
            lambda name, number, content, end: (
                f'<{name} w:val="{number}" colspan="{number}" r="{number}">{"".join(content)}{end}'
            ),
            name,
            NUMBERS,
            st.lists(inner, max_size=4),
            st.sampled_from(["closed", "closed", "closed", ""]),
        ).map(_closed),
        max_leaves=25,
    )


def _closed(xml: str) -> str:
    name = xml[1:].split(" ", 1)[0]
    return f"{xml.removesuffix('closed')}</{name}>" if xml.endswith("closed") else xml


def is_read_or_refused(data: bytes) -> bool:
    """Read, understand and answer a file, if it is not refused with what to do."""
    try:
        source = source_in(data)
    except Refusal as refusal:
        return refusal.fix is not None
    read = Read(source=source, reading=understand(source, editions_by_year()))
    return read_answer(write_read(read)) == read


WORD = tree(
    *("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:pPr", "w:tcPr", "w:gridSpan", "w:vMerge"),
    *("w:numPr", "w:numId", "w:ilvl", "w:br", "w:sym", "w:moveFrom", "w:lastRenderedPageBreak"),
)
SHEET = tree("sheetData", "row", "c", "v", "f", "is", "t", "mergeCells", "mergeCell")
PAGE = tree(
    *("p", "b", "table", "tr", "td", "th", "ol", "ul", "li", "div", "br", "script", "!--", "head"),
    *("caption", "input", "nav", "![CDATA["),
)
OPERATORS = (
    "BT ET /F 12 Tf 72 700 Td (i1) Tj (90.5) Tj [(a) -900 (b)] TJ 0 0 m 99 0 l 0 99 l",
    "9 9 80 80 re S f h q Q 1 0 0 1 5 5 cm 0 1 -1 0 0 0 cm",
    "-1 1e9 << >> ] [ /X Do BI ID EI T* ' 3 Tr",
)
PDF = st.lists(st.sampled_from(" ".join(OPERATORS).split()), max_size=60)


@few
@given(WORD)
def test_any_elements_of_word(body: str) -> None:
    assert is_read_or_refused(word_file(body))


@few
@given(SHEET, SHEET)
def test_any_elements_of_a_workbook(sheet: str, texts: str) -> None:
    assert is_read_or_refused(workbook(sheet, sharedStrings=f"<sst>{texts}</sst>"))


@few
@given(PAGE)
def test_any_elements_of_a_page(body: str) -> None:
    assert is_read_or_refused(f"<html>{body}".encode())


@few
@given(PDF)
def test_any_operators_of_a_pdf(operators: list[str]) -> None:
    content = " ".join(["BT /F 9 Tf (a) Tj ET", *operators]).encode()
    assert is_read_or_refused(with_content(stream(content)))


@few
@given(st.lists(st.lists(WORDS, max_size=5), max_size=8), st.sampled_from(["\t", ",", ";", "\n"]))
def test_any_lines_of_a_text(rows: list[list[str]], between: str) -> None:
    assert is_read_or_refused("\n".join(map(between.join, rows)).encode())


@few
@given(st.binary(max_size=2_000))
def test_any_bytes(data: bytes) -> None:
    assert is_read_or_refused(data)
