"""A document as data: what stands in it, in which order. How it looks is up to the writers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Align(StrEnum):
    """How the text of a column or a paragraph stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Orientation(StrEnum):
    """How a section's page lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest inside the document."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line feed begins a new line. `indent`: the first line is set in."""

    text: str
    align: Align = Align.LEFT
    indent: bool = True
    bold: bool = False
    spaced: bool = False  # with a little room above it, as the parts of a letter


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; numbered ones are counted by the writer in the digits of the document."""

    entries: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs, and how many columns and rows it covers."""

    text: tuple[str, ...]
    columns: int = 1
    rows: int = 1
    bold: bool = False
    align: Align | None = None  # None: as the column


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width, and how its cells stand."""

    title: str
    width: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its heading row repeats on every page; a row stays on one page if one holds it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the agency's own, as PNG: the Garuda of a letter, the emblem of a cover.

    `text` says what it shows; `height` is in cm.
    """

    png: bytes
    text: str
    height: Decimal
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Field:
    """A part of the head of a letter: its name in bold, its value on a row of dots."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The head of a memo: the Garuda at the left, the title, and its fields line by line."""

    title: str
    lines: tuple[tuple[Field, ...], ...]
    garuda: Picture | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """A place to sign: opinions above it, then rank, the name in brackets, and what the signer is.

    Each stays whole on one page, in the right half of it.
    """

    opinions: tuple[str, ...]
    rank: str
    name: str  # with its brackets, or dots between them
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, one below the other."""

    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One spoke of a radar, or one year of a trend, with its value; None: nothing is known."""

    label: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart."""

    name: str
    points: tuple[Axis, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `radar` or `trend`, its lines (0–100), a mark to draw, and the same in words."""

    kind: str
    caption: str
    description: str
    series: tuple[Series, ...]
    mark: Decimal | None = None
    mark_label: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: an emblem, and lines set in the middle, the first as the title."""

    lines: tuple[str, ...]
    emblem: Picture | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents of the headings."""

    title: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, which may lie another way."""

    orientation: Orientation = Orientation.PORTRAIT


Block = (
    Heading
    | Paragraph
    | Listing
    | Table
    | Chart
    | Cover
    | Contents
    | PageBreak
    | Picture
    | LetterHead
    | Signatures
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. `dated` goes into the file's own data, which PDF/A asks for."""

    title: str
    author: str  # the agency, never a person or a program
    language: str = "th"
    dated: date
    blocks: tuple[Block, ...]
    thai_digits: bool = False
    draft: bool = False  # stamps every page with `stamp`
    stamp: str = "ฉบับร่าง"
    catchword: bool = False  # the first words of a page stand at the foot of the one before
