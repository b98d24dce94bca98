"""The row of a table that has the score or the level of everything, wherever its word stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prongsai.core.editions.model import TOTAL
from prongsai.core.readings.model import Certainty
from prongsai.core.readings.source import Cell, CellRow, SourceTable
from prongsai.core.readings.understand.codes import CODE
from prongsai.core.readings.understand.frame import Guess
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits

_WHAT = (
    r"ผล|คะแนน|ค่า|การประเมิน|หน่วยงาน|ita|ของ|ใน|ที่ได้|ถ่วงน้ำหนัก|ประจำปี|ทั้งหมด|ทั้งสิ้น|สุทธิ"
    r"|(?:ทุก|ทั้ง|[0-9])+(?:ตัวชี้วัด|แบบวัด|เครื่องมือ|ด้าน)"
)
# รวม, ผลรวมคะแนน, คะแนน ITA ภาพรวม, คะแนนเฉลี่ยรวมทุกตัวชี้วัด, ค่าเฉลี่ย; never รวม IIT.
_TOTAL = re.compile(
    rf"(?:{_WHAT}|เฉลี่ย)*(?:ภาพรวม|รวม|เฉลี่ย)(?:{_WHAT}|ภาพรวม|รวม|เฉลี่ย|\(ita\)|:)*"
    "|(?:grand)?total(?:score)?|overall(?:score)?"
)
_ITEM = re.compile(rf"\s*(?:ข้อ(?:ที่)?\s*)?(?P<code>{CODE})", re.IGNORECASE)
_WHOLE = re.compile(r"\s*(?:แบบวัด\S*\s*)?(?:IIT|EIT|OIT)\b", re.IGNORECASE)
_LEVEL = re.compile("(?:ผล(?:การ)?(?:ประเมิน)?)?ระดับ|ผลการประเมิน$")
_LONGEST = 60  # letters of a word for the total
_LOOKED_AT = 100  # rows of a table in which items, and totals of some of them, are looked for


def total_in(cells: CellRow, table: SourceTable) -> Guess | None:
    """Return the total where a cell of a row has nothing but a word for it, else None.

    What stands below items of one instrument may be the score of these, and so may each of several
    rows of the same word; a mean of rows that weigh otherwise is no total.
    """
    own = _word(cells)
    if not own:
        return None
    others = [row for row in table.rows[:_LOOKED_AT] if row is not cells]
    if any(_word(row) == own for row in others) or _are_items_of_one(others):
        why = say("It may be the score of the rows above it alone.")
        return Guess(code=TOTAL, certainty=Certainty.ASK, why=why)
    if "เฉลี่ย" in own and "รวม" not in own:
        why = say("A mean of the rows may be another figure than the total.")
        return Guess(code=TOTAL, certainty=Certainty.LIKELY, why=why)
    return Guess(code=TOTAL)


def is_total_row(cells: CellRow) -> bool:
    """Tell whether a cell of a row has nothing but a word for the total."""
    return bool(_word(cells))


def level_in(cells: CellRow, levels: Sequence[str]) -> Cell | None:
    """Return the cell with the level of the total: in its row, or in a row that says just that."""
    found = next((cell for cell in cells if cell.text.strip() in levels), None)
    texts = {"".join(cell.text.split()) for cell in cells if cell.text and cell is not found}
    is_level_alone = len(texts) == 1 and _LEVEL.match(next(iter(texts))) is not None
    return found if is_level_alone or is_total_row(cells) else None


def _word(cells: CellRow) -> str:
    """Return the word for a total that a cell of a row has, "" for none."""
    packed = ("".join(to_arabic_digits(cell.text).split()).casefold() for cell in cells)
    return next((t for t in packed if len(t) <= _LONGEST and _TOTAL.fullmatch(t)), "")


def _are_items_of_one(rows: Iterable[CellRow]) -> bool:
    """Tell whether rows have items of one instrument, and none the score of an instrument."""
    letters: set[str] = set()
    for row in rows:
        texts = [to_arabic_digits(cell.text) for cell in row if cell.text]
        item = next(filter(None, map(_ITEM.match, texts)), None)
        if item is not None:
            letters.add(item["code"][0].casefold())
        elif len(texts) > 1 and any(map(_WHOLE.match, texts)):
            return False
    return len(letters) == 1
