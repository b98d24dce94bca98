"""Days in forms: typed as people write them, on every page; the year may be of either era.

The calendar of a browser knows no B.E., and without a script no page can mend that. Django's own
field takes 2569-01-31 for a day five centuries ahead, in silence.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext

from prongsai.core.errors import Refusal
from prongsai.core.measures.months import ENGLISH_MONTHS
from prongsai.core.thai.calendar import SHORT_MONTHS, buddhist_year
from prongsai.core.thai.days import read_day
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.web.templatetags.thai import day

# As forms of offices have it: the day comes first. `read_day` takes no such thing from a document,
# where it may be of another country. The month may have the name that our English pages write.
_DAY_FIRST = re.compile(
    r"\s*([0-9]{1,2})\s*[/. -]\s*([0-9]{1,2}|[A-Za-z]{3,9})\.?\s*[/. -]\s*([0-9]{4})\s*"
)
_SHOWN = 40  # letters of what is no day


class DayField(forms.DateField):
    """A day as people type it, with a year of either era."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        """Say how it may be typed."""
        super().__init__(**{"required": False, "help_text": _hint(), **options})

    def to_python(self, value: str | datetime | date | None) -> date | None:
        """Return the day. Raises ValidationError where it is none."""
        if not isinstance(value, str):
            return super().to_python(value)
        if not value.strip():
            return None
        found = _DAY_FIRST.fullmatch(to_arabic_digits(value))
        try:
            return read_day("-".join(_year_first(*found.groups())) if found else value)
        except Refusal as refusal:
            raise forms.ValidationError(_no_day(value)) from refusal

    def prepare_value(self, value: object) -> object:
        """Write a day as the pages do, so that it can be sent back as it stands."""
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        return day(value) if isinstance(value, date) and is_day else value


def _year_first(on: str, month: str, year: str) -> tuple[str, str, str]:
    """Return year, month (0: no month has this name) and day."""
    if month.isdigit():
        return year, month, on
    named = (at for at, name in enumerate(ENGLISH_MONTHS, 1) if name.startswith(month.title()))
    return year, str(next(named, 0)), on


def _said_how() -> str:
    how = gettext(
        "Such as %(numbers)s or %(named)s, in digits of either script; the year is B.E. or A.D."
    )
    return how % _today()


_hint = lazy(_said_how, str)


def _no_day(typed: str) -> str:
    text = typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
    return gettext(
        "“%(text)s” is no day. Write the day, the month and the year with four figures, such as "
        "%(numbers)s or %(named)s."
    ) % {"text": text, **_today()}


def _today() -> dict[str, str]:
    """Write today in the two ways in which people write days."""
    now = timezone.localdate()
    year, month = buddhist_year(now), SHORT_MONTHS[now.month - 1]
    return {"numbers": f"{now.day}/{now.month}/{year}", "named": f"{now.day} {month} {year}"}
