"""Writes of people: invited, joined, given roles, ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Invitation, Membership, PasswordLink, Person
from prongsai.foundation.accounts.policies import check_can_edit_people
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import has_other_administrator, memberships_of
from prongsai.foundation.accounts.services.acting import end_all_acting
from prongsai.foundation.accounts.services.subjects import subject_of
from prongsai.foundation.accounts.services.tokens import end_tokens_of, revoke_all_tokens
from prongsai.foundation.accounts.words import hash_of, new_word
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit
from prongsai.foundation.audit.services import NO_AGENCY, Author, Program, Subject, record

INVITED_FOR = timedelta(days=7)
_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody is to be in an agency."""

    roles: tuple[Role, ...]
    position: str = ""
    unit: Unit | None = None


@transaction.atomic
def add_first_person(*, agency: Agency, email: str, name: str, password: str) -> Person:
    """Make the first administrator of an agency, at the machine itself.

    :raises Refusal: if the address has an account already.
    """
    person = _new_person(email=email, name=name, password=password)
    with scope.agency(agency.pk):
        _join(person, agency, Post((Role.ADMINISTRATOR,)), by=Program("prongsai init"))
    return person


@transaction.atomic
def invite(*, email: str, name: str, post: Post, by: Actor) -> str:
    """Invite somebody into the active agency; return the word of the link, which is kept nowhere.

    An earlier link for the same address opens nothing any more: what was wrong in it, such as a
    role, shall not come true later.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if somebody of this address works here already.
    """
    check_can_edit_people(by)
    if Membership.objects.filter(person__email=email.lower(), ends_on=None).exists():
        raise Refusal(
            say("%(email)s works here already.", email=email),
            fix=say("Change the roles of that person instead."),
        )
    _end_invitations(email)
    word = new_word()
    invitation = Invitation.objects.create(
        agency_id=by.agency_id,
        email=email.lower(),
        name=name.strip(),
        unit=post.unit,
        position=post.position,
        roles=[role.value for role in post.roles],
        word_hash=hash_of(word),
        expires_at=timezone.now() + INVITED_FOR,
    )
    subject = Subject("invitation", str(invitation.uuid), invitation.name)
    record("person.invited", chain=by.agency_id, subject=subject, by=by)
    return word


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Actor) -> Invitation:
    """Let the link of an invitation open nothing any more.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if it was taken up, withdrawn or out of date meanwhile.
    """
    check_can_edit_people(by)
    kept = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if kept.taken_up_at is not None:
        raise Refusal(
            say("%(name)s took up the invitation meanwhile.", name=kept.name),
            fix=say("End the membership of that person instead."),
        )
    now = timezone.now()
    if kept.expires_at <= now:
        raise Refusal(
            say("This invitation opens nothing any more."), fix=say("Nothing is to be done.")
        )
    changes = {"expires_at": (kept.expires_at, now)}
    kept.expires_at = now
    kept.save(update_fields=["expires_at"])
    subject = Subject("invitation", str(kept.uuid), kept.name)
    record("invitation.withdrawn", chain=by.agency_id, subject=subject, by=by, changes=changes)
    return kept


@transaction.atomic
def take_up(*, invitation: Invitation, person: Person | None, password: str = "") -> Person:
    """Join the agency of an invitation, as the person signed in with its address or a new one.

    :raises Refusal: if it was taken up or withdrawn meanwhile, or the address has an account
        whose owner is not signed in.
    """
    with scope.agency(invitation.agency_id):
        kept = Invitation.objects.select_for_update().get(pk=invitation.pk)
        _check_open(kept)
        if person is None:
            person = _new_person(email=kept.email, name=kept.name, password=password)
        elif person.email != kept.email:
            raise Refusal(
                say("This invitation is for another address."),
                fix=say("Sign out, then open the link again."),
            )
        kept.taken_up_at = timezone.now()
        kept.save(update_fields=["taken_up_at"])
        _end_invitations(kept.email)  # of links made in the same moment one works
        post = Post(tuple(map(Role, kept.roles)), kept.position, kept.unit)
        _join(person, kept.agency, post, by=author_of(person))
    return person


@transaction.atomic
def change_membership(
    *, membership: Membership, post: Post, by: Actor, today: date, seen: str | None = None
) -> Membership:
    """Give a member other roles, another position or unit.

    `seen` is the `state_of` the member that the person saw when beginning to write.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if somebody else changed the member meanwhile, or nobody would be left who can
        give roles.
    """
    check_can_edit_people(by)
    kept = Membership.objects.select_for_update().select_related("person").get(pk=membership.pk)
    if seen is not None and seen != state_of(kept):
        raise Refusal(
            say("Somebody else changed %(name)s meanwhile.", name=kept.person.name),
            fix=say("Look at it again, then change it."),
        )
    if Role.ADMINISTRATOR not in post.roles:
        _check_not_last(kept, today)
    roles = [role.value for role in post.roles]
    changes: Mapping[str, tuple[object, object]] = {
        "roles": (", ".join(kept.roles), ", ".join(roles)),
        "position": (kept.position, post.position),
        "unit": (kept.unit and kept.unit.name, post.unit and post.unit.name),
    }
    kept.roles, kept.position, kept.unit = roles, post.position, post.unit
    kept.save(update_fields=["roles", "position", "unit"])
    told = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    if told:
        _record("membership.changed", kept, by, told)
    return kept


@transaction.atomic
def end_membership(*, membership: Membership, by: Actor, today: date) -> Membership:
    """Let yesterday be the last day of a member, and end tokens and posts: nobody stays in.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if nobody would be left who can give roles.
    """
    check_can_edit_people(by)
    kept = Membership.objects.select_for_update().select_related("person").get(pk=membership.pk)
    _check_not_last(kept, today)
    before, kept.ends_on = kept.ends_on, today - timedelta(days=1)
    kept.starts_on = min(kept.starts_on, kept.ends_on)
    kept.save(update_fields=["starts_on", "ends_on"])
    revoke_all_tokens(membership=kept, by=by)
    end_all_acting(membership=kept, by=by, today=today)
    _record("membership.ended", kept, by, {"ends_on": (before, kept.ends_on)})
    return kept


@transaction.atomic
def change_password(*, person: Person, password: str, by: Actor, kept: str | None) -> None:
    """Give a person another password, and end every token and every session but the one to be kept.

    Who knew the old password may have made a token with it. A link to a new one is needed no more.
    """
    person.set_password(password)
    person.save(update_fields=["password"])
    PasswordLink.objects.filter(person=person).delete()
    end_sessions(person=person, kept=kept)
    end_tokens_of(person=person, by=by)
    record("person.password_changed", chain=by.agency_id, subject=subject_of(person), by=by)


@transaction.atomic
def remove_second_factor(*, membership: Membership, by: Actor) -> None:
    """Take the second factor from a member who lost the phone; who is signed in so is no more.

    It is told in the record of each agency that the person works in.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if there is none, or it is one's own.
    """
    check_can_edit_people(by)
    person = membership.person
    if str(person.uuid) == by.key:
        raise Refusal(
            say("Nobody removes the own second factor here."),
            fix=say("Turn it off in your account."),
        )
    removed, _kinds = Authenticator.objects.filter(user=person).delete()
    if not removed:
        raise Refusal(
            say("%(name)s has no second factor.", name=person.name),
            fix=say("Nothing is to be done."),
        )
    end_sessions(person=person)
    record_around("second_factor.removed", person=person, also=by.agency_id, by=by)


@transaction.atomic
def end_own_sessions(*, person: Person, here: str | None, only: int | None, by: Actor) -> int:
    """End one session of one's own, or all but the one here; return how many were ended."""
    ended = end_sessions(person=person, kept=here, only=only)
    if ended:
        record("sessions.ended", chain=by.agency_id, subject=subject_of(person), by=by)
    return ended


def end_sessions(*, person: Person, kept: str | None = None, only: int | None = None) -> int:
    """End the sessions of a person, or only one, but never the one whose key is to be kept.

    Returns how many were ended.
    """
    rows = UserSession.objects.filter(user=person).exclude(session_key=kept or "")
    ended = list(rows if only is None else rows.filter(pk=only))
    for session in ended:
        session.end()
    return len(ended)


@transaction.atomic
def connect_outside(*, person: Person, provider: str, key: str) -> SocialAccount:
    """Let a person sign in by a provider outside, which knows them by a key, kept as a hash."""
    account = SocialAccount.objects.create(user=person, provider=provider, uid=key)
    by = author_of(person)
    record("outside_sign_in.connected", chain=NO_AGENCY, subject=subject_of(person), by=by)
    return account


@transaction.atomic
def disconnect_outside(*, person: Person) -> int:
    """End every connection of a person with a provider outside; return how many there were."""
    rows = list(SocialAccount.objects.filter(user=person))
    for row in rows:
        row.delete()
    if rows:
        by = author_of(person)
        record("outside_sign_in.disconnected", chain=NO_AGENCY, subject=subject_of(person), by=by)
    return len(rows)


def record_around(kind: str, *, person: Person, also: int = NO_AGENCY, by: Author) -> None:
    """Record what befell an account in each agency that its person works in, and in one more."""
    rows = memberships_of(person, timezone.localdate())
    for chain in sorted({also, *(row.agency_id for row in rows)}):
        record(kind, chain=chain, subject=subject_of(person), by=by)


def author_of(person: Person) -> Actor:
    """Return a person as the author of something outside an agency's roles."""
    return Actor(str(person.uuid), person.name, NO_AGENCY, frozenset())


def state_of(membership: Membership) -> str:
    """Return what a member is, in short, to see later whether somebody else changed it."""
    return f"{','.join(membership.roles)}|{membership.unit_id}|{membership.position}"


def roles_from(keys: Iterable[str]) -> tuple[Role, ...]:
    """Return roles by their keys, in the order of the list, each once."""
    asked = set(keys)
    return tuple(role for key, role in _ROLES.items() if key in asked)


def _new_person(*, email: str, name: str, password: str) -> Person:
    if Person.objects.filter(email=email.lower()).exists():
        raise Refusal(
            say("This address has an account already."),
            fix=say("Sign in, then open the link of the invitation again."),
        )
    person = Person(email=email.lower(), name=name.strip())
    person.set_password(password)
    person.save()
    return person


def _check_open(invitation: Invitation) -> None:
    if invitation.taken_up_at is not None:
        raise Refusal(
            say("This invitation was taken up already."), fix=say("Sign in, or ask for another.")
        )
    if invitation.expires_at <= timezone.now():
        raise Refusal(
            say("This invitation opens nothing any more."),
            fix=say("Ask the administrator of the agency for another."),
        )


def _end_invitations(email: str) -> None:
    # Of the active agency, which the queryset holds to; each was recorded when it was made.
    waiting = Invitation.objects.filter(email=email.lower(), taken_up_at=None)
    waiting.filter(expires_at__gt=timezone.now()).update(expires_at=timezone.now())


def _join(person: Person, agency: Agency, post: Post, *, by: Author) -> None:
    values = {
        "roles": [role.value for role in post.roles],
        "position": post.position,
        "unit": None if post.unit and post.unit.is_closed else post.unit,  # since the invitation
        "starts_on": timezone.localdate(),
        "ends_on": None,
    }
    membership, _ = Membership.objects.update_or_create(
        agency=agency, person=person, defaults=values
    )
    # Of an earlier time here, which ended by itself.
    revoke_all_tokens(membership=membership, by=by)
    end_all_acting(membership=membership, by=by, today=timezone.localdate())
    record("person.joined", chain=agency.pk, subject=subject_of(person), by=by)


def _check_not_last(membership: Membership, today: date) -> None:
    if Role.ADMINISTRATOR.value not in membership.roles:
        return
    # Two administrators may take the role from each other: the second waits, then sees the first.
    Agency.objects.select_for_update().get(pk=membership.agency_id)
    if not has_other_administrator(membership, today):
        raise Refusal(
            say("Nobody else in this agency can give roles."),
            fix=say("Make somebody else an administrator first."),
        )


def _record(
    kind: str, membership: Membership, by: Actor, changes: Mapping[str, tuple[object, object]]
) -> None:
    subject = subject_of(membership.person)
    record(kind, chain=membership.agency_id, subject=subject, by=by, changes=changes)
