"""Plans that are no table: lines of a name and a value (มาตรการ: … ผู้รับผิดชอบ: …), or a form.

Each measure is a block that begins with the line of its title. A block is one only where something
else is said of the measure too; it is likely at best, for nothing but words holds it together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from prongsai.core.readings.model import Place
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters

_NAMES = {
    "measure": "มาตรการ ชื่อมาตรการ โครงการ ชื่อโครงการ มาตรการ/โครงการ โครงการ/กิจกรรม มาตรการ/กิจกรรม"
    " มาตรการ/แนวทาง มาตรการ/โครงการ/กิจกรรม",
    "steps": "วิธีการดำเนินการ วิธีดำเนินการ วิธีการ ขั้นตอน ขั้นตอนการดำเนินการ ขั้นตอนการดำเนินงาน"
    " วิธีการดำเนินงาน แนวทาง แนวทางการดำเนินการ แนวทางการดำเนินงาน กิจกรรม รายละเอียด",
    "owner": "ผู้รับผิดชอบ หน่วยงานรับผิดชอบ หน่วยงานที่รับผิดชอบ หน่วยงานผู้รับผิดชอบ ส่วนราชการที่รับผิดชอบ"
    " ผู้รับผิดชอบโครงการ",
    "lead": "ผู้รับผิดชอบหลัก หน่วยงานหลัก หน่วยงานรับผิดชอบหลัก เจ้าภาพหลัก",
    "support": "หน่วยงานสนับสนุน ผู้สนับสนุน หน่วยงานร่วม ผู้เกี่ยวข้อง เจ้าภาพร่วม",
    "period": "ระยะเวลา ระยะเวลาดำเนินการ ระยะเวลาการดำเนินการ ระยะเวลาดำเนินงาน กำหนดแล้วเสร็จ ช่วงเวลา"
    " ช่วงเวลาดำเนินการ กรอบเวลา",
    "follow_up": "การติดตามผล การติดตาม การกำกับติดตาม การติดตามและรายงานผล การรายงานผล วิธีการติดตาม",
    "state": "สถานะ สถานะการดำเนินการ สถานะการดำเนินงาน ความก้าวหน้า",
    "output": "ผลการดำเนินการ ผลการดำเนินงาน ผลผลิต",
    "outcome": "ผลลัพธ์ ผลสัมฤทธิ์",
    "evidence": "หลักฐาน เอกสารหลักฐาน เอกสารอ้างอิง",
    "indicator": "ตัวชี้วัด ตัวชี้วัดที่",
    "item": "ประเด็น ประเด็นการประเมิน ข้อคำถาม ประเด็นคำถาม",
    # What is named beside them, and is none of a measure's fields.
    "": "เป้าหมาย งบประมาณ วัตถุประสงค์ หลักการและเหตุผล ตัวชี้วัดความสำเร็จ ผลที่คาดว่าจะได้รับ หมายเหตุ สถานที่"
    " กลุ่มเป้าหมาย ปัญหา",
}
_FIELDS = {letters(name): key for key, names in _NAMES.items() for name in names.split()}
_TELLS = frozenset({"owner", "lead", "support", "period", "steps", "follow_up", "state", "output"})
_LISTS = frozenset({"steps", "output", "outcome", "evidence", "support", "owner", "lead"})

_LONGEST = 45  # letters before a colon
_BULLET = r"(?:[-–•*]\s*|[0-9]{1,2}(?:\.[0-9]{1,2})*\s?[.)]\s*)"
_KEY = re.compile(
    rf"\s*(?P<lead>{_BULLET}?)(?P<name>[^:：0-9]{{2,{_LONGEST}}}?)"
    r"\s*(?P<number>[0-9]{1,2})?\s*[:：]\s*(?P<value>.*)"
)
_TITLE = re.compile(r"\s*มาตรการที่\s*(?P<number>[0-9]{1,2})\s*[.)]?\s+(?P<value>\S.*)")
_OF_A_LIST = re.compile(rf"\s*{_BULLET}\S")
_COUNTED = re.compile(r"[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line: the field that its name means (None: it has no name), its number, its value."""

    field: str | None
    number: str
    value: str
    place: Place
    text: int  # the paragraph or table it stands in


@dataclass(slots=True)
class _Block:
    """What is said of one measure."""

    place: Place
    values: dict[str, Cell] = field(default_factory=dict)

    def add(self, name: str, value: str, place: Place) -> None:
        cell = self.values.get(name, Cell(text="", place=place))
        joined = "\n".join(filter(None, (cell.text, value)))
        self.values[name] = replace(cell, text=joined)

    def text(self, name: str) -> str:
        return self.values[name].text if name in self.values else ""

    def told(self) -> int:
        return sum(bool(self.text(name)) for name in _TELLS)


def is_form(table: SourceTable) -> bool:
    """Tell whether a table is a form: the names stand in its first column, the title among them."""
    names = [_named(text) for text in (table.headings[0], *(row[0].text for row in table.rows))]
    known = [name for name in names if name is not None]
    return len(table.headings) == 2 and "measure" in known and 3 * len(known) > 2 * len(names)


def table_of_keys(source: Source) -> SourceTable | None:
    """Return the measures that are lines or forms as a table, a row each; None without any.

    One alone needs two things that are said of it: a line of a letter may begin with มาตรการ:, too.
    """
    blocks = [
        block for block in _blocks(_entries(source)) if block.text("measure") and block.told()
    ]
    if not blocks or (len(blocks) == 1 and blocks[0].told() == 1):
        return None
    names = list(dict.fromkeys(["measure", *(name for block in blocks for name in block.values)]))
    rows = tuple(
        tuple(block.values.get(name, Cell(text="", place=block.place)) for name in names)
        for block in blocks
    )
    return SourceTable(
        headings=("",) * len(names), rows=rows, place=blocks[0].place, fields=tuple(names)
    )


def _blocks(entries: Iterable[_Entry]) -> list[_Block]:
    """Return blocks from one title to the next; what is none of its lines ends a block."""
    blocks: list[_Block] = []
    last: _Entry | None = None  # whose value may go on
    for entry in entries:
        if entry.field == "measure":
            blocks.append(_begun(entry))
        if not blocks:
            continue
        if entry.field is not None:
            last = entry
        elif last is None or not _goes_on(entry, last, blocks[-1]):
            last = None
            continue
        if last.field:
            blocks[-1].add(last.field, entry.value, entry.place)
    return blocks


def _begun(title: _Entry) -> _Block:
    block = _Block(place=title.place)
    if title.number:
        block.add("number", title.number, title.place)
    return block


def _goes_on(entry: _Entry, last: _Entry, block: _Block) -> bool:
    """Tell whether a line without a name is of the value above it."""
    is_blank = bool(last.field) and not block.text(last.field or "")
    is_of_list = last.field in _LISTS and _OF_A_LIST.match(to_arabic_digits(entry.value))
    return entry.text == last.text or is_blank or bool(is_of_list)


def _entries(source: Source) -> Iterator[_Entry]:
    for number, each in enumerate(source.blocks):
        if isinstance(each, Text):
            for line in each.text.split("\n"):
                yield _entry(line, each.place, number)
        elif is_form(each):
            yield from _of_form(each, number)
        else:
            yield _Entry(None, "", "", each.place, -1)


def _of_form(table: SourceTable, number: int) -> Iterator[_Entry]:
    first = tuple(Cell(text=text, place=table.place) for text in table.headings)
    for name, value, *_ in (first, *table.rows):
        found = _COUNTED.search(to_arabic_digits(name.text))
        counted = found.group() if found else ""
        place = replace(value.place, column=name.text)
        yield _Entry(_named(name.text) or "", counted, value.text, place, number)


def _entry(line: str, place: Place, text: int) -> _Entry:
    line = " ".join(line.split())
    arabic = to_arabic_digits(line)
    title = _TITLE.fullmatch(arabic)
    if title and not _KEY.fullmatch(arabic):
        return _Entry("measure", title["number"], line[title.start("value") :], place, text)
    found = _KEY.fullmatch(arabic)
    name = _named(found["name"]) if found else None
    if found is None or name is None:
        return _Entry(None, "", line, place, text)
    counted = _COUNTED.match(found["lead"])
    number = found["number"] or (counted.group() if counted and name == "measure" else "")
    return _Entry(name, number, line[found.start("value") :], place, text)


def _named(text: str) -> str | None:
    """Return the field that a name means, "" for one of no field, None where it is no name."""
    written = letters(re.sub(r"[0-9]+|[:：]", "", to_arabic_digits(text)))
    return _FIELDS.get(written, _FIELDS.get(written.removesuffix("ที่")))
