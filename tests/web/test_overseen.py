"""The page of a province: what its agencies have announced, sorted, filtered, by pages."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.stages.cycles.models import Announcement
from prongsai.stages.cycles.services import announce, close_year, keep_edition
from tests.factories.clients import Desk, found, text
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.provinces import a_province, announced, many_agencies
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db


@pytest.fixture
def province() -> Somebody:
    return a_province()


@pytest.fixture
def three(province: Somebody) -> Somebody:
    """A province with three agencies, one of which has announced nothing of the last year."""
    totals = {"อบต.กุดน้ำใส": ("95.10", "94.00"), "อบต.ขามป้อม": ("80.25", "85.00")}
    for name in (*totals, "อบต.คำแคน"):
        agency = an_agency(name, district="เมือง" if name == "อบต.คำแคน" else "พล")
        Agency.objects.filter(pk=agency.pk).update(overseer=province.agency)
        with scope.agency(agency.pk):
            for year, total in zip((2568, 2567), totals.get(name, ()), strict=False):
                announced(agency, keep_edition(f"nacc-{year}"), year, Decimal(total))
    return province


def rows(desk: Desk, asked: str = "") -> list[str]:
    items = found(desk.get(f"/overseen{asked}"), "//ul[@id='agencies']/li")
    return [" ".join(each.text_content().split()) for each in items]


def names(desk: Desk, asked: str = "") -> list[str]:
    return [each.split()[0] for each in rows(desk, asked)]


def test_each_agency_is_shown_with_what_it_announced_of_the_last_year(three: Somebody) -> None:
    kind = "Subdistrict administrative organisation"
    one, year = f"{kind} · พล จังหวัดสมมติ", "Fiscal year 2568: Total"
    assert rows(Desk(three)) == [
        f"อบต.กุดน้ำใส {one} {year} 95.10 · Needs improvement · Since the year before: ▲ +1.10",
        f"อบต.ขามป้อม {one} {year} 80.25 · Pass, excellent · Since the year before: ▼ -4.75",
        f"อบต.คำแคน {kind} · เมือง จังหวัดสมมติ Nothing is announced for 2568.",
    ]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("order=total", ["อบต.ขามป้อม", "อบต.กุดน้ำใส", "อบต.คำแคน"]),
        ("order=-total", ["อบต.กุดน้ำใส", "อบต.ขามป้อม", "อบต.คำแคน"]),
        ("order=name&level=excellent", ["อบต.ขามป้อม"]),
        ("level=none", ["อบต.คำแคน"]),
        (f"q={quote('เมือง')}", ["อบต.คำแคน"]),
        (f"q={quote('นํ้าใส')}", ["อบต.กุดน้ำใส"]),
        (f"q={quote('พล')}&level=improve&year=2568", ["อบต.กุดน้ำใส"]),
        (f"q={quote('อุดร')}", ["No"]),
        ("year=2567&order=total", ["อบต.ขามป้อม", "อบต.กุดน้ำใส", "อบต.คำแคน"]),
        ("page=99", ["อบต.กุดน้ำใส", "อบต.ขามป้อม", "อบต.คำแคน"]),
    ],
)
def test_agencies_are_sorted_and_filtered(asked: str, shown: list[str], three: Somebody) -> None:
    assert names(Desk(three), f"?{asked}") == shown


@pytest.mark.parametrize("asked", ["level=x", "order=x", "year=1", "q=" + "a" * 101, "q=%00"])
def test_what_cannot_be_asked_for_is_said_and_all_are_shown(asked: str, three: Somebody) -> None:
    page = Desk(three).get(f"/overseen?{asked}")
    assert page.status_code == 200
    assert len(found(page, "//main//*[@role='alert']")) == 1
    assert len(found(page, "//ul[@id='agencies']/li")) == 3


def test_a_province_whose_agencies_have_announced_nothing_is_told_so(
    province: Somebody, anong: Somebody
) -> None:
    desk = Desk(province)
    assert rows(desk) == ["None yet."]
    Agency.objects.filter(pk=anong.agency.pk).update(overseer=province.agency)
    (row,) = rows(desk)
    assert row.endswith("Nothing is announced yet.")


def test_what_is_announced_is_there_at_once_and_stays_when_the_year_is_closed(
    province: Somebody, anong: Somebody
) -> None:
    Agency.objects.filter(pk=anong.agency.pk).update(overseer=province.agency)
    cycle, desk = a_year(anong), Desk(province)
    results(anong, cycle, {**FULL, "9": "81.25"})
    with scope.agency(anong.agency.pk):
        announce(cycle=cycle, number=1, by=anong.actor)
    results(anong, cycle, {**FULL, "9": "10"})
    with scope.agency(anong.agency.pk):
        close_year(cycle=cycle, by=anong.actor)
    (row,) = rows(desk)
    assert "Fiscal year 2567: Total 88.25" in row
    assert "81.25" not in row


def test_agencies_of_another_province_and_their_own_people_are_not_seen(three: Somebody) -> None:
    other = somebody(an_agency("จังหวัดอื่น"), "q", Role.OVERSEER)
    assert rows(Desk(other)) == ["None yet."]
    for who in (other, three):
        with scope.agency(who.agency.pk):
            assert Announcement.objects.count() == 0
            assert Announcement.of_overseen.count() == (0 if who is other else 4)


def test_an_agency_that_is_overseen_no_more_is_seen_no_more(three: Somebody) -> None:
    Agency.objects.filter(name="อบต.กุดน้ำใส").update(overseer=None)
    assert names(Desk(three)) == ["อบต.ขามป้อม", "อบต.คำแคน"]
    with scope.agency(three.agency.pk):
        assert Announcement.of_overseen.count() == 2


def test_postgres_itself_shows_a_province_its_agencies_and_lets_it_write_nothing(
    three: Somebody,
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no row-level security")
    other = an_agency("จังหวัดอื่น")

    def asked(sql: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return int(cursor.rowcount)

    for agency, seen in ((three.agency, 4), (other, 0)):
        with scope.agency(agency.pk):
            assert asked("SELECT id FROM cycles_announcement") == seen
            assert asked("UPDATE cycles_announcement SET total = 1") == 0
            assert asked("DELETE FROM cycles_announcement") == 0


def test_three_hundred_agencies_are_paged_and_asked_for_as_often_as_three(
    province: Somebody,
) -> None:
    desk = Desk(province)
    many_agencies(province, 3, years=(2567, 2568))
    few = queries(desk, "?order=-total&level=good")
    Agency.objects.filter(overseer=province.agency).update(overseer=None)
    Agency.objects.filter(name__startswith="อบต.ที่").update(is_active=False)
    for each in Agency.objects.filter(is_active=False):
        Agency.objects.filter(pk=each.pk).update(name=f"เลิก {each.pk}")
    many_agencies(province, 300, years=(2567, 2568))
    assert queries(desk, "?order=-total&level=good") == few <= 16
    assert len(names(desk)) == 50
    assert names(desk, "?page=6")[-1] == "อบต.ที่"
    assert "Page 1 of 6" in text(desk.get("/overseen"))


def queries(desk: Desk, asked: str) -> int:
    with CaptureQueriesContext(connection) as counted:
        assert desk.get(f"/overseen{asked}").status_code == 200
    return len([each for each in counted if "set_config" not in each["sql"]])
