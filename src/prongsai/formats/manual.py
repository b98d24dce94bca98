"""The manual for officers: chapters in a small part of Markdown, read strictly.

A chapter is `# title`, `*title in English*`, then blocks with an empty line between: `## heading`,
paragraphs, lists (`- ` or `1. `), tables and code between fences. In them **bold** is a word of the
pages, `code` is typed, and [text](address) leads on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "manual"
_SPAN = re.compile(
    r"\*\*(?P<word>[^*]+)\*\*|`(?P<code>[^`]+)`|\[(?P<text>[^\]]+)\]\((?P<to>[^)]+)\)"
)
_ITEM = re.compile(r"(?:- |(?P<number>[0-9]+)\. )(?P<text>.+)")


class Kind(StrEnum):
    """What a block is."""

    TEXT = "text"
    LIST = "list"
    STEPS = "steps"
    TABLE = "table"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line: plain, a word of the pages, something to type, or a link."""

    text: str
    is_word: bool = False
    is_code: bool = False
    address: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines, or rows of cells, that belong together."""

    kind: Kind
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()

    @property
    def spans(self) -> Iterator[Span]:
        """Yield all pieces."""
        for line in (*self.lines, *(cell for row in self.rows for cell in row)):
            yield from line


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading; before the first one the heading is empty."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, by the key of its address."""

    key: str
    title: str
    title_en: str
    sections: tuple[Section, ...]


@cache
def manual() -> tuple[Chapter, ...]:
    """Return the chapters in their order."""
    return tuple(_chapter(path) for path in sorted(FOLDER.glob("*.md")))


def chapter_of(key: str, text: str) -> Chapter:
    """Read a chapter.

    :raises ValueError: if it is not written as this module says.
    """
    title, title_en, *rest = text.splitlines()
    if not title.startswith("# ") or not re.fullmatch(r"\*[^*]+\*", title_en):
        raise ValueError(f"{key}: a chapter begins with # title and *title in English*")
    return Chapter(key, title[2:], title_en[1:-1], tuple(_sections(key, rest)))


def _chapter(path: Path) -> Chapter:
    return chapter_of(path.stem.partition("-")[2], path.read_text("utf-8"))


def _sections(key: str, lines: list[str]) -> Iterator[Section]:
    heading, held, number = "", list[str](), 0
    for line in (*lines, "## "):
        if line.startswith("## "):
            if heading or any(held):
                yield Section(f"{key}-{number}", heading, tuple(_blocks(held)))
                number += 1
            heading, held = line[3:], []
        else:
            held.append(line)


def _blocks(lines: list[str]) -> Iterator[Block]:
    for is_there, group in groupby(lines, bool):
        if is_there:
            yield _block(list(group))


def _block(lines: list[str]) -> Block:
    if lines[0] == "```" == lines[-1]:
        return Block(Kind.CODE, tuple((Span(line),) for line in lines[1:-1]))
    if all(line.startswith(("| ", "|-")) for line in lines):
        rows = (line for line in lines if not line.startswith("|-"))
        return Block(Kind.TABLE, rows=tuple(_cells(row) for row in rows))
    items = [_ITEM.fullmatch(line) for line in lines]
    found = [each for each in items if each is not None]
    if not found and len(lines) == 1:
        return Block(Kind.TEXT, (_line(lines[0]),))
    if len(found) < len(lines) or len({bool(each["number"]) for each in found}) != 1:
        raise ValueError(f"no block of the manual: {lines[0]}")
    kind = Kind.STEPS if found[0]["number"] else Kind.LIST
    return Block(kind, tuple(_line(each["text"]) for each in found))


def _cells(row: str) -> tuple[Line, ...]:
    return tuple(_line(cell.strip()) for cell in row.strip("|").split("|"))


def _line(text: str) -> Line:
    spans, at = list[Span](), 0
    for each in _SPAN.finditer(text):
        spans.append(Span(text[at : each.start()]))
        spans.append(_span(each))
        at = each.end()
    spans.append(Span(text[at:]))
    return tuple(span for span in spans if span.text)


def _span(found: re.Match[str]) -> Span:
    if found["word"]:
        return Span(found["word"], is_word=True)
    if found["code"]:
        return Span(found["code"], is_code=True)
    return Span(found["text"], address=found["to"])
