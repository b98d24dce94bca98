"""Agencies that are no local administration: departments, schools, hospitals, universities.

Their kinds are words of everyday, so a name is taken only where nothing else stands: behind a
label, at the end of a title, or as a line of its own outside the tables of scores and measures; and
as likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Source
from prongsai.core.readings.understand.lines import Line, lines_of
from prongsai.core.readings.understand.names import LETTERS
from prongsai.core.sentences import say

_KIND = (
    "กรม|สำนักงาน(?!ปลัด|เลขา)|มหาวิทยาลัย|โรงเรียน|วิทยาลัย|โรงพยาบาล|สถาบัน|องค์การ|กรุงเทพมหานคร"
    "|การ(?:ไฟฟ้า|ประปา|เคหะ|ท่าเรือ|ทางพิเศษ|รถไฟ|ยาง|กีฬา|นิคม)"
)
_NAME = rf"(?P<name>(?:{_KIND})(?:{LETTERS}|[\s()0-9๐-๙]){{2,80}}?)"
_LABEL = r"(?:ชื่อ)?(?:หน่วยงาน|สถานศึกษา|ส่วนราชการ)(?:ที่(?:รับการ|ถูก)ประเมิน)?"
_LABELLED = re.compile(rf"{_LABEL}\s*[:：]?\s*{_NAME}")
_LABEL_ALONE = re.compile(rf"{_LABEL}\s*[:：]?")
_ALONE = re.compile(_NAME)
_TITLE = re.compile(
    rf"(?:รายงาน|แผน|ผล|มาตรการ|การวิเคราะห์).{{0,120}}?ของ{_NAME}\s*(?:ประจำ.*|ปี.*|พ\.ศ\..*)?"
)
# A line that says what somebody does, or has, is no name.
_SENTENCE = re.compile(
    "ดำเนินการ|จัดทำ|จัดให้|กำหนด|รายงาน|ได้|เป็น|เพื่อ|โดย|(?<!พื้น)ที่(?!ปรึกษา)|ประชุม|ประเมิน|มาตรการ|เรื่อง|ใน"
)
_LONGEST = 200  # letters


def other_agencies_in(source: Source) -> Iterator[Said[str]]:
    """Yield the names of agencies of other kinds, as written but for spaces."""
    before = ""
    for line in lines_of(source):
        name = _name_in(line, is_labelled=_LABEL_ALONE.fullmatch(before) is not None)
        before = line.text
        if name:
            yield Said(
                value=name,
                words=line.text,
                place=line.place,
                certainty=Certainty.LIKELY,
                why=say("It was taken for an agency by where it stands."),
            )


def _name_in(line: Line, *, is_labelled: bool) -> str:
    """Return the name that a line has, "" for none."""
    if len(line.text) > _LONGEST:
        return ""
    labelled = _LABELLED.fullmatch(line.text)
    found = labelled or _TITLE.fullmatch(line.text) or _ALONE.fullmatch(line.text)
    name = found["name"].strip() if found else ""
    return name if labelled or is_labelled or not _SENTENCE.search(name) else ""
