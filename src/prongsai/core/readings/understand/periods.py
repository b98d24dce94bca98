"""The period of a measure in months, and the day on which something was done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from statistics import median_low

from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.misread import days_mended, times_mended
from prongsai.core.readings.understand.without_year import no_year, period_within
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.calendar import buddhist_year, christian_year, first_day, last_day
from prongsai.core.thai.dates_in_text import Period, days_in, periods_in, years_in
from prongsai.core.thai.near import nearest, nearly
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters

SaidPeriod = Said[tuple[Month, Month]]

# “ณ วันที่” says how old figures are, not when something was done.
_DEADLINE = re.compile("แล้ว\\s*เสร็จ")
_LEAD = 15  # letters before a day
_ON = re.compile(rf"(?<!ณ)(?<!ณ )(?:เมื่อ|วันที่|(?<!\S){nearly('วันที่')}|{nearly('เมื่อวันที่')})\s*$")
_LEFT = re.compile(r"[0-9]{2}|[ก-ฮ][ิีุ]?\s?\.\s?[ก-ฮ]")  # a year or a month that was not read
# A year, or some from … to …, and nothing else.
_YEARS = re.compile(
    r"\s*(?:ประจำ|ตลอด)?(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.?\s?ศ\.?)?\s*(?P<first>2[45][0-9]{2})"
    r"(?:\s*(?:-|–|—|ถึง)\s*(?:พ\.?\s?ศ\.?)?\s*(?P<last>2[45][0-9]{2}))?\s*"
)
_NUMBERED = re.compile(r"(?<![0-9])2[45][0-9]{2}(?![0-9])")
_FISCAL = re.compile(r"งบ\s*ประมาณ")
_SHORT = 60  # letters of a cell that says a time and nothing else
_SEVERAL = 3  # periods that are alike
_FAR = 2  # years
_MOST_WRONG = 2  # letters


class Periods:
    """The periods of the cells of one column: one that is misread may be as those around it."""

    def __init__(self, cells: Sequence[Cell | None], year: int | None = None) -> None:
        """Take all cells of the column, and the fiscal year (B.E.) of cells that name none."""
        self._of = year
        read = {_flat(cell): period_in(cell) for cell in cells if cell is not None}
        written = Counter(_flat(cell) for cell in cells if cell is not None)
        self._sure = {
            letters(to_arabic_digits(text)): said
            for text, said in read.items()
            if said is not None and said.certainty is Certainty.SURE and written[text] > 1
        }
        years = [said.value[1].year for cell in cells if (said := period_in(cell)) is not None]
        self._year = median_low(years) if len(years) >= _SEVERAL else None

    def period(self, cell: Cell | None) -> SaidPeriod | None:
        """Return the period of a cell; where it cannot be read, that of a cell nearly like it."""
        said = period_in(cell)
        if cell is None or not cell.text or (said is not None and not self._is_odd(said)):
            return said
        if said is None and self._of is not None:
            said = self._within(cell, self._of)
        if said is not None and said.certainty is not Certainty.ASK and not self._is_odd(said):
            return said
        spelled = letters(to_arabic_digits(_flat(cell)))
        near = self._sure.get(nearest(spelled, self._sure, _MOST_WRONG))
        if near is None:
            return said
        why = say("It cannot be read well; other rows have “%(words)s”.", words=near.words)
        return replace(near, words=cell.text, place=cell.place, certainty=Certainty.ASK, why=why)

    def _within(self, cell: Cell, year: int) -> SaidPeriod | None:
        months = period_within(_flat(cell), year)
        if months is None:
            return None
        return Said(
            value=months,
            words=cell.text,
            place=cell.place,
            certainty=Certainty.LIKELY,
            why=no_year(year),
        )

    def _is_odd(self, said: SaidPeriod) -> bool:
        if said.certainty is Certainty.ASK:
            return True
        first, last = said.value
        if abs(first.year - last.year) > _FAR:
            return True
        return self._year is not None and abs(said.value[1].year - self._year) > _FAR


def period_in(cell: Cell | None) -> SaidPeriod | None:
    """Return the months of a cell: a span, a month, a fiscal year; of several, all they span."""
    if cell is None:
        return None
    text = _flat(cell)
    found = _periods(text)
    if not found and (within := _within_year(text)):
        why = None if _FISCAL.search(text) else say("The year was taken for a fiscal year.")
        return _said(within, cell, why)
    found = found or _years(text)
    if len(text) <= _SHORT and (not found or _leaves_some(text)):
        mended = times_mended(text)
        again = _periods(mended) or _years(mended)
        if again and not _leaves_some(mended):
            return _said(again, cell, say("A word of it is misspelled."))
        if found:
            unread = say("Some of the cell was not read as a time.")
            return replace(_said(found, cell), certainty=Certainty.ASK, why=unread)
    return _said(found, cell) if found else None


def _said(found: Sequence[Period], cell: Cell, why: Sentence | None = None) -> SaidPeriod:
    one = len(set(found)) == 1
    first = _month(found[0].first if one else min(each.first for each in found))
    last = _month(found[0].last if one else max(each.last for each in found))
    why = why or (None if one else say("The cell has several periods."))
    if first == last and _DEADLINE.search(cell.place.column):
        why = why or say("Only the month in which it ends is named.")
    return Said(
        value=(first, last),
        words=cell.text,
        place=cell.place,
        certainty=Certainty.LIKELY if why else Certainty.SURE,
        why=why,
    )


def day_in(text: str) -> date | None:
    """Return the first day that stands behind วันที่."""
    flat = days_mended(" ".join(text.split()))
    days = (
        each.value
        for each in days_in(flat)
        if _ON.search(flat[max(0, each.start - _LEAD) : each.start])
    )
    return next(days, None)


def _flat(cell: Cell) -> str:
    return " ".join(cell.text.split())


def _leaves_some(text: str) -> bool:
    """Tell whether years or months are left of a text when its periods are taken out."""
    spans = [(each.start, each.end) for each in periods_in(text)]
    left = to_arabic_digits(text)
    for start, end in reversed(spans):
        left = f"{left[:start]} {left[end:]}"
    return bool(spans) and _LEFT.search(left) is not None


def _periods(text: str) -> Sequence[Period]:
    """Return the periods of a text; a year that is all of it is a fiscal year."""
    periods = [each.value for each in periods_in(text)]
    if periods:
        return periods
    of = _YEARS.fullmatch(to_arabic_digits(text))
    if of is None:
        return []
    return [Period(first_day(int(of["first"])), last_day(int(of["last"] or of["first"])))]


def _within_year(text: str) -> Sequence[Period]:
    """Return the part of the one year that a text names: ไตรมาสที่ 2 ของปีงบประมาณ พ.ศ. 2567."""
    arabic = to_arabic_digits(text)
    spoken = [(each.value, each.start, each.end) for each in years_in(arabic)]
    of = spoken or [(int(each.group()), *each.span()) for each in _NUMBERED.finditer(arabic)]
    if len(of) != 1:
        return []
    ((year, start, end),) = of
    months = period_within(f"{arabic[:start]} {arabic[end:]}", year)
    if months is None:
        return []
    first, last = (date(christian_year(each.year), each.month, 1) for each in months)
    return [Period(first, last)]


def _years(text: str) -> Sequence[Period]:
    """Return the fiscal years that a text speaks of, and no part of them."""
    years = [each.value for each in years_in(text)]
    return [Period(first_day(year), last_day(year)) for year in years]


def _month(day: date) -> Month:
    return Month(buddhist_year(day), day.month)
