from __future__ import annotations

import re
from base64 import b64encode

import pytest
from hypothesis import given, settings

from prongsai.core.documents.model import (
    Align,
    Cover,
    Document,
    Field,
    Heading,
    LetterHead,
    Paragraph,
    Picture,
    Signatures,
)
from prongsai.formats.write_html import write_html
from tests.factories.documents import HOSTILE, document, printable, without_spaces, written
from tests.factories.letters import head, letters, memo, picture, png, signer
from tests.factories.reading_back import read


@pytest.mark.parametrize("thai_digits", [False, True])
def test_a_memo_says_what_the_document_says(thai_digits: bool) -> None:
    whole = memo(thai_digits=thai_digits)
    assert without_spaces(read(write_html(whole)).text) == written(whole)


@settings(max_examples=100, deadline=None)
@given(letters(printable))
def test_any_letter_reads_back(whole: Document) -> None:
    assert without_spaces(read(write_html(whole)).text) == written(whole)


def test_the_fields_are_names_with_values_as_many_beside_each_other_as_on_paper() -> None:
    said = read(write_html(document(head()))).elements
    inside = [(tag, attrs.get("class")) for tag, attrs in said if tag in {"dl", "div", "dt", "dd"}]
    shares = ["share-1", "share-2", "share-2", "share-1"]
    assert inside == [
        ("dl", None),
        *[each for share in shares for each in (("div", share), ("dt", None), ("dd", None))],
    ]


def test_headings_stand_below_the_title_of_the_letter() -> None:
    said = read(write_html(document(head(), Heading("เรื่องเดิม")))).elements
    assert [tag for tag, _ in said if re.fullmatch(r"h\d", tag)] == ["h1", "h2"]


def test_a_picture_carries_its_bytes_its_height_and_a_description() -> None:
    page = write_html(document(Picture(png(), "ตรา", picture("2").height, Align.RIGHT)))
    source = f"data:image/png;base64,{b64encode(png()).decode()}"
    pictures = [attrs for tag, attrs in read(page).elements if tag == "img"]
    assert pictures == [{"id": "p1", "src": source, "alt": "ตรา"}]
    assert "#p1 { height: 2cm; }" in page
    assert '<p class="right"><img' in page


def test_an_emblem_stands_above_the_title_of_a_cover() -> None:
    said = read(write_html(document(Cover(("ปก",), picture("3"))))).elements
    assert [tag for tag, _ in said if tag in {"img", "h1"}] == ["img", "h1"]


@pytest.mark.parametrize(
    ("block", "allowed"),
    [
        (Picture(png(), "", picture().height), True),
        (Cover(("ปก",), picture()), True),
        (head(), True),
        (LetterHead("บันทึก", ()), False),
        (Cover(("ปก",)), False),
        (Paragraph("ก"), False),
    ],
)
def test_a_page_allows_pictures_only_where_it_has_some(
    block: Picture | Cover | LetterHead | Paragraph, allowed: bool
) -> None:
    page = write_html(document(block))
    assert ("; img-src data:; base-uri 'none'" in page, "img-src" in page) == (allowed, allowed)


def test_a_signer_says_only_what_there_is() -> None:
    page = read(write_html(document(Signatures((signer("ก", "ข", opinions=("ค",)),)))))
    assert page.text.split() == ["ค(ก)ข"]
    inside = [(tag, attrs.get("class")) for tag, attrs in page.elements if tag in {"div", "p"}]
    assert inside == [
        ("div", "signer"),
        ("p", "first-line"),
        ("div", "signature"),
        ("p", None),
        ("p", None),
    ]


def test_a_spaced_paragraph_is_marked() -> None:
    page = read(write_html(document(Paragraph("ก", spaced=True), Paragraph("ข", indent=False))))
    assert [attrs.get("class") for tag, attrs in page.elements if tag == "p"] == [
        "first-line spaced",
        None,
    ]


def test_hostile_text_of_a_letter_stays_text() -> None:
    fields = ((Field(HOSTILE, HOSTILE),),)
    told = Picture(png(), HOSTILE, picture().height)
    whole = document(
        LetterHead(HOSTILE, fields, told), Signatures((signer(HOSTILE, HOSTILE, rank=HOSTILE),))
    )
    page = read(write_html(whole))
    assert without_spaces(page.text) == written(whole)
    assert [attrs["alt"] for tag, attrs in page.elements if tag == "img"] == [HOSTILE]
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)
