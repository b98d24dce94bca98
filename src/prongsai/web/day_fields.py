"""Days in forms: as people type them, or pick them; the year may be of either era.

Django's own field takes 2569-01-31 for a day five centuries ahead, in silence.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.errors import Refusal
from prongsai.core.thai.calendar import thai_date
from prongsai.core.thai.days import read_day
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.web.refusals import told

# As forms of offices have it: the day comes first. `read_day` takes no such thing from a document,
# where it may be of another country.
_DAY_FIRST = re.compile(r"\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4})\s*")


class DayField(forms.DateField):
    """A day as people type it, with a year of either era."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        """Say how it may be typed."""
        hint = _("Day/month/year, or with the name of the month; the year may be B.E. or A.D.")
        super().__init__(**{"required": False, "help_text": hint, **options})

    def to_python(self, value: str | datetime | date | None) -> date | None:
        """Return the day. Raises ValidationError where it is none."""
        if not isinstance(value, str):
            return super().to_python(value)
        if not value.strip():
            return None
        found = _DAY_FIRST.fullmatch(to_arabic_digits(value))
        try:
            return read_day("-".join(reversed(found.groups())) if found else value)
        except Refusal as refusal:
            raise forms.ValidationError(told(refusal)) from refusal

    def prepare_value(self, value: object) -> object:
        """Write a day as documents do."""
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        return thai_date(value) if isinstance(value, date) and is_day else value


class PickedDay(DayField):
    """A day that is picked from the calendar of the browser, or typed where it has none."""

    def __init__(self, **options: Any) -> None:
        """Leave the hint away: the browser shows how."""
        picker = forms.DateInput({"type": "date"}, format="%Y-%m-%d")  # as browsers ask for it
        super().__init__(**{"help_text": "", "widget": picker, **options})

    def prepare_value(self, value: object) -> object:
        """Leave a day as the browser sends it."""
        return value
