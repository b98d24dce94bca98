"""The posts at the top of a local administration and of its units, made of their names.

A name that tells nothing of the kind of agency makes no post: None.
"""

from __future__ import annotations

import re

_MUNICIPALITY = re.compile("เทศบาล(?=ตำบล|เมือง|นคร)")
_ORGANISATION = re.compile("องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เมืองพัทยา")
_SHORT = re.compile(r"(?:อบต|อบจ|ทต|ทม|ทน)\.")

_RANKS = tuple(map(re.compile, ("สำนัก", "กอง|ส่วน", "ทุก", "ฝ่าย|กลุ่ม|งาน|หน่วย|ศูนย์|โรงเรียน")))
_UNDER_A_DIRECTOR = re.compile("กอง|สำนัก(?!ปลัด|งานปลัด)|ศูนย์|โรงเรียน")
_UNDER_A_HEAD = re.compile("สำนัก|ส่วน|ฝ่าย|งาน|หน่วย|กลุ่ม")
_EVERY = "ทุก"
_BETWEEN_UNITS = re.compile(r"\s*[/,]\s*")


def head_of(agency: str) -> str | None:
    """Return the post of who heads an agency: นายกองค์การบริหารส่วนตำบล…, นายกเทศมนตรีตำบล…"""
    if _MUNICIPALITY.match(agency):
        return _MUNICIPALITY.sub("นายกเทศมนตรี", agency, count=1)
    return _post("นายก", agency)


def clerk_of(agency: str) -> str | None:
    """Return the post of who heads the staff of an agency: ปลัดองค์การบริหารส่วนตำบล…"""
    return f"ปลัด{agency}" if _MUNICIPALITY.match(agency) else _post("ปลัด", agency)


def _post(title: str, agency: str) -> str | None:
    if _ORGANISATION.match(agency):
        return f"{title}{agency}"
    return f"{title} {agency}" if _SHORT.match(agency) else None


def units_in(owner: str) -> tuple[str, ...]:
    """Return the units that one owner of a measure names: สำนักปลัด/ทุกกอง are two."""
    return tuple(filter(None, _BETWEEN_UNITS.split(owner.strip())))


def head_of_unit(unit: str) -> str:
    """Return the post of who heads a unit: ผู้อำนวยการกองคลัง, หัวหน้างานนิติการ.

    What is no unit, such as ผู้ดูแลเว็บไซต์, is a post itself.
    """
    if unit.startswith(_EVERY):
        return f"{head_of_unit(unit.removeprefix(_EVERY))}{unit}"
    if _UNDER_A_DIRECTOR.match(unit):
        return f"ผู้อำนวยการ{unit}"
    return f"หัวหน้า{unit}" if _UNDER_A_HEAD.match(unit) else unit


def rank_of_unit(unit: str) -> int:
    """Return the place of a unit in a list: divisions, what is in them, and last what is none."""
    ranks = (rank for rank, kind in enumerate(_RANKS) if kind.match(unit))
    return next(ranks, len(_RANKS))
