"""Who does the work: the leading unit and those that support it."""

from __future__ import annotations

import re

from prongsai.core.readings.model import Said
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.lists import loose, units
from prongsai.core.readings.understand.rows import Row

Units = tuple[Said[str], ...]

_LEADS = ("หน่วยงานรับผิดชอบหลัก", "ผู้รับผิดชอบหลัก", "หน่วยงานหลัก")
_SUPPORTS = ("หน่วยงานรับผิดชอบสนับสนุน", "หน่วยงานสนับสนุน", "ผู้สนับสนุน", "หน่วยงานร่วม")
_LEAD = re.compile(rf"(?:{'|'.join(map(loose, _LEADS))})\s*:?|^หลัก\s*:", re.MULTILINE)
_SUPPORT = re.compile(
    rf"(?:{'|'.join(map(loose, _SUPPORTS))})\s*:?|สนับสนุน\s*:|^สนับสนุน\s", re.MULTILINE
)


def names_support(text: str) -> bool:
    """Tell whether a cell of owners has a place for units that support."""
    return _SUPPORT.search(text) is not None


def owners_of(row: Row) -> tuple[Units, Units]:
    """Return the leading and the supporting units of a row.

    One column may hold both, each behind its label; without labels all are leading.
    """
    lead = _units(row.cells.get("lead"))
    support = _units(row.cells.get("support"))
    owner = row.cells.get("owner")
    if owner is not None:
        behind = _SUPPORT.split(owner.text, maxsplit=1)
        lead += _units(owner, _LEAD.sub("", behind[0]))
        support += _units(owner, _LEAD.sub("", "".join(behind[1:])))
    return lead, support


def _units(cell: Cell | None, text: str | None = None) -> Units:
    if cell is None:
        return ()
    names = units(cell.text if text is None else text)
    return tuple(Said(value=name, words=name, place=cell.place) for name in names)
