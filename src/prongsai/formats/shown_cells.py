"""What a cell of a workbook shows: Excel keeps days and shares as numbers, with noise behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from prongsai.core.thai.calendar import MONTHS, buddhist_year, thai_date

# Number formats that need no description in the file: ECMA-376 part 1, 18.8.30. From 59 on they are
# those of Thai Excel; of the formats of East Asia all are taken for days.
KNOWN_FORMATS: Mapping[str, str] = {
    str(number): code
    for numbers, code in (
        ((1, 59), "0"),
        ((2, 60), "0.00"),
        ((3, 61), "#,##0"),
        ((4, 62), "#,##0.00"),
        ((9, 67), "0%"),
        ((10, 68), "0.00%"),
        ((14, *range(27, 37), *range(50, 59), 71, 81), "d/m/yyyy"),
        ((15, 72), "d-mmm-yy"),
        ((16, 73), "d-mmm"),
        ((17, 74), "mmm-yy"),
        ((*range(18, 22), 75, 76), "h:mm"),
        ((22, 77), "d/m/yyyy h:mm"),
        ((*range(45, 48), *range(78, 81)), "mm:ss"),
    )
    for number in numbers
}
WORDS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # what a number format holds beside its signs

_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?")
_DECIMALS = re.compile(r"[0#?]\.([0#?]+)")
_TYPED = 6  # figures behind the point; a number with more was reckoned
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # ECMA-376 part 1, 22.9.2.19

_DAYS_1900 = date(1899, 12, 30)  # Excel counts from here, with one day too many before March 1900
_DAYS_1904 = date(1904, 1, 1)
_MARCH_1900 = 60
_LAST_DAY = 400_000
# Who types 31/1/2567 into an Excel that counts years from Christ gets, and sees, that year.
_BUDDHIST = 2400
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The number format of each cell format, and whether days are counted from 1904.

    `fills`: the colours with which cell formats fill their cells.
    """

    codes: Mapping[str, str]
    from_1904: bool = False
    fills: Mapping[str, str] = field(default_factory=dict)

    def shown(self, number: str, cell_format: str) -> str:
        """Return what a cell with a number shows.

        A number that somebody typed stays as it is; a reckoned one is rounded as its format says.
        """
        code = self.codes.get(cell_format, "")
        if _NUMBER.fullmatch(number) is None:
            return number
        value = Decimal(number)
        signs = WORDS.sub("", code.partition(";")[0]).casefold()
        if "%" in signs:
            return f"{_plain(_rounded(value * 100, signs))}%"
        if parts := set("dmybhs") & set(signs):
            return self._day(value, parts) or _plain(value)
        return _plain(_rounded(value, signs))

    def _day(self, value: Decimal, parts: set[str]) -> str:
        """Return a day, a month or a time of day, as far as the format shows them, else ""."""
        if not 0 <= value <= _LAST_DAY:
            return ""
        days, minutes = divmod(int(value * _MINUTES + Decimal("0.5")), _MINUTES)
        time = f"{minutes // 60:02d}:{minutes % 60:02d}" if "h" in parts else ""
        if not days:
            return "" if parts & set("dyb") else time
        if "m" not in parts or not parts & set("dyb"):
            return ""
        day = self._counted(days)
        words = (
            str(day.day) if "d" in parts else "",
            MONTHS[day.month - 1],
            str(_year(day)) if parts & set("yb") else "",
            time if minutes else "",
        )
        return " ".join(filter(None, words))

    def _counted(self, days: int) -> date:
        if self.from_1904:
            return _DAYS_1904 + timedelta(days)
        return _DAYS_1900 + timedelta(days + (days < _MARCH_1900))


def _year(day: date) -> int:
    return day.year if day.year > _BUDDHIST else buddhist_year(day)


def day_of_text(text: str) -> str:
    """Write a day that stands in a workbook as the standard ISO 8601 has it.

    :raises ValueError: for any other text.
    """
    return thai_date(date.fromisoformat(text[:10]))


def unescaped(text: str) -> str:
    """Write out the signs that a text of a workbook names by their number."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


def _rounded(value: Decimal, signs: str) -> Decimal:
    exponent = value.as_tuple().exponent
    found = _DECIMALS.search(signs)
    places = len(found.group(1)) if found else 0
    if not isinstance(exponent, int) or -exponent <= _TYPED or not set("0#?") & set(signs):
        return value
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _plain(value: Decimal) -> str:
    """Write a number without an exponent and without zeros behind its figures."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
