"""How far a link to a new password may lead whoever saw it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.models import Acting, Membership, Person
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import may_be_shown, password_link_of
from prongsai.foundation.accounts.services import change_password
from prongsai.foundation.accounts.services.password_links import (
    NewLink,
    make_password_link,
    make_password_link_at_the_server,
    use_password_link,
    withdraw_password_link,
)
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.audit.services import Program
from tests.factories.people import Somebody, somebody

pytestmark = pytest.mark.django_db

NEW = "ฝนตกขี้หมูไหล 2570"
SERVER = Program("prongsai reset-password")


def made(who: Somebody, by: Somebody, *, can_mail: bool = False) -> NewLink:
    with scope.agency(by.agency.pk):
        return make_password_link(
            membership=who.membership, by=by.actor, today=timezone.localdate(), can_mail=can_mail
        )


def is_shown(who: Somebody, by: Somebody) -> bool:
    return may_be_shown(who.person, by.agency.pk, timezone.localdate())


def joins(who: Somebody, agency: Agency, *roles: Role, in_days: int = 0) -> Membership:
    day = timezone.localdate() + timedelta(days=in_days)
    values = {"agency": agency, "person": who.person, "starts_on": day, "roles": [*roles]}
    with scope.agency(agency.pk):
        return Membership.objects.create(**values)


def use(word: str) -> None:
    link = password_link_of(word)
    assert link is not None
    use_password_link(link=link, password=NEW)


@pytest.mark.parametrize("role", Role)
def test_of_administrators_and_overseers_nobody_is_shown_a_link(dao: Somebody, role: Role) -> None:
    who = somebody(dao.agency, "x", role)
    assert is_shown(who, dao) is (role not in {Role.ADMINISTRATOR, Role.OVERSEER})


@pytest.mark.parametrize("in_days", [-30, 0, 30])
def test_who_acts_or_will_act_for_an_administrator_counts_as_one(
    dao: Somebody, boonmee: Somebody, in_days: int
) -> None:
    day = timezone.localdate() + timedelta(days=in_days)
    values = {"agency": dao.agency, "membership": boonmee.membership, "role": "administrator"}
    with scope.agency(dao.agency.pk):
        Acting.objects.create(**values, post="ปลัด", starts_on=day, ends_on=day)
    assert is_shown(boonmee, dao) is (in_days < 0)


@pytest.mark.parametrize(("in_days", "is_open"), [(0, True), (30, True), (0, False)])
def test_who_has_another_agency_too_or_soon_or_a_closed_one_is_out_of_reach(
    dao: Somebody, boonmee: Somebody, chai: Somebody, in_days: int, is_open: bool
) -> None:
    joins(boonmee, chai.agency, Role.VIEWER, in_days=in_days)
    Agency.objects.filter(pk=chai.agency.pk).update(is_active=is_open)
    assert not is_shown(boonmee, dao)
    with pytest.raises(Refusal) as refused:
        made(boonmee, dao)
    assert refused.value.written({}) == (
        "สมมติ boonmee is an administrator or an overseer, or has another agency too: the link may"
        " go to the own address alone, and this server sends no mail."
        " Who runs the server makes one there: prongsai reset-password"
    )
    assert made(boonmee, dao, can_mail=True).is_shown is False


def test_a_membership_that_has_ended_elsewhere_counts_no_more(
    dao: Somebody, boonmee: Somebody, chai: Somebody
) -> None:
    row = joins(boonmee, chai.agency, Role.ADMINISTRATOR, in_days=-30)
    with scope.agency(chai.agency.pk):
        row.ends_on = timezone.localdate() - timedelta(days=1)
        row.save()
    assert is_shown(boonmee, dao)


def test_a_link_that_was_shown_leads_into_no_agency_that_is_joined_later(
    dao: Somebody, boonmee: Somebody, chai: Somebody
) -> None:
    word, before = made(boonmee, dao).word, boonmee.person.password
    joins(boonmee, chai.agency, Role.VIEWER)
    with pytest.raises(Refusal) as refused:
        use(word)
    assert refused.value.written({}) == (
        "This link opens nothing any more. Ask the administrator of the agency for another."
    )
    assert Person.objects.get(pk=boonmee.person.pk).password == before


def test_a_link_of_the_server_opens_any_account_and_is_told_in_each_agency(
    dao: Somebody, chai: Somebody
) -> None:
    joins(chai, dao.agency, Role.VIEWER)
    use(make_password_link_at_the_server(email="Chai@example.org", by=SERVER))
    assert Person.objects.get(pk=chai.person.pk).check_password(NEW)
    for chain in (dao.agency.pk, chai.agency.pk):
        told = AuditEvent.objects.filter(chain=chain, kind__startswith="password_link")
        kinds = list(told.order_by("number").values_list("kind", flat=True))
        assert kinds == ["password_link.made", "password_link.used"]


def test_a_page_that_was_open_sets_no_password_with_a_link_that_was_used(
    dao: Somebody, boonmee: Somebody
) -> None:
    link = password_link_of(made(boonmee, dao).word)
    assert link is not None
    use_password_link(link=link, password=NEW)
    with pytest.raises(Refusal):
        use_password_link(link=link, password="x")  # noqa: S106 -- made up
    made(boonmee, dao)
    with pytest.raises(Refusal):
        use_password_link(link=link, password="x")  # noqa: S106 -- made up
    assert Person.objects.get(pk=boonmee.person.pk).check_password(NEW)


def test_a_password_that_was_changed_otherwise_ends_the_link(
    dao: Somebody, boonmee: Somebody
) -> None:
    word = made(boonmee, dao).word
    with scope.agency(dao.agency.pk):
        change_password(person=boonmee.person, password=NEW, by=boonmee.actor, kept=None)
    assert password_link_of(word) is None


def test_a_closed_account_has_no_link(dao: Somebody, boonmee: Somebody) -> None:
    word = made(boonmee, dao).word
    Person.objects.filter(pk=boonmee.person.pk).update(is_active=False)
    assert password_link_of(word) is None
    with pytest.raises(Refusal):
        make_password_link_at_the_server(email=boonmee.person.email, by=SERVER)


def test_only_an_administrator_makes_or_withdraws_one(dao: Somebody, boonmee: Somebody) -> None:
    with pytest.raises(NotAllowed):
        made(dao, boonmee)
    with scope.agency(dao.agency.pk), pytest.raises(NotAllowed):
        withdraw_password_link(membership=dao.membership, by=boonmee.actor)
