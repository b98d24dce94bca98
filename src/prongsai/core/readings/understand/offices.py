"""The office that writes a letter: สำนักปลัด, of what stands behind ส่วนราชการ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.understand.lines import Line
from prongsai.core.sentences import say

_REACHED_BY = re.compile(r"\(?\s*(?:โทร|ไปรษณีย์|อีเมล|e-?mail|\S+@)", re.IGNORECASE)
_AGENCY = r"(?:องค์(?:การ|กร)\s?บริหาร\s?ส่วน\s?(?:ตำบล|จังหวัด)|เทศบาล\s?(?:นคร|เมือง|ตำบล)|อบต\.|อบจ\.)"
_AGENCY_APART = re.compile(rf"(?:^|\s){_AGENCY}")
_AGENCY_BEHIND = re.compile(rf"{_AGENCY}(?=[ก-๎])")
_LONGEST = 250  # letters of what stands behind the label
_FEWEST = 4  # letters of a name that is looked for elsewhere


def office_said(text: str, place: Place, lines: Sequence[Line]) -> Said[str] | None:
    """Return the office without its agency, telephone and address; None where none is said.

    `lines`: those of the document, where an agency of an unknown kind is named again.
    """
    written = _REACHED_BY.split(text[:_LONGEST], maxsplit=1)[0].strip(" ,")
    if found := _AGENCY_APART.search(written):
        office, is_sure = written[: found.start()], True
    elif found := _AGENCY_BEHIND.search(written):
        office, is_sure = written[: found.start()], False
    else:
        office, is_sure = written[: _named_again(written, lines)], False
    if not office.strip():
        return None
    is_sure = is_sure or (" " not in office and office == written)
    return Said(
        value=office.strip(),
        words=text,
        place=place,
        certainty=Certainty.SURE if is_sure else Certainty.LIKELY,
        why=None if is_sure else say("Where the office ends and the agency begins is not marked."),
    )


def _named_again(written: str, lines: Sequence[Line]) -> int:
    """Return where the words begin that the document has in another line too; else the end."""
    others = [line.text for line in lines if written not in line.text]
    for space in re.finditer(" ", written):
        rest = written[space.end() :]
        if len(rest) >= _FEWEST and any(rest in text for text in others):
            return space.start()
    return len(written)
