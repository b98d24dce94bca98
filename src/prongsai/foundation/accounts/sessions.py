"""Sessions as Django keeps them in its table. Every page asks for one: prepared."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.backends.db import SessionStore as OfDjango
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from prongsai.foundation.agencies.prepared import prepared_one


class SessionStore(OfDjango):
    """The session of a browser."""

    def _get_session_from_db(self) -> Session | None:
        found = _open(self.session_key or "", timezone.now())
        if found is None:
            self._session_key = None  # it has ended: the next one has another key
        return found


@prepared_one
def _open(key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)
