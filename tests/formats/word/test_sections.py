from __future__ import annotations

import dataclasses

import pytest

from prongsai.core.documents.model import (
    Block,
    Document,
    Listing,
    PageBreak,
    Paragraph,
    Signatures,
)
from prongsai.formats.word.sections import catchwords
from prongsai.formats.write_docx import write_docx
from tests.factories.documents import document
from tests.factories.letters import head, picture, signer
from tests.factories.word_files import styled

SIGNED = Signatures((signer("นายตัวอย่าง หนึ่งสมมติ"),))
BREAK = PageBreak()


def letter(*blocks: Block, catchword: bool = True) -> Document:
    return dataclasses.replace(document(head(), *blocks), catchword=catchword)


def test_a_page_break_in_a_letter_is_led_over_by_the_words_that_follow() -> None:
    whole = letter(Paragraph("ตามที่"), BREAK, Paragraph("ดังนั้น จึงเรียนมา"), SIGNED)
    assert catchwords(whole) == ["/ดังนั้น จึง ...", ""]
    below = styled(write_docx(whole))[-6:]
    assert below == [
        ("Body Text First Indent", "ตามที่"),
        ("Catchword", "/ดังนั้น จึง ..."),
        ("Gap", ""),
        ("Body Text First Indent", "ดังนั้น จึงเรียนมา"),
        ("Signature Room", ""),
        ("Signature", "(นายตัวอย่าง หนึ่งสมมติ)"),
    ]


def test_each_break_before_the_last_signature_has_its_catchword() -> None:
    parts = (BREAK, Listing(("ก", "ข")), BREAK, SIGNED, BREAK, Paragraph("ตาราง"))
    assert catchwords(letter(*parts)) == ["/ก ...", "/(นายตัวอย่าง ...", "", ""]


@pytest.mark.parametrize(
    "whole",
    [
        letter(Paragraph("ก"), BREAK, SIGNED, catchword=False),
        letter(Paragraph("ก"), SIGNED, BREAK, Paragraph("ตารางแนบท้าย")),
        letter(Paragraph("ก"), BREAK, Paragraph("ไม่มีผู้ลงนาม")),
        letter(Paragraph("ก"), BREAK, head(), SIGNED),
        dataclasses.replace(document(Paragraph("ก"), BREAK, SIGNED), catchword=True),
    ],
    ids=["not asked for", "after it is signed", "never signed", "another letter", "no letter"],
)
def test_other_ends_of_pages_have_none(whole: Document) -> None:
    assert catchwords(whole) == ["", ""]


def test_a_page_that_says_nothing_has_none() -> None:
    assert catchwords(letter(BREAK, picture(), BREAK, SIGNED)) == ["", "/(นายตัวอย่าง ...", ""]


def test_a_document_without_blocks_has_none() -> None:
    assert catchwords(dataclasses.replace(document(), catchword=True)) == [""]
