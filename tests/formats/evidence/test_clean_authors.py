"""Who wrote comments and marked changes is numbered; every word and all else stay."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment

from prongsai.formats.evidence.clean_authors import Authors
from prongsai.formats.evidence.clean_office import clean_office
from prongsai.formats.evidence.kinds import TakenOut
from tests.factories import evidence

NAMED = ("สมมติ ตรวจ", "Own Name", "SO", "S::a@b.c::1")
PARTS = {
    "word/document.xml": (
        (
            '<w:p><w:ins w:author="สมมติ ตรวจ" w:date="2026-01-05"><w:t>author="x"</w:t>'
            "</w:ins><w:del w:author='Own Name'/></w:p>"
        ),
        (
            '<w:p><w:ins w:author="Author 1" w:date="2026-01-05"><w:t>author="x"</w:t>'
            '</w:ins><w:del w:author="Author 2"/></w:p>'
        ),
    ),
    "word/comments.xml": (
        '<w:comment w:id="0" w:author="Own Name" w:initials="SO"><w:t>ดูหน้า 2</w:t></w:comment>',
        '<w:comment w:id="0" w:author="Author 2" w:initials="A"><w:t>ดูหน้า 2</w:t></w:comment>',
    ),
    "word/people.xml": (
        (
            '<w15:person w15:author="Own Name"><w15:presenceInfo w15:providerId="AD" '
            'w15:userId="S::a@b.c::1"/></w15:person>'
        ),
        (
            '<w15:person w15:author="Author 2"><w15:presenceInfo w15:providerId="None" '
            'w15:userId="Author 3"/></w15:person>'
        ),
    ),
    "xl/persons/person.xml": (
        '<person displayName="สมมติ ตรวจ" id="{1}" userId="S::a@b.c::1" providerId="AD"/>',
        '<person displayName="Author 1" id="{1}" userId="Author 3" providerId="None"/>',
    ),
    "xl/comments1.xml": (
        "<authors><author>สมมติ ตรวจ</author><author>tc={1}</author></authors><t>ควรแก้</t>",
        "<authors><author>Author 1</author><author>tc={1}</author></authors><t>ควรแก้</t>",
    ),
    "xl/pivotCache/a.xml": (
        '<pivotCacheDefinition r:id="1" refreshedBy="สมมติ ตรวจ"/>',
        '<pivotCacheDefinition r:id="1" refreshedBy="Author 1"/>',
    ),
    "xl/revisions/userNames.xml": (
        '<userInfo guid="{1}" name="Own Name"/><header userName="สมมติ ตรวจ"/>',
        '<userInfo guid="{1}" name="Author 2"/><header userName="Author 1"/>',
    ),
    "ppt/authors.xml": (
        '<p188:author id="{1}" name="สมมติ ตรวจ" initials="SO" userId="S::a@b.c::1"/>',
        '<p188:author id="{1}" name="Author 1" initials="A" userId="Author 3"/>',
    ),
    "ppt/commentAuthors.xml": (
        '<p:cmAuthor id="1" name="Own Name" initials="SO" clrIdx="0"/>',
        '<p:cmAuthor id="1" name="Author 2" initials="A" clrIdx="0"/>',
    ),
    "ppt/changesInfos/a.xml": (
        '<pc:chgData name="สมมติ ตรวจ" userId="S::a@b.c::1" providerId="AD"/>',
        '<pc:chgData name="Author 1" userId="Author 3" providerId="None"/>',
    ),
}


@pytest.fixture
def authors() -> Authors:
    """Three authors who were met: two names and an account."""
    known = Authors()
    for name in (NAMED[0], NAMED[1], NAMED[3]):
        known.numbered("a.xml", f'<w:ins w:author="{name}"/>'.encode())
    return known


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", PARTS)
def test_names_become_numbers_and_all_else_stays(
    part: str, encoding: str, authors: Authors
) -> None:
    given, kept = PARTS[part]
    assert authors.numbered(part, given.encode(encoding)).decode(encoding) == kept


@pytest.mark.parametrize("part", PARTS)
def test_what_was_numbered_is_left_alone(part: str) -> None:
    again = Authors()
    for number in (1, 2, 3):
        again.numbered("a.xml", f'<w:ins w:author="Author {number}"/>'.encode())
    kept = PARTS[part][1].encode()
    assert (again.numbered(part, kept), again.were_named) == (kept, False)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", '<w:t>w:author="ก" &lt;w:ins w:author="ก"/&gt;</w:t>'),
        ("word/document.xml", '<!-- <w:ins w:author="ก"/> --><w:t/>'),
        ("word/document.xml", '<w:t><![CDATA[<w:ins w:author="ก"/>]]></w:t>'),
        ("word/document.xml", '<w:document xmlns:author="urn:a"/>'),
        ("customXml/item1.xml", "<b:authors><b:author>ผู้แต่ง</b:author></b:authors>"),
        ("xl/sharedStrings.xml", "<si><t>authors</t></si><si><t>author</t></si>"),
        ("word/media/image1.png", '<w:ins w:author="ก"/>'),
        ("word/document.xml", '<w:ins w:author="ก'),
        ("word/document.xml", '<w:ins w:author=""/>'),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_author_stays(part: str, content: str) -> None:
    authors = Authors()
    kept = authors.numbered(part, content.encode())
    assert (kept.decode(), authors.were_named) == (content, False)


def test_half_a_letter_is_left_alone() -> None:
    content = '<w:ins w:author="ก"/>'.encode("utf-16-le") + b"<"
    assert Authors().numbered("word/document.xml", content) == content


def test_a_word_file_keeps_its_comments_without_their_names() -> None:
    made = docx.Document()
    run = made.add_paragraph("มาตรการ").runs[0]
    made.add_comment(run, text="ควรระบุวันที่", author=NAMED[0], initials=NAMED[2])
    kept, taken = clean_office(saved(made))
    (comment,) = docx.Document(BytesIO(kept)).comments
    assert (comment.text, comment.author, comment.initials) == ("ควรระบุวันที่", "Author 1", "A")
    assert taken == {TakenOut.DETAILS, TakenOut.AUTHORS}
    assert NAMED[0].encode() not in evidence.unpacked(kept)


def test_an_excel_file_keeps_its_comments_without_their_names() -> None:
    made = openpyxl.Workbook()
    made["Sheet"]["A1"].comment = Comment("ตรวจแล้ว", NAMED[0])
    kept, taken = clean_office(saved(made))
    comment = openpyxl.load_workbook(BytesIO(kept))["Sheet"]["A1"].comment
    assert (comment.text, comment.author) == ("ตรวจแล้ว", "Author 1")
    assert taken == {TakenOut.DETAILS, TakenOut.AUTHORS}
    assert NAMED[0].encode() not in evidence.unpacked(kept)


def test_a_file_that_is_cleaned_again_stays_the_same() -> None:
    made = docx.Document()
    made.add_comment(made.add_paragraph("ก").runs[0], text="ข", author=NAMED[0])
    once, _ = clean_office(saved(made))
    assert clean_office(once) == (once, frozenset())


def saved(made: object) -> bytes:
    """Return a document of either library as bytes."""
    out = BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
