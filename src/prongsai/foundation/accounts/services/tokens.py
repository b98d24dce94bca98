"""Writes of tokens: the keys with which programs work for a member."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership, Person, Token
from prongsai.foundation.accounts.policies import check_can_revoke
from prongsai.foundation.accounts.scopes import Scope, scopes_within
from prongsai.foundation.accounts.selectors import tokens_anywhere
from prongsai.foundation.accounts.words import hash_of, new_word
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.services import Author, Subject, record

MOST_DAYS = 366
MOST_TOKENS = 20  # of a member at one time
_KNOWN_BY = "prongsai_"  # so that who searches for keys left in files finds them


@transaction.atomic
def make_token(
    *, membership: Membership, name: str, scopes: Collection[Scope], days: int, by: Actor
) -> str:
    """Make a token of a member's own; return its word, which is kept nowhere.

    :raises Refusal: if it could do nothing, or more than its owner, would work too long, or there
        are very many.
    """
    _check(membership, scopes, days, by)
    word = f"{_KNOWN_BY}{new_word()}"
    token = Token.objects.create(
        agency_id=by.agency_id,
        membership=membership,
        name=name.strip(),
        word_hash=hash_of(word),
        scopes=[each.value for each in Scope if each in scopes],
        expires_at=timezone.now() + timedelta(days=days),
    )
    changes = {"scopes": (None, ", ".join(token.scopes)), "expires_at": (None, token.expires_at)}
    record("token.made", chain=by.agency_id, subject=_subject_of(token), by=by, changes=changes)
    return word


@transaction.atomic
def revoke_token(*, token: Token, by: Actor) -> None:
    """Let a token work no more; one that was revoked already stays so.

    :raises NotAllowed: if it is a colleague's and this person is no administrator.
    """
    check_can_revoke(token, by)
    _revoke(token, by)


@transaction.atomic
def revoke_all_tokens(*, membership: Membership, by: Author) -> None:
    """Let no token of a member work any more."""
    for token in Token.objects.filter(membership=membership, revoked_at=None).order_by("id"):
        _revoke(token, by)


@transaction.atomic
def end_tokens_of(*, person: Person, by: Author) -> int:
    """Let no token of a person work any more, in whatever agency; return how many there were.

    Each is told in the record of its own agency.
    """
    ended = tokens_anywhere(person)
    for token in ended:
        with scope.agency(token.agency_id):
            _revoke(token, by)
    return len(ended)


def note_use(*, token: Token, today: date) -> None:
    """Write down on which day a token was used last: once a day, and nothing finer."""
    if token.last_used_on != today:
        Token.objects.filter(pk=token.pk).update(last_used_on=today)


def _check(membership: Membership, scopes: Collection[Scope], days: int, by: Actor) -> None:
    if not scopes:
        raise Refusal(
            say("The token could do nothing."), fix=say("Choose at least one thing that it may do.")
        )
    if not set(scopes) <= set(scopes_within(by.permissions)):
        raise Refusal(
            say("A token may never do more than its owner."),
            fix=say("Choose from what you may do yourself."),
        )
    if not 1 <= days <= MOST_DAYS:
        raise Refusal(
            say("A token works from 1 to %(most)s days.", most=MOST_DAYS),
            fix=say("Choose fewer days; make another when it has ended."),
        )
    there = Token.objects.filter(membership=membership, revoked_at=None)
    if there.filter(expires_at__gt=timezone.now()).count() >= MOST_TOKENS:
        raise Refusal(
            say("You have %(most)s tokens that work.", most=MOST_TOKENS),
            fix=say("Revoke those that no program uses."),
        )


def _revoke(token: Token, by: Author) -> None:
    kept = Token.objects.select_for_update().get(pk=token.pk)
    if kept.revoked_at is None:
        kept.revoked_at = timezone.now()
        kept.save(update_fields=["revoked_at"])
        owner = kept.membership.person.name
        changes = {"owner": (owner, None)} if by.key != str(kept.membership.person.uuid) else {}
        record(
            "token.revoked",
            chain=kept.agency_id,
            subject=_subject_of(kept),
            by=by,
            changes=changes,
        )


def _subject_of(token: Token) -> Subject:
    return Subject("token", str(token.uuid), token.name)
