from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.models import Invitation, Membership, Person, Token
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Permission, Role
from prongsai.foundation.accounts.scopes import NEEDS, Scope
from prongsai.foundation.accounts.selectors import (
    actor_of_token,
    token_of,
    tokens_anywhere,
    tokens_of,
)
from prongsai.foundation.accounts.services import change_password, end_membership, take_up
from prongsai.foundation.accounts.services.tokens import (
    MOST_TOKENS,
    make_token,
    note_use,
    revoke_token,
)
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.audit.models import AuditEvent
from tests.factories.people import Somebody, somebody
from tests.factories.tokens import a_word, token_with

pytestmark = pytest.mark.django_db


def permissions(word: str, who: Somebody) -> set[Permission]:
    token, today = token_with(word, who), timezone.localdate()
    with scope.agency(who.agency.pk):
        return set(actor_of_token(token, today).permissions)


def works(word: str) -> bool:
    return token_of(word, timezone.localdate()) is not None


def works_too(who: Somebody, agency: Agency) -> Somebody:
    """Let somebody work in a second agency."""
    with scope.agency(agency.pk):
        membership = Membership.objects.create(
            agency=agency,
            person=who.person,
            roles=[Role.ADMINISTRATOR.value],
            starts_on=timezone.localdate(),
        )
    return Somebody(who.person, membership)


def test_a_token_leads_to_its_owner_and_only_its_hash_is_kept(dao: Somebody) -> None:
    word = a_word(dao, Scope.YEARS_READ)
    found = token_of(word, timezone.localdate())
    assert found is not None
    assert (found.membership, found.agency) == (dao.membership, dao.agency)
    assert word.startswith("prongsai_")
    assert len(word) == 52
    with scope.agency(dao.agency.pk):
        (row,) = Token.objects.values()
    assert [name for name, value in row.items() if word in str(value)] == []


def test_every_scope_asks_for_a_permission() -> None:
    assert NEEDS.keys() == set(Scope)


def test_a_token_does_what_it_and_its_owner_may_and_no_more(dao: Somebody) -> None:
    word = a_word(dao, Scope.YEARS_READ, Scope.RESULTS_WRITE)
    assert permissions(word, dao) == {Permission.YEAR_VIEW, Permission.RESULTS_EDIT}
    with scope.agency(dao.agency.pk):
        Membership.objects.filter(pk=dao.membership.pk).update(roles=[Role.VIEWER.value])
    assert permissions(word, dao) == {Permission.YEAR_VIEW}


@pytest.mark.parametrize(
    ("scopes", "days", "said"),
    [
        ((), 30, "The token could do nothing."),
        ((Scope.RESULTS_WRITE,), 30, "A token may never do more than its owner."),
        ((Scope.YEARS_READ,), 367, "A token works from 1 to 366 days."),
        ((Scope.YEARS_READ,), 0, "A token works from 1 to 366 days."),
    ],
)
def test_what_no_token_may_be_is_refused(
    scopes: tuple[Scope, ...], days: int, said: str, boonmee: Somebody
) -> None:
    with scope.agency(boonmee.agency.pk), pytest.raises(Refusal, match=said):
        make_token(
            membership=boonmee.membership, name="x", scopes=scopes, days=days, by=boonmee.actor
        )


def test_one_member_has_no_more_than_twenty(dao: Somebody) -> None:
    words = [a_word(dao) for _ in range(MOST_TOKENS)]
    with pytest.raises(Refusal, match="You have 20 tokens that work"):
        a_word(dao)
    with scope.agency(dao.agency.pk):
        revoke_token(token=token_with(words[0], dao), by=dao.actor)
    assert works(a_word(dao))


def test_a_revoked_token_works_no_more_and_it_is_written_down_once(dao: Somebody) -> None:
    word = a_word(dao)
    with scope.agency(dao.agency.pk):
        for _ in range(2):
            revoke_token(token=token_with(word, dao), by=dao.actor)
        assert list(tokens_of(dao.membership)) == []
    assert not works(word)
    kinds = AuditEvent.objects.filter(kind__startswith="token.").order_by("id")
    assert [each.kind for each in kinds] == ["token.made", "token.revoked"]
    assert word not in str([each.details for each in kinds])


def test_a_token_ends_with_its_time_its_owner_and_its_agency(dao: Somebody, chai: Somebody) -> None:
    word, other = a_word(dao), a_word(chai)
    with scope.agency(dao.agency.pk):
        Token.objects.update(made_at=timezone.now() - timedelta(days=2), expires_at=timezone.now())
    assert (works(word), works(other), works(""), works("prongsai_")) == (False, True, False, False)
    Person.objects.filter(pk=chai.person.pk).update(is_active=False)
    assert not works(other)
    Person.objects.filter(pk=chai.person.pk).update(is_active=True)
    Agency.objects.filter(pk=chai.agency.pk).update(is_active=False)
    assert not works(other)


def test_who_leaves_and_comes_back_has_no_old_tokens(dao: Somebody, boonmee: Somebody) -> None:
    word = a_word(boonmee, Scope.YEARS_READ)
    today = timezone.localdate()
    with scope.agency(dao.agency.pk):
        end_membership(membership=boonmee.membership, by=dao.actor, today=today)
        Membership.objects.filter(pk=boonmee.membership.pk).update(ends_on=None)
    assert not works(word)
    assert AuditEvent.objects.get(kind="token.revoked").author_key == str(dao.person.uuid)


def test_who_comes_back_after_the_last_day_has_no_old_tokens(boonmee: Somebody) -> None:
    word, today = a_word(boonmee, Scope.YEARS_READ), timezone.localdate()
    with scope.agency(boonmee.agency.pk):
        gone = {"starts_on": today - timedelta(days=9), "ends_on": today - timedelta(days=1)}
        Membership.objects.filter(pk=boonmee.membership.pk).update(**gone)
        assert not works(word)
        invitation = Invitation.objects.create(
            agency=boonmee.agency,
            email=boonmee.person.email,
            name=boonmee.person.name,
            roles=[Role.VIEWER.value],
            word_hash="h",
            expires_at=timezone.now() + timedelta(days=1),
        )
    take_up(invitation=invitation, person=boonmee.person)
    assert works(a_word(boonmee, Scope.YEARS_READ))
    assert not works(word)


def test_another_password_ends_every_token_in_every_agency(dao: Somebody, chai: Somebody) -> None:
    elsewhere = works_too(dao, chai.agency)
    mine, there, other = a_word(dao), a_word(elsewhere), a_word(chai)
    assert [each.agency for each in tokens_anywhere(dao.person)] == [dao.agency, chai.agency]
    with scope.agency(dao.agency.pk):
        change_password(person=dao.person, password="x", by=dao.actor, kept=None)  # noqa: S106 -- made up
    assert (works(mine), works(there), works(other)) == (False, False, True)
    assert tokens_anywhere(dao.person) == ()
    told = AuditEvent.objects.filter(kind="token.revoked").order_by("id")
    assert [(each.chain, each.author_key) for each in told] == [
        (dao.agency.pk, str(dao.person.uuid)),
        (chai.agency.pk, str(dao.person.uuid)),
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_revokes_a_token_of_a_colleague(role: Role, dao: Somebody) -> None:
    word, other = a_word(dao), somebody(dao.agency, "x", role)
    with scope.agency(dao.agency.pk), pytest.raises(NotAllowed, match="revokes tokens of others"):
        revoke_token(token=token_with(word, dao), by=other.actor)
    assert works(word)


def test_the_day_of_the_last_use_is_kept(dao: Somebody) -> None:
    word, today = a_word(dao), timezone.localdate()
    with scope.agency(dao.agency.pk):
        note_use(token=token_with(word, dao), today=today)
    assert token_with(word, dao).last_used_on == today
