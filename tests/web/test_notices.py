from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.agencies import scope
from prongsai.foundation.notices.kinds import (
    BY_MAIL,
    JOB_FAILED,
    KINDS,
    MAIL_FAILED,
    NEAR,
    PASSED,
    TOKEN_REVOKED,
)
from prongsai.foundation.notices.models import CalendarLink, Notice
from prongsai.foundation.notices.selectors import switched_off, unread_count
from prongsai.foundation.notices.services import tell
from tests.factories.clients import Desk, found, text
from tests.factories.deadlines import TITLE, deadline
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db


def tell_times(who: Somebody, times: int, first: int = 0) -> None:
    with scope.agency(who.agency.pk):
        for number in range(first, first + times):
            title = f"งานที่ {number}"
            tell(people=[who.person.pk], kind=JOB_FAILED, key=str(number), title=title)


def unread(who: Somebody) -> int:
    with scope.agency(who.agency.pk):
        return unread_count(who.person.pk)


def test_the_frame_says_how_many_are_not_read(anong: Somebody) -> None:
    desk = Desk(anong)
    assert "badge" not in text(desk.get("/"))
    tell_times(anong, 2)
    assert ">2<span" in text(desk.get("/"))


def test_one_is_marked_as_read_and_then_all_that_were_seen(anong: Somebody) -> None:
    tell_times(anong, 3)
    desk = Desk(anong)
    page = text(desk.get("/notices"))
    last = re.findall(r'name="last" value="([^"]+)"', page)
    one = re.findall(r"/notices/([0-9a-f-]{36})/read", page)[1]
    desk.post(f"/notices/{one}/read")
    assert unread(anong) == 2
    tell_times(anong, 1, first=3)  # meanwhile
    desk.post("/notices/read", {"last": last[0]})
    assert unread(anong) == 1
    desk.post("/notices/read", {"last": "none"})
    assert unread(anong) == 1


def test_nobody_reads_or_marks_the_notices_of_a_colleague(
    anong: Somebody, boonmee: Somebody
) -> None:
    tell_times(anong, 1)
    with scope.agency(anong.agency.pk):
        key = Notice.objects.get().uuid
    desk = Desk(boonmee)
    assert "งานที่ 0" not in text(desk.get("/notices"))
    desk.post("/notices/read", {"last": str(key)})
    assert desk.post(f"/notices/{key}/read").status_code == 404
    assert unread(anong) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_many_as_for_one(
    count: int, anong: Somebody
) -> None:
    tell_times(anong, count)
    desk = Desk(anong)
    with CaptureQueriesContext(connection) as asked:
        page = text(desk.get("/notices"))
    # PostgreSQL is told the agency as well.
    assert len([each for each in asked if "set_config" not in each["sql"]]) == 7
    assert page.count("Work in the background was given up: งานที่") == 2 * count


def test_kinds_are_switched_off_and_on_again(anong: Somebody) -> None:
    desk = Desk(anong)
    desk.post("/notices/choices", {"wanted": [NEAR]})
    with scope.agency(anong.agency.pk):
        assert NEAR not in switched_off(anong.person)
        assert switched_off(anong.person) == {PASSED, TOKEN_REVOKED, BY_MAIL}
    page = text(desk.get("/notices/choices"))
    assert re.findall(r'value="([^"]+)"[^>]*checked', page) == [NEAR]
    assert "is not one of the available choices" in text(
        desk.post("/notices/choices", {"wanted": ["gone"]})
    )


def test_only_kinds_that_somebody_can_get_are_offered(dao: Somebody, anong: Somebody) -> None:
    offered = [
        found(Desk(who).get("/notices/choices"), "//input[@name='wanted']/@value")
        for who in (dao, anong)
    ]
    assert offered == [[*KINDS, BY_MAIL], [NEAR, PASSED, TOKEN_REVOKED, BY_MAIL]]
    refused = Desk(anong).post("/notices/choices", {"wanted": [JOB_FAILED]})
    assert "is not one of the available choices" in text(refused)


def test_what_an_administrator_switched_off_stays_so_without_the_role(dao: Somebody) -> None:
    Desk(dao).post("/notices/choices", {"wanted": [NEAR, BY_MAIL]})
    with scope.agency(dao.agency.pk):
        Membership.objects.filter(pk=dao.membership.pk).update(roles=["viewer"])
        Desk(dao).post("/notices/choices", {"wanted": [NEAR, PASSED, BY_MAIL]})
        assert switched_off(dao.person) == {MAIL_FAILED, JOB_FAILED, TOKEN_REVOKED}


def linked(desk: Desk) -> str:
    made = re.search(r"http://testserver(/calendar/\S+\.ics)", text(desk.post("/notices/calendar")))
    assert made is not None
    return made.group(1)


def test_a_calendar_shows_what_is_due_and_is_kept_by_nobody(anong: Somebody) -> None:
    due = timezone.localdate() + timedelta(days=10)
    row = deadline(anong, due)
    answer = Desk(None).get(linked(Desk(anong)))
    (event,) = Calendar.from_ical(text(answer)).walk("VEVENT")
    assert (event.decoded("dtstart"), event["summary"]) == (due, TITLE)
    assert event["uid"] == f"{row.uuid}@prongsai"
    assert event["dtstart"].params["value"] == "DATE"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"


def test_a_new_link_closes_the_one_before_and_of_both_only_a_hash_is_kept(
    anong: Somebody,
) -> None:
    desk, stranger = Desk(anong), Desk(None)
    first, second = linked(desk), linked(desk)
    assert [stranger.get(each).status_code for each in (first, second)] == [404, 200]
    word = second.removeprefix("/calendar/").removesuffix(".ics")
    assert len(word) == 43
    assert word not in str(CalendarLink.objects.values().get())
    desk.post("/notices/calendar/close")
    assert stranger.get(second).status_code == 404


def test_the_calendar_of_who_has_left_opens_nothing(anong: Somebody) -> None:
    address = linked(Desk(anong))
    Person.objects.filter(pk=anong.person.pk).update(is_active=False)
    assert Desk(None).get(address).status_code == 404


def test_a_calendar_shows_the_work_of_each_agency_where_a_person_works_today_and_no_other(
    anong: Somebody, chai: Somebody
) -> None:
    today = timezone.localdate()
    with scope.agency(chai.agency.pk):
        there = Membership.objects.create(
            agency=chai.agency, person=anong.person, roles=["viewer"], starts_on=today
        )
    deadline(Somebody(anong.person, there), today, title="งานที่สอง")
    deadline(anong, today, title="งานที่หนึ่ง")
    deadline(chai, today, key="other", title="งานของคนอื่น")
    address = linked(Desk(anong))

    def shown() -> list[str]:
        whole = Calendar.from_ical(text(Desk(None).get(address)))
        return [str(event["summary"]) for event in whole.walk("VEVENT")]

    assert sorted(shown()) == ["งานที่สอง (อบต.สอง)", "งานที่หนึ่ง (อบต.หนึ่ง)"]
    with scope.agency(chai.agency.pk):
        there.starts_on = there.ends_on = today - timedelta(days=1)
        there.save()
    assert shown() == ["งานที่หนึ่ง"]
