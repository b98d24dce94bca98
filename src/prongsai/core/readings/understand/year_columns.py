"""Tables with the scores of several years: a column for each year, or a row for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai.core.editions.model import TOTAL
from prongsai.core.readings.source import CellRow, SourceTable
from prongsai.core.readings.understand.frame import Frame
from prongsai.core.readings.understand.spelled import TOTAL_WORDS
from prongsai.core.readings.understand.spoken_years import (
    SpokenYear,
    is_spoken_alone,
    of_several_years,
    spoken_year,
    without_spoken,
)
from prongsai.core.results import name_of
from prongsai.core.sentences import say
from prongsai.core.thai.numerals import to_arabic_digits

_FEWEST_YEARS = 2
_FEWEST_CODES = 3  # figures in headings, fewer of which may count the columns
_FIGURES = r"2[45][0-9]{2}"
_YEAR = re.compile(rf"(?<![0-9]){_FIGURES}(?![0-9])")
_YEAR_WORDS = re.compile(
    rf"ประจำ|ปี\s*งบ\s*ประมาณ|ปี|พ\.?\s?ศ\.?|(?<![0-9]){_FIGURES}(?![0-9])|[\s()/.:,-]"
)
_YEAR_ALONE = re.compile(
    rf"(?:ผลการประเมิน)?(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?({_FIGURES})(?:\(.*\))?"
)
_NO_SCORE = re.compile(
    "ต่าง|เพิ่ม|ลด|เปลี่ยน|พัฒนาการ|แนวโน้ม|ระดับ|เกรด|อันดับ|ลำดับ|เต็ม|น้ำหนัก|ถ่วง|เป้า|งบ|จำนวน|หมายเหตุ|สถานะ|เฉลี่ยประเทศ|[+±%]"
)
_PER_CENT = re.compile(r"\(\s*%\s*\)")  # the unit of a score, not a change
_SCORE = re.compile("คะแนน|ผล|ร้อยละ|ประเมิน|ita|score", re.IGNORECASE)
_SAYS = re.compile(r"คะแนน|ผลการประเมิน|\b(?:ITA|IIT|EIT|OIT)\b")
_NUMBERED = re.compile(r"(?:ตัวชี้วัด(?:ที่)?)?([0-9]{1,2})")
_BELOW = re.compile("คะแนน|ระดับ|ผล|ค่า")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearColumn:
    """A column with scores: of which year, and of what; each may be said by the rows instead."""

    index: int
    heading: str
    code: str = ""
    when: SpokenYear


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTable:
    """How scores of several years stand in a table; without columns its rows tell them."""

    table: SourceTable
    columns: tuple[YearColumn, ...]
    above: int = 0  # rows of it that are headings
    says_scores: bool  # a heading says that its figures are scores
    years_in: int | None = None  # the column with the year of each row


def year_table(table: SourceTable, frame: Frame) -> YearTable | None:
    """Return how the scores of several years stand in a table; None where it has none."""
    headings, above = _headings(table)
    columns = tuple(_columns(headings, frame))
    years_in = _years_in(headings, table.rows[above:])
    if len({column.when.time for column in columns} - {None}) >= _FEWEST_YEARS:
        columns, years_in = tuple(_told_apart([c for c in columns if c.when.time])), None
    else:
        columns = tuple(column for column in columns if column.code)
        is_of_years = years_in is not None and (columns or "score" in table.fields)
        if not is_of_years and len(columns) < _FEWEST_CODES:
            return None
    return YearTable(
        table=table,
        columns=columns,
        above=above,
        years_in=years_in,
        says_scores=any(map(says_score, headings)),
    )


def says_score(text: str) -> bool:
    """Tell whether a text says that figures beside or below it are scores."""
    return _SAYS.search(text) is not None


def year_alone(text: str) -> int | None:
    """Return the year that is all of a text: 2565, ปีงบประมาณ พ.ศ. 2565."""
    found = _YEAR_ALONE.fullmatch("".join(to_arabic_digits(text).split()))
    return int(found.group(1)) if found else None


def _headings(table: SourceTable) -> tuple[Sequence[str], int]:
    """Return the headings with those of a second row, and how many rows those take."""
    first = table.rows[0] if table.rows else ()
    if not first or first[0].text or not _are_below([cell.text for cell in first[1:]]):
        return table.headings, 0
    headings: list[str] = []
    over = ""
    for heading, cell in zip(table.headings, first, strict=False):
        over = heading or over
        headings.append(f"{over} {cell.text}".strip())
    return headings, 1


def _are_below(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row are headings below wider ones."""
    filled = [text for text in texts if text]
    return len(filled) >= _FEWEST_YEARS and all(
        year_alone(text)
        or is_spoken_alone(text)
        or _BELOW.match(text)
        or _NO_SCORE.search(text)
        or _is_numbered(text)
        for text in filled
    )


def _is_numbered(text: str) -> bool:
    return _NUMBERED.fullmatch("".join(to_arabic_digits(text).split())) is not None


def _columns(headings: Sequence[str], frame: Frame) -> Iterator[YearColumn]:
    """Yield the columns that hold scores by their headings."""
    for index, heading in enumerate(headings):
        arabic = to_arabic_digits(heading)
        when = spoken_year(heading, frame.result_year)
        what = _what(heading)
        code = _code(what, heading, frame)
        is_several = len(_YEAR.findall(arabic)) > 1 or of_several_years(heading)
        if is_several or not heading or (_NO_SCORE.search(what) and not code):
            continue
        column = YearColumn(index=index, heading=heading, code=code, when=when)
        if code or _SCORE.search(what) or (column.when.time and not what):
            yield column


def _told_apart(columns: Sequence[YearColumn]) -> Iterator[YearColumn]:
    """Yield columns; one whose spoken year is that of another column too is asked for."""
    numbered = {column.when.number for column in columns if column.when.ago is None}
    twice = say("Another column of the table has the same year.")
    for column in columns:
        is_twice = column.when.ago is not None and column.when.number in numbered
        yield replace(column, when=column.when.asked_for(twice)) if is_twice else column


def _what(heading: str) -> str:
    """Return what a heading says besides its year."""
    return _YEAR_WORDS.sub("", without_spoken(_PER_CENT.sub("", to_arabic_digits(heading))))


def score_year(heading: str, frame: Frame) -> SpokenYear | None:
    """Return the year of the scores below a heading of them, None where they are no scores."""
    if _NO_SCORE.search(_what(heading)) or of_several_years(heading):
        return None
    return spoken_year(heading, frame.result_year)


def _code(what: str, heading: str, frame: Frame) -> str:
    """Return what a heading is the score of: 1, IIT, the total; "" where it does not say."""
    if what in TOTAL_WORDS:
        return TOTAL
    numbered = _NUMBERED.fullmatch(what)
    if numbered and frame.instrument_of(numbered.group(1)):
        return numbered.group(1)
    named = frame.indicator("", heading)
    if named is not None:
        return named.code
    instrument = frame.instrument(heading) if what else ""
    part = next(filter(None, map(frame.part, heading.split())), None)
    return name_of((instrument, part)) if instrument else ""


def _years_in(headings: Sequence[str], rows: Sequence[CellRow]) -> int | None:
    """Return the column whose cells are years."""
    for index, heading in enumerate(headings):
        texts = [row[index].text for row in rows if index < len(row) and row[index].text]
        is_headed = "ปี" in heading or len(texts) > 1
        if texts and is_headed and all(year_alone(text) for text in texts):
            return index
    return None
