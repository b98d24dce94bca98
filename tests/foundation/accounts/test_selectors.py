from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.models import Acting, Invitation, Membership
from prongsai.foundation.accounts.roles import Permission, Role
from prongsai.foundation.accounts.selectors import (
    actor_of,
    has_other_administrator,
    invitation_of,
    members,
    memberships_of,
    open_invitations,
)
from prongsai.foundation.accounts.words import hash_of
from prongsai.foundation.agencies import scope
from tests.factories.people import Somebody, somebody

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
TODAY = date(2026, 11, 26)


def between(who: Somebody, starts_on: date, ends_on: date | None) -> None:
    with scope.agency(who.agency.pk):
        Membership.objects.filter(pk=who.membership.pk).update(starts_on=starts_on, ends_on=ends_on)


def names(who: Somebody, today: date) -> list[str]:
    with scope.agency(who.agency.pk):
        return [row.person.name for row in members(today)]


def test_a_member_works_from_the_first_to_the_last_day_both_included(boonmee: Somebody) -> None:
    between(boonmee, TODAY, TODAY + DAY)
    seen = [len(memberships_of(boonmee.person, TODAY + n * DAY)) for n in (-1, 0, 1, 2)]
    assert seen == [0, 1, 1, 0]
    here = [boonmee.person.name in names(boonmee, TODAY + n * DAY) for n in (-1, 0, 1, 2)]
    assert here == [False, True, True, False]


def test_where_a_person_works_is_told_by_the_name_of_the_agency(
    dao: Somebody, chai: Somebody
) -> None:
    with scope.agency(dao.agency.pk):
        Membership.objects.create(
            agency=dao.agency, person=chai.person, roles=["viewer"], starts_on=TODAY
        )
    between(chai, TODAY, None)
    assert [row.agency.name for row in memberships_of(chai.person, TODAY)] == [
        "อบต.สอง", "อบต.หนึ่ง",
    ]  # fmt: skip


def test_nobody_works_in_an_agency_that_is_closed(dao: Somebody) -> None:
    dao.agency.is_active = False
    dao.agency.save()
    assert memberships_of(dao.person, timezone.localdate()) == ()


def test_who_is_shut_out_works_nowhere(dao: Somebody) -> None:
    dao.person.is_active = False
    dao.person.save()
    assert memberships_of(dao.person, timezone.localdate()) == ()
    assert names(dao, timezone.localdate()) == []


def test_members_are_those_of_the_active_agency_by_name(
    dao: Somebody, boonmee: Somebody, chai: Somebody
) -> None:
    today = timezone.localdate()
    assert names(dao, today) == [boonmee.person.name, dao.person.name]
    assert names(chai, today) == [chai.person.name]


@pytest.mark.parametrize(("role", "brings"), [("clerk", True), ("", False)])
def test_an_actor_may_what_roles_and_posts_acted_for_bring_today(
    role: str, brings: bool, boonmee: Somebody
) -> None:
    with scope.agency(boonmee.agency.pk):
        Acting.objects.create(
            agency=boonmee.agency, membership=boonmee.membership, post="ปลัด", role=role,
            starts_on=TODAY, ends_on=TODAY + DAY,
        )  # fmt: skip
        may = [
            actor_of(boonmee.membership, boonmee.person, TODAY + n * DAY).has(Permission.AUDIT_VIEW)
            for n in (-1, 0, 1, 2)
        ]
    assert may == [False, brings, brings, False]


def test_an_actor_is_the_person_in_the_agency(boonmee: Somebody) -> None:
    actor = boonmee.actor
    assert (actor.key, actor.name) == (str(boonmee.person.uuid), "สมมติ boonmee")
    assert actor.agency_id == boonmee.agency.pk
    assert actor.permissions == {Permission.AGENCY_VIEW, Permission.YEAR_VIEW}


def invitation(who: Somebody, word: str, *, days: int = 1, taken: bool = False) -> Invitation:
    now = timezone.now()
    with scope.agency(who.agency.pk):
        return Invitation.objects.create(
            agency=who.agency,
            email="x@example.org",
            word_hash=hash_of(word),
            expires_at=now + days * DAY,
            taken_up_at=now if taken else None,
        )


def test_invitations_that_wait_are_told_the_last_first(dao: Somebody, chai: Somebody) -> None:
    first, second = invitation(dao, "a"), invitation(dao, "b", days=2)
    invitation(dao, "over", days=-1)
    invitation(dao, "taken", taken=True)
    invitation(chai, "other")
    with scope.agency(dao.agency.pk):
        assert open_invitations(timezone.now()) == [second, first]


def test_a_word_opens_its_own_invitation_only_and_only_while_it_waits(dao: Somebody) -> None:
    waiting = invitation(dao, "a")
    invitation(dao, "over", days=-1)
    invitation(dao, "taken", taken=True)
    assert invitation_of("a") == waiting
    closed = [invitation_of(word) for word in ("over", "taken", "A", "", waiting.word_hash)]
    assert closed == [None] * 5


def test_another_administrator_is_one_who_stays(dao: Somebody, boonmee: Somebody) -> None:
    today = timezone.localdate()

    def other() -> bool:
        with scope.agency(dao.agency.pk):
            return has_other_administrator(dao.membership, today)

    assert other() is False  # who looks on gives no roles
    second = somebody(dao.agency, "second", Role.ADMINISTRATOR)
    assert other() is True
    between(second, today, today + 9 * DAY)
    assert other() is False  # who leaves
    between(second, today + DAY, None)
    assert other() is False  # who has not come yet
    between(second, today, None)
    second.person.is_active = False
    second.person.save()
    assert other() is False  # who is shut out
    assert boonmee.actor.has(Permission.PEOPLE_EDIT) is False
