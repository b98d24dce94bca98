"""Moments as the commands write them."""

from __future__ import annotations

from datetime import datetime

from prongsai.core.sentences import Names
from prongsai.core.thai.calendar import thai_date


def moment_in_words(at: datetime) -> Names:
    """Write a moment as the clock shows it here: 28 พฤศจิกายน 2569 01:46, or 2026-11-28 01:46."""
    from django.utils import timezone  # noqa: PLC0415 -- slow import

    local = timezone.localtime(at)
    return Names(th=f"{thai_date(local.date())} {local:%H:%M}", en=f"{local:%Y-%m-%d %H:%M}")
