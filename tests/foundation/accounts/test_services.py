from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.models import Acting, Capacity, Invitation, Membership, Person
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Permission, Role, permissions_of
from prongsai.foundation.accounts.selectors import invitation_of, open_acting
from prongsai.foundation.accounts.services import (
    INVITED_FOR,
    Post,
    add_first_person,
    change_membership,
    end_membership,
    invite,
    roles_from,
    state_of,
    take_up,
    withdraw_invitation,
)
from prongsai.foundation.accounts.services.acting import end_acting, let_act
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.services import close_unit
from prongsai.foundation.audit.selectors import events_of
from tests.factories.dump import everything_of
from tests.factories.people import PASSWORD, Somebody, an_agency, somebody

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
CLERK = Post((Role.CLERK,), "ปลัด")


def last(who: Somebody) -> tuple[str, str, dict[str, object]]:
    """Return the last event of an agency: its kind, whom it tells of, what was changed."""
    event = events_of(who.agency.pk)[0]
    assert event.details is not None
    return event.kind, event.details["subject"], event.details["changes"]


def refused(who: Somebody, write: Callable[[], object]) -> str:
    """Return why a write is refused, and see that it changed nothing of the agency."""
    before = everything_of(who.agency)
    with scope.agency(who.agency.pk), pytest.raises(Refusal) as said:
        write()
    assert everything_of(who.agency) == before
    return str(said.value)


def invited(who: Somebody, email: str = "New@Example.org") -> tuple[str, Invitation]:
    with scope.agency(who.agency.pk):
        word = invite(email=email, name=" สมมติ ใหม่ ", post=CLERK, by=who.actor)
        return word, Invitation.objects.get()


def test_the_first_person_of_an_agency_is_its_administrator() -> None:
    agency = an_agency("อบต.แรก")
    person = add_first_person(agency=agency, email="A@b.th", name=" สมมติ ก ", password=PASSWORD)
    assert (person.email, person.name, person.check_password(PASSWORD)) == (
        "a@b.th",
        "สมมติ ก",
        True,
    )
    with scope.agency(agency.pk):
        row = Membership.objects.get()
    assert (row.person, row.roles) == (person, ["administrator"])
    assert (row.starts_on, row.ends_on) == (timezone.localdate(), None)
    event = events_of(agency.pk)[0]
    assert (event.kind, event.author_key) == ("person.joined", "prongsai init")


def test_an_address_has_one_account(dao: Somebody) -> None:
    given = {"email": "DAO@example.org", "name": "x", "password": PASSWORD}
    why = refused(dao, lambda: add_first_person(agency=dao.agency, **given))
    assert why == (
        "This address has an account already. Sign in, then open the link of the invitation again."
    )
    assert Person.objects.count() == 1


def test_an_invitation_keeps_what_somebody_is_to_be_and_no_word(dao: Somebody) -> None:
    before = timezone.now()
    word, kept = invited(dao)
    assert (kept.email, kept.name) == ("new@example.org", "สมมติ ใหม่")
    assert (kept.roles, kept.position, kept.unit) == (["clerk"], "ปลัด", None)
    assert before + INVITED_FOR <= kept.expires_at <= timezone.now() + INVITED_FOR
    assert word not in str(everything_of(dao.agency))
    assert invitation_of(word) == kept
    assert last(dao) == ("person.invited", "สมมติ ใหม่", {})


def test_who_works_here_is_not_invited(dao: Somebody, boonmee: Somebody) -> None:
    def again() -> None:
        invite(email=boonmee.person.email.upper(), name="x", post=CLERK, by=dao.actor)

    assert refused(dao, again) == (
        "BOONMEE@EXAMPLE.ORG works here already. Change the roles of that person instead."
    )


def test_somebody_new_takes_an_invitation_up_once(dao: Somebody) -> None:
    _, invitation = invited(dao)
    person = take_up(invitation=invitation, person=None, password=PASSWORD)
    assert (person.email, person.check_password(PASSWORD)) == ("new@example.org", True)
    with scope.agency(dao.agency.pk):
        row = Membership.objects.get(person=person)
    assert (row.roles, row.position, row.ends_on) == (["clerk"], "ปลัด", None)
    assert last(dao) == ("person.joined", "สมมติ ใหม่", {})
    why = refused(dao, lambda: take_up(invitation=invitation, person=person))
    assert why == "This invitation was taken up already. Sign in, or ask for another."


def test_an_invitation_is_for_its_address(dao: Somebody, chai: Somebody) -> None:
    _, invitation = invited(dao)
    why = refused(dao, lambda: take_up(invitation=invitation, person=chai.person))
    assert why == "This invitation is for another address. Sign out, then open the link again."


def test_who_has_an_account_must_sign_in_to_take_an_invitation_up(
    dao: Somebody, chai: Somebody
) -> None:
    _, invitation = invited(dao, chai.person.email)
    why = refused(dao, lambda: take_up(invitation=invitation, person=None, password=PASSWORD))
    assert why.startswith("This address has an account already.")
    take_up(invitation=invitation, person=chai.person)
    assert last(dao) == ("person.joined", "สมมติ chai", {})


def test_who_comes_back_has_the_new_roles_and_no_end(dao: Somebody, boonmee: Somebody) -> None:
    with scope.agency(dao.agency.pk):
        end_membership(membership=boonmee.membership, by=dao.actor, today=timezone.localdate())
    _, invitation = invited(dao, boonmee.person.email)
    take_up(invitation=invitation, person=boonmee.person)
    with scope.agency(dao.agency.pk):
        kept = Membership.objects.get(person=boonmee.person)
    assert (kept.roles, kept.ends_on) == (["clerk"], None)


def changed(dao: Somebody, who: Somebody, post: Post, seen: str | None = None) -> Membership:
    today = timezone.localdate()
    with scope.agency(dao.agency.pk):
        return change_membership(
            membership=who.membership, post=post, by=dao.actor, today=today, seen=seen
        )


def test_a_change_of_a_member_is_recorded_field_by_field(dao: Somebody, boonmee: Somebody) -> None:
    with scope.agency(dao.agency.pk):
        unit = Unit.objects.get(name="กองคลัง")
    kept = changed(dao, boonmee, Post((Role.AUDITOR, Role.CLERK), "", unit))
    assert (kept.roles, kept.position, kept.unit) == (["auditor", "clerk"], "", unit)
    changes = {"roles": ["viewer", "auditor, clerk"], "unit": [None, "กองคลัง"]}
    assert last(dao) == ("membership.changed", "สมมติ boonmee", changes)


def test_a_member_saved_as_it_stands_is_not_recorded(dao: Somebody, boonmee: Somebody) -> None:
    before = events_of(dao.agency.pk).count()
    changed(dao, boonmee, Post((Role.VIEWER,)), seen=state_of(boonmee.membership))
    assert events_of(dao.agency.pk).count() == before


def test_who_saves_a_member_second_is_told(dao: Somebody, boonmee: Somebody) -> None:
    seen = state_of(boonmee.membership)
    changed(dao, boonmee, CLERK, seen)
    assert refused(dao, lambda: changed(dao, boonmee, Post((Role.AUDITOR,)), seen)) == (
        "Somebody else changed สมมติ boonmee meanwhile. Look at it again, then change it."
    )


def test_the_last_administrator_keeps_the_role_and_stays(dao: Somebody, boonmee: Somebody) -> None:
    def ended() -> None:
        end_membership(membership=dao.membership, by=dao.actor, today=timezone.localdate())

    why = "Nobody else in this agency can give roles. Make somebody else an administrator first."
    assert refused(dao, lambda: changed(dao, dao, CLERK)) == why
    assert refused(dao, ended) == why
    changed(dao, boonmee, Post((Role.ADMINISTRATOR,)))
    assert changed(dao, dao, CLERK).roles == ["clerk"]


@pytest.mark.parametrize("since", [10, 0])
def test_the_last_day_of_a_member_was_yesterday(
    since: int, dao: Somebody, boonmee: Somebody
) -> None:
    today = timezone.localdate()
    boonmee.membership.starts_on = today - since * DAY
    with scope.agency(dao.agency.pk):
        boonmee.membership.save()
        kept = end_membership(membership=boonmee.membership, by=dao.actor, today=today)
    assert kept.ends_on == today - DAY
    changes = {"ends_on": [None, str(kept.ends_on)]}
    assert last(dao) == ("membership.ended", "สมมติ boonmee", changes)


def acts(by: Somebody, who: Somebody, days: int, role: Role | None = None) -> Acting:
    today = timezone.localdate()
    with scope.agency(by.agency.pk):
        return let_act(
            membership=who.membership, capacity=Capacity.ACTING_FOR, post=" ปลัด ", role=role,
            days=(today, today + days * DAY), by=by.actor,
        )  # fmt: skip


def test_a_post_acted_for_is_recorded_whole(dao: Somebody, boonmee: Somebody) -> None:
    kept = acts(dao, boonmee, 1, Role.CLERK)
    assert (kept.capacity, kept.post, kept.role) == ("acting_for", "ปลัด", "clerk")
    changes = {
        "capacity": [None, "acting_for"],
        "post": [None, "ปลัด"],
        "role": [None, "clerk"],
        "starts_on": [None, str(kept.starts_on)],
        "ends_on": [None, str(kept.ends_on)],
    }
    assert last(dao) == ("acting.granted", "สมมติ boonmee", changes)


def test_a_post_may_bring_nothing_and_last_a_day(dao: Somebody, boonmee: Somebody) -> None:
    assert (acts(dao, boonmee, 0).role, "role" in last(dao)[2]) == ("", False)


def withdraw(by: Somebody, invitation: Invitation) -> Invitation:
    with scope.agency(by.agency.pk):
        return withdraw_invitation(invitation=invitation, by=by.actor)


def test_a_withdrawn_invitation_opens_nothing_and_is_recorded(dao: Somebody) -> None:
    word, invitation = invited(dao)
    until = invitation.expires_at
    kept = withdraw(dao, invitation)
    assert invitation_of(word) is None
    changes = {"expires_at": [str(until), str(kept.expires_at)]}
    assert last(dao) == ("invitation.withdrawn", "สมมติ ใหม่", changes)


def test_who_has_the_page_open_cannot_take_up_what_was_withdrawn(dao: Somebody) -> None:
    invitation = invited(dao)[1]
    withdraw(dao, invitation)
    why = "This invitation opens nothing any more. Ask the administrator of the agency for another."
    taken = lambda: take_up(invitation=invitation, person=None, password=PASSWORD)  # noqa: E731
    assert refused(dao, taken) == why


def invited_again(dao: Somebody) -> Invitation:
    """Return an invitation that was taken up."""
    with scope.agency(dao.agency.pk):
        invite(email="other@example.org", name="สมมติ ใหม่", post=CLERK, by=dao.actor)
        invitation = Invitation.objects.get(email="other@example.org")
    take_up(invitation=invitation, person=None, password=PASSWORD)
    return invitation


def test_only_an_open_invitation_is_withdrawn(dao: Somebody) -> None:
    invitation = invited(dao)[1]
    withdraw(dao, invitation)
    why = "This invitation opens nothing any more. Nothing is to be done."
    assert refused(dao, lambda: withdraw(dao, invitation)) == why
    taken = invited_again(dao)
    why = "สมมติ ใหม่ took up the invitation meanwhile. End the membership of that person instead."
    assert refused(dao, lambda: withdraw(dao, taken)) == why


def ends(by: Somebody, acting: Acting, later: int = 0) -> Acting:
    with scope.agency(by.agency.pk):
        today = timezone.localdate() + later * DAY
        return end_acting(acting=acting, by=by.actor, today=today)


def test_a_post_ended_early_brings_nothing_from_then_on(dao: Somebody, boonmee: Somebody) -> None:
    acting = acts(dao, boonmee, 3, Role.CLERK)
    assert boonmee.actor.has(Permission.AUDIT_VIEW)
    kept = ends(dao, acting)
    assert not boonmee.actor.has(Permission.AUDIT_VIEW)
    changes = {
        "post": ["ปลัด", None],
        "ends_on": [str(kept.ends_on), None],
        "ended_at": [None, str(kept.ended_at)],
    }
    assert last(dao) == ("acting.ended", "สมมติ boonmee", changes)


@pytest.mark.parametrize(("ended", "later"), [(True, 0), (False, 4)])
def test_what_is_over_is_not_ended(
    ended: bool, later: int, dao: Somebody, boonmee: Somebody
) -> None:
    acting = acts(dao, boonmee, 3)
    if ended:
        ends(dao, acting)
    why = "ปลัด is over already. Nothing is to be done."
    assert refused(dao, lambda: ends(dao, acting, later)) == why


def comes_back(by: Somebody, who: Somebody, post: Post) -> Somebody:
    """Let somebody be invited once more and join."""
    with scope.agency(by.agency.pk):
        word = invite(email=who.person.email, name=who.person.name, post=post, by=by.actor)
        row = invitation_of(word)
        assert row is not None
    take_up(invitation=row, person=who.person)
    with scope.agency(by.agency.pk):
        return Somebody(who.person, Membership.objects.get(person=who.person))


@pytest.mark.parametrize("by_itself", [False, True])
def test_who_leaves_and_comes_back_acts_for_nothing(
    by_itself: bool, dao: Somebody, boonmee: Somebody
) -> None:
    acts(dao, boonmee, 3, Role.ADMINISTRATOR)
    today = timezone.localdate()
    with scope.agency(dao.agency.pk):
        if by_itself:
            Membership.objects.filter(pk=boonmee.membership.pk).update(ends_on=today - DAY)
        else:
            end_membership(membership=boonmee.membership, by=dao.actor, today=today)
    back = comes_back(dao, boonmee, Post((Role.VIEWER,)))
    assert back.actor.permissions == permissions_of([Role.VIEWER.value])
    with scope.agency(dao.agency.pk):
        assert [*open_acting(today)] == []
    kinds = [event.kind for event in events_of(dao.agency.pk)]
    assert kinds.count("acting.ended") == 1


def test_who_is_invited_into_a_unit_that_is_closed_since_joins_no_unit(dao: Somebody) -> None:
    with scope.agency(dao.agency.pk):
        unit = Unit.objects.get(name="กองคลัง")
        post = Post((Role.VIEWER,), "", unit)
        word = invite(email="x@example.org", name="x", post=post, by=dao.actor)
        close_unit(unit=unit, by=dao.actor)
        row = invitation_of(word)
    assert row is not None
    person = take_up(invitation=row, person=None, password=PASSWORD)
    with scope.agency(dao.agency.pk):
        assert Membership.objects.get(person=person).unit is None


def test_a_post_that_was_ended_can_be_given_again(dao: Somebody, boonmee: Somebody) -> None:
    ends(dao, acts(dao, boonmee, 3, Role.CLERK))
    acts(dao, boonmee, 3, Role.CLERK)
    assert boonmee.actor.has(Permission.AUDIT_VIEW)


def test_no_post_ends_before_it_begins(dao: Somebody, boonmee: Somebody) -> None:
    why = "The last day comes before the first. Change one of them."
    assert refused(dao, lambda: acts(dao, boonmee, -1)) == why


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_but_an_administrator_writes_of_people(role: Role, dao: Somebody) -> None:
    who, open_one = somebody(dao.agency, "x", role), invited(dao)[1]
    today, post = timezone.localdate(), acts(dao, who, 1)
    mine: dict[str, Any] = {"membership": who.membership, "by": who.actor, "today": today}
    writes: tuple[Callable[[], object], ...] = (
        lambda: invite(email="y@example.org", name="y", post=CLERK, by=who.actor),
        lambda: change_membership(post=Post((Role.ADMINISTRATOR,)), **mine),
        lambda: end_membership(**mine),
        lambda: acts(who, who, 1, Role.ADMINISTRATOR),
        lambda: withdraw_invitation(invitation=open_one, by=who.actor),
        lambda: end_acting(acting=post, by=who.actor, today=today),
    )
    why = "Only an administrator of the agency invites people and gives roles."
    for write in writes:
        assert refused(dao, write).startswith(why)
        with scope.agency(dao.agency.pk), pytest.raises(NotAllowed):
            write()


def test_roles_come_in_the_order_of_the_list_each_once() -> None:
    keys = ["auditor", "king", "administrator", "auditor"]
    assert roles_from(keys) == (Role.ADMINISTRATOR, Role.AUDITOR)
