"""Write a Document as PDF (PDF/A-2a and PDF/UA-1): the copy to file, to sign and to publish.

The look is data/typst/document.typ. Texts reach it as JSON and are never read as Typst markup.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import typst

from prongsai.core.documents.model import (
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    LetterHead,
    Listing,
    Orientation,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from prongsai.core.documents.prepare import prepared, texts
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats import page
from prongsai.formats.charts import drawing
from prongsai.formats.pdf_catchwords import with_catchwords
from prongsai.formats.pdf_letter import head_data, picture_data, signatures_data
from prongsai.formats.pdf_table import in_em, table_data
from prongsai.formats.typeset import typeset
from prongsai.formats.words import pieces

Json = dict[str, Any]

# Typst keeps all pages in memory, about 0.6 MB for each thousand of these: so it takes up to some
# 500 MB. The documents of a usual year have 30,000 to 60,000.
_MOST = 800_000
_OF_A_TEXT = 15  # a text of a few letters, such as a cell, takes as much as so many more

_NO_SHAPE = re.compile(r'the text `"(.*?)"` could not be displayed')


def write_pdf(document: Document) -> bytes:
    """Write a document as PDF; the same document gives the same bytes.

    :raises Refusal: if no font at hand has a shape for a character of a text, or the document is
        far longer than any of a year.
    """
    ready = prepared(document)
    _check_length(ready)
    inputs = {"document": json.dumps(_document(ready), ensure_ascii=False)}
    noon = datetime(ready.dated.year, ready.dated.month, ready.dated.day, 12, tzinfo=UTC)
    try:
        return typeset("document", inputs, pdf_standards=["a-2a", "ua-1"], timestamp=noon)
    except typst.TypstError as error:
        shapeless = _NO_SHAPE.findall(error.diagnostic)
        if not shapeless:
            raise
        raise _cannot_be_drawn(ready, shapeless) from error


def _check_length(document: Document) -> None:
    lengths = [len(text) for text in texts(document)]
    if sum(lengths) + _OF_A_TEXT * len(lengths) > _MOST:
        raise Refusal(
            say(
                "The document is too long for a PDF: %(letters)s letters in %(texts)s paragraphs"
                " and cells.",
                letters=sum(lengths),
                texts=len(lengths),
            ),
            fix=say("Write it as a Word file or a page, or divide the plan."),
            where=(document.title,),
        )


@lru_cache(maxsize=8)
def _stamp(words: str) -> str:
    """Draw the words as shapes, so that the stamp does not stand amid the copied text."""
    return typeset("stamp", {"words": words}, format="svg").decode()


def _cannot_be_drawn(document: Document, escaped: list[str]) -> Refusal:
    shapeless = dict.fromkeys(_unescaped(character) for character in escaped)
    all_texts = (text for text in texts(document) if any(each in text for each in shapeless))
    return Refusal(
        say(
            "No font of the document has a shape for %(characters)s.",
            characters=tuple(_named(character) for character in shapeless),
        ),
        fix=say("Take it out or write it in letters; the Word file may keep it."),
        where=(document.title, next(all_texts, document.title)[:60]),
    )


def _named(character: str) -> str:
    """Show a character, or its number where nobody could see it (private use, not assigned)."""
    return character if character.isprintable() else f"U+{ord(character[0]):04X}"


def _unescaped(character: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), character)


def _document(document: Document) -> Json:
    return {
        "title": document.title,
        "author": document.author,
        "language": document.language,
        "dated": {
            "year": document.dated.year,
            "month": document.dated.month,
            "day": document.dated.day,
        },
        "thai_digits": document.thai_digits,
        "stamp": _stamp(document.stamp) if document.draft and document.stamp else "",
        "sizes": {
            "text": page.sarabun(page.TEXT_SIZE),
            "title": page.sarabun(page.TITLE_SIZE),
            "cover": page.sarabun(page.COVER_SIZE),
            "letter": page.sarabun(page.LETTER_TITLE),
            "field": page.sarabun(page.FIELD_SIZE),
            "headings": [
                page.sarabun(page.HEADING_SIZES.get(n, page.TEXT_SIZE)) for n in (1, 2, 3)
            ],
        },
        "spaced": page.SPACED,
        "letter_top": page.LETTER_TOP,
        "sections": _sections(document),
    }


def _sections(document: Document) -> list[Json]:
    sections = page.sections(document)
    goes_on = [False, *(page.goes_on(sections, number) for number in range(len(sections)))]
    return [
        _section(section, document, further=further)
        for section, further in zip(sections, goes_on, strict=False)
    ]


def _section(section: page.Section, document: Document, *, further: bool) -> Json:
    """Return a section; a `further` one goes on with a letter that began before it."""
    blocks = [_block(block, section.orientation, document) for block in section.blocks]
    # The entries of contents are made by the template, and say no catchword.
    contents = any(isinstance(block, Contents) for block in section.blocks)
    catchword = document.catchword and (section.is_letter or further) and not contents
    if catchword:
        blocks = [with_catchwords(block, thai=document.thai_digits) for block in blocks]
    return {
        "landscape": section.orientation is Orientation.LANDSCAPE,
        "letter": section.is_letter,
        "catchword": catchword,
        "further": further and catchword,
        "blocks": blocks,
    }


def _block(block: page.Content, orientation: Orientation, document: Document) -> Json:
    measure = page.text_width(orientation)
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": block.level,
                "text": _words(block.text, measure / 2),
            }
        case Paragraph():
            return {
                "kind": "paragraph",
                "text": _words(block.text, measure),
                "align": block.align,
                "indent": block.indent,
                "bold": block.bold,
                "spaced": block.spaced,
            }
        case Listing():
            entries = [_words(entry, measure - 2) for entry in block.entries]
            return {"kind": "listing", "entries": entries, "numbered": block.numbered}
        case Table():
            return table_data(block, orientation)
        case Chart():
            return _chart(block, measure, thai_digits=document.thai_digits)
        case Cover():
            return _cover(block, orientation)
        case Contents():
            return {"kind": "contents", "title": _words(block.title, measure)}
    return _letter_block(block, orientation)


def _letter_block(block: Picture | LetterHead | Signatures, orientation: Orientation) -> Json:
    match block:
        case Picture():
            return picture_data(block, orientation)
        case LetterHead():
            return head_data(block, orientation)
        case Signatures():
            return signatures_data(block, orientation)


def _cover(cover: Cover, orientation: Orientation) -> Json:
    measure = page.text_width(orientation)
    return {
        "kind": "cover",
        "emblem": picture_data(cover.emblem, orientation) if cover.emblem else None,
        "lines": [_words(line, measure / 2) for line in cover.lines],
    }


def _chart(chart: Chart, measure: float, *, thai_digits: bool) -> Json:
    drawn = drawing(chart, thai_digits=thai_digits)
    return {
        "kind": "chart",
        "caption": _words(chart.caption, measure),
        "alt": chart.caption,
        "description": _words(chart.description, measure),
        "drawing": drawn.data(),
        "pixel": page.chart_width(chart) / drawn.width,
    }


def _words(text: str, width: float) -> list[str]:
    return pieces(text, in_em(width, page.sarabun(page.TEXT_SIZE)))
