"""Days, months and years as Thai texts name them, in Thai or Arabic digits.

Years are Buddhist years (B.E.); two figures are those of the present century, พ.ศ. 25xx.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prongsai.core.thai.calendar import MONTHS, NUMBER_OF_MONTH, SHORT_MONTHS, christian_year
from prongsai.core.thai.found import Found
from prongsai.core.thai.numerals import to_arabic_digits

_CENTURY = 2500
_OLDEST_BUDDHIST = 2400  # a year before it is a Christian one

_LONG = "|".join(MONTHS)
# Typists leave out dots and put spaces behind them; behind another letter it is no month (อบต.ค.).
_SHORT = "|".join(name.rstrip(".").replace(".", r"\s?\.?\s?") for name in SHORT_MONTHS)
_MONTH = rf"(?:{_LONG}|(?:(?<![ก-๎])|(?<=เดือน)|(?<=ถึง)|(?<=วันที่))(?:{_SHORT})\.?(?![ก-๎]))"
_ERA = r"[พค]\s?\.?\s?ศ\s?\.?"
_FIGURES = r"(?:[12][0-9]{3}|[4-9][0-9])(?![0-9]|[.,][0-9])"
_YEAR = rf"(?:{_ERA}\s*|ปี\s*)?{_FIGURES}"
_DAY = r"(?<![0-9.,/])[0-3]?[0-9](?![0-9])"
_TO = r"(?:-|–|—|จนถึง|ถึง)\s*(?:วันที่\s*|เดือน\s*)*"

_TIME = re.compile(
    rf"(?:(?P<d1>{_DAY})\s*(?:เดือน\s*)?)?(?P<m1>{_MONTH})\s*(?P<y1>{_YEAR})?\s*{_TO}"
    rf"(?:(?P<d2>{_DAY})\s*(?:เดือน\s*)?)?(?P<m2>{_MONTH})\s*(?:(?P<y2>{_YEAR})|(?(y1)|(?!)))"
    rf"|(?:(?P<d3>{_DAY})\s*{_TO})?(?P<d4>{_DAY})\s*(?:เดือน\s*)?(?P<m4>{_MONTH})\s*(?P<y4>{_YEAR})"
    rf"|(?P<m5>{_MONTH})\s*(?P<y5>{_YEAR})"
    r"|(?<![0-9/-])(?P<d6>[0-3]?[0-9])[/-](?P<m6>0?[1-9]|1[0-2])[/-](?P<y6>2[45][0-9]{2})(?![0-9/-])"
)
# A year that a text speaks of stands behind ปี. Behind พ.ศ. alone it may be that of an act, and
# from … to … it is that of a strategy.
_SPOKEN_OF = re.compile(
    rf"ปี\s*(?:งบ\s*ประมาณ)?\s*ฯ?\s*(?:{_ERA})?\s*(?P<year>{_FIGURES})"
    rf"(?P<range>\s*(?:-|–|—|ถึง)\s*(?:ปี\s*)?(?:{_ERA})?\s*{_FIGURES})?"
)
_COUNTED = re.compile(r"\s*(?:ปี|เดือน|วัน|คน|ราย|แห่ง|ครั้ง|โครงการ|กิจกรรม|เรื่อง|บาท|คะแนน|%|ร้อยละ)")


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both counted in. The end may stand before the start: as written."""

    first: date
    last: date


def periods_in(text: str) -> Iterator[Found[Period]]:
    """Yield each day, each month and each span of them: 5 ม.ค. 66, ม.ค. 66, พ.ย. 65 - มี.ค. 66."""
    for time in _TIME.finditer(to_arabic_digits(text)):
        period = _period(time)
        if period is not None:
            yield Found(period, *time.span())


def days_in(text: str) -> Iterator[Found[date]]:
    """Yield each single day: 28 กุมภาพันธ์ 2566, ๒๘ ก.พ. ๖๖, 28/02/2566."""
    for found in periods_in(text):
        if found.value.first == found.value.last:
            yield Found(found.value.first, found.start, found.end)


def impossible_days_in(text: str) -> Iterator[Found[str]]:
    """Yield the words of each day that no calendar has, such as 31 เมษายน 2566."""
    for time in _TIME.finditer(to_arabic_digits(text)):
        if _period(time) is None:
            yield Found(text[slice(*time.span())], *time.span())


def years_in(text: str) -> Iterator[Found[int]]:
    """Yield each year that a text speaks of: ปีงบประมาณ พ.ศ. 2566, ปี 2566, ประจำปีฯ ๖๖.

    Neither the year of a day or of an act (พ.ศ. 2560), nor those of a span (ปี 2566 - 2570).
    """
    arabic = to_arabic_digits(text)
    for found in _SPOKEN_OF.finditer(arabic):
        is_counted = len(found["year"]) == 2 and _COUNTED.match(arabic, found.end())
        if not found["range"] and not is_counted:
            yield Found(_year(found["year"]), *found.span())


def _period(time: re.Match[str]) -> Period | None:
    """Return the period of a match; None where a day of it is none of the calendar."""
    try:
        return _span(time) if time["m1"] else _one(time)
    except ValueError:
        return None


def _span(time: re.Match[str]) -> Period:
    month, last_month = _month(time["m1"]), _month(time["m2"])
    # ต.ค. - มี.ค. 66, ต.ค. 65 - มี.ค.: the year that is not written is the one before, or behind.
    over = month > last_month
    last_year = _year(time["y2"]) if time["y2"] else _year(time["y1"]) + over
    year = _year(time["y1"]) if time["y1"] else last_year - over
    return Period(_first(year, month, time["d1"]), _last(last_year, last_month, time["d2"]))


def _one(time: re.Match[str]) -> Period:
    kind = next(kind for kind in "456" if time[f"m{kind}"])
    day = None if kind == "5" else time[f"d{kind}"]
    year, month = _year(time[f"y{kind}"]), _month(time[f"m{kind}"])
    return Period(_first(year, month, time["d3"] or day), _last(year, month, day))


def _first(year: int, month: int, day: str | None) -> date:
    return date(christian_year(year), month, int(day or 1))


def _last(year: int, month: int, day: str | None) -> date:
    last = monthrange(christian_year(year), month)[1]
    return date(christian_year(year), month, int(day or last))


def _year(words: str) -> int:
    figures = int(re.sub("[^0-9]", "", words))
    if figures < 100:
        return _CENTURY + figures
    return figures if figures >= _OLDEST_BUDDHIST else figures + _CENTURY - christian_year(_CENTURY)


def _month(name: str) -> int:
    return int(name) if name.isdecimal() else NUMBER_OF_MONTH[_letters(name)]


def _letters(name: str) -> str:
    return re.sub(r"[\s.]", "", name)
