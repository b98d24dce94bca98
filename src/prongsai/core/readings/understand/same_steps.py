"""Rows that say of their steps only that they are those of another: ดำเนินการเช่นเดียวกับข้อ i13."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.frame import Frame
from prongsai.core.readings.understand.rows import Row
from prongsai.core.readings.understand.scores import codes_of_row

_SAME = re.compile(
    r"(?:ให้)?(?:ดำเนินการ|ปฏิบัติ)?\s*(?:(?:ตาม)?(?:วิธีการ|ขั้นตอน|มาตรการ))?\s*"
    r"(?:(?:เช่น)?เดียว(?:กัน)?กับ|เหมือน(?:กัน)?กับ|เหมือน)\s*"
    r"(?P<other>(?:ข้อ|ตัวชี้วัด|แบบวัด).{0,40})"
)


def with_steps_of_others(rows: Iterable[Row], frame: Frame) -> Iterator[Row]:
    """Yield rows with the steps of the row above that theirs refer to.

    What refers to no row above stays as it is written.
    """
    said: dict[str, Cell] = {}
    for row in rows:
        cell = row.cells.get("steps")
        named = () if cell is None else _named(row, cell, frame)
        other = next((said[code] for code in named if code in said), None)
        made = row if other is None else replace(row, cells=row.cells | {"steps": other})
        if "steps" in made.cells:
            said |= {each.value: made.cells["steps"] for each in codes_of_row(row, frame)}
        yield made


def _named(row: Row, cell: Cell, frame: Frame) -> Sequence[str]:
    """Return the codes of the one row that steps refer to, or nothing."""
    found = _SAME.fullmatch(" ".join(cell.text.split()).rstrip(" ."))
    if found is None:
        return ()
    other = replace(row, cells={"item": replace(cell, text=found["other"])})
    return [each.value for each in codes_of_row(other, frame)]
