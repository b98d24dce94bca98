"""The state of a measure, as ticks, words or a percentage say it."""

from __future__ import annotations

import re
from dataclasses import replace

from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.lists import loose
from prongsai.core.readings.understand.rows import Row
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.tracking import State

TICKS = {
    "not_started": State.NOT_STARTED,
    "in_progress": State.IN_PROGRESS,
    "done": State.DONE,
}
"""The columns of ticks, and the state that each stands for."""


def _any(*words: str) -> str:
    return "|".join(map(loose, words))


_NO_TICK = re.compile(r"[\s.\-–—☐□○]*")
_STATES = (
    (re.compile(rf"{_any('ยังไม่', 'ไม่ได้ดำเนินการ')}|^\s*รอ(?![บง])"), State.NOT_STARTED),
    (re.compile(_any("อยู่ระหว่าง", "กำลัง")), State.IN_PROGRESS),
    (re.compile(rf"{_any('แล้ว', 'เสร็จ', 'ครบถ้วน', 'เรียบร้อย')}|(?<!ความ)สำเร็จ"), State.DONE),
)
# It will not be done, or nobody knows when: none of the three states says that.
_GIVEN_UP = re.compile(
    rf"(?<!ยัง)(?<!ยัง\s){loose('ไม่ดำเนินการ')}"
    f"|{_any('ไม่ได้รับ', 'ไม่สามารถ', 'ยกเลิก', 'ยุติ', 'ระงับ', 'ชะลอ', 'เลื่อน')}|^{loose('งด')}"
)
# Done, the words seem to say, but not yet, not all, or soon: nobody but its owner knows the state.
_SHORT_OF_DONE = re.compile(
    rf"{loose('ยังไม่')}|(?<!ไม่)(?<!ได้){loose('เริ่ม')}"
    rf"|{loose('ไม่')}\s*(?:{loose('แล้ว')}\s*)?(?:{_any('เสร็จ', 'สำเร็จ', 'ครบ', 'เรียบร้อย')})"
    rf"|{_any('บางส่วน', 'ใกล้', 'คาดว่า')}"
    # Waited for, agreed to, drafted, due; so many of more.
    rf"|(?<![กคตปพห])รอ(?![กดบงย])|{loose('อนุมัติ')}|{loose('ร่าง')}(?!กาย)|{loose('เสนอ')}"
    rf"|{loose('กำหนด')}\s*(?:{loose('แล้ว')}\s*)?{loose('เสร็จ')}"
    rf"|{loose('เสร็จ')}\s*(?:{loose('สิ้น')}\s*)?ภายใน(?!\s*(?:กำหนด|เวลา|ระยะ))"
    r"|(?<![0-9])(?P<some>[0-9]{1,3})\s*(?:\S{1,10}\s*)?จาก\D{0,20}?(?!(?P=some)(?![0-9]))[0-9]"
    r"|(?<![0-9/])(?P<part>[0-9]{1,2})\s*/\s*(?!(?P=part)(?![0-9]))[0-9]{1,2}(?![0-9/])"
    rf"|(?:{_any('จะ', 'ให้')})\s*(?:{loose('ดำเนินการ')}\s*)?(?:{loose('แล้ว')}\s*)?{loose('เสร็จ')}"
    rf"|{loose('ร้อยละ')}\s*(?!100(?:\.0+)?(?![0-9.]))[0-9]|(?<![0-9.])[0-9]{{1,2}}(?:\.[0-9]+)?\s*%"
)
_PERCENTAGE = re.compile(
    rf"\s*(?:{loose('ร้อยละ')}\s*)?(?P<figure>[0-9]{{1,3}}(?:\.[0-9]+)?)\s*%?\s*"
)
# A box left empty, and the words that it is before: ☑ ดำเนินการแล้ว ☐ ยังไม่ดำเนินการ.
_EMPTY_BOX = re.compile(r"[☐□◻▢][^☐□◻▢☑☒■✓✔√]*")
_UNFINISHED = re.compile(rf"{loose('ไม่')}\s*(?:{loose('แล้ว')}\s*)?{loose('เสร็จ')}")
_CROSS = re.compile(r"\s*[✗✘❌×]\s*")  # ☒ is the ticked box of Word, and x a tick of many


def state_of(row: Row) -> Said[State] | None:
    """Return the state of a row, from its ticks or its words; None where nothing says it.

    A cross beside a tick says no; alone it may stand for either, and is asked about.
    """
    marked = [name for name in TICKS if not _NO_TICK.fullmatch(row.text(name))]
    ticked = [name for name in marked if not _CROSS.fullmatch(row.text(name))]
    if marked:
        names = ticked or marked
        cell = row.cells[names[-1]]
        why = say("Several states are ticked.") if len(names) > 1 else None
        why = why if ticked else say("A cross may say yes or no.")
        if _UNFINISHED.search(cell.place.column):
            why = why or say("These words say that it is not done, or not all of it.")
        return Said(
            value=TICKS[names[-1]],
            words=cell.text,
            place=cell.place,
            certainty=Certainty.ASK if why else Certainty.SURE,
            why=why,
        )
    return _told(row.cells["state"]) if row.text("state") else None


def _told(cell: Cell) -> Said[State] | None:
    """Return the state that a cell says; what its words leave open is asked."""
    text = to_arabic_digits(_EMPTY_BOX.sub("", cell.text))
    if _NO_TICK.fullmatch(text):
        return None
    said = [state for pattern, state in _STATES if pattern.search(text)]
    of_cell = Said(value=State.IN_PROGRESS, words=cell.text, place=cell.place)
    if _GIVEN_UP.search(text):
        why = say("These words say that it will not be done, or later: no state says that.")
        return replace(of_cell, value=State.NOT_STARTED, certainty=Certainty.ASK, why=why)
    if not said:
        return _by_percentage(text, of_cell)
    if State.IN_PROGRESS in said and State.NOT_STARTED not in said:
        return of_cell
    is_short = said[0] is State.DONE and _SHORT_OF_DONE.search(text)
    if len(said) == 1 and not is_short:
        return replace(of_cell, value=said[0])
    why = say("These words say that it is not done, or not all of it.")
    return replace(of_cell, certainty=Certainty.ASK, why=why)


def _by_percentage(text: str, of_cell: Said[State]) -> Said[State]:
    """Return the state for so much of a hundred, as likely; for other words it is asked."""
    found = _PERCENTAGE.fullmatch(text)
    part = float(found["figure"]) if found else -1
    if not 0 <= part <= 100:
        why = say("No state can be read from these words.")
        return replace(of_cell, certainty=Certainty.ASK, why=why)
    value = {0.0: State.NOT_STARTED, 100.0: State.DONE}.get(part, State.IN_PROGRESS)
    why = say("The state was read from a percentage.")
    return replace(of_cell, value=value, certainty=Certainty.LIKELY, why=why)
