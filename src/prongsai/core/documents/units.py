"""Units as a reader can tell them apart: each behind a dash, where a name needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prongsai.core.documents.posts import units_in

Lines = tuple[str, ...]

_UNIT = "(?=สำนัก|กอง|งาน|ฝ่าย|หน่วย|นิติกร|ทุก|ศูนย์)"
# นิติกร สำนักปลัด is one: somebody of that unit.
_POSITIONS = ("นิติกร", "เจ้าหน้าที่", "เจ้าพนักงาน", "นักวิชาการ", "ผู้อำนวยการ", "หัวหน้า")
_NOT_BEHIND = "".join(f"(?<!{position})" for position in _POSITIONS)
BETWEEN_UNITS = re.compile(
    rf"\n|,|/|(?:^|(?<=\s))[-–•]\s+|\s*(?:และ|ร่วมกับ)\s*(?=สำนัก|กอง|ฝ่าย|หน่วย)"
    rf"|\s+และ\s*(?=งาน)|{_NOT_BEHIND}\s+{_UNIT}"
)
"""Where one unit ends and the next begins, in a cell whose units have no dashes before them."""

_IN_BRACKETS = re.compile(rf"\s\({_UNIT}")
_DASH = "- "


def lead_lines(leads: Iterable[str]) -> Lines:
    """Return the lines of the units that lead, as they were written, each once."""
    leads = tuple(filter(None, dict.fromkeys(leads)))
    units = [unit for lead in leads for unit in units_in(lead)]
    return leads if all(map(_is_clear, units)) else _with_dashes(units)


def unit_lines(units: Sequence[str]) -> Lines:
    """Return units on one line with commas between them, or each on its own behind a dash."""
    if not units:
        return ()
    return (", ".join(units),) if all(map(_is_clear, units)) else _with_dashes(units)


def behind(label: str, lines: Lines) -> Lines:
    """Return lines behind their label, on its line if there is only one; nothing of nothing."""
    if len(lines) == 1 and not lines[0].startswith(_DASH):
        return (f"{label} {lines[0]}",)
    return (label, *lines) if lines else ()


def _is_clear(unit: str) -> bool:
    return BETWEEN_UNITS.search(unit) is None and _IN_BRACKETS.search(unit) is None


def _with_dashes(units: Iterable[str]) -> Lines:
    return tuple(_DASH + unit for unit in dict.fromkeys(units))
