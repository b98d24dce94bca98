"""The cells of a row that hold scores: of which year, and of which part of an instrument."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai.core.readings.model import Certainty, Said, StatedScore
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.figures import figures_in
from prongsai.core.readings.understand.frame import Frame
from prongsai.core.readings.understand.rows import Row
from prongsai.core.readings.understand.spoken_years import SpokenYear
from prongsai.core.readings.understand.total_rows import is_total_row
from prongsai.core.readings.understand.year_columns import score_year
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits

_WEIGHTED = "ถ่วง"  # in the heading of weighted scores
_PART = re.compile(r"ส่วน\s*(?:ที่)?\s*([1-9])(?![0-9])")
_SEVERAL = say("Another column of scores has another figure.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreCell:
    """A cell of scores; `others`: the cells of further columns that are of the same thing."""

    cell: Cell
    year: SpokenYear
    part: str = ""
    others: Sequence[Cell] = ()

    def told_of(self, said: Said[StatedScore], frame: Frame) -> Said[StatedScore]:
        """Return a score as that of the part; asked for where another column says otherwise."""
        value = said.value
        if self.part and value.part is None and frame.has_parts(value.code):
            said = replace(said, value=replace(value, part=self.part))
        if any(_figures(cell) not in ([], _figures(self.cell)) for cell in self.others):
            said = replace(said, certainty=Certainty.ASK, why=_SEVERAL)
        return said


def score_cells(row: Row, frame: Frame) -> Iterator[ScoreCell]:
    """Yield the first cell with something in it of each year and part that headings name.

    A total may stand under the weighted scores alone, which add up to it.
    """
    found: dict[object, ScoreCell] = {}
    for cell in row.all_of("score"):
        year = score_year(cell.place.column, frame)
        if not cell.text or year is None:
            continue
        part = _part(cell.place.column, frame)
        first = found.setdefault((year.time, part), ScoreCell(cell=cell, year=year, part=part))
        if first.cell is not cell:
            found[year.time, part] = replace(first, others=(*first.others, cell))
    if not found and is_total_row(row.all_cells):
        weighted = (c for c in row.all_of("weight") if _WEIGHTED in (c.place.column or ""))
        yield from (ScoreCell(cell=cell, year=SpokenYear()) for cell in weighted if cell.text)
    yield from found.values()


def _part(heading: str, frame: Frame) -> str:
    """Return the part of an instrument that a heading names, "" for none."""
    numbered = _PART.search(to_arabic_digits(heading))
    if numbered:
        return frame.part_by_number(int(numbered.group(1)))
    return next(filter(None, map(frame.part, re.findall("[A-Za-z]+", heading))), "")


def _figures(cell: Cell) -> list[object]:
    return [figure.score for figure in figures_in(cell.text)]
