"""The blocks of a document as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.core.documents.model import (
    Align,
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
from prongsai.formats import charts, page
from prongsai.formats.word import xml
from prongsai.formats.word.letter import head, signatures
from prongsai.formats.word.table import SIDES, table
from prongsai.formats.word.xml import paragraph, run, twips, w

_DEEPEST = 3  # levels of headings that have a style
_COVER_TOP = 5.5  # cm above the title of a cover; what an emblem leaves of it stands above that
_BELOW_EMBLEM = 1.0


@dataclass(slots=True)
class Body:
    """What the blocks of one document share: its headings for the contents, pictures and lists."""

    document: Document
    pictures: list[bytes] = field(default_factory=list)
    numbered: int = 0  # numbered lists so far
    headings: int = 0
    drawn: Iterator[charts.Picture] = field(init=False)

    def __post_init__(self) -> None:
        """Draw the charts before all else: outside of Python, which the other writers need."""
        digits = self.document.thai_digits
        all_charts = [block for block in self.document.blocks if isinstance(block, Chart)]
        self.drawn = iter([charts.picture(chart, thai_digits=digits) for chart in all_charts])

    def write(
        self, block: page.Content, orientation: Orientation, after: page.Content | None = None
    ) -> str:
        """Write one block; `orientation` is how its page lies, `after` what follows on it."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return _paragraph(block, signed=isinstance(after, Signatures))
            case Listing():
                return self._listing(block)
            case Table():
                return table(block, orientation)
            case Chart():
                return self._chart(block)
            case Contents():
                return self._contents(block)
        return self._beginning_or_end(block, orientation)

    def _beginning_or_end(
        self, block: Cover | Picture | LetterHead | Signatures, orientation: Orientation
    ) -> str:
        match block:
            case Cover():
                return self._cover(block, orientation)
            case Picture():
                side = w("jc", val=SIDES[block.align])
                return paragraph("Picture", self._shown(block, orientation), properties=side)
            case LetterHead():
                garuda = block.garuda
                shown = self._shown(garuda, orientation, floating=True) if garuda else ""
                return head(block, orientation, shown)
            case Signatures():
                return signatures(block, orientation)

    def _cover(self, block: Cover, orientation: Orientation) -> str:
        above, title = "", ""
        if block.emblem is not None:
            height = page.picture_size(block.emblem, orientation)[1]
            room = max(_COVER_TOP - height - _BELOW_EMBLEM, 0)
            above = paragraph(
                "Picture",
                self._shown(block.emblem, orientation),
                properties=w("spacing", before=twips(room)) + w("jc", val="center"),
            )
            title = w("spacing", before=twips(_BELOW_EMBLEM))
        styles = (("Title", title), *(("Subtitle", "") for _ in block.lines[1:]))
        lines = zip(styles, block.lines, strict=False)
        return above + "".join(
            paragraph(style, run(line), properties=spacing) for (style, spacing), line in lines
        )

    def _shown(self, block: Picture, orientation: Orientation, *, floating: bool = False) -> str:
        self.pictures.append(block.png)
        size = page.picture_size(block, orientation)
        return xml.image(len(self.pictures), block.text, size, floating=floating)

    def _heading(self, block: Heading) -> str:
        self.headings += 1
        number = self.headings
        start = w("bookmarkStart", id=number, name=_bookmark(number))
        end = w("bookmarkEnd", id=number)
        return paragraph(f"Heading{min(block.level, _DEEPEST)}", start, run(block.text), end)

    def _listing(self, block: Listing) -> str:
        if block.numbered:
            self.numbered += 1
        style = "ListNumber" if block.numbered else "ListBullet"
        # List 1 is that of bullets; every numbered one is a list of its own, which begins with 1.
        number = self.numbered + 1 if block.numbered else 1
        properties = w("numPr", w("ilvl", val=0), w("numId", val=number))
        return "".join(
            paragraph(style, run(entry), properties=properties) for entry in block.entries
        )

    def _contents(self, block: Contents) -> str:
        headings = [each for each in self.document.blocks if isinstance(each, Heading)]
        entries = [
            (f"TOC{min(heading.level, _DEEPEST)}", _entry(heading, number))
            for number, heading in enumerate(headings, start=1)
        ] or [("TOC1", "")]
        opening, closing = xml.field_around(f'TOC \\o "1-{_DEEPEST}" \\h \\z \\u')
        lines = [line for _, line in entries]
        lines[0] = opening + lines[0]
        lines[-1] += closing
        styled = zip((style for style, _ in entries), lines, strict=True)
        return paragraph("TOCHeading", run(block.title)) + "".join(
            paragraph(style, line) for style, line in styled
        )

    def _chart(self, block: Chart) -> str:
        drawn = next(self.drawn)
        self.pictures.append(drawn.png)
        width = page.chart_width(block)
        size = width, width * drawn.height / drawn.width
        shown = xml.image(len(self.pictures), block.caption, size)
        return (
            paragraph("Figure", shown)
            + paragraph("FigureCaption", run(block.caption))
            + paragraph("BodyTextFirstIndent", run(block.description))
        )


def _bookmark(number: int) -> str:
    return f"_Toc{number:06d}"


def _entry(heading: Heading, number: int) -> str:
    """Write an entry of the contents; its page is asked for when the file is opened."""
    text = heading.text.replace("\n", " ")
    link = (
        run(text) + w("r", w("tab")) + xml.field(f"PAGEREF {_bookmark(number)} \\h", "", dirty=True)
    )
    return w("hyperlink", link, anchor=_bookmark(number), history=1)


def _paragraph(block: Paragraph, *, signed: bool) -> str:
    """Write a paragraph; one that is `signed` stays with the place to sign below it."""
    style = "BodyTextFirstIndent" if block.indent else "BodyText"
    keep = w("keepNext") if signed else ""
    side = "" if block.align is Align.LEFT else w("jc", val=SIDES[block.align])
    spaced = "Spaced" if block.spaced else ""
    return paragraph(style + spaced, run(block.text, bold=block.bold), properties=keep + side)
