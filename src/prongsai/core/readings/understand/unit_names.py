"""Names of units: those that agencies commonly have, and those that a document names often.

A scanner and a typist misread names. A name that stands near a common one, or near one that the
document has more often, is taken for it; the words stay as they are written, and it is not sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from prongsai.core.readings.model import Certainty, ReadMeasure, Said
from prongsai.core.readings.understand.lists import WHOLE
from prongsai.core.sentences import say
from prongsai.core.thai.near import nearest
from prongsai.core.thai.spelling import letters

# Units of local bodies and their offices, as their plans and announcements name them.
_COMMON = (
    *("สำนักปลัด", "สำนักงานปลัด", "สำนักปลัดองค์การบริหารส่วนตำบล", "สำนักปลัดเทศบาล"),
    *("กองคลัง", "สำนักคลัง", "สำนักการคลัง", "กองช่าง", "สำนักช่าง", "สำนักการช่าง"),
    *("กองการศึกษา", "กองการศึกษา ศาสนาและวัฒนธรรม", "สำนักการศึกษา"),
    *("กองสาธารณสุข", "กองสาธารณสุขและสิ่งแวดล้อม", "กองสวัสดิการสังคม", "กองส่งเสริมการเกษตร"),
    *("กองแผน", "กองแผนและงบประมาณ", "กองวิชาการและแผนงาน", "กองยุทธศาสตร์และงบประมาณ"),
    *("กองการเจ้าหน้าที่", "กองพัสดุและทรัพย์สิน", "กองป้องกันและบรรเทาสาธารณภัย"),
    *("หน่วยตรวจสอบภายใน", "หน่วยงานตรวจสอบภายใน", "ฝ่ายบริหารงานทั่วไป"),
    *("งานการเจ้าหน้าที่", "งานบริหารงานบุคคล", "งานบริหารทั่วไป", "งานบริหารงานทั่วไป", "งานธุรการ"),
    *("งานนโยบายและแผน", "งานวิเคราะห์นโยบายและแผน", "งานแผนและงบประมาณ", "งานงบประมาณ"),
    *("งานกฎหมายและคดี", "งานนิติการ", "งานวินัย", "งานร้องเรียนร้องทุกข์", "งานประชาสัมพันธ์"),
    *("งานพัสดุ", "งานพัสดุและทรัพย์สิน", "งานทะเบียนทรัพย์สินและพัสดุ", "งานการเงิน", "งานบัญชี"),
    *("งานการเงินและบัญชี", "งานพัฒนาและจัดเก็บรายได้", "งานจัดเก็บรายได้", "งานพัฒนาชุมชน"),
    *("งานป้องกันและบรรเทาสาธารณภัย", "งานสวัสดิการสังคม", "งานสาธารณสุข", "งานตรวจสอบภายใน"),
    *("ทุกกอง", "ทุกสำนัก", "ทุกสำนัก/กอง", "ทุกส่วนราชการ", "ทุกหน่วยงาน", "ทุกงาน", "ทุกฝ่าย"),
    *("หน่วยงานที่เกี่ยวข้อง", "ส่วนราชการที่เกี่ยวข้อง", "ผู้ที่เกี่ยวข้อง"),
)
_KINDS = re.compile("สำนัก|กอง|งาน|ฝ่าย|หน่วย|ส่วน|กลุ่ม|ทุก")
_OFTEN = 3  # so often no scanner misreads a name the same way
_LETTERS = 4  # of so many, one may be wrong
_MOST_WRONG = 3

Unit = Said[str]


def with_units_named(measures: Sequence[ReadMeasure]) -> Iterator[ReadMeasure]:
    """Yield measures with the names of their units spelled as they are known."""
    named = (unit for measure in measures for unit in (*measure.lead, *measure.support))
    names = _Names(unit.value for unit in named)
    for measure in measures:
        yield replace(
            measure,
            lead=tuple(names.spelled(measure.lead)),
            support=tuple(names.spelled(measure.support)),
        )


class _Names:
    def __init__(self, written: Iterable[str]) -> None:
        """Take the names of units as the document has them."""
        names = list(written)
        self._count = Counter(map(letters, names))
        self._known: Mapping[str, str] = {
            **{letters(name): name for name in reversed(names) if self._is_frequent(name)},
            **{letters(name): name for name in _COMMON},
        }

    def spelled(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Yield the units, each as it is known; two that stand together apart."""
        for unit in units:
            name = self._name(unit.value)
            is_whole = unit.words.startswith(WHOLE)
            parts = [name or unit.value] if name or is_whole else self._two(unit.value)
            yield from (self._said(unit, part) for part in parts or [unit.value])

    def _said(self, unit: Unit, name: str) -> Unit:
        if letters(name) in letters(unit.value):
            return replace(unit, value=name)
        why = say("The unit is spelled nearly as “%(name)s”.", name=name)
        return replace(unit, value=name, certainty=Certainty.LIKELY, why=why)

    def _is_frequent(self, name: str) -> bool:
        return self._count[letters(name)] >= _OFTEN

    def _name(self, written: str) -> str:
        """Return a name that is known as it is written, or the known one near it, or nothing."""
        spelled = letters(written)
        if spelled.rstrip("ฯ") in self._known or self._is_frequent(written):
            return written
        most = min(len(spelled) // _LETTERS, _MOST_WRONG)
        found = nearest(spelled, self._known, most)
        # The numbers or kinds of two units differ: nobody misread one for the other.
        is_it = _figures(found) == _figures(spelled) and _kind(spelled) in {_kind(found), ""}
        return self._known[found] if found and is_it else ""

    def _two(self, written: str) -> list[str]:
        """Return the two known units that stand in a name side by side, or nothing."""
        words = written.split() if "(" not in written else []
        for place in range(1, len(words)):
            pair = [self._name(" ".join(part)) for part in (words[:place], words[place:])]
            if all(pair):
                return pair
        return []


def _kind(spelled: str) -> str:
    """Return what kind of unit a name begins with, "" for none that is known."""
    found = _KINDS.match(spelled)
    return found.group() if found else ""


def _figures(text: str) -> str:
    return "".join(filter(str.isdecimal, text))
