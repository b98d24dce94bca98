"""Letters for the tests of the writers: one as an office sends it, random ones, a picture."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from functools import cache
from io import BytesIO

from hypothesis import strategies as st
from PIL import Image

from prongsai.core.documents.model import (
    Block,
    Document,
    Field,
    LetterHead,
    Listing,
    Paragraph,
    Picture,
    Signatures,
    Signer,
)
from tests.factories.documents import document, tables

SENTENCE = "งานกฎหมายและคดีได้วิเคราะห์ผลการประเมินร่วมกับส่วนราชการที่เกี่ยวข้องแล้ว จึงจัดทำมาตรการดังกล่าว "


@cache
def png(width: int = 30, height: int = 40) -> bytes:
    """Make a grey picture (px)."""
    made = BytesIO()
    Image.new("RGBA", (width, height), (120, 120, 120, 255)).save(made, "PNG")
    return made.getvalue()


def picture(height: str = "1.5") -> Picture:
    """Make a picture of a height (cm)."""
    return Picture(png(), "ตราของหน่วยงาน", Decimal(height))


def head(subject: str = "มาตรการ 2567") -> LetterHead:
    """Make the head of a memo, its number left empty."""
    fields = (
        (Field("ส่วนราชการ", "สำนักปลัด โทร. 0 2123 4567"),),
        (Field("ที่", ""), Field("วันที่", "28 กุมภาพันธ์ 2567")),
        (Field("เรื่อง", subject),),
    )
    return LetterHead("บันทึกข้อความ", fields, picture())


def signer(name: str, *lines: str, rank: str = "", opinions: tuple[str, ...] = ()) -> Signer:
    """Make a place to sign."""
    return Signer(opinions, rank, f"({name})", lines)


CHAIN = Signatures(
    (
        signer("นายตัวอย่าง หนึ่งสมมติ", "นิติกรปฏิบัติการ"),
        signer("สมมติ สองตัวอย่าง", "หัวหน้าฝ่าย", rank="ว่าที่ ร.ต.", opinions=("เห็นควรพิจารณา",)),
        signer("สมมติ สองตัวอย่าง", "หัวหน้าฝ่าย รักษาการแทน", "หัวหน้าสำนักปลัด", rank="ว่าที่ ร.ต."),
        signer("ทดสอบ สามสมมติ", "รองปลัด", rank="ร.อ."),
        signer("นางตัวอย่าง สี่สมมติ", "ปลัด", opinions=("เห็นควรอนุมัติ", "เพื่อโปรดพิจารณา")),
        signer("." * 50, "นายกองค์การบริหารส่วนตำบลตัวอย่าง", opinions=("อนุมัติ",)),
    )
)
"""Six signers: one twice, the second time in another's place; the last without a name."""


def letter(
    *blocks: Block,
    first: LetterHead | None = None,
    thai_digits: bool = False,
    catchword: bool = True,
) -> Document:
    """Make a letter of blocks below its head."""
    whole = document(first or head(), *blocks, thai_digits=thai_digits)
    return dataclasses.replace(whole, catchword=catchword)


def memo(*, thai_digits: bool = True) -> Document:
    """Make a memo of two pages: head, three paragraphs and six signers."""
    parts = ("เรียน นายก", SENTENCE * 4, SENTENCE * 3, "จึงเรียนมาเพื่อโปรดพิจารณา")
    body = (Paragraph(text, indent=n > 0, spaced=True) for n, text in enumerate(parts))
    return letter(*body, CHAIN, thai_digits=thai_digits)


def letters(text: st.SearchStrategy[str]) -> st.SearchStrategy[Document]:
    """Make letters of any blocks that stand in one, some of several pages."""
    field = st.builds(Field, text, text)
    lines = st.lists(st.lists(field, min_size=1, max_size=3).map(tuple), max_size=4).map(tuple)
    heads = st.builds(LetterHead, text, lines, st.none() | st.just(picture()))
    texts = st.lists(text, max_size=2).map(tuple)
    one = st.builds(Signer, texts, text, text, texts)
    long = st.builds(lambda words, times: " ".join([words] * times), text, st.integers(1, 30))
    block = st.one_of(
        st.builds(Paragraph, long, indent=st.booleans(), spaced=st.booleans()),
        st.builds(Listing, st.lists(long, max_size=3).map(tuple), st.booleans()),
        st.builds(Signatures, st.lists(one, max_size=6).map(tuple)),
        st.just(picture("3")),
        heads,
        tables(text),
    )
    return st.builds(
        lambda first, rest, thai: dataclasses.replace(
            document(first, *rest, thai_digits=thai), catchword=True
        ),
        heads,
        st.lists(block, max_size=5),
        st.booleans(),
    )
