"""The years that a document names, and what they are the years of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.readings.model import Certainty, NamedYear, Said, YearRole
from prongsai.core.readings.source import Source, Text
from prongsai.core.thai.dates_in_text import years_in
from prongsai.core.thai.near import nearly

SaidYear = Said[NamedYear]

_AGO = re.compile(r"(?:เพิ่มขึ้น|ลดลง|สูงขึ้น|เทียบ|ย้อนหลัง)\S{0,12}$")
_RAISE = re.compile("(?:ยก|รักษา)ระดับผล(?:การประเมิน|คะแนน)?")
_ROLE = re.compile(
    "(?P<result>ผลการประเมิน|ผลประเมิน|ผลคะแนน|สรุปคะแนน|คะแนนita|itas|ผลปรากฏ|วิเคราะห์ผล|รับการประเมิน)"
    "|(?P<plan>มาตรการ|แผนปฏิบัติการ|แผนบริหาร|แผนการ|แผนส่งเสริม|แผนขับเคลื่อน|ผลการดำเนิน(?:การ|งาน)|แนวทาง|ข้อเสนอแนะ|ยกระดับ)"
)
_FISCAL = re.compile(nearly("ปีงบประมาณ"))
# ปี 2565 ได้ 82.84 คะแนน: several of them are a history, whose last year is that of the results.
_SCORED = re.compile(
    r"\s*(?:ซึ่ง|หน่วยงาน)?(?:ได้(?:รับ)?|มี|=|:)\s*(?:คะแนน(?:รวม)?\s*)?[0-9๐-๙]{1,3}\.[0-9๐-๙]{1,2}\s*คะแนน"
)
_SHORT = 150  # letters of a line of a title; longer texts stand by themselves
_WINDOW = 400


def years_of(source: Source) -> Iterator[SaidYear]:
    """Yield the years of running text with their role, then those of tables without one."""
    title = ""
    for block in source.blocks:
        if not isinstance(block, Text):
            title = ""
            continue
        before = title if len(block.text) <= _SHORT else ""
        title = f"{before} {block.text}"[-_WINDOW:] if len(block.text) <= _SHORT else ""
        found = [*_years(block, before)]
        yield from found
        title = "" if found else title
    for block in source.blocks:
        for row in [] if isinstance(block, Text) else block.rows:
            for cell in row:
                text = Text(text=cell.text, place=cell.place)
                yield from (_without_role(said) for said in _years(text, ""))


def _without_role(said: SaidYear) -> SaidYear:
    value = NamedYear(year=said.value.year, role=YearRole.OTHER)
    return Said(value=value, words=said.words, place=said.place)


def _years(text: Text, before: str) -> Iterator[SaidYear]:
    flat = _FISCAL.sub("ปีงบประมาณ", " ".join(text.text.split()))
    end = 0
    newest = _newest_scored(flat)
    for found in years_in(flat):
        window = flat[max(end, found.start - _WINDOW) : found.start]
        role = _role(f"{before} {window}" if end == 0 else window)
        if newest and _SCORED.match(flat, found.end):
            role = YearRole.RESULT if found.value == newest else YearRole.OTHER
        yield Said(
            value=NamedYear(year=found.value, role=role),
            words=flat[found.start : found.end],
            place=text.place,
            certainty=Certainty.SURE if role is YearRole.OTHER else Certainty.LIKELY,
        )
        end = found.end


def _newest_scored(text: str) -> int | None:
    """Return the newest of several years each of which a text gives a score, None for fewer."""
    scored = {each.value for each in years_in(text) if _SCORED.match(text, each.end)}
    return max(scored) if len(scored) > 1 else None


def _role(window: str) -> YearRole:
    """Return the role by the last word before the year that tells one."""
    packed = _RAISE.sub("ยกระดับ", re.sub(r"\s+", "", window).casefold())
    if _AGO.search(packed):
        return YearRole.OTHER
    words = [*_ROLE.finditer(packed)]
    if not words:
        return YearRole.OTHER
    return YearRole.RESULT if words[-1].group("result") else YearRole.PLAN
