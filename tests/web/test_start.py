"""The start page: what each has to do, and where the year stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.services import INVITED_FOR, end_membership
from prongsai.foundation.agencies import scope
from prongsai.stages.cycles.models import Cycle, CycleDate
from prongsai.stages.cycles.services import announce, close_year
from prongsai.stages.cycles.services.set_up import put_in_charge
from tests.factories.authenticator import turn_on
from tests.factories.clients import Desk, found, text, written
from tests.factories.crowds import many_people, many_units
from tests.factories.deadlines import deadline
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

NOTHING = ["Nothing waits for you this week. When something comes, it stands here."]
OPENS = "The fiscal year 2569 began on 1 October 2025 and is not open yet."
LAST = 2569  # the last year that a framework serves


@pytest.fixture(autouse=True)
def late_in_the_year(monkeypatch: pytest.MonkeyPatch) -> date:
    """Let it be a day of the last year that a framework serves, whenever the tests run."""
    today = date(2026, 8, 20)
    monkeypatch.setattr(timezone, "localdate", lambda *_: today)
    return today


def saved() -> str:
    """Return the day on which the tests save results, as the page writes it."""
    return written(timezone.now())


def ends() -> str:
    """Return the day until which an invitation of today can be taken up."""
    return written(timezone.now() + INVITED_FOR)


def things(who: Somebody | Desk) -> list[str]:
    """Return the sentences of what somebody has to do, without the links."""
    desk = who if isinstance(who, Desk) else Desk(who)
    said = found(desk.get("/"), "//ol[@id='things']//*[contains(@class, 'said')]")
    return [" ".join(each.text.split()) for each in said]


def links(who: Somebody) -> list[str]:
    return [str(each) for each in found(Desk(who).get("/"), "//ol[@id='things']//a/@href")]


def year(who: Somebody) -> str:
    """Return what the page says of the year, in one line."""
    (told,) = found(Desk(who).get("/"), "//div[@id='year']")
    return " ".join(told.text_content().split())


def a_date(who: Somebody, cycle: Cycle, title: str, first: date, last: date | None = None) -> None:
    with scope.agency(who.agency.pk):
        days = {"starts_on": first, "ends_on": last or first}
        CycleDate.objects.create(agency=who.agency, cycle=cycle, title=title, **days)


def in_charge(who: Somebody, cycle: Cycle, *codes: str, by: Somebody) -> None:
    with scope.agency(who.agency.pk):
        for code in codes:
            put_in_charge(cycle=cycle, what=code, who=who.membership, by=by.actor)


def test_an_officer_without_a_year_is_told_to_open_the_one_that_runs(anong: Somebody) -> None:
    assert things(anong) == [OPENS]
    assert links(anong) == ["/years"]


def test_the_year_that_runs_is_opened_from_the_one_before(anong: Somebody) -> None:
    before = a_year(anong, 2568)
    assert links(anong)[0] == f"/years/{before.uuid}/next"


def test_an_officer_enters_results_once_no_date_of_the_year_lies_ahead(
    anong: Somebody, late_in_the_year: date
) -> None:
    cycle = a_year(anong, LAST)
    in_charge(anong, cycle, "IIT", "EIT", "OIT", by=anong)
    missing = "The results of 2569 are not here yet; the year ends on 30 September 2026."
    assert things(anong) == [missing]
    assert links(anong) == [f"/years/{cycle.uuid}/indicators"]
    a_date(anong, cycle, "ส่งข้อมูล", late_in_the_year - timedelta(days=10))
    missing = "The results of 2569 are not here yet; its last date was 10 August 2026."
    assert things(anong) == [missing]
    a_date(anong, cycle, "ประกาศผล", late_in_the_year + timedelta(days=30))
    assert things(anong) == NOTHING


def test_who_has_left_is_in_charge_of_nothing_any_more(
    anong: Somebody, boonmee: Somebody, dao: Somebody, late_in_the_year: date
) -> None:
    cycle = a_year(anong, LAST)
    in_charge(boonmee, cycle, "IIT", "EIT", "OIT", by=anong)
    nobody = "Nobody is in charge of IIT, EIT, OIT in 2569, which ends on 30 September 2026."
    assert nobody not in things(anong)
    with scope.agency(dao.agency.pk):
        end_membership(membership=boonmee.membership, by=dao.actor, today=late_in_the_year)
    assert nobody in things(anong)
    gone = "This person or unit is not here any more: name somebody else."
    assert text(Desk(anong).get(f"/years/{cycle.uuid}/set-up")).count(gone) == 3


def test_an_officer_looks_at_what_was_announced_otherwise_than_computed(anong: Somebody) -> None:
    cycle = a_year(anong, LAST)
    results(anong, cycle, {**FULL, "OIT": "80"})
    in_charge(anong, cycle, "IIT", "EIT", "OIT", by=anong)
    assert things(anong)[0] == f"Saved for 2569 on {saved()}, but computed otherwise: OIT."
    assert links(anong)[0] == f"/years/{cycle.uuid}#compared"


def test_dates_of_the_year_are_told_a_week_ahead(
    boonmee: Somebody, anong: Somebody, late_in_the_year: date
) -> None:
    cycle, today = a_year(anong, LAST), late_in_the_year
    for days, title in ((-1, "ผ่านแล้ว"), (0, "วันนี้"), (7, "สัปดาห์หน้า"), (8, "อีกนาน")):
        a_date(anong, cycle, title, today + timedelta(days=days))
    span = (today - timedelta(days=20), today + timedelta(days=2))
    a_date(anong, cycle, "เก็บข้อมูล", *span)
    assert things(boonmee) == [
        "เก็บข้อมูล ends on 22 August 2026.",
        "วันนี้ is on 20 August 2026.",
        "สัปดาห์หน้า is on 27 August 2026.",
    ]


def test_deadlines_that_passed_come_before_everything_and_those_of_others_never(
    boonmee: Somebody, anong: Somebody, late_in_the_year: date
) -> None:
    deadline(boonmee, late_in_the_year - timedelta(days=1), key="a", title="ส่งรายงาน")
    deadline(boonmee, late_in_the_year - timedelta(days=3), key="b", title="จัดทำแผน")
    deadline(boonmee, late_in_the_year + timedelta(days=2), key="c", title="ประชุม")
    assert things(boonmee) == [
        "2 deadlines have passed, the first: จัดทำแผน, due on 17 August 2026.",
        "1 deadlines this week, the first: ประชุม, due on 22 August 2026.",
    ]
    assert things(anong) == [OPENS]


def test_who_is_in_charge_is_told_what_of_it_is_weak(boonmee: Somebody, anong: Somebody) -> None:
    cycle = a_year(anong, LAST)
    results(anong, cycle, {**FULL, "9": "60", "10": "50"})
    in_charge(boonmee, cycle, "OIT", by=anong)
    in_charge(anong, cycle, "10", by=anong)
    weak = f"You are in charge of what is weak in 2569, saved on {saved()}: 9."
    assert weak in things(boonmee)
    assert f"/years/{cycle.uuid}#score-9" in links(boonmee)
    assert weak.replace(": 9.", ": 10.") in things(anong)


def test_an_administrator_guards_the_account_and_brings_others_in(dao: Somebody) -> None:
    since = written(dao.membership.starts_on)
    alone = f"Nobody but you has worked here since {since}."
    assert things(dao) == [
        f"Since {since} a password alone protects your account, which opens everything.",
        OPENS,
        alone,
    ]
    desk = Desk(dao)
    turn_on(desk)
    a_year(dao, LAST)
    assert things(desk)[0] == alone
    desk.post("/people/invite", {"name": "ก", "email": "k@example.org", "roles": ["viewer"]})
    assert things(desk) == [
        f"Invitations that nobody has taken up yet: 1, the first until {ends()}.",
        "The results of 2569 are not here yet; the year ends on 30 September 2026.",
        "Nobody is in charge of IIT, EIT, OIT in 2569, which ends on 30 September 2026.",
    ]


def test_an_executive_sees_the_total_the_level_the_change_and_if_it_is_announced(
    anong: Somebody,
) -> None:
    chief = somebody(anong.agency, "chief", Role.EXECUTIVE)
    results(anong, a_year(anong, 2568), {**FULL, "1": "80"})
    cycle = a_year(anong, LAST)
    results(anong, cycle, FULL)
    assert things(chief) == [f"The results of 2569, saved on {saved()}, are not announced yet."]
    assert "not announced" in year(chief)
    with scope.agency(anong.agency.pk):
        announce(cycle=cycle, number=1, by=chief.actor)
    assert things(chief) == NOTHING
    assert "Total 2569 90.00 Since the year before: ▲ +0.60" in year(chief)
    assert "not announced" not in year(chief)


def test_who_looks_on_sees_where_the_year_stands_and_has_nothing_to_do(
    boonmee: Somebody, anong: Somebody, late_in_the_year: date
) -> None:
    results(anong, a_year(anong, 2568), {"9": "60"})
    cycle = a_year(anong, LAST)
    a_date(anong, cycle, "ประกาศผล", late_in_the_year + timedelta(days=30))
    assert things(boonmee) == NOTHING
    told = year(boonmee)
    assert told.startswith("The fiscal year 2569 is open and has no results yet.")
    assert "Total 2568 –" in told
    assert "Weak items and indicators 1" in told
    assert told.endswith("Next date: ประกาศผล 19 September 2026")


def test_an_empty_page_says_what_to_do_first(boonmee: Somebody, anong: Somebody) -> None:
    told = " ".join(found(Desk(boonmee).get("/"), "//main")[0].text_content().split())
    assert "No year is open yet. The ITA officer opens it." in told
    (button,) = found(Desk(anong).get("/"), "//main//a[@class='btn btn-primary']")
    assert (button.text, button.get("href")) == ("Open a year", "/years")


def test_who_oversees_is_led_to_the_agencies_and_sees_no_year(anong: Somebody) -> None:
    a_year(anong, LAST)
    province = somebody(an_agency("จังหวัด"), "p", Role.OVERSEER)
    page = Desk(province).get("/")
    assert found(page, "//main//a/@href") == ["/overseen"]
    assert found(page, "//div[@id='year']") == []


def test_a_closed_year_asks_for_nothing(anong: Somebody) -> None:
    cycle = a_year(anong, LAST)
    with scope.agency(anong.agency.pk):
        close_year(cycle=cycle, by=anong.actor)
    assert things(anong) == NOTHING


def test_nothing_of_another_agency_is_told(chai: Somebody, anong: Somebody) -> None:
    cycle = a_year(anong, LAST)
    results(anong, cycle, {**FULL, "OIT": "80", "9": "1"})
    deadline(anong, date(2026, 8, 1), title="เรื่องลับ")
    assert [each for each in things(chai) if "เรื่องลับ" in each or "OIT" in each] == []
    assert OPENS in things(chai)


def test_the_page_asks_the_database_no_more_often_however_much_there_is(anong: Somebody) -> None:
    cycle = a_year(anong, LAST)
    results(anong, a_year(anong, 2568), FULL)
    results(anong, cycle, FULL)
    a_date(anong, cycle, "ประชุม", date(2026, 8, 22))
    deadline(anong, date(2026, 8, 1), key="first")
    desk = Desk(anong)
    few = asked(desk)
    many_units(anong.agency, 50)
    many_people(anong.agency, 50)
    for n in range(20):
        deadline(anong, date(2026, 8, 2), key=f"m-{n}")
        a_date(anong, cycle, f"ประชุม {n}", date(2026, 8, 23))
        results(anong, cycle, {**FULL, "1": str(n)})
    for each in (2563, 2564, 2565, 2566, 2567):
        results(anong, a_year(anong, each), FULL)
    assert asked(desk) <= few <= 22


def asked(desk: Desk) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert desk.get("/").status_code == 200
    return len([each for each in queries if "set_config" not in each["sql"]])
