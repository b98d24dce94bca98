"""Days as Thai people read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import get_language, gettext

from prongsai.core.editions.model import TOTAL
from prongsai.core.thai.calendar import thai_date

register = template.Library()


@register.filter
def day(value: date) -> str:
    """Write a day: 26 พฤศจิกายน 2569, or in English 26 November 2026."""
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    if get_language() == "th":
        return thai_date(local)
    return f"{local.day} {local:%B %Y}"


@register.filter
def moment(value: datetime) -> str:
    """Write a day and the time of the clock."""
    return f"{day(value)} {timezone.localtime(value):%H:%M}"


@register.filter
def code(name: str) -> str:
    """Write a code as people say it: EIT Public, and not EIT/public."""
    if name == TOTAL:
        return gettext("Total")
    whole, _, part = name.partition("/")
    return f"{whole} {part.title()}" if part else whole


@register.filter
def called(names: Iterable[str]) -> str:
    """Write codes as people say them, one after another: the total has a word, no code."""
    return ", ".join(map(code, names))
