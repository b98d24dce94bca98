"""Reads of people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q, QuerySet
from django.utils import timezone

from prongsai.core.thai.order import dictionary_key
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import (
    Acting,
    Invitation,
    Membership,
    PasswordLink,
    Person,
    Token,
)
from prongsai.foundation.accounts.policies import is_out_of_reach, must_have_second_factor
from prongsai.foundation.accounts.roles import Permission, permissions_of
from prongsai.foundation.accounts.scopes import NEEDS, Scope
from prongsai.foundation.accounts.words import hash_of
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, WhoMust
from prongsai.foundation.agencies.prepared import prepared
from prongsai.foundation.matching import containing


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """What somebody is asked for beside the password."""

    has_app: bool  # an authenticator app that shows codes
    passkeys: int
    codes_left: int  # for a lost phone

    @property
    def is_on(self) -> bool:
        """Return whether the password alone is not enough."""
        return self.has_app or self.passkeys > 0


def second_factor_of(person: Person) -> SecondFactor:
    """Return what a person is asked for beside the password."""
    kinds = Authenticator.Type
    mine = Authenticator.objects.filter(user=person)
    codes = mine.filter(type=kinds.RECOVERY_CODES).first()
    return SecondFactor(
        has_app=mine.filter(type=kinds.TOTP).exists(),
        passkeys=mine.filter(type=kinds.WEBAUTHN).count(),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
    )


def has_second_factor(person: Person) -> bool:
    """Test if a person is asked for more than the password."""
    return bool(_second_factors(person.pk))


def lacks_second_factor(membership: Membership, by: Actor) -> bool:
    """Test if a member must have a second factor, by what the agency asks for, and has none."""
    asked = WhoMust(membership.agency.second_factor)
    return must_have_second_factor(asked, by) and not has_second_factor(membership.person)


def person_of_address(address: str) -> Person | None:
    """Return who has an e-mail address and an open account, or None."""
    return Person.objects.filter(email=address.lower(), is_active=True).first()


def is_connected(person: Person) -> bool:
    """Test if a person can sign in by the provider outside."""
    found: bool = SocialAccount.objects.filter(user=person).exists()
    return found


def memberships_of(person: Person, today: date) -> tuple[Membership, ...]:
    """Return where a person works today, in every open agency, by its name."""
    if not person.is_active:
        return ()
    with scope.everywhere():
        rows = _memberships(person.pk)
    now = [row for row in rows if row.agency.is_active and row.is_on(today)]
    return tuple(sorted(now, key=lambda row: (dictionary_key(row.agency.name), row.pk)))


def actor_of(membership: Membership, person: Person, today: date) -> Actor:
    """Return a person at work, with what the roles and the posts acted for bring today.

    The agency of the membership must be active.
    """
    permissions = permissions_of([*membership.roles, *roles_acted(membership.pk, today)])
    return Actor(str(person.uuid), person.name, membership.agency_id, permissions)


def acting_on(today: date) -> QuerySet[Acting]:
    """Return the posts that members of the active agency act for on a day and that bring a role."""
    now = Acting.objects.filter(starts_on__lte=today, ends_on__gte=today, ended_at=None)
    return now.exclude(role="").order_by("id")


@prepared
def roles_acted(membership: int, today: date) -> QuerySet[Acting, str]:
    """Return the roles that a member, by id, has today by the posts acted for."""
    return acting_on(today).filter(membership=membership).values_list("role", flat=True)


def open_acting(today: date) -> QuerySet[Acting]:
    """Return the posts of the active agency that are acted for now or later, which can be ended."""
    return Acting.objects.filter(ends_on__gte=today, ended_at=None)


def tokens_of(membership: Membership) -> QuerySet[Token]:
    """Return the tokens of a member that still work, the last first."""
    return _working().filter(membership=membership).order_by("-made_at", "id")


def tokens_of_colleagues(today: date) -> QuerySet[Token]:
    """Return the tokens of the active agency that still work, by the names of their owners."""
    rows = _working().filter(membership__in=members(today).values("pk"))
    whole = rows.select_related("membership__person", "membership__unit")
    return whole.order_by("membership__sorted_by", "membership_id", "-made_at", "id")


def tokens_anywhere(person: Person) -> tuple[Token, ...]:
    """Return the tokens of a person that still work, of every agency, the oldest first."""
    with scope.everywhere():
        rows = _working().filter(membership__person=person)
        return tuple(rows.select_related("agency").order_by("made_at", "id"))


def token_of(word: str, today: date) -> Token | None:
    """Return the token whose word this is, of any agency, while it and its owner work, or None."""
    with scope.everywhere():
        found = _working().filter(word_hash=hash_of(word))
        token = found.select_related("agency", "membership__agency", "membership__person").first()
        if token is None or not token.agency.is_active:
            return None
        works = _on(Membership.objects.filter(pk=token.membership_id), today).exists()
        return token if works else None


def actor_of_token(token: Token, today: date) -> Actor:
    """Return the owner of a token, with what both of them may do today.

    The agency of the token must be active.
    """
    owner = actor_of(token.membership, token.membership.person, today)
    reach = {NEEDS[Scope(key)] for key in token.scopes}
    name = f"{owner.name} ({token.name})"  # the record tells which program it was
    return replace(owner, name=name, permissions=owner.permissions & reach)


def members(today: date) -> QuerySet[Membership]:
    """Return who works in the active agency today, as a Thai dictionary has the names."""
    rows = _on(Membership.objects.all(), today)
    return rows.select_related("person", "unit").order_by("sorted_by", "id")


def is_alone(today: date) -> bool:
    """Test if one person only works in the active agency today."""
    return len(_first_two(today)) == 1


def find_members(words: Iterable[str], today: date) -> QuerySet[Membership]:
    """Return who works here today and whose name or position holds some words."""
    return containing(members(today), words, "person__name", "position")


@prepared
def open_invitations(now: datetime) -> QuerySet[Invitation]:
    """Return the invitations of the active agency that can still be taken up, the last first."""
    waiting = Invitation.objects.filter(taken_up_at=None, expires_at__gt=now)
    return waiting.order_by("-expires_at", "id")


def invitation_of(word: str) -> Invitation | None:
    """Return the open invitation that a word opens, of any agency, or None."""
    with scope.everywhere():
        found = Invitation.objects.filter(
            word_hash=hash_of(word), taken_up_at=None, expires_at__gt=timezone.now()
        )
        return found.select_related("agency").first()


def used_invitation_of(word: str) -> Invitation | None:
    """Return the invitation that a word opened until it was taken up, or None."""
    with scope.everywhere():
        found = Invitation.objects.filter(word_hash=hash_of(word), taken_up_at__isnull=False)
        return found.select_related("agency").first()


def password_link_of(word: str) -> PasswordLink | None:
    """Return the link to a new password that a word opens, or None."""
    found = _open_links().filter(word_hash=hash_of(word), person__is_active=True)
    return found.select_related("person").first()


def open_password_link(person: Person) -> PasswordLink | None:
    """Return the link to a new password that waits for a person, or None."""
    return _open_links().filter(person=person).first()


def may_be_shown(person: Person, agency_id: int, today: date) -> bool:
    """Test if an administrator of an agency may be shown a way into the account of a person.

    Never where it leads further than that administrator goes: to another agency, also one that is
    closed or begins later, or to what only administrators and overseers may.
    """
    with scope.everywhere():
        lasting = Q(ends_on=None) | Q(ends_on__gte=today)
        rows = list(Membership.objects.filter(lasting, person=person))
        posts = open_acting(today).filter(membership__in=rows).exclude(role="")
        roles = [*(role for row in rows for role in row.roles), *(each.role for each in posts)]
    elsewhere = any(row.agency_id != agency_id for row in rows)
    return not elsewhere and not is_out_of_reach(permissions_of(roles))


def agency_names_around(person: Person) -> frozenset[str]:
    """Return the names of the agencies that a person is in or invited by, and of their places."""
    with scope.everywhere():
        works = Membership.objects.filter(person=person) if person.pk else ()
        invited = Invitation.objects.filter(email=person.email, expires_at__gt=timezone.now())
        asked = {row.agency_id for rows in (works, invited) for row in rows}
    places = Agency.objects.filter(pk__in=asked).values_list(
        "name", "province", "district", "subdistrict"
    )
    return frozenset(name for row in places for name in row if name)


def has_other_administrator(membership: Membership, today: date) -> bool:
    """Test if somebody beside this member may give roles, without an end that is set."""
    others = Membership.objects.exclude(pk=membership.pk).filter(
        person__is_active=True, starts_on__lte=today, ends_on=None
    )
    return any(Permission.PEOPLE_EDIT in permissions_of(each.roles) for each in others)


@prepared
def _memberships(person: int) -> QuerySet[Membership]:
    return Membership.objects.filter(person=person).select_related("agency")


@prepared
def _second_factors(person: int) -> QuerySet[Authenticator, int]:
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    found = Authenticator.objects.filter(user=person, type__in=kinds).values_list("pk", flat=True)
    rows: QuerySet[Authenticator, int] = found[:1]
    return rows


@prepared
def _first_two(today: date) -> QuerySet[Membership, int]:
    return members(today).order_by().values_list("pk", flat=True)[:2]


def _open_links() -> QuerySet[PasswordLink]:
    return PasswordLink.objects.filter(expires_at__gt=timezone.now())


def _working() -> QuerySet[Token]:
    return Token.objects.filter(revoked_at=None, expires_at__gt=timezone.now())


def _on(rows: QuerySet[Membership], today: date) -> QuerySet[Membership]:
    lasts = Q(ends_on=None) | Q(ends_on__gte=today)
    return rows.filter(lasts, starts_on__lte=today, person__is_active=True)
