from __future__ import annotations

from datetime import date, timedelta

import pytest

from prongsai.foundation.accounts.models import Acting
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.audit.selectors import events_of
from prongsai.foundation.audit.services import Subject
from prongsai.foundation.notices.kinds import NEAR, PASSED
from prongsai.foundation.notices.models import Notice, Reminder
from prongsai.foundation.notices.selectors import open_reminders_of, unread_count
from prongsai.foundation.notices.services import (
    add_holiday,
    choose,
    settle,
    tell,
    tell_of_deadlines,
)
from tests.factories.deadlines import MONDAY, TITLE, deadline, told
from tests.factories.people import TESTS, Somebody

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def a_day(who: Somebody, today: date) -> int:
    with scope.agency(who.agency.pk):
        return tell_of_deadlines(today)


def member_since(who: Somebody, day: date) -> Somebody:
    with scope.agency(who.agency.pk):
        who.membership.starts_on = day
        who.membership.save()
    return who


@pytest.fixture
def officer(anong: Somebody) -> Somebody:
    return member_since(anong, date(2020, 1, 1))


@pytest.fixture
def administrator(dao: Somebody) -> Somebody:
    return member_since(dao, date(2020, 1, 1))


def test_each_step_is_told_once_however_often_the_day_is_done(officer: Somebody) -> None:
    deadline(officer, MONDAY + 30 * DAY)
    days = [MONDAY, MONDAY, MONDAY + DAY, MONDAY + 23 * DAY, MONDAY + 29 * DAY, MONDAY + 31 * DAY]
    assert [a_day(officer, day) for day in days] == [1, 0, 0, 1, 1, 1]
    assert told(officer) == [(NEAR, -30), (NEAR, -7), (NEAR, -1), (PASSED, 0)]


def test_a_clock_that_is_set_back_tells_nothing_again_and_nothing_out_of_turn(
    officer: Somebody,
) -> None:
    deadline(officer, MONDAY + DAY)
    a_day(officer, MONDAY)
    assert [a_day(officer, MONDAY - n * 7 * DAY) for n in range(5)] == [0] * 5
    assert told(officer) == [(NEAR, -1)]


def test_on_a_day_off_nobody_is_told_and_on_the_next_working_day_everybody(
    officer: Somebody, administrator: Somebody
) -> None:
    deadline(officer, MONDAY)
    with scope.agency(officer.agency.pk):
        add_holiday(day=MONDAY, name="วันหยุดพิเศษ", is_off=True, by=administrator.actor)
    assert [a_day(officer, MONDAY - DAY), a_day(officer, MONDAY)] == [0, 0]
    assert a_day(officer, MONDAY + DAY) == 1


def test_another_day_takes_the_place_of_the_first_and_begins_anew(officer: Somebody) -> None:
    deadline(officer, MONDAY)
    a_day(officer, MONDAY)
    second = deadline(officer, MONDAY + 30 * DAY)
    assert deadline(officer, MONDAY + 30 * DAY) == second
    with scope.agency(officer.agency.pk):
        assert [*Reminder.objects.filter(done_at=None)] == [second]
        assert unread_count(officer.person.pk) == 0
    a_day(officer, MONDAY)
    assert told(officer) == [(NEAR, -1), (NEAR, -30)]


def test_what_is_settled_is_told_no_more_and_counts_as_read(officer: Somebody) -> None:
    deadline(officer, MONDAY)
    a_day(officer, MONDAY)
    with scope.agency(officer.agency.pk):
        assert settle(subject=Subject("measure", "m-1", TITLE), by=TESTS) == 1
        assert settle(subject=Subject("measure", "m-1", TITLE), by=TESTS) == 0
        assert unread_count(officer.person.pk) == 0
    assert a_day(officer, MONDAY + 7 * DAY) == 0
    kinds = [event.kind for event in events_of(officer.agency.pk)[:2]]
    assert kinds == ["reminder.settled", "reminder.set"]


def test_a_unit_and_a_role_are_told_with_who_acts_for_it(
    officer: Somebody, boonmee: Somebody
) -> None:
    member_since(boonmee, date(2020, 1, 1))
    with scope.agency(officer.agency.pk):
        unit = Unit.objects.get(name="กองคลัง")
        boonmee.membership.unit = unit
        boonmee.membership.save()
        Acting.objects.create(
            agency=officer.agency, membership=boonmee.membership, post="ปลัด",
            role="ita_officer", starts_on=MONDAY, ends_on=MONDAY,
        )  # fmt: skip
    deadline(officer, MONDAY, key="of a unit", unit=unit)
    deadline(officer, MONDAY, key="of a role", role=Role.ITA_OFFICER)
    a_day(officer, MONDAY)
    assert (told(officer), told(boonmee)) == ([(NEAR, -1)], [(NEAR, -1)] * 2)


def test_where_nobody_is_left_to_tell_the_administrators_are_told(
    officer: Somebody, administrator: Somebody
) -> None:
    deadline(officer, MONDAY, role=Role.CLERK)
    a_day(officer, MONDAY)
    assert (told(officer), told(administrator)) == ([], [(NEAR, -1)])


def test_a_kind_that_is_switched_off_is_not_told(officer: Somebody) -> None:
    deadline(officer, MONDAY)
    with scope.agency(officer.agency.pk):
        choose(person=officer.person, wanted=[PASSED], by=officer.actor)
    assert a_day(officer, MONDAY) == 0
    assert a_day(officer, MONDAY + DAY) == 1
    assert told(officer) == [(PASSED, 0)]


def test_who_works_in_another_agency_is_told_nothing(officer: Somebody, chai: Somebody) -> None:
    deadline(officer, MONDAY, role=Role.CLERK)
    a_day(chai, MONDAY)
    a_day(officer, MONDAY)
    assert told(chai) == []


def test_an_unknown_kind_is_refused(officer: Somebody) -> None:
    with scope.agency(officer.agency.pk):
        with pytest.raises(KeyError):
            tell(people=[officer.person.pk], kind="deadline.gone", key="1")
        assert not Notice.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_a_day_asks_the_database_as_often_for_many_deadlines_as_for_one(
    count: int, officer: Somebody, django_assert_num_queries: object
) -> None:
    assert callable(django_assert_num_queries)
    for number in range(count):
        deadline(officer, MONDAY, key=f"m-{number}")
    with scope.agency(officer.agency.pk), django_assert_num_queries(9):
        assert tell_of_deadlines(MONDAY) == count


def test_somebody_sees_the_deadlines_of_the_own_unit_of_roles_and_of_posts_acted_for(
    officer: Somebody, boonmee: Somebody
) -> None:
    member_since(boonmee, date(2020, 1, 1))
    with scope.agency(officer.agency.pk):
        units = [Unit.objects.get(name=name) for name in ("กองคลัง", "สำนักปลัด")]
        boonmee.membership.unit = units[0]
        boonmee.membership.save()
        acts = {"post": "นิติกร", "role": Role.LEGAL_OFFICER, "ends_on": MONDAY}
        Acting.objects.create(
            agency=boonmee.agency, membership=boonmee.membership, starts_on=MONDAY, **acts
        )
    own = deadline(boonmee, MONDAY + 4 * DAY, key="own")
    of_unit = deadline(boonmee, MONDAY + 3 * DAY, key="unit", unit=units[0])
    of_role = deadline(boonmee, MONDAY + 2 * DAY, key="role", role=Role.VIEWER)
    of_post = deadline(boonmee, MONDAY + DAY, key="post", role=Role.LEGAL_OFFICER)
    deadline(officer, MONDAY, key="other person")
    deadline(officer, MONDAY, key="other unit", unit=units[1])
    deadline(officer, MONDAY, key="other role", role=Role.AUDITOR)
    with scope.agency(boonmee.agency.pk):
        seen = open_reminders_of(boonmee.membership, MONDAY)
        near = open_reminders_of(boonmee.membership, MONDAY, MONDAY + 2 * DAY)
        later = open_reminders_of(boonmee.membership, MONDAY + DAY)
    assert (seen, near) == ((of_post, of_role, of_unit, own), (of_post, of_role))
    assert later == (of_role, of_unit, own)
