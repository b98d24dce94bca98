"""What every kind of file becomes before anybody asks what it means: texts and tables, in order."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.readings.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; the lines of it that the file has are ended by line feeds."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table, empty or not.

    `columns`: how many it covers, where that is known; the others follow, empty. 0: not known.
    `covered`: the cell above reaches over it too, and has its text. Each further row says so
    itself, for rows that hold nothing are left out, and rows that a page cut are joined.
    `fill`: the colour of its ground, as its file names it; "" where it has none, or white.
    """

    text: str
    place: Place
    columns: int = 0
    covered: bool = False
    fill: str = ""


CellRow = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """A table that is whole: its pages are joined, and so are the rows that a page cut in two.

    `fields` has what each heading means ("" where it is not known). A row has as many cells as
    there are headings, or more. `moved` has the numbers of rows whose cells stood under the wrong
    headings and were put under those that they fit. `above` has the last texts before the table and
    behind the one before it: a caption, the name of a sheet. `drawn`: which cells reach over others
    was judged by the lines drawn around them; else the file says it. `fills`: the colours of the
    headings, where any has one.
    """

    headings: tuple[str, ...]
    rows: tuple[CellRow, ...]
    place: Place
    fields: tuple[str, ...] = ()
    moved: frozenset[int] = frozenset()
    above: tuple[str, ...] = ()
    drawn: bool = False
    fills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as it stands in its file.

    `unread`: pages that have no text, such as scans. `hidden`: the names of sheets of a workbook
    that nobody sees, of which nothing is here.
    """

    blocks: tuple[Text | SourceTable, ...] = ()
    unread: tuple[int, ...] = ()
    hidden: tuple[str, ...] = ()
