"""Writes of links with which somebody who forgot the password sets another.

A link never signs in: it leads to a new password, and the sign-in asks for that and for the second
factor. Who may be shown one stands in `may_be_shown`; anybody else gets it by mail alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership, PasswordLink, Person
from prongsai.foundation.accounts.policies import check_can_edit_people
from prongsai.foundation.accounts.selectors import may_be_shown, person_of_address
from prongsai.foundation.accounts.services import author_of, change_password, record_around
from prongsai.foundation.accounts.words import hash_of, new_word
from prongsai.foundation.audit.services import Program

WORKS_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link just made: its word, kept nowhere, and whether who made it may see it."""

    word: str
    is_shown: bool


@transaction.atomic
def make_password_link(
    *, membership: Membership, by: Actor, today: date, can_mail: bool
) -> NewLink:
    """Make a link to a new password for a member; one made before opens nothing any more.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if it is one's own account, or may only be mailed and no mail can be sent.
    """
    check_can_edit_people(by)
    person = membership.person
    if str(person.uuid) == by.key:
        raise Refusal(
            say("Nobody makes a link for the own account."),
            fix=say("Change your password in your account."),
        )
    is_shown = may_be_shown(person, by.agency_id, today)
    if not is_shown and not can_mail:
        raise Refusal(
            say(
                "%(name)s is an administrator or an overseer, or has another agency too: the link"
                " may go to the own address alone, and this server sends no mail.",
                name=person.name,
            ),
            fix=say("Who runs the server makes one there: prongsai reset-password"),
        )
    word = _made(person, by.agency_id if is_shown else None)
    record_around("password_link.made", person=person, also=by.agency_id, by=by)
    return NewLink(word, is_shown)


@transaction.atomic
def make_password_link_at_the_server(*, email: str, by: Program) -> str:
    """Make a link to a new password at the machine itself; return its word.

    :raises Refusal: if nobody with an open account has this address.
    """
    person = person_of_address(email.strip())
    if person is None:
        raise Refusal(
            say("nobody with an open account has the address %(email)s.", email=email),
            fix=say("See how it is written; a closed account is opened again first."),
        )
    word = _made(person, None)
    record_around("password_link.made", person=person, by=by)
    return word


@transaction.atomic
def withdraw_password_link(*, membership: Membership, by: Actor) -> None:
    """Let the link of a member open nothing any more.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if none waits.
    """
    check_can_edit_people(by)
    person = membership.person
    removed, _kinds = PasswordLink.objects.filter(
        person=person, expires_at__gt=timezone.now()
    ).delete()
    if not removed:
        raise Refusal(
            say("No link waits for %(name)s.", name=person.name), fix=say("Nothing is to be done.")
        )
    record_around("password_link.withdrawn", person=person, also=by.agency_id, by=by)


@transaction.atomic
def use_password_link(*, link: PasswordLink, password: str) -> None:
    """Set the password of who has a link; sessions and tokens end, and nobody is signed in.

    :raises Refusal: if it was used or withdrawn meanwhile, or an administrator saw it who may see
        none of this account any more.
    """
    kept = PasswordLink.objects.select_for_update().filter(pk=link.pk).first()
    if kept is None or kept.word_hash != link.word_hash or not _opens(kept):
        raise Refusal(
            say("This link opens nothing any more."),
            fix=say("Ask the administrator of the agency for another."),
        )
    person = Person.objects.select_for_update().get(pk=kept.person_id)
    by = author_of(person)
    change_password(person=person, password=password, by=by, kept=None)
    record_around("password_link.used", person=person, by=by)


def _opens(link: PasswordLink) -> bool:
    # Meanwhile the account may have come to lead further than who saw the link may go.
    today = timezone.localdate()
    seen_well = link.shown_in_id is None or may_be_shown(link.person, link.shown_in_id, today)
    return seen_well and link.person.is_active and link.expires_at > timezone.now()


def _made(person: Person, shown_in: int | None) -> str:
    word = new_word()
    values = {
        "word_hash": hash_of(word),
        "shown_in_id": shown_in,
        "expires_at": timezone.now() + WORKS_FOR,
    }
    PasswordLink.objects.update_or_create(person=person, defaults=values)
    return word
