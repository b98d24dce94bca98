"""The measures of an official page, the same in PDF and Word.

A4; margins 3 cm left, 2 right, 2.5 top, 2 bottom; text of 16 pt TH Sarabun (cabinet resolution of
7 September B.E. 2553), headings of 20 pt, titles of 29 pt. The first page of a letter begins
1.5 cm below the edge of the paper with the Garuda, 1.5 cm high; names of its fields are of 20 pt.
Sarabun as Google Fonts has it is larger on the same body: 10.9 pt of it look like 16 pt of TH
Sarabun. data/word/styles.xml and data/typst/ hold some of these measures too; a test compares the
former.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, takewhile

from prongsai.core.documents.model import (
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    LetterHead,
    Listing,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Signatures,
    Table,
)

Content = (
    Heading
    | Paragraph
    | Listing
    | Table
    | Chart
    | Cover
    | Contents
    | Picture
    | LetterHead
    | Signatures
)
"""A block that stands on a page, which a page break does not."""

PAPER = {Orientation.PORTRAIT: (21.0, 29.7), Orientation.LANDSCAPE: (29.7, 21.0)}  # cm
LEFT, RIGHT, TOP, BOTTOM = 3.0, 2.0, 2.5, 2.0  # cm
FIRST_LINE = 2.5  # cm

TEXT_SIZE = 16  # pt of TH Sarabun, as all sizes below
HEADING_SIZES = {1: 20, 2: 18}  # deeper ones: as the text
TITLE_SIZE = 29
COVER_SIZE = 20

GARUDA = 1.5  # cm high on a memo
LETTER_TOP = 1.5  # cm, on the first page of a letter
LETTER_TITLE = 29
LETTER_TITLE_LINE = 35  # pt, exactly
FIELD_SIZE = 20  # of the names of its fields; their values are as the text
SPACED = 6  # pt above a part of a letter

WHOLE_ROW = 1 / 3
"""The share of a page up to which a row of a table stays whole.

A taller one breaks: moved to the next page as a whole, it would leave half of this one white.
"""

_CHART_WIDTHS = {"radar": 14.5, "trend": 15.0}  # cm

_SARABUN = Fraction(109, 160)


def sarabun(size: float) -> float:
    """Return the size of Sarabun (pt) that looks like a size of TH Sarabun (pt)."""
    return round(float(size * _SARABUN), 1)


def text_width(orientation: Orientation) -> float:
    """Return how wide (cm) the text of a page is."""
    return PAPER[orientation][0] - LEFT - RIGHT


def text_height(orientation: Orientation) -> float:
    """Return how tall (cm) the text of a page is."""
    return PAPER[orientation][1] - TOP - BOTTOM


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages that lie the same way, beginning on a new page."""

    orientation: Orientation
    blocks: tuple[Content, ...]

    @property
    def is_letter(self) -> bool:
        """Tell if the section is a letter, which begins with the head of one."""
        return isinstance(next(iter(self.blocks), None), LetterHead)


def sections(document: Document) -> list[Section]:
    """Divide a document at its page breaks and after its cover; empty sections are left out."""
    orientation = Orientation.PORTRAIT
    found: list[Section] = []
    waiting: list[Content] = []
    for block in (*document.blocks, PageBreak()):
        if not isinstance(block, PageBreak):
            waiting.append(block)
        if isinstance(block, PageBreak | Cover):
            if waiting:
                found.append(Section(orientation, tuple(waiting)))
            waiting = []
        if isinstance(block, PageBreak):
            orientation = block.orientation
    return found or [Section(orientation, ())]


def goes_on(sections: Sequence[Section], number: int) -> bool:
    """Tell if a letter goes on after a section (from 0): it has begun and is signed later."""
    before = chain.from_iterable(section.blocks for section in sections[: number + 1])
    later = chain.from_iterable(section.blocks for section in sections[number + 1 :])
    same = takewhile(lambda block: not isinstance(block, LetterHead), later)
    begun = any(isinstance(block, LetterHead) for block in before)
    return begun and any(isinstance(block, Signatures) for block in same)


def chart_width(chart: Chart) -> float:
    """Return how wide (cm) a chart is on paper."""
    return _CHART_WIDTHS[chart.kind]


def picture_size(picture: Picture, orientation: Orientation) -> tuple[float, float]:
    """Return how wide and how tall (cm) a picture is: as asked for, unless its page is smaller.

    :raises ValueError: if it is no PNG.
    """
    if picture.png[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError(f"{picture.text!r} is no PNG.")
    wide, tall = (int.from_bytes(picture.png[place : place + 4]) for place in (16, 20))
    height = min(float(picture.height), text_height(orientation))
    width = min(height * wide / tall, text_width(orientation))
    return width, width * tall / wide


def table_size(table: Table) -> int:
    """Return the size (pt of TH Sarabun) of a table's text: smaller with many columns."""
    columns = len(table.columns)
    return TEXT_SIZE if columns < 5 else 14 if columns < 9 else 12


def shares(widths: list[int], whole: int) -> list[int]:
    """Divide a whole by shares, so that the parts sum up to it.

    :raises ValueError: if there is no share, or one is not above 0.
    """
    total = sum(widths)
    if min(widths, default=0) <= 0:
        raise ValueError(f"The widths {widths} are no shares of a page.")
    ends = [whole * sum(widths[: n + 1]) // total for n in range(len(widths))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
