"""The last step before the writers: one spelling, one kind of digits, no skipped heading levels."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

from prongsai.core.documents.model import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    LetterHead,
    Listing,
    Paragraph,
    Signatures,
    Table,
)
from prongsai.core.thai.numerals import thai_digits
from prongsai.core.thai.text import normalise

_WORDS_OF_THE_MODEL = ("kind", "language")


def prepared(document: Document) -> Document:
    """Return the document as all writers write it, so that they cannot differ in what it says.

    Texts are normalised, digits turned if it asks for Thai ones, and heading levels follow each
    other without a gap, as PDF/UA asks (ISO 14289-1, 7.4.2); a heading without words is left out.
    Doing it twice changes nothing.
    """
    spelled: Document = _with_texts(document, thai_spelling if document.thai_digits else normalise)
    return dataclasses.replace(spelled, blocks=tuple(_without_gaps(spelled.blocks)))


def thai_spelling(text: str) -> str:
    """Normalise a text and write its digits in Thai."""
    return thai_digits(normalise(text))


def texts(document: Document) -> Iterator[str]:
    """Yield every text of the document in the order in which it is read.

    Left out is what a writer makes: page numbers, the numbers of lists, the entries of the contents
    and the labels inside a chart, which its description says in words.
    """
    for block in document.blocks:
        yield from _texts_of(block)


def texts_beside_tables(document: Document) -> Iterator[str]:
    """Yield the lines of a document that no table has; those of a letter's head whole."""
    for block in document.blocks:
        if isinstance(block, Table):
            continue
        lines = _texts_of(block)
        if isinstance(block, LetterHead):
            heads = (" ".join(f"{f.name} {f.value}" for f in line) for line in block.lines)
            lines = (block.title, *heads)
        yield from (line.strip() for line in lines if line.strip())


def _texts_of(block: Block) -> tuple[str, ...]:
    match block:
        case Heading() | Paragraph():
            return (block.text,)
        case Listing():
            return block.entries
        case Table():
            titles = tuple(column.title for column in block.columns)
            cells = tuple(text for row in block.rows for cell in row for text in cell.text)
            return (block.caption, *titles, *cells)
        case Chart():
            return (block.caption, block.description)
        case Cover():
            return block.lines
        case Contents():
            return (block.title,)
    return _texts_of_a_letter(block)


def _texts_of_a_letter(block: Block) -> tuple[str, ...]:
    match block:
        case LetterHead():
            fields = (text for line in block.lines for f in line for text in (f.name, f.value))
            return (block.title, *fields)
        case Signatures():
            signers = (
                (*each.opinions, each.rank, each.name, *each.lines) for each in block.signers
            )
            return tuple(text for texts in signers for text in texts if text)
    return ()  # a picture, a page break


def _with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """Return a value of the model with every text in it changed, but not the model's own words."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_with_texts(part, change) for part in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            part.name: _with_texts(getattr(value, part.name), change)
            for part in dataclasses.fields(value)
            if part.name not in _WORDS_OF_THE_MODEL
        }
        return dataclasses.replace(value, **changed)
    return value


def _without_gaps(blocks: tuple[Block, ...]) -> Iterator[Block]:
    deepest = 0
    for block in blocks:
        if isinstance(block, Heading):
            if not block.text.strip():
                continue
            deepest = min(max(block.level, 1), deepest + 1)
            yield dataclasses.replace(block, level=deepest)
        else:
            yield block
