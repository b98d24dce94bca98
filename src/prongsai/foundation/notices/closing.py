"""An account that is closed, or opened again, with the calendar of its person.

The accounts stand below and know no calendar; nothing else may close an account.
"""

from __future__ import annotations

from django.db import transaction

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.services.closing import close_account, reopen_account
from prongsai.foundation.audit.services import Author
from prongsai.foundation.notices.models import CalendarLink


@transaction.atomic
def close_for_good(*, email: str, by: Author) -> Person:
    """Let nobody in with an account, and no word open its calendar any more.

    :raises Refusal: as `close_account` does.
    """
    person = close_account(email=email, by=by)
    _forget_calendar(person)
    return person


@transaction.atomic
def open_again(*, email: str, by: Author) -> Person:
    """Let the owner of a closed account sign in again, with nothing that was ended.

    :raises Refusal: as `reopen_account` does.
    """
    person = reopen_account(email=email, by=by)
    _forget_calendar(person)  # of an account that was closed by hand, in the database
    return person


def _forget_calendar(person: Person) -> None:
    # What was recorded of the account says it: its links ended.
    CalendarLink.objects.filter(person=person).delete()
