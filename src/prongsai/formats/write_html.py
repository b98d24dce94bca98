"""Write a Document as one page that needs nothing else: no script, no link, fonts inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

from prongsai.core.documents.grid import grid
from prongsai.core.documents.model import (
    Align,
    Cell,
    Chart,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    LetterHead,
    Listing,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from prongsai.core.documents.prepare import prepared
from prongsai.formats import page
from prongsai.formats.charts import svg
from prongsai.formats.html_fonts import font_faces, policy
from prongsai.formats.html_letter import head_html, picture_html, signatures_html
from prongsai.formats.html_text import html_text

_LOOK = Path(__file__).parents[1] / "data" / "html" / "document.css"
_EM_PER_COLUMN = {True: 4.5, False: 7}  # few columns fit a phone; many scroll in their frame
_FEW = 4


def write_html(document: Document) -> str:
    """Write a document as one HTML page; the same document gives the same page."""
    ready = prepared(document)
    body = _Body(ready)
    sections = "\n".join(
        f'<section class="{section.orientation}">\n{_lines(body, section.blocks)}\n</section>'
        for section in page.sections(ready)
    )
    style = f"{font_faces()}\n{_look()}\n" + "\n".join(body.rules)
    stamp = (
        f'<header class="stamp">{html_text(ready.stamp)}</header>\n'
        if ready.draft and ready.stamp
        else ""
    )
    digits = ' class="thai-digits"' if ready.thai_digits else ""
    return f"""<!DOCTYPE html>
<html lang="{escape(ready.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(style, pictures=body.pictures > 0)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{escape(ready.author)}">
<meta name="dcterms.date" content="{ready.dated}">
<title>{html_text(ready.title)}</title>
<style>{style}</style>
</head>
<body{digits}>
{stamp}<main>
{sections}
</main>
</body>
</html>
"""


@cache
def _look() -> str:
    return _LOOK.read_text("utf-8")


@dataclass(slots=True)
class _Body:
    """What the blocks of one document share: headings counted for links, the tables' widths."""

    document: Document
    rules: list[str] = field(default_factory=list)
    headings: int = 0
    heading: str = ""  # the last one
    named: Counter[str] = field(default_factory=Counter)
    frames: int = 0
    pictures: int = 0

    def write(self, block: page.Content) -> str:
        match block:
            case Heading():
                self.headings += 1
                self.heading = block.text
                level = self._level(block)
                return f'<h{level} id="h{self.headings}">{html_text(block.text)}</h{level}>'
            case Paragraph():
                return _paragraph(block)
            case Listing():
                kind = "ol" if block.numbered else "ul"
                entries = "".join(f"<li>{html_text(entry)}</li>" for entry in block.entries)
                return f"<{kind}>{entries}</{kind}>"
            case Table():
                return self._framed(self._table(block), block.caption)
            case Chart():
                return self._chart(block)
            case Cover():
                return self._cover(block)
            case Contents():
                return self._contents(block)
        return self._of_a_letter(block)

    def _of_a_letter(self, block: Picture | LetterHead | Signatures) -> str:
        match block:
            case Picture():
                return f'<p class="{block.align}">{self._picture(block)}</p>'
            case LetterHead():
                return head_html(block, self._picture(block.garuda) if block.garuda else "")
            case Signatures():
                return signatures_html(block)

    def _picture(self, picture: Picture) -> str:
        self.pictures += 1
        name = f"p{self.pictures}"
        self.rules.append(f"#{name} {{ height: {picture.height}cm; }}")
        return picture_html(picture).replace("<img ", f'<img id="{name}" ', 1)

    def _cover(self, block: Cover) -> str:
        emblem = f"<p>{self._picture(block.emblem)}</p>" if block.emblem else ""
        first, *others = block.lines or ("",)
        lines = "".join(f"<p>{html_text(line)}</p>" for line in others)
        return f'<div class="cover">{emblem}<h1>{html_text(first)}</h1>{lines}</div>'

    def _level(self, heading: Heading) -> int:
        """Return the level in the page: below the title of the cover or the letter, if any."""
        below = any(isinstance(block, Cover | LetterHead) for block in self.document.blocks)
        return min(heading.level + below, 6)

    def _framed(self, inside: str, name: str) -> str:
        """Put what may be wider than a phone into a frame that scrolls, also with the keyboard.

        What has no name is called by the heading above it; a name that was there gets a number,
        since a screen reader lists the frames by their names.
        """
        name = name or self.heading or self.document.title
        self.named[name] += 1
        label = name if self.named[name] == 1 else f"{name} ({self.named[name]})"
        told = f'role="region" tabindex="0" aria-label="{escape(label)}"'
        return f'<div class="scroll" {told}>{inside}</div>'

    def _table(self, table: Table) -> str:
        self.frames += 1
        name = f"t{self.frames}"
        parts = page.shares([column.width for column in table.columns], 10_000)
        self.rules.append(
            f"#{name} {{ min-width: {_EM_PER_COLUMN[len(parts) <= _FEW] * len(parts)}em; }}"
        )
        self.rules += [
            f"#{name} col:nth-child({n}) {{ width: {part / 100}%; }}"
            for n, part in enumerate(parts, start=1)
        ]
        titles = "".join(
            f'<th scope="col">{html_text(column.title)}</th>' for column in table.columns
        )
        caption = f"<caption>{html_text(table.caption)}</caption>" if table.caption else ""
        columns = "<col>" * len(table.columns)
        rows = "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in _rows(table))
        return (
            f'<table id="{name}">{caption}<colgroup>{columns}</colgroup>\n'
            f"<thead><tr>{titles}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
        )

    def _chart(self, chart: Chart) -> str:
        drawn = svg(chart, thai_digits=self.document.thai_digits)
        named = drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(chart.caption)}" ', 1)
        told = f"<strong>{html_text(chart.caption)}</strong><p>{html_text(chart.description)}</p>"
        return (
            f"<figure>{self._framed(named, chart.caption)}<figcaption>{told}</figcaption></figure>"
        )

    def _contents(self, block: Contents) -> str:
        headings = [each for each in self.document.blocks if isinstance(each, Heading)]
        entries = "".join(
            f'<li class="level-{heading.level}"><a href="#h{n}">{html_text(heading.text)}</a></li>'
            for n, heading in enumerate(headings, start=1)
        )
        title = f'<p class="centre" id="contents"><strong>{html_text(block.title)}</strong></p>'
        return f'<nav aria-labelledby="contents">{title}<ol>{entries}</ol></nav>'


def _lines(body: _Body, blocks: tuple[page.Content, ...]) -> str:
    return "\n".join(body.write(block) for block in blocks)


def _paragraph(block: Paragraph) -> str:
    names = {
        "first-line": block.indent,
        block.align.value: block.align is not Align.LEFT,
        "spaced": block.spaced,
    }
    classes = " ".join(name for name, holds in names.items() if holds)
    text = f"<strong>{html_text(block.text)}</strong>" if block.bold else html_text(block.text)
    return f'<p class="{classes}">{text}</p>' if classes else f"<p>{text}</p>"


def _rows(table: Table) -> Iterator[Iterator[str]]:
    for spots in grid(table):
        yield (_cell(spot.cell, table.columns[spot.column]) for spot in spots if spot.begins)


def _cell(cell: Cell, column: Column) -> str:
    align = cell.align or column.align
    attributes = "" if align is Align.LEFT else f' class="{align}"'
    if cell.columns > 1:
        attributes += f' colspan="{cell.columns}"'
    if cell.rows > 1:
        attributes += f' rowspan="{cell.rows}"'
    weight = "strong" if cell.bold else ""
    lines = [f"<{weight}>{html_text(t)}</{weight}>" if weight else html_text(t) for t in cell.text]
    inside = "".join(f"<p>{line}</p>" for line in lines) if len(lines) > 1 else "".join(lines)
    return f"<td{attributes}>{inside}</td>"
