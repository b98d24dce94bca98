"""Search: over everything that somebody may see, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prongsai.core.results import ResultSheet
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.files.services import Described, add_file
from prongsai.foundation.notices.kinds import JOB_FAILED
from prongsai.foundation.notices.services import add_holiday, tell
from prongsai.stages.cycles.models import Cycle, CycleDate, SourceKind
from prongsai.stages.cycles.selectors import years
from prongsai.stages.cycles.services import Source, save_results
from tests.factories.clients import Desk, found, text
from tests.factories.crowds import many_events, many_people, many_units
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db


def hits(who: Somebody | Desk, sought: str) -> Mapping[str, list[str]]:
    """Return the titles of what somebody finds, by the heading of the group."""
    desk = who if isinstance(who, Desk) else Desk(who)
    groups = found(desk.get(f"/search?q={quote(sought)}"), "//main//section")
    return {
        each.xpath("h2")[0].text: [link.text_content() for link in each.xpath(".//li/a")]
        for each in groups
    }


def a_year_of(who: Somebody, fiscal_year: int) -> Cycle:
    with scope.agency(who.agency.pk):
        return years().get(fiscal_year=fiscal_year)


def leads(who: Somebody, sought: str, group: str) -> list[str]:
    """Return where the hits of a group lead to."""
    page = Desk(who).get(f"/search?q={quote(sought)}")
    return [str(each) for each in found(page, f"//section[h2='{group}']//a/@href")]


def a_unit(who: Somebody, name: str) -> Unit:
    with scope.agency(who.agency.pk):
        return Unit.objects.create(agency=who.agency, name=name, level="division")


def a_file(who: Somebody, name: str, title: str = "") -> StoredFile:
    today = timezone.localdate()
    with scope.agency(who.agency.pk):
        told = Described(title=title)
        return add_file(name=name, data=b"x", described=told, by=who.actor, today=today)


def a_date(who: Somebody, cycle: Cycle, title: str, on: date) -> None:
    with scope.agency(who.agency.pk):
        days = {"starts_on": on, "ends_on": on}
        CycleDate.objects.create(agency=who.agency, cycle=cycle, title=title, **days)


@pytest.mark.parametrize("sought", ["2567", "๒๕๖๗", "fiscal ๒๕๖๗", "๒567"])
def test_a_year_is_found_in_either_digits(sought: str, boonmee: Somebody, anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    a_year(anong, 2566)
    assert hits(boonmee, sought)["Years"] == ["Fiscal year 2567"]
    assert leads(boonmee, sought, "Years") == [f"/years/{cycle.uuid}"]


@pytest.mark.parametrize("sought", ["i7", "I7", "ไอ7", "ไอ ๗", " i ๗ ", "i7 2567", "๒๕๖๗ ไอ๗"])
def test_an_item_is_found_by_its_code_whole(
    sought: str, boonmee: Somebody, anong: Somebody
) -> None:
    cycle = a_year(anong, 2567)
    (one,) = hits(boonmee, sought)["Items and indicators"]
    assert one.split()[0] == "i7"
    assert leads(boonmee, sought, "Items and indicators") == [
        f"/years/{cycle.uuid}/set-up#in-charge"  # without results no page has a line of it
    ]
    results(anong, cycle, FULL)
    assert leads(boonmee, sought, "Items and indicators") == [f"/years/{cycle.uuid}#score-i7"]


def test_items_are_found_by_their_topics_the_last_year_first(
    boonmee: Somebody, anong: Somebody
) -> None:
    for year in (2566, 2567):
        a_year(anong, year)
    page = Desk(boonmee).get(f"/search?q={quote('การเปิดเผยข้อมูล')}")
    group = found(page, "//section[h2='Items and indicators']")[0]
    codes = [link.text_content().split()[0] for link in group.xpath(".//a")]
    told = [each.text_content() for each in group.xpath(".//p")]
    assert codes[:2] == ["OIT", "9"]
    assert told == sorted(told, reverse=True)


@pytest.mark.parametrize("sought", ["ประกาศผล", "๑๕ สิงหาคม ๒๕๖๘", "15 ส.ค. 68", "15 August 2025"])
def test_a_date_is_found_by_its_name_and_its_day(
    sought: str, boonmee: Somebody, anong: Somebody
) -> None:
    cycle = a_year(anong, 2568)
    assert hits(boonmee, sought)["Dates"] == ["ประกาศผล"]
    assert leads(boonmee, sought, "Dates") == [f"/years/{cycle.uuid}/set-up"]


@pytest.mark.parametrize(
    ("name", "sought"),
    [
        ("หมวด ๑๒ งานน้ำ", "หมวด12"),
        ("หมวด 12 งานน้ำ", "หมวด ๑๒"),
        ("งานนํ้าประปา", "น้ำ"),
        ("งานน้ำประปา", "นํ้า"),
        ("กองคํานวณ", "คำ นวณ"),
        ("เเผนงาน", "แผน"),
        ("กอง\u200bช่าง", "กองช่าง"),
        ("Unit OF Law", "unit of"),
    ],
)
def test_names_are_found_however_they_were_typed(name: str, sought: str, anong: Somebody) -> None:
    a_unit(anong, name)
    assert hits(anong, sought)["Units"] == [name]


def test_people_are_found_by_name_and_position_and_opened_by_who_may(
    dao: Somebody, anong: Somebody
) -> None:
    with scope.agency(dao.agency.pk):
        type(anong.membership).objects.filter(pk=anong.membership.pk).update(position="นิติกร ๗ว")
    assert hits(dao, "anong") == {"People": ["สมมติ anong"]}
    assert hits(dao, "นิติกร 7ว")["People"] == ["สมมติ anong"]
    assert leads(dao, "นิติกร", "People") == [f"/people/{anong.membership.uuid}"]
    assert leads(anong, "นิติกร", "People") == ["/people"]


def test_evidence_is_found_by_its_name_and_by_what_it_shows(anong: Somebody) -> None:
    file = a_file(anong, "คำสั่ง 12-2567.txt", "แต่งตั้งคณะทำงาน")
    for sought in ("๑๒-๒๕๖๗", "คณะทำงาน คำสั่ง"):
        assert hits(anong, sought)["Evidence"] == ["คำสั่ง 12-2567.txt"]
    assert leads(anong, "คณะทำงาน", "Evidence") == [f"/files/{file.uuid}"]


def test_the_record_is_found_by_who_and_by_what_was_done(anong: Somebody) -> None:
    a_year(anong, 2567)
    (one,) = hits(anong, "opened fiscal ๒๕๖๗ anong")["Record of changes"]
    assert one == "สมมติ anong opened the fiscal year 2567"
    assert leads(anong, "opened fiscal", "Record of changes") == ["/audit?kind=year.opened"]


def test_results_of_the_history_are_found_by_their_file_their_note_and_their_year(
    boonmee: Somebody, anong: Somebody
) -> None:
    for year in (2567, 2568):
        cycle = a_year(anong, year)
        with scope.agency(anong.agency.pk):
            source = Source(SourceKind.FILE, f"ผล ITA ฉบับ {year}.csv", "0" * 64)
            sheet, note = ResultSheet.of(FULL), "แก้ไขตามหนังสือ ๑๒"
            save_results(cycle=cycle, sheet=sheet, source=source, seen=0, note=note, by=anong.actor)
    group = "Results saved before"
    assert hits(boonmee, "หนังสือ12")[group] == [
        "Results number 1 of 2568",
        "Results number 1 of 2567",
    ]
    assert hits(boonmee, "ฉบับ ๒๕๖๘")[group] == ["Results number 1 of 2568"]
    assert leads(boonmee, "ฉบับ ๒๕๖๘", group) == [f"/years/{a_year_of(anong, 2568).uuid}/history"]
    assert group not in hits(boonmee, "2568")


def test_holidays_are_found_by_name_and_day_those_of_the_agency_too(
    dao: Somebody, boonmee: Somebody, chai: Somebody
) -> None:
    with scope.agency(dao.agency.pk):
        add_holiday(day=date(2026, 7, 19), name="วันงานประจำตำบล", is_off=True, by=dao.actor)
    assert hits(boonmee, "งานประจำตำบล") == {"Holidays": ["วันงานประจำตำบล"]}
    assert hits(boonmee, "๑๙ กรกฎาคม 2569")["Holidays"] == ["วันงานประจำตำบล"]
    assert len(hits(boonmee, "สงกรานต์")["Holidays"]) >= 6
    assert leads(boonmee, "งานประจำตำบล", "Holidays") == ["/holidays"]
    assert hits(chai, "งานประจำตำบล") == {}


def test_notices_are_found_by_who_was_told_and_by_nobody_else(
    dao: Somebody, boonmee: Somebody, chai: Somebody
) -> None:
    with scope.agency(dao.agency.pk):
        tell(people=[boonmee.person.pk], kind=JOB_FAILED, key="1", title="นำเข้าผล ๒๕๖๗")
    (one,) = hits(boonmee, "นำเข้าผล 2567")["Notices"]
    assert "นำเข้าผล ๒๕๖๗" in one
    assert leads(boonmee, "นำเข้าผล", "Notices") == ["/notices"]
    assert "Notices" not in {**hits(dao, "นำเข้าผล"), **hits(chai, "นำเข้าผล")}


def test_the_words_are_marked_where_they_were_found(dao: Somebody, anong: Somebody) -> None:
    a_unit(dao, "กองช่าง หมวด ๑๒")
    a_file(anong, "คำสั่ง.txt", "แต่งตั้ง<b>คณะทำงาน")
    with scope.agency(dao.agency.pk):
        type(anong.membership).objects.filter(pk=anong.membership.pk).update(position="นายช่าง")

    def marks(sought: str) -> list[str]:
        page = Desk(dao).get(f"/search?q={quote(sought)}")
        return [each.text for each in found(page, "//main//mark")]

    assert marks("หมวด12") == ["หมวด ๑๒"]
    assert marks("ช่าง") == ["ช่าง", "ช่าง"]  # in the name of the unit, and in the position
    assert marks("คณะทำงาน แต่ง") == ["แต่ง", "คณะทำงาน"]


def test_pages_are_found_by_their_names_in_thai_and_only_those_that_open(
    dao: Somebody, boonmee: Somebody
) -> None:
    found_by = {
        who.person.email: hits(Desk(who, language="th"), "บุคลากร").get("เมนู", [])
        for who in (dao, boonmee)
    }
    assert found_by == {
        "dao@example.org": ["บุคลากร", "เชิญบุคลากร"],
        "boonmee@example.org": [],
    }


def test_at_most_ten_of_a_group_are_shown_and_that_there_are_more(dao: Somebody) -> None:
    many_units(dao.agency, 12)
    many_people(dao.agency, 10)
    page = Desk(dao).get(f"/search?q={quote('ที่')}")
    counts = {
        each.xpath("h2")[0].text: (len(each.xpath(".//li")), len(each.xpath("p")))
        for each in found(page, "//section[h2='Units' or h2='People']")
    }
    assert counts == {"Units": (10, 1), "People": (10, 0)}


@pytest.mark.parametrize("role", list(Role))
def test_nobody_finds_what_the_role_does_not_show(role: Role, anong: Somebody) -> None:
    results(anong, a_year(anong, 2567), FULL)
    a_file(anong, "2567.txt")
    a_unit(anong, "กอง 2567")
    somebody(anong.agency, "2567")
    who = somebody(anong.agency, "x", role)
    asked = {
        "Years": "year.view", "Dates": "year.view", "Units": "agency.view", "People": "people.view",
        "Evidence": "evidence.view", "Record of changes": "audit.view",
    }  # fmt: skip
    may = {each.value for each in who.actor.permissions}
    assert {*hits(who, "2567")} == {group for group, needed in asked.items() if needed in may}


def test_nothing_of_another_agency_is_found(dao: Somebody, chai: Somebody) -> None:
    cycle = a_year(dao, 2567)
    a_date(dao, cycle, "วันลับ", date(2024, 1, 8))
    a_file(dao, "แฟ้มลับ.txt")
    a_unit(dao, "กองลับ")
    for sought in ("ลับ", "2567", "i7", "dao", "opened", "อบต.หนึ่ง", "8 มกราคม"):
        own = {"Record of changes"} if sought == "opened" else set()
        assert {*hits(chai, sought)} <= own
        assert "หนึ่ง" not in text(Desk(chai).get(f"/search?q={quote(sought)}")).replace(sought, "")


MANY_WORDS = " ".join(chr(letter) for letter in range(0x0E01, 0x0E2F))
HOSTILE = ("%", "_", "\\", "%%%", "' OR 1=1 --", '"', "<script>alert(1)</script>", "{{ 7 }}")


@pytest.mark.parametrize("sought", [*HOSTILE, MANY_WORDS, "\u200b", "\ud83d\ude00", "[", "*"])
def test_signs_that_mean_something_elsewhere_are_only_signs(sought: str, dao: Somebody) -> None:
    a_unit(dao, "กองอื่น")
    page = Desk(dao).get("/search?q=" + quote(sought, errors="surrogatepass"))
    assert page.status_code == 200
    assert found(page, "//section[h2='Units']") == []
    assert "<script>alert" not in text(page)


def test_a_sign_is_found_where_it_stands(dao: Somebody) -> None:
    for name in ("กอง 100%", "กอง_หนึ่ง", "กอง\\สอง"):
        a_unit(dao, name)
    for sign, name in (("%", "กอง 100%"), ("_", "กอง_หนึ่ง"), ("\\", "กอง\\สอง")):
        assert hits(dao, sign)["Units"] == [name]


@pytest.mark.parametrize("sought", ["ก" * 101, "ก" * 10_000, "%" * 10_000, "a\x00b"])
def test_what_is_too_long_or_broken_is_told_and_nothing_is_looked_for(
    sought: str, dao: Somebody
) -> None:
    page = Desk(dao).get(f"/search?q={quote(sought)}")
    assert page.status_code == 200
    assert len(found(page, "//main//*[@role='alert']")) == 1
    assert found(page, "//section") == []


def test_an_empty_search_says_what_can_be_written(boonmee: Somebody) -> None:
    for address in ("/search", "/search?q=", "/search?q=%20%20"):
        assert "Write above what you look for" in text(Desk(boonmee).get(address))
    nothing = text(Desk(boonmee).get("/search?q=zzz"))
    assert "Nothing was found that you may see. What can be tried:" in nothing
    assert "the code of an item such as o12" in nothing


def test_every_page_has_the_field_and_what_was_written_stays_in_it(boonmee: Somebody) -> None:
    desk, field = Desk(boonmee), "//form[@action='/search']//input[@name='q']"
    for address in ("/", "/units", "/nothing", "/people"):
        of_desk, of_phone = found(desk.get(address), field)  # one of them is shown
        assert (of_desk.get("value"), of_phone.get("value")) == (None, None)
        assert of_desk.get("id") != of_phone.get("id")
    both = found(desk.get('/search?q="x" y'), field)
    assert [each.get("value") for each in both] == ['"x" y', '"x" y']
    assert found(Desk(None).get("/sign-in"), "//form[@action='/search']") == []


def test_the_database_is_asked_as_often_however_much_there_is(dao: Somebody) -> None:
    cycle = a_year(dao, 2567)
    desk = Desk(dao)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(f"/search?q={quote('ที่ 1')}")
        return len([each for each in queries if "set_config" not in each["sql"]])

    few = asked()
    for fill in (many_units, many_people, many_events):
        fill(dao.agency, 60)
    for year in (2564, 2565, 2566):
        a_year(dao, year)
    for n in range(20):
        a_date(dao, cycle, f"ที่ {n}", date(2024, 1, 8))
    assert asked() == few <= 22


def test_who_oversees_finds_the_names_of_the_agencies_and_nothing_else(dao: Somebody) -> None:
    province = somebody(an_agency("จังหวัด"), "p", Role.OVERSEER)
    type(dao.agency).objects.filter(pk=dao.agency.pk).update(overseer=province.agency)
    a_year(dao, 2567)
    assert hits(province, "2567") == {}
    assert hits(province, "อบต.หนึ่ง") == {"Agencies overseen": ["อบต.หนึ่ง"]}
    (address,) = leads(province, "อบต.หนึ่ง", "Agencies overseen")
    rows = found(Desk(province).get(address), "//ul[@id='agencies']/li")
    assert [each.text.split()[0] for each in rows] == ["อบต.หนึ่ง"]
