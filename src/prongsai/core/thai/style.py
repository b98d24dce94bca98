"""How an agency writes numbers and months in its documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.core.thai.calendar import MONTHS, buddhist_year, month_span, thai_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What an agency prefers, or asks for in one document.

    `catchword`: a page of a letter ends with the first words of the next one.
    """

    thai_digits: bool = False
    long_months: bool = False
    catchword: bool = False

    def span(self, first: date, last: date) -> str:
        """Write from which month to which: ม.ค. - มี.ค. 67, or มกราคม - มีนาคม 2567."""
        if not self.long_months:
            return month_span(first, last)
        end = f"{MONTHS[last.month - 1]} {buddhist_year(last)}"
        if (first.year, first.month) == (last.year, last.month):
            return end
        start = MONTHS[first.month - 1]
        if first.year != last.year:
            start += f" {buddhist_year(first)}"
        return f"{start} - {end}"

    def day(self, day: date) -> str:
        """Write a day as letters do; tables with short months use the same: 31 มีนาคม 2566."""
        return thai_date(day)


USUAL = Style()
"""Arabic digits and short months, as most filed tables have them."""
