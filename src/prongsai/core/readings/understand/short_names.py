"""Agencies, districts and provinces written in short only: อบต.ตัวอย่าง อ.เมือง จ.ตัวอย่าง.

The short form says of which kind an agency is, so its full form is known; that it is a name at all
is only likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Source, Text
from prongsai.core.readings.understand.names import LETTERS, Mention, is_name, names_of, texts_of
from prongsai.core.sentences import say

_KINDS = {
    "อบต": "องค์การบริหารส่วนตำบล",
    "อบจ": "องค์การบริหารส่วนจังหวัด",
    "ทต": "เทศบาลตำบล",
    "ทม": "เทศบาลเมือง",
    "ทน": "เทศบาลนคร",
}
# ท.ต. may be the end of a longer short word; อบต. ends no word, and none writes a space before it.
_BEFORE = "(?<![ก-๎A-Za-z.])"
_AFTER_A_WORD = "(?:(?<=ของ)|(?<=นายก)|(?<=ปลัด)|(?<=โดย)|(?<=ใน)|(?<=สภา))"
_PLACE_NEXT = rf"\s*(?:ต\.|ตำบล|อ\.|อำเภอ|จ\.|จังหวัด)\s?{LETTERS}{{2}}"
_NAME = rf"{LETTERS}{{2,60}}?(?=[อจต]\.\s?{LETTERS}{{2}}|(?!{LETTERS}))"
_LEAD = re.compile(
    rf"(?:(?<![.A-Za-z])(?P<council>อ\.?\s?บ\.?\s?[ตจ])|(?:{_BEFORE}|{_AFTER_A_WORD})(?P<town>ท\.?[ตมน]))"
    rf"\.(?P<space>\s?)(?P<name>{_NAME})(?![.])(?P<next>(?={_PLACE_NEXT}))?"
)
_DISTRICT = rf"(?:อ\.|อำเภอ)\s?(?P<district>{LETTERS}{{2,40}}?)"
_PLACES = re.compile(
    rf"(?<![.A-Za-z]){_DISTRICT}\s*(?:จ\.|(?<=\s)จังหวัด)\s?(?P<province>{LETTERS}{{2,40}})(?!\.)"
    rf"|(?<!\S)จ\.(?P<alone>{LETTERS}{{3,40}})(?![.\w])"
)
# จ.ถึง ศ. are days of the week.
_NO_PLACE = re.compile("ถึง|และ|หรือ|ที่|ใน")
_NO_COUNCIL = re.compile(
    "หมู่|เรา|นี้|นั้น|แห่ง|ต่าง|ขนาด|ทั้ง|จำนวน|มี(?!ชัย)|ไม่|จะ(?=ได้|ต้อง|จัด|ดำเนิน)|กับ|แต่|ร่วม"
)


def short_agencies_in(source: Source) -> Iterator[Said[str]]:
    """Yield every mention of an agency by a short form of its kind, with the full form of it."""
    mentions = [mention for text in texts_of(source) for mention in _mentions(text)]
    yield from (_in_short(said) for said in names_of(mentions))


def short_districts_in(source: Source) -> Iterator[Said[str]]:
    """Yield the districts before a province, of which one or both are written in short."""
    yield from _places(source, ("district",))


def short_provinces_in(source: Source) -> Iterator[Said[str]]:
    """Yield the provinces behind a district, or by themselves, written in short."""
    yield from _places(source, ("province", "alone"))


def _mentions(text: Text) -> Iterator[Mention]:
    flat = " ".join(text.text.split())
    for lead in _LEAD.finditer(flat):
        name = lead["name"]
        if not is_name(name) or _NO_COUNCIL.match(name):
            continue
        short = re.sub(r"[\s.]", "", lead["council"] or lead["town"])
        yield Mention(
            kind=_KINDS[short],
            run=name,
            is_apart=bool(lead["space"]) and lead["next"] is None,
            words=lead.group(),
            place=text.place,
        )


def _places(source: Source, groups: Iterable[str]) -> Iterator[Said[str]]:
    for text in texts_of(source):
        for found in _PLACES.finditer(" ".join(text.text.split())):
            for name in (found[group] for group in groups if found[group]):
                if not _NO_PLACE.match(name):
                    yield _in_short(Said(value=name, words=found.group(), place=text.place))


def _in_short(said: Said[str]) -> Said[str]:
    return replace(said, certainty=Certainty.LIKELY, why=_WHY)


_WHY = say("The document writes it in short only.")
