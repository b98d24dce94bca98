"""Sessions as Django keeps them in its table. Every page asks for one: prepared."""

from __future__ import annotations

import re
from datetime import datetime

from django.contrib.sessions.backends.db import SessionStore as OfDjango
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from prongsai.foundation.agencies.prepared import prepared_one

# What a browser brings may have anything in it, and PostgreSQL refuses to look for some of that.
_KEY = re.compile("[a-z0-9]{32}")


class SessionStore(OfDjango):
    """The session of a browser."""

    def _get_session_from_db(self) -> Session | None:
        key = self.session_key or ""
        found = _open(key, timezone.now()) if _KEY.fullmatch(key) else None
        if found is None:
            self._session_key = None  # it has ended: the next one has another key
        return found


@prepared_one
def _open(key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)
