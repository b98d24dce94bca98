"""The tokens of colleagues, as an administrator sees and ends them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.scopes import Scope
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.models import AuditEvent
from tests.factories.clients import Desk, found, text
from tests.factories.people import Somebody, somebody
from tests.factories.tokens import Caller, a_word, token_with

pytestmark = pytest.mark.django_db

PAGE = "/people/tokens"


def buttons(who: Somebody) -> list[str]:
    return [
        str(each) for each in found(Desk(who, by_password=True).get(PAGE), "//main//form/@action")
    ]


def address(word: str, who: Somebody) -> str:
    return f"{PAGE}/{token_with(word, who).uuid}/revoke"


def test_an_administrator_sees_whose_programs_work_here(
    dao: Somebody, boonmee: Somebody, chai: Somebody
) -> None:
    word = a_word(boonmee, Scope.YEARS_READ, name="ระบบของกรม")
    own, _other = a_word(dao, Scope.EDITIONS_READ), a_word(chai)
    page = text(Desk(dao, by_password=True).get(PAGE))
    assert ["ระบบของกรม" in page, boonmee.person.name in page, "read the years" in page] == [
        True
    ] * 3
    assert buttons(dao) == [address(word, boonmee), address(own, dao)]
    assert word not in page


def test_an_administrator_ends_a_token_of_a_colleague_and_the_record_says_so(
    dao: Somebody, boonmee: Somebody
) -> None:
    word = a_word(boonmee, Scope.YEARS_READ, name="ระบบของกรม")
    desk = Desk(dao, by_password=True)
    there = address(word, boonmee)
    assert desk.post(there).headers["Location"] == PAGE
    assert "The token ระบบของกรม works no more." in text(desk.get(PAGE))
    assert Caller(word).get("years").status_code == 401
    assert (buttons(dao), desk.post(there).status_code) == ([], 404)
    event = AuditEvent.objects.get(kind="token.revoked")
    assert event.author_key == str(dao.person.uuid)
    record = text(desk.get("/audit"))
    assert "สมมติ dao revoked the token ระบบของกรม of a program" in record
    assert boonmee.person.name in record


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_sees_or_ends_them(role: Role, dao: Somebody) -> None:
    word, desk = a_word(dao), Desk(somebody(dao.agency, "x", role))
    assert desk.get(PAGE).status_code == 403
    assert desk.post(address(word, dao)).status_code == 403
    assert Caller(word).get("years").status_code == 200


def test_tokens_of_another_agency_are_not_there(dao: Somebody, chai: Somebody) -> None:
    word = a_word(chai)
    assert buttons(dao) == []
    assert Desk(dao, by_password=True).post(address(word, chai)).status_code == 404
    assert Caller(word).get("years").status_code == 200


def test_tokens_of_who_left_are_not_listed_for_they_work_no_more(
    dao: Somebody, boonmee: Somebody
) -> None:
    word, yesterday = a_word(boonmee, Scope.YEARS_READ), timezone.localdate() - timedelta(days=1)
    with scope.agency(dao.agency.pk):
        gone = {"starts_on": yesterday, "ends_on": yesterday}
        Membership.objects.filter(pk=boonmee.membership.pk).update(**gone)
    assert (buttons(dao), Caller(word).get("years").status_code) == ([], 401)


def test_who_owns_a_token_is_told_that_an_administrator_revoked_it(
    dao: Somebody, boonmee: Somebody
) -> None:
    for who, name in ((boonmee, "โปรแกรมบัญชี"), (dao, "โปรแกรมของดาว")):
        token = token_with(a_word(who, Scope.YEARS_READ, name=name), who)
        Desk(dao, by_password=True).post(f"/people/tokens/{token.uuid}/revoke")
    said = "An administrator revoked your token โปรแกรมบัญชี: its program works no more."
    assert said in text(Desk(boonmee, by_password=True).get("/notices"))
    assert "revoked your token" not in text(Desk(dao, by_password=True).get("/notices"))
