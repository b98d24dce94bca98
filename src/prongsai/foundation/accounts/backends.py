"""Who a session or a password is of. Every page asks for the person: that question is prepared."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.agencies.prepared import prepared_one


class ByPassword(ModelBackend):
    """Let people in who know the password of an open account."""

    def get_user(self, user_id: int) -> Person | None:
        """Return the person of an id while the account is open, or None."""
        found = _of(user_id)
        return found if found and self.user_can_authenticate(found) else None


@prepared_one
def _of(pk: int) -> QuerySet[Person]:
    return Person.objects.filter(pk=pk)
