"""Columns of months or quarters into which an office writes what was done in each: no chart.

They look like a chart of the year whose marks are words. Where most of the words say that something
is done, they are what came out, a point for each column that says something.
"""

from __future__ import annotations

import re
from dataclasses import replace

from prongsai.core.readings.columns import TIME
from prongsai.core.readings.source import Cell, CellRow, Source, SourceTable

_FEWEST = 2  # columns
_DONE = re.compile("แล้ว|เสร็จ|เรียบร้อย|อยู่ระหว่าง|ไม่ได้ดำเนินการ|ยังไม่")
_NOTHING = re.compile(r"[\s.\-–—]*")


def with_work_done(source: Source) -> Source:
    """Return a source in which columns of times that tell of work done are one column of output."""
    blocks = (_joined(b) if isinstance(b, SourceTable) and _tells(b) else b for b in source.blocks)
    return replace(source, blocks=tuple(blocks))


def _tells(table: SourceTable) -> bool:
    columns = _columns(table)
    texts = [row[n].text for row in table.rows for n in columns]
    filled = [text for text in texts if not _NOTHING.fullmatch(text)]
    done = [text for text in filled if _DONE.search(text)]
    is_free = "output" not in table.fields
    return is_free and len(columns) >= _FEWEST and bool(filled) and 2 * len(done) > len(filled)


def _columns(table: SourceTable) -> list[int]:
    return [n for n, name in enumerate(table.fields) if name == TIME]


def _joined(table: SourceTable) -> SourceTable:
    """Return the table with what its columns of times say in the first of them."""
    first, *others = _columns(table)
    fields = tuple(
        "output" if n == first else "" if n in others else name
        for n, name in enumerate(table.fields)
    )
    return replace(
        table, fields=fields, rows=tuple(_row(row, [first, *others]) for row in table.rows)
    )


def _row(row: CellRow, columns: list[int]) -> CellRow:
    said = [row[n] for n in columns if not _NOTHING.fullmatch(row[n].text)]
    whole = Cell(
        text="\n".join(f"- {cell.place.column}: {cell.text}" for cell in said),
        place=row[columns[0]].place,
    )
    return tuple(whole if n == columns[0] else cell for n, cell in enumerate(row))
