"""The calendar behind a secret word, for the programs that show calendars."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.foundation.notices.calendar import calendar_of
from prongsai.foundation.notices.selectors import owner_of_calendar


@require_safe
def calendar(_request: HttpRequest, word: str) -> HttpResponse:
    """Answer with the open deadlines of whose word it is."""
    person = owner_of_calendar(word)
    if person is None:
        raise Http404
    return HttpResponse(
        calendar_of(person, timezone.localdate()),
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )
