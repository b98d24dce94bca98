"""Writes of whole accounts: closed for good or for a while, and opened again."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.models import PasswordLink, Person
from prongsai.foundation.accounts.roles import Permission, permissions_of
from prongsai.foundation.accounts.selectors import has_other_administrator, memberships_of
from prongsai.foundation.accounts.services import end_sessions, record_around
from prongsai.foundation.accounts.services.tokens import end_tokens_of
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.services import Author


@transaction.atomic
def close_account(*, email: str, by: Author) -> Person:
    """Let nobody in with an account: its sessions, tokens and links end, and do not come back.

    :raises Refusal: if nobody has the address, it is closed already, or an agency would be left
        without anybody who can give roles.
    """
    person = _person(email)
    if not person.is_active:
        raise Refusal(
            say("the account of %(email)s is closed already.", email=person.email),
            fix=say("Nothing is to be done."),
        )
    _check_not_last(person)
    end_sessions(person=person)
    end_tokens_of(person=person, by=by)
    PasswordLink.objects.filter(person=person).delete()
    record_around("account.closed", person=person, by=by)
    person.is_active = False
    person.save(update_fields=["is_active"])
    return person


@transaction.atomic
def reopen_account(*, email: str, by: Author) -> Person:
    """Let the owner of a closed account sign in again, with nothing that was ended.

    :raises Refusal: if nobody has the address, or it is open.
    """
    person = _person(email)
    if person.is_active:
        raise Refusal(
            say("the account of %(email)s is open.", email=person.email),
            fix=say("Nothing is to be done."),
        )
    # Whoever closed it by hand, in the database, left its keys: they must not come back with it.
    end_sessions(person=person)
    end_tokens_of(person=person, by=by)
    PasswordLink.objects.filter(person=person).delete()
    person.is_active = True
    person.save(update_fields=["is_active"])
    record_around("account.reopened", person=person, by=by)
    return person


def _person(email: str) -> Person:
    found = Person.objects.select_for_update().filter(email=email.strip().lower()).first()
    if found is None:
        raise Refusal(
            say("nobody has the address %(email)s.", email=email), fix=say("See how it is written.")
        )
    return found


def _check_not_last(person: Person) -> None:
    today = timezone.localdate()
    for membership in memberships_of(person, today):
        if Permission.PEOPLE_EDIT not in permissions_of(membership.roles):
            continue
        with scope.agency(membership.agency_id):
            if not has_other_administrator(membership, today):
                raise Refusal(
                    say("nobody else in %(agency)s can give roles.", agency=membership.agency.name),
                    fix=say("Make somebody else an administrator first."),
                )
