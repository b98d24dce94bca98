"""The rows of a plan, of a report on it, or of its progress, as measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from prongsai.core.readings.columns import TIME
from prongsai.core.readings.model import ReadMeasure, Said
from prongsai.core.readings.source import Cell, Source, SourceTable
from prongsai.core.readings.understand.chart_of_year import crosses_of, period_of_chart
from prongsai.core.readings.understand.doubts import doubted_in, likely
from prongsai.core.readings.understand.frame import Frame
from prongsai.core.readings.understand.keyed_lines import is_form, table_of_keys
from prongsai.core.readings.understand.merged import (
    doubted_where_drawn,
    told_above,
    with_added,
    with_merged,
)
from prongsai.core.readings.understand.owners import names_support, owners_of
from prongsai.core.readings.understand.parts import (
    actions_in,
    codes_behind,
    cures_in,
    indicator_behind,
    listed,
    number_in,
    proofs_in,
    texts_of,
    title_of,
    whole,
)
from prongsai.core.readings.understand.periods import Periods, SaidPeriod
from prongsai.core.readings.understand.rows import Row, rows_of
from prongsai.core.readings.understand.same_steps import with_steps_of_others
from prongsai.core.readings.understand.scores import codes_of_row
from prongsai.core.readings.understand.several_in_cell import measures_of
from prongsai.core.readings.understand.states import TICKS, state_of
from prongsai.core.readings.understand.two_ends import ENDS, asked_where_open, with_ends
from prongsai.core.sentences import say

# The fields of a measure that each column has a place for.
_ASKS = {
    "measure": "title",
    "indicator": "indicator",
    "item": "answers",
    "item_code": "answers",
    "number": "number",
    "steps": "steps",
    "owner": "lead",
    "lead": "lead",
    "support": "support",
    "period": "period",
    TIME: "period",
    **dict.fromkeys(ENDS, "period"),
    "follow_up": "follow_up",
    "cures": "cures",
    "state": "state",
    "output": "output",
    "outcome": "outcome",
    "evidence": "proofs",
    "link": "proofs",
    **dict.fromkeys(TICKS, "state"),
}

# What was done is shown by any of these: of results that several measures share, by none.
_PLACES = {"output": ("output", "actions", "proofs")}

_NO_TABLE = say("It stands in lines of names and values, and in no table of measures.")
_NAMING = ("measure", "item", "item_code", "steps")
_TOTAL = re.compile(
    r"รวม(?:\s*ทั้ง(?:สิ้น|หมด))?(?:\s*จำนวน)?\s*:?"
    r"(?:\s*[0-9๐-๙]+\s*(?:มาตรการ|โครงการ|กิจกรรม|รายการ|เรื่อง|ข้อ))?"
)
_NOTHING = re.compile(r"[\s.\-–—…]*|\(?ยังไม่(?:มีมาตรการ|ได้กำหนดหน่วยงาน)\)?")


def measures_in(source: Source, frame: Frame, year: int | None = None) -> Iterator[ReadMeasure]:
    """Yield the measures of a document, a row each; `year` is the fiscal year of its plan.

    Where no table has any, those that are lines of names and values.
    """
    tables = [b for b in source.blocks if isinstance(b, SourceTable) and is_of_measures(b)]
    found = [each for table in tables for each in _Table(table, frame, year).measures()]
    yield from found or _of_keys(source, frame, year)


def _of_keys(source: Source, frame: Frame, year: int | None) -> Iterator[ReadMeasure]:
    table = table_of_keys(source)
    if table is not None:
        for each in _Table(table, frame, year).measures():
            yield doubted_in(each, lambda said: likely(said, _NO_TABLE))


def is_of_measures(table: SourceTable) -> bool:
    """Tell whether the rows of a table are measures: each says what is done for something."""
    if is_form(table):
        return False
    return "measure" in table.fields or (
        "steps" in table.fields
        and bool({"item", "item_code", "indicator", "problem"} & set(table.fields))
    )


class _Table:
    """A table of measures, and how its office fills it in."""

    def __init__(self, table: SourceTable, frame: Frame, year: int | None) -> None:
        self._frame = frame
        rows = [*filter(_says_something, with_ends(with_merged(rows_of(table, frame))))]
        whole = with_steps_of_others(_with_blanks(_with_groups(rows, table.fields)), frame)
        self._measures = [each for row in with_added(whole) for each in measures_of(row)]
        self._rows = [each.row for each in self._measures]
        self._numbers_are_of_rows = any(map(_is_row_number, self._rows))
        self._asked = self._asks(table)
        # Codes inside of steps are what is cured where no other place says it.
        is_said = any(any(codes_behind(row.cells.get("measure"), frame)) for row in self._rows)
        self._cures = ("cures",) if is_said or "cures" in table.fields else ("steps",)
        self._year = year
        self._crosses = crosses_of(table)
        self._periods = Periods([row.cells.get("period") for row in self._rows], year)

    def measures(self) -> Iterator[ReadMeasure]:
        for each in self._measures:
            read = doubted_where_drawn(self._measure(each.row), each.row)
            yield each.doubt(replace(read, asked=read.asked - _told_above(read, each.row)))

    def _asks(self, table: SourceTable) -> frozenset[str]:
        asked = {_ASKS[name] for name in table.fields if name in _ASKS}
        if any(names_support(row.text("owner")) for row in self._rows):
            asked.add("support")
        return frozenset(asked)

    def _measure(self, row: Row) -> ReadMeasure:
        number, title = title_of(row.cells.get("measure"))
        answers, cures = codes_behind(row.cells.get("measure"), self._frame)
        lead, support = owners_of(row)
        output = listed(row.cells.get("output"))
        return ReadMeasure(
            place=row.place,
            asked=self._asked,
            number=number_in(row.cells.get("number")) or number or self._number_of_label(row),
            title=title,
            indicator=self._indicator(row)
            or indicator_behind(row.cells.get("measure"), self._frame),
            answers=(*self._answers(row), *answers),
            cures=(*cures, *cures_in(_filled(row, *self._cures), self._frame)),
            steps=texts_of(listed(row.cells.get("steps"))),
            lead=lead,
            support=support,
            period=self._period(row),
            follow_up=whole(row.cells.get("follow_up")),
            state=state_of(row),
            actions=tuple(actions_in(output)),
            output=texts_of(output),
            outcome=texts_of(listed(row.cells.get("outcome"))),
            proofs=tuple(proofs_in(_filled(row, "evidence", "link"))),
        )

    def _period(self, row: Row) -> SaidPeriod | None:
        """Return the period that a row says, or that its columns of months show."""
        said = asked_where_open(self._periods.period(row.cells.get("period")), row)
        if said is not None or TIME not in row.table.fields:
            return said
        return period_of_chart(row, self._year, crosses=self._crosses)

    def _answers(self, row: Row) -> Iterator[Said[str]]:
        """Yield what a row answers, and what the rows add that its title covers."""
        found = [*codes_of_row(row, self._frame)]
        yield from found
        known = {said.value for said in found}
        for said in chain.from_iterable(codes_of_row(each, self._frame) for each in row.added):
            if said.value not in known:
                known.add(said.value)
                yield said

    def _indicator(self, row: Row) -> Said[str] | None:
        label = row.label
        if label is None or label.indicator is None:
            return None
        return label.indicator.said(label.indicator.code, label.words, label.place)

    def _number_of_label(self, row: Row) -> Said[str] | None:
        label = row.label
        if label is None or not row.own_label or not label.number or not self._numbers_are_of_rows:
            return None
        return Said(value=label.number, words=label.words, place=label.place)


def _told_above(read: ReadMeasure, row: Row) -> frozenset[str]:
    """Return the fields that a cell of several measures has, so that none is left blank here."""
    fields = {field for name in told_above(row) for field in _PLACES.get(name, (_ASKS.get(name),))}
    return frozenset(field for field in fields if field and not getattr(read, field))


def _says_something(row: Row) -> bool:
    first = next((cell.text for cell in row.all_cells if cell.text), "")
    return not _TOTAL.fullmatch(first) and any(
        row.text(name) for name in ("measure", "item", "item_code", "steps", "output")
    )


def _with_groups(rows: Iterable[Row], fields: Sequence[str]) -> Iterator[Row]:
    """Yield rows in which a unit that stands before its measures stands in each of them."""
    naming = min((fields.index(name) for name in _NAMING if name in fields), default=0)
    groups = [name for name in ("owner", "lead") if name in fields[:naming]]
    above: dict[str, Cell] = {}
    for row in rows:
        above |= {name: row.cells[name] for name in groups if row.text(name)}
        yield replace(row, cells=row.cells | above)


def _with_blanks(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows whose cells are empty where they say that there is nothing."""
    for row in rows:
        yield replace(
            row,
            cells={
                name: replace(cell, text="") if _NOTHING.fullmatch(cell.text) else cell
                for name, cell in row.cells.items()
            },
        )


def _is_row_number(row: Row) -> bool:
    """Tell whether the number before an indicator's name is another than the indicator's."""
    label = row.label
    has_number = row.own_label and label is not None and bool(label.number and label.name)
    return has_number and row.indicator not in {"", label.number if label else ""}


def _filled(row: Row, *names: str) -> Sequence[Cell]:
    return [row.cells[name] for name in names if row.text(name)]
