"""Sources made up for tests: strings are paragraphs, lists of rows are tables with headings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from prongsai.core.measures.month import Period
from prongsai.core.readings.model import Certainty, Place, Reading, Said
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.readings.tables import RawTable, assemble
from prongsai.core.readings.understand import understand
from prongsai.core.readings.understand.frame import Frame
from prongsai.core.readings.understand.rows import Row, rows_of
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.editions import load_edition
from prongsai.formats.read_columns import load_columns

Made = str | Sequence[Sequence[str]]
ABOVE = "^"
"""A cell that the cell above covers too."""


def source(*blocks: Made, drawn: bool = False) -> Source:
    """Make a source of paragraphs and pieces of tables."""
    return assemble(
        [
            Text(text=block, place=Place(line=line)) if isinstance(block, str) else raw(block)
            for line, block in enumerate(blocks, start=1)
        ],
        load_columns(),
        drawn=drawn,
    )


def raw(rows: Sequence[Sequence[str]]) -> RawTable:
    """Make a piece of a table as a file has it."""
    return tuple(tuple(map(_cell, row)) for row in rows)


def _cell(text: str) -> Cell:
    covered = text == ABOVE
    return Cell(text="" if covered else text, place=Place(), covered=covered)


def table(*rows: Sequence[str]) -> SourceTable:
    """Make the one table of rows, headings first."""
    (block,) = source(rows).blocks
    assert isinstance(block, SourceTable)
    return block


def texts(made: Source) -> list[str | list[list[str]]]:
    """Return what stands in a source: paragraphs, and the rows of tables without headings."""
    return [
        block.text
        if isinstance(block, Text)
        else [[cell.text for cell in row] for row in block.rows]
        for block in made.blocks
    ]


@cache
def frame(*keys: str) -> Frame:
    """Return the frame of editions by their keys; without keys that of FY2566 alone."""
    return Frame([load_edition(key) for key in keys or ("nacc-2566",)])


def rows(*cells: Sequence[str]) -> list[Row]:
    """Return the rows of one table, headings first."""
    return [*rows_of(table(*cells), frame())]


def read(*blocks: Made, drawn: bool = False) -> Reading:
    """Understand a source by the editions that come with Prongsai."""
    return understand(source(*blocks, drawn=drawn), editions_by_year())


Span = tuple[int, int, Certainty]


def spans(reading: Reading) -> list[Span | None]:
    """Return from which to which month each measure runs, and how sure that is."""
    periods = (measure.period for measure in reading.measures)
    return [None if said is None else _span(said) for said in periods]


def _span(said: Said[Period]) -> Span:
    first, last = said.value
    return first.month, last.month, said.certainty


def tables(made: Source) -> list[tuple[tuple[str, ...], list[list[str]]]]:
    """Return the headings and the rows of each table of a source."""
    return [
        (block.headings, [[cell.text for cell in row] for row in block.rows])
        for block in made.blocks
        if isinstance(block, SourceTable)
    ]
