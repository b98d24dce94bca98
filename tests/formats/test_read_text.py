import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Place, Reading
from prongsai.core.readings.source import SourceTable, Text
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_text import read_text
from tests.factories.sources import texts

EDITIONS = editions_by_year()
WORDS = st.text("กขคงจ", min_size=1, max_size=6)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6)


def read(text: str) -> list[str | list[list[str]]]:
    return texts(read_text(text.encode()))


def test_lines_with_tabs_are_rows_and_the_others_paragraphs() -> None:
    assert read("หัวเรื่อง\nบรรทัดสอง\n\nมาตรการ\tคะแนน\n1. ก\t90\n\nท้าย") == [
        "หัวเรื่อง\nบรรทัดสอง",
        [["1. ก", "90"]],
        "ท้าย",
    ]


def test_places_have_the_line_of_the_file() -> None:
    made = read_text("\n\nก\nข\n\nมาตรการ\tคะแนน\nค\t9".encode())
    paragraph, table = made.blocks

    assert isinstance(table, SourceTable)
    assert paragraph.place == Place(line=3)
    assert table.rows[0][1].place == Place(line=7, table=1, row=1, column="คะแนน")


def test_form_feeds_count_pages() -> None:
    made = read_text("ก\n\fข\nค\f\nง".encode())

    assert made.blocks == (
        Text(text="ก", place=Place(page=1, line=1)),
        Text(text="ข\nค", place=Place(page=2, line=2)),
        Text(text="ง", place=Place(page=3, line=4)),
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<p>ก</p><p>ข</p>", "ก\nข"),
        ("<b>ก</b> <i class='x'>ข</i>", "ก ข"),
        ("ก<br/>ข<BR>ค", "ก\nข\nค"),
        ("<ul> <li>ก</li> <li>ข</li> </ul>", "ก\nข"),
        ("**ก** & ข", "ก & ข"),
        ("ก &amp; ข &lt;&#3585;&gt;", "ก & ข <ก>"),
        ("&copyright ก < ข > ค <x>", "&copyright ก < ข > ค <x>"),
        ("นํ้า  เเละ", "น้ำ และ"),
    ],
)
def test_tags_are_taken_off_and_thai_is_spelled_one_way(written: str, text: str) -> None:
    assert read(f"{written}\n") == [text]


def test_a_line_of_tags_alone_is_nothing() -> None:
    assert read("<p></p>\n") == []


def test_bounds_are_kept() -> None:
    wide, long = "ก\t" * 1_001, ("ก\t" * 999 + "\n") * 101
    for text, what in ((wide, "more than 1000 columns"), (long, "100000 cells")):
        with pytest.raises(Refusal, match=what):
            read_text(text.encode())
    with pytest.raises(Refusal, match=re.escape("The text has 2 MB; at most 2 MB are read.")):
        read_text(b"x" * 2_000_001)


@given(st.lists(ROWS, min_size=1, max_size=3))
def test_tables_come_back_as_they_were_written(tables: list[list[tuple[str, str, str]]]) -> None:
    heads = "มาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ"
    pages = ["\n".join([heads, *("\t".join(row) for row in rows)]) for rows in tables]

    assert read("\n\n".join(pages)) == [[[*row] for rows in tables for row in rows]]


@given(st.text(), st.sampled_from(["utf-8", "utf-16"]))
def test_any_text_is_read_and_understood(text: str, encoding: str) -> None:
    assert understood(text.encode(encoding, "replace"))


@given(st.text("ขอi๑๒19. \t\nคะแนน(าปี)ิo0-พ.ศ", max_size=200))
def test_texts_of_these_letters_are_understood(text: str) -> None:
    assert understood(f"ตัวชี้วัดที่\tหัวข้อ\tคะแนน\tวิธีการดำเนินการ\n{text}".encode())


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert understood(data)


@pytest.mark.parametrize("line", ["ก\n", "ก\r", "\f", "\u2028"])
def test_more_lines_than_anybody_reads_are_refused(line: str) -> None:
    assert read_text((line * 99_999).encode()) is not None
    with pytest.raises(Refusal, match="more than 100000 paragraphs"):
        read_text((line * 100_000).encode())


def understood(data: bytes) -> bool:
    """Tell whether bytes are read and understood, or refused with what to do."""
    try:
        source = read_text(data)
    except Refusal as refusal:
        return refusal.fix is not None
    return isinstance(understand(source, EDITIONS), Reading)
