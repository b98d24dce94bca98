"""Documents for the tests of the writers: hard Thai, hostile text, tables, random ones."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import product

from hypothesis import strategies as st

from prongsai.core.documents.model import (
    Axis,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Listing,
    Orientation,
    PageBreak,
    Paragraph,
    Series,
    Table,
)
from prongsai.core.documents.prepare import prepared, texts

HARD = (
    "น้ำ กำกับดูแล ผู้ที่นั่งปั่น ศักดิ์สิทธิ์ ญี่ปุ่น ฐานะ ป้า ฝึก ฟ้า ปี่ ฤๅษี ฎีกา กตัญญู ก็ ต่าง ๆ ฯลฯ"
    " พ.ศ. 2567 ข้อ o39 i7 (ร้อยละ 85.50) www.example.go.th/ita/2567"
)
HOSTILE = (
    '#read("/etc/passwd") *x* _y_ $z$ @a <label> = b `c` \\ // d /* e */ [f] {g} ~ #let h = 1'
    " <script>alert('i')</script> \" onload=\"j &amp; ]]> <!-- --> %s {{k}} ${l} w:m"
)


def clusters() -> list[str]:
    """Return every Thai consonant with every vowel above or below and every tone."""
    tones = ("", *map(chr, range(0xE48, 0xE4D)))
    vowels = ("", "\u0e31", *map(chr, range(0xE34, 0xE3A)))
    consonants = map(chr, range(0xE01, 0xE2F))
    stacked = ["".join(parts) for parts in product(consonants, vowels, tones)]
    return stacked + [chr(c) + tone + "\u0e33" for c in range(0xE01, 0xE2F) for tone in tones]


def document(*blocks: Block, thai_digits: bool = False, draft: bool = False) -> Document:
    """Make a document of blocks."""
    return Document(
        title="รายงานทดสอบ",
        author="องค์การบริหารส่วนตำบลตัวอย่าง",
        dated=date(2024, 2, 28),
        blocks=blocks,
        thai_digits=thai_digits,
        draft=draft,
    )


def table(*rows: tuple[str, ...], columns: int = 2) -> Table:
    """Make a table of texts, its second column twice as wide as the others."""
    widths = (2 if n == 1 else 1 for n in range(columns))
    titles = tuple(Column(f"หัวตาราง{chr(0xE01 + n)}", width) for n, width in enumerate(widths))
    return Table("ตารางทดสอบ", titles, tuple(tuple(Cell((text,)) for text in row) for row in rows))


def stress(*, thai_digits: bool) -> Document:
    """Make a document of hard Thai in every kind of block, on portrait and landscape pages."""
    all_clusters = clusters()
    rows = [" ".join(all_clusters[n : n + 40]) for n in range(0, len(all_clusters), 40)]
    return document(
        Heading(HARD),
        Paragraph(HARD),
        *(Paragraph(row, indent=False) for row in rows),
        PageBreak(Orientation.LANDSCAPE),
        Listing((HARD, "ข้อสอง"), numbered=True),
        table((HARD, HARD), ("หนึ่ง\nสอง", HARD)),
        thai_digits=thai_digits,
    )


def radar(name: str = "การปฏิบัติหน้าที่") -> Chart:
    """Make a radar of ten spokes and two lines, the second with a gap."""
    scores = [
        "96.07",
        "90.78",
        "92.92",
        "89.74",
        "89.50",
        "84.87",
        "91.23",
        "88.59",
        "97.50",
        "71.25",
    ]
    axes = tuple(Axis(f"{name} {n}", Decimal(score)) for n, score in enumerate(scores, start=1))
    last = (*axes[:-1], Axis(axes[-1].label, None))
    lines = (Series("ปี 2567", axes), Series("ปี 2566", last))
    return Chart("radar", "แผนภาพ 1", "คำอธิบาย 1", lines, Decimal(85), "เกณฑ์ 85")


def trend() -> Chart:
    """Make a trend of five years without the third."""
    years = {"2563": "64.12", "2564": "78.90", "2565": None, "2566": "83.05", "2567": "87.76"}
    points = tuple(Axis(year, Decimal(s) if s else None) for year, s in years.items())
    return Chart(
        "trend", "แผนภาพ 2", "คำอธิบาย 2", (Series("คะแนนรวม", points),), Decimal(85), "เกณฑ์ 85"
    )


def written(document: Document) -> str:
    """Return all that a document says, without spaces."""
    return without_spaces("".join(texts(prepared(document))))


def without_spaces(text: str) -> str:
    """Take out spaces, ends of lines and the joiners that Typst sets before page numbers."""
    return re.sub(r"[\s\u2060]+", "", text)


printable = st.text(
    st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Z", "C"])
    | st.characters(min_codepoint=0xE01, max_codepoint=0xE5B)
)
"""Any text, also with control characters, half of it Thai."""


readable = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x7E)
    | st.characters(min_codepoint=0xE01, max_codepoint=0xE3A)
    | st.characters(min_codepoint=0xE40, max_codepoint=0xE59),
    max_size=200,
)
"""Text of Latin and Thai letters in any order."""


def on_letters(text: str) -> str:
    """Set a letter under each mark that stands alone at the beginning or after a space.

    Of two such marks on a line PDFium, which reads our files back here, drops one as if the other
    overlaid it (Poppler reads both), which says nothing about the file.
    """
    return re.sub(r"(^|\s)(?=[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])", r"\1อ", text)


@st.composite
def tables(draw: st.DrawFn, text: st.SearchStrategy[str]) -> Table:
    """Make tables of up to 12 columns and 6 rows, some cells wide."""
    columns = draw(st.integers(1, 12))
    titles = tuple(Column(draw(text), draw(st.integers(1, 5))) for _ in range(columns))
    rows = []
    for _ in range(draw(st.integers(0, 6))):
        cells, left = [], columns
        while left:
            wide = draw(st.integers(1, left))
            cells.append(Cell(tuple(draw(st.lists(text, max_size=2))), columns=wide))
            left -= wide
        rows.append(tuple(cells))
    return Table(draw(text), titles, tuple(rows))


def documents(text: st.SearchStrategy[str]) -> st.SearchStrategy[Document]:
    """Make documents of all blocks but charts, contents and covers."""
    block = st.one_of(
        st.builds(Heading, text, st.integers(1, 4)),
        st.builds(Paragraph, text, indent=st.booleans(), bold=st.booleans()),
        st.builds(Listing, st.lists(text, max_size=3).map(tuple), st.booleans()),
        st.builds(PageBreak, st.sampled_from(Orientation)),
        tables(text),
    )
    return st.builds(
        lambda blocks, thai: document(*blocks, thai_digits=thai),
        st.lists(block, max_size=4),
        st.booleans(),
    )
