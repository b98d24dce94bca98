"""The start page of each role at several moments of a year: all that it asks for, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit
from prongsai.stages.cycles.models import Cycle, CycleDate
from prongsai.stages.cycles.services import announce, close_year, keep_edition
from prongsai.stages.cycles.services.set_up import put_in_charge
from tests.factories.clients import Desk, found, written
from tests.factories.deadlines import deadline
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.provinces import a_province, announced
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

WHOLE = {**FULL, "EIT/public": "90", "EIT/survey": "90"}
"""Results of a year of which nothing lacks."""
TODAY = date(2026, 8, 20)
SOON = TODAY + timedelta(days=3)
NOTHING = ("Nothing waits for you this week. When something comes, it stands here.", "")
ALONE = "a password alone protects your account, which opens everything."
Things = list[tuple[str, str]]


@dataclass(frozen=True)
class Office:
    """Everybody of an agency, by role, and the province above it."""

    people: Mapping[Role, Somebody]

    @property
    def officer(self) -> Somebody:
        return self.people[Role.ITA_OFFICER]

    def year(self, scores: Mapping[str, str] | None = None, fiscal_year: int = 2569) -> Cycle:
        """Open a year with somebody in charge of each instrument, and results if there are any."""
        cycle, head = a_year(self.officer, fiscal_year), self.people[Role.UNIT_HEAD]
        with scope.agency(self.officer.agency.pk):
            for code in ("IIT", "EIT", "OIT"):
                put_in_charge(cycle=cycle, what=code, who=head.membership, by=self.officer.actor)
        if scores:
            results(self.officer, cycle, scores)
        return cycle

    def asked(self) -> dict[Role, Things]:
        """Return what each role is asked for, but nothing where nothing is."""
        told = {role: things(who) for role, who in self.people.items()}
        return {role: each for role, each in told.items() if each != [NOTHING]}


@pytest.fixture(autouse=True)
def late_in_the_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be a day of the last year that a framework serves, whenever the tests run."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: TODAY)


@pytest.fixture
def office(dao: Somebody) -> Office:
    roles = (Role.ITA_OFFICER, Role.UNIT_HEAD, Role.CLERK, Role.EXECUTIVE, Role.VIEWER)
    people = {role: somebody(dao.agency, role.value, role) for role in roles}
    province = a_province()
    Agency.objects.filter(pk=dao.agency.pk).update(overseer=province.agency)
    return Office({Role.ADMINISTRATOR: dao, **people, Role.OVERSEER: province})


def things(who: Somebody) -> Things:
    """Return each sentence with where it leads to."""
    items = found(Desk(who).get("/"), "//ol[@id='things']/li")
    return [
        (
            " ".join(item.xpath("descendant-or-self::*[contains(@class, 'said')]")[0].text.split()),
            "".join(map(str, item.xpath(".//a/@href"))),
        )
        for item in items
    ]


def guard() -> tuple[str, str]:
    """Return what the administrators of the tests are always told."""
    return (f"Since {written(TODAY - timedelta(days=1))} {ALONE}", "/account/second-factor")


def saved() -> str:
    return written(timezone.now())


def test_before_a_year_is_open_who_may_is_told_to_open_it(office: Office) -> None:
    opens = ("The fiscal year 2569 began on 1 October 2025 and is not open yet.", "/years")
    assert office.asked() == {Role.ADMINISTRATOR: [guard(), opens], Role.ITA_OFFICER: [opens]}


def test_a_year_without_results_asks_who_enters_them(office: Office) -> None:
    cycle = office.year()
    missing = (
        "The results of 2569 are not here yet; the year ends on 30 September 2026.",
        f"/years/{cycle.uuid}/indicators",
    )
    assert office.asked() == {Role.ADMINISTRATOR: [guard(), missing], Role.ITA_OFFICER: [missing]}


def test_results_whose_level_is_not_certain_ask_for_what_lacks(office: Office) -> None:
    scores = {**{str(number): "90" for number in range(1, 10)}, "total": "90"}
    cycle = office.year(scores, 2568)
    a_year(office.officer, 2569)
    lacks = [each for role, each in office.asked().items() if role is Role.ITA_OFFICER]
    start = f"The level of 2568 is not certain: of what was saved on {saved()}, "
    assert [(said.startswith(start), to) for said, to in lacks[0][1:2]] == [
        (True, f"/years/{cycle.uuid}/indicators")
    ]


def test_results_that_are_not_announced_ask_who_may_announce_them(office: Office) -> None:
    cycle = office.year(WHOLE)
    announces = (
        f"The results of 2569, saved on {saved()}, are not announced yet.",
        f"/years/{cycle.uuid}",
    )
    assert office.asked() == {
        Role.ADMINISTRATOR: [guard(), announces],
        Role.ITA_OFFICER: [announces],
        Role.CLERK: [announces],
        Role.EXECUTIVE: [announces],
    }


def test_weak_results_ask_who_is_in_charge_of_them(office: Office) -> None:
    cycle = office.year({**FULL, "9": "60"})
    weak = (
        f"You are in charge of what is weak in 2569, saved on {saved()}: 9.",
        f"/years/{cycle.uuid}#score-9",
    )
    assert office.asked()[Role.UNIT_HEAD] == [weak]


def test_a_date_that_is_near_is_told_to_everybody_of_the_agency(office: Office) -> None:
    cycle, agency = office.year(), office.officer.agency
    with scope.agency(agency.pk):
        on = {"starts_on": SOON, "ends_on": SOON}
        CycleDate.objects.create(agency=agency, cycle=cycle, title="ส่งแบบ OIT", **on)
    near = ("ส่งแบบ OIT is on 23 August 2026.", f"/years/{cycle.uuid}/set-up#dates")
    assert office.asked() == {
        Role.ADMINISTRATOR: [guard(), near],
        Role.ITA_OFFICER: [near],
        Role.UNIT_HEAD: [near],
        Role.CLERK: [near],
        Role.EXECUTIVE: [near],
        Role.VIEWER: [near],
    }


def test_deadlines_are_told_to_whom_they_are_set_those_of_a_unit_to_who_works_there(
    office: Office,
) -> None:
    head = office.people[Role.UNIT_HEAD]
    with scope.agency(head.agency.pk):
        unit = Unit.objects.get(name="กองคลัง")
        type(head.membership).objects.filter(pk=head.membership.pk).update(unit=unit)
    office.year()
    deadline(head, TODAY - timedelta(days=2), key="a", title="ส่งหลักฐาน", unit=unit)
    deadline(head, SOON, key="b", title="ลงนามนโยบาย", role=Role.EXECUTIVE)
    asked = office.asked()
    assert (asked[Role.UNIT_HEAD], asked[Role.EXECUTIVE]) == (
        [("1 deadlines have passed, the first: ส่งหลักฐาน, due on 18 August 2026.", "/notices")],
        [("1 deadlines this week, the first: ลงนามนโยบาย, due on 23 August 2026.", "/notices")],
    )
    assert {Role.CLERK, Role.VIEWER, Role.OVERSEER} & {*asked} == set()


def test_a_closed_year_asks_for_nothing_even_if_its_results_were_not_announced(
    office: Office,
) -> None:
    cycle = office.year({**WHOLE, "OIT": "80"})
    with scope.agency(office.officer.agency.pk):
        close_year(cycle=cycle, by=office.officer.actor)
    assert office.asked() == {Role.ADMINISTRATOR: [guard()]}
    for who in office.people.values():
        told = [each.text_content() for each in found(Desk(who).get("/"), "//div[@id='year']/p")]
        is_told = [each for each in told if "has been closed since" in each]
        assert len(is_told) == (0 if who is office.people[Role.OVERSEER] else 1)


def test_a_year_in_order_asks_for_nothing(office: Office) -> None:
    cycle = office.year(WHOLE)
    with scope.agency(office.officer.agency.pk):
        announce(cycle=cycle, number=1, by=office.officer.actor)
    assert office.asked() == {Role.ADMINISTRATOR: [guard()]}


def test_an_overseer_is_told_how_many_agencies_have_announced_nothing(office: Office) -> None:
    province, others = office.people[Role.OVERSEER], ("อบต.ก", "อบต.ข")
    for name in others:
        agency = an_agency(name)
        Agency.objects.filter(pk=agency.pk).update(overseer=province.agency)
    with scope.agency(agency.pk):
        announced(agency, keep_edition("nacc-2568"), 2568, Decimal(90))
    silent = "Until 20 August 2026, 2 agencies have announced nothing of 2568."
    assert office.asked()[Role.OVERSEER] == [(silent, "/overseen?year=2568&level=none")]
    address = things(province)[0][1]
    rows = found(Desk(province).get(address), "//ul[@id='agencies']/li")
    assert [each.text.split()[0] for each in rows] == ["อบต.ก", "อบต.หนึ่ง"]


@pytest.mark.parametrize("role", list(Role))
def test_nobody_is_led_to_a_page_that_the_role_does_not_open(role: Role, dao: Somebody) -> None:
    who, chief = somebody(dao.agency, "x", role), somebody(dao.agency, "y", Role.ITA_OFFICER)
    cycle = a_year(chief)
    results(chief, cycle, {**FULL, "9": "60", "OIT": "80"})
    deadline(who, TODAY - timedelta(days=2))
    desk = Desk(who)
    for address in found(desk.get("/"), "//main//a/@href"):
        assert desk.get(str(address).partition("#")[0]).status_code == 200, address
