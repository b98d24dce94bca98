"""Names of provinces, districts and subdistricts, from the open list of GeoThai (CC BY 4.0).

They are offered, never asked for: lists differ (FIELD.md 2.3), and places are renamed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import geothai

if TYPE_CHECKING:
    from geothai.types import District

_PREFIXES = re.compile(r"^(?:จังหวัด|จ\.|อำเภอ|อ\.)\s*")
_BANGKOK = "10"


def provinces() -> tuple[str, ...]:
    """Return the names of the provinces."""
    return tuple(each.name_th for each in geothai.provinces())


def districts(province: str) -> tuple[str, ...]:
    """Return the names of the districts of a province, by its name; () where it is unknown."""
    return tuple(each.name_th for each in _districts(province))


def subdistricts(province: str, district: str) -> tuple[str, ...]:
    """Return the names of the subdistricts of a district; () where it is unknown."""
    asked = _bare(district)
    found = next((each for each in _districts(province) if _is(each, asked)), None)
    return tuple(each.name_th for each in geothai.subdistricts(found.code)) if found else ()


def _districts(province: str) -> list[District]:
    asked = _bare(province)
    found = next((each for each in geothai.provinces() if each.name_th == asked), None)
    return geothai.districts(found.code) if found else []


def _is(district: District, asked: str) -> bool:
    # People write the district of the capital of a province as "เมือง" alone.
    is_capital = district.code.endswith("01") and district.province_code != _BANGKOK
    return asked == district.name_th or (asked == "เมือง" and is_capital)


def _bare(name: str) -> str:
    return _PREFIXES.sub("", name.strip())
