"""Who does the work: the leading unit and those that support it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from prongsai.core.readings.model import Said
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.lists import DASHES, WHOLE, loose, units
from prongsai.core.readings.understand.rows import Row
from prongsai.core.thai.near import find_near

Units = tuple[Said[str], ...]

_LEADS = ("หน่วยงานรับผิดชอบหลัก", "ผู้รับผิดชอบหลัก", "หน่วยงานหลัก", "เจ้าภาพหลัก")
_SUPPORTS = (
    "หน่วยงานรับผิดชอบสนับสนุน",
    "หน่วยงานสนับสนุน",
    "ผู้สนับสนุน",
    "หน่วยงานร่วม",
    "เจ้าภาพร่วม",
    "เจ้าภาพรอง",
)
_LEAD = re.compile(rf"(?:{'|'.join(map(loose, _LEADS))})\s*:?|^หลัก\s*:", re.MULTILINE)
_SUPPORT = re.compile(
    rf"(?:{'|'.join(map(loose, _SUPPORTS))})\s*:?|สนับสนุน\s*:|^สนับสนุน\s", re.MULTILINE
)
# One sentence that says both: สำนักปลัดเป็นหน่วยงานหลัก โดยมีกองคลังสนับสนุน.
_BOTH = re.compile(
    r"(?P<lead>[^\n]+?)\s*เป็น\s*(?:หน่วยงาน|ผู้|เจ้าภาพ)\s*(?:รับผิดชอบ)?\s*(?:หลัก)?[\s,]*"
    r"(?:(?:และ|โดย)\s*)?(?:มี)?\s*(?P<support>[^\n]+?)\s*"
    r"(?:เป็น\s*(?:หน่วยงาน|ผู้|ฝ่าย)?\s*)?(?:ให้การ)?(?:สนับสนุน|ร่วมรับผิดชอบ)"
)
_HELPS = re.compile(r"\(\s*(?:สนับสนุน|ร่วม|รอง)\s*\)\s*$")
_ROLE = re.compile(r"\s*\(\s*(?:หลัก|สนับสนุน|ร่วม|รอง)\s*\)\s*$")
_MOST_WRONG = 2  # letters of a label that is misread
_COLON = re.compile(r"\s*:?")


def names_support(text: str) -> bool:
    """Tell whether a cell of owners has a place for units that support."""
    return _BOTH.fullmatch(text.strip()) is not None or _span(_SUPPORT, _SUPPORTS, text) is not None


def owners_of(row: Row) -> tuple[Units, Units]:
    """Return the leading and the supporting units of a row.

    One column may hold both, each behind its label; without labels all are leading.
    """
    lead = _units(row.cells.get("lead"))
    support = _units(row.cells.get("support"))
    owner = row.cells.get("owner")
    if owner is not None:
        first, second = _divided(owner.text)
        lead += _units(owner, _unlabelled(first))
        support += _units(owner, _unlabelled(second))
    helpers = tuple(unit for unit in lead if _HELPS.search(unit.value))
    lead = tuple(unit for unit in lead if unit not in helpers)
    return tuple(map(_without_role, lead)), tuple(map(_without_role, (*support, *helpers)))


def _without_role(unit: Said[str]) -> Said[str]:
    return replace(unit, value=_ROLE.sub("", unit.value))


def _divided(text: str) -> tuple[str, str]:
    both = _BOTH.fullmatch(text.strip())
    if both is not None:
        return both["lead"], both["support"]
    span = _span(_SUPPORT, _SUPPORTS, text)
    return (text, "") if span is None else (text[: span[0]], text[span[1] :])


def _unlabelled(text: str) -> str:
    span = _span(_LEAD, _LEADS, text)
    return text if span is None else text[: span[0]] + text[span[1] :]


def _span(label: re.Pattern[str], words: Sequence[str], text: str) -> tuple[int, int] | None:
    """Return where a label stands, with its colon; also one with a letter or two misread."""
    found = label.search(text)
    if found is not None:
        return found.span()
    spans = (find_near(word, text, _MOST_WRONG) for word in words if ":" in text)
    span = next(filter(None, spans), None)
    return (span[0], _behind(text, span[1])) if span else None


def _behind(text: str, end: int) -> int:
    colon = _COLON.match(text, end)
    return colon.end() if colon else end


def _units(cell: Cell | None, text: str | None = None) -> Units:
    if cell is None:
        return ()
    text = cell.text if text is None else text
    dash = WHOLE if text.strip().startswith(DASHES) else ""
    return tuple(Said(value=n, words=dash + n, place=cell.place) for n in units(text))
