"""Each way in which a token ends, seen from the program: the next call finds nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.models import Membership, Person, Token
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.services import change_password, end_membership
from prongsai.foundation.accounts.services.tokens import revoke_token
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from tests.factories.clients import Desk
from tests.factories.people import PASSWORD, Somebody, somebody
from tests.factories.tokens import Caller, a_word, token_with

pytestmark = pytest.mark.django_db

NEW = "ฝนตกขี้หมูไหล คนจัญไรมาพบกัน"  # of made-up people
End = Callable[[Somebody, Somebody, str], None]  # of the owner's word, with a colleague


def by_its_owner(owner: Somebody, _dao: Somebody, word: str) -> None:
    Desk(owner).post(f"/account/tokens/{token_with(word, owner).uuid}/revoke")


def by_an_administrator(owner: Somebody, dao: Somebody, word: str) -> None:
    with scope.agency(owner.agency.pk):
        revoke_token(token=token_with(word, owner), by=dao.actor)


def on_its_moment(owner: Somebody, _dao: Somebody, word: str) -> None:
    now = timezone.now()
    with scope.agency(owner.agency.pk):
        row = Token.objects.filter(pk=token_with(word, owner).pk)
        row.update(made_at=now - timedelta(days=1), expires_at=now)


def with_the_membership(owner: Somebody, dao: Somebody, _word: str) -> None:
    with scope.agency(owner.agency.pk):
        end_membership(membership=owner.membership, by=dao.actor, today=timezone.localdate())


def after_the_last_day(owner: Somebody, _dao: Somebody, _word: str) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    with scope.agency(owner.agency.pk):
        row = Membership.objects.filter(pk=owner.membership.pk)
        row.update(starts_on=yesterday, ends_on=yesterday)


def with_the_account(owner: Somebody, _dao: Somebody, _word: str) -> None:
    Person.objects.filter(pk=owner.person.pk).update(is_active=False)


def with_the_password(owner: Somebody, _dao: Somebody, _word: str) -> None:
    answer = Desk(owner).post("/account/password", {"now": PASSWORD, "password": NEW})
    assert answer.headers["Location"] == "/account"


def with_the_password_set_for_somebody(owner: Somebody, dao: Somebody, _word: str) -> None:
    with scope.agency(owner.agency.pk):
        change_password(person=owner.person, password=NEW, by=dao.actor, kept=None)


ENDS: Mapping[str, End] = {
    each.__name__: each
    for each in (
        *(by_its_owner, by_an_administrator, on_its_moment, with_the_membership),
        *(after_the_last_day, with_the_account, with_the_password),
        with_the_password_set_for_somebody,
    )
}


@pytest.mark.parametrize("end", ENDS)
def test_a_token_ends_and_those_of_others_do_not(end: str, anong: Somebody) -> None:
    dao = somebody(anong.agency, "dao", Role.ADMINISTRATOR)
    word, other = a_word(anong), a_word(dao)
    assert Caller(word).get("years").status_code == 200
    ENDS[end](anong, dao, word)
    answer = Caller(word).get("years")
    assert (answer.status_code, answer.json()["code"]) == (401, "no-token")
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
    assert Caller(other).get("years").status_code == 200


def test_a_token_ends_with_its_agency(anong: Somebody, chai: Somebody) -> None:
    word, other = a_word(anong), a_word(chai)
    Agency.objects.filter(pk=anong.agency.pk).update(is_active=False)
    statuses = [Caller(each).get("years").status_code for each in (word, other)]
    assert statuses == [401, 200]


def test_a_token_works_until_the_last_moment(anong: Somebody) -> None:
    word = a_word(anong)
    with scope.agency(anong.agency.pk):
        soon = timezone.now() + timedelta(minutes=10)
        Token.objects.filter(pk=token_with(word, anong).pk).update(expires_at=soon)
    assert Caller(word).get("years").status_code == 200
