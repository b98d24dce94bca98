"""Lists of members stand as a Thai dictionary has the names, whatever befalls a member."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from prongsai.core.thai.order import dictionary_key
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import (
    invitation_of,
    members,
    memberships_of,
    tokens_of_colleagues,
)
from prongsai.foundation.accounts.services import (
    Post,
    add_first_person,
    change_membership,
    change_password,
    end_membership,
    invite,
    take_up,
)
from prongsai.foundation.accounts.services.closing import close_account, reopen_account
from prongsai.foundation.agencies import scope
from tests.factories.crowds import many_people
from tests.factories.people import PASSWORD, TESTS, Somebody, an_agency, somebody
from tests.factories.tokens import a_word

pytestmark = pytest.mark.django_db

STEP = import_module("prongsai.foundation.accounts.migrations.0007_members_by_name")
NAMES = ["กมล", "เกษม", "แก้ว", "ขวัญ", "เขม", "ไพร", "เอก"]  # as a dictionary has them
VIEWER = Post((Role.VIEWER,))


def out_of_place() -> list[str]:
    """Return the names of those who do not stand where their names do, in every agency."""
    with scope.everywhere():
        rows = list(Membership.objects.select_related("person").order_by("id"))
    names = [(row.person.name, bytes(row.sorted_by)) for row in rows]
    return [name for name, key in names if key != dictionary_key(name)]


def listed(who: Somebody) -> list[str]:
    """Return the names of the list, without what all of the tests begin with."""
    with scope.agency(who.agency.pk):
        rows = members(timezone.localdate())
        return [row.person.name.removeprefix("สมมติ ") for row in rows]


def taken_up(dao: Somebody, person: Person | None = None) -> Person:
    email = person.email if person else "new@example.org"
    with scope.agency(dao.agency.pk):
        word = invite(email=email, name=" เอก  ใหม่ ", post=VIEWER, by=dao.actor)
    invitation = invitation_of(word)
    assert invitation is not None
    return take_up(invitation=invitation, person=person, password=PASSWORD)


def test_members_and_their_tokens_are_listed_as_in_a_dictionary() -> None:
    agency = an_agency("อบต.หนึ่ง")
    people = [somebody(agency, name, Role.ADMINISTRATOR) for name in reversed(NAMES)]
    for who in people:
        a_word(who)
    assert listed(people[0]) == NAMES
    with scope.agency(agency.pk):
        tokens = [row.membership.person.name for row in tokens_of_colleagues(timezone.localdate())]
    assert tokens == [f"สมมติ {name}" for name in NAMES]


def test_where_a_person_works_is_listed_as_in_a_dictionary(dao: Somebody) -> None:
    for name in ("เทศบาลตำบลสอง", "สำนักงานสาม", "แขวงสี่"):
        other = somebody(an_agency(name), name, Role.ADMINISTRATOR)
        taken_up(other, dao.person)
    found = [row.agency.name for row in memberships_of(dao.person, timezone.localdate())]
    assert found == ["แขวงสี่", "เทศบาลตำบลสอง", "สำนักงานสาม", "อบต.หนึ่ง"]


def test_whoever_comes_goes_or_comes_back_stands_where_the_name_does(
    dao: Somebody, chai: Somebody
) -> None:
    add_first_person(agency=dao.agency, email="a@b.th", name=" ไพร ", password=PASSWORD)
    new = taken_up(dao)
    taken_up(dao, chai.person)
    assert out_of_place() == []
    today = timezone.localdate()
    with scope.agency(dao.agency.pk):
        row = Membership.objects.get(person=new)
        change_membership(membership=row, post=VIEWER, by=dao.actor, today=today)
        end_membership(membership=row, by=dao.actor, today=today)
    assert out_of_place() == []
    taken_up(dao, new)
    change_password(person=new, password=f"{PASSWORD} 2", by=dao.actor, kept=None)
    close_account(email=new.email, by=TESTS)
    reopen_account(email=new.email, by=TESTS)
    assert out_of_place() == []
    assert listed(dao) == ["ไพร", "chai", "dao", "เอก  ใหม่"]


def test_members_written_many_at_once_stand_where_their_names_do(dao: Somebody) -> None:
    many_people(dao.agency, 3)
    assert out_of_place() == []


def test_another_name_moves_its_person_in_every_agency(dao: Somebody, chai: Somebody) -> None:
    taken_up(chai, dao.person)
    somebody(chai.agency, "เขม", Role.VIEWER)
    dao.person.name = "สมมติ ไพร"
    dao.person.save(update_fields=["name"])
    assert out_of_place() == []
    assert listed(chai) == ["chai", "เขม", "ไพร"]
    dao.person.name = "สมมติ แก้ว"
    dao.person.save()
    assert out_of_place() == []
    assert listed(chai) == ["chai", "แก้ว", "เขม"]


def test_the_place_of_a_name_that_is_taken_away_tells_nothing_of_it(dao: Somebody) -> None:
    dao.person.name = ""
    dao.person.save(update_fields=["name"])
    with scope.agency(dao.agency.pk):
        assert bytes(Membership.objects.get().sorted_by) == b"\0"


def test_names_are_not_changed_where_lists_would_not_follow(dao: Somebody) -> None:
    with pytest.raises(TypeError, match="names are changed by save"):
        Person.objects.update(name="แก้ไข")
    assert Person.objects.filter(pk=dao.person.pk).update(language="en") == 1


def test_members_who_were_there_before_the_update_are_put_in_order(dao: Somebody) -> None:
    somebody(an_agency("อบต.สอง"), "เกรียงไกร ๆ", Role.VIEWER)
    somebody(dao.agency, "ดร. ไพร ๒ ฯ", Role.VIEWER)
    with scope.everywhere():
        assert Membership.objects.update(sorted_by=b"") == 3
    STEP.put_in_order(apps, connection.schema_editor())
    assert out_of_place() == []


def test_a_page_of_members_is_read_in_order_and_not_sorted(dao: Somebody) -> None:
    many_people(dao.agency, 120)
    with scope.agency(dao.agency.pk):
        plan = members(timezone.localdate())[:50].explain()
    if connection.vendor == "sqlite":  # PostgreSQL does as it finds the rows to be
        assert "INDEX membership_by_name" in plan
        assert "TEMP B-TREE" not in plan
