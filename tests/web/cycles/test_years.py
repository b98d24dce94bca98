from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from prongsai.formats.edition_text import edition_text
from prongsai.formats.edition_years import editions_by_year
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.stages.cycles import services
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.selectors import charges_of, dates_of, years
from prongsai.stages.cycles.services.set_up import state_of
from tests.factories.clients import Desk, found, text
from tests.factories.people import Somebody
from tests.factories.years import a_year

pytestmark = pytest.mark.django_db


def opened(who: Somebody) -> list[int]:
    with scope.agency(who.agency.pk):
        return [cycle.fiscal_year for cycle in years()]


def in_charge(who: Somebody, cycle: Cycle) -> dict[str, str]:
    with scope.agency(who.agency.pk):
        rows = charges_of(cycle)
        return {row.unit.name if row.unit else row.code: row.membership.person.name for row in rows}


def test_a_year_is_opened_from_its_page(anong: Somebody) -> None:
    desk = Desk(anong)
    answer = desk.post("/years", {"fiscal_year": "2568"})
    assert answer.headers["Location"].startswith("/years/")
    assert opened(anong) == [2568]
    assert "Fiscal year 2568" in text(desk.get("/years"))


@pytest.mark.parametrize(
    ("now", "can_be", "cannot_be"),
    [
        (2569, [2569, 2568, 2566, 2565, 2564, 2563], [2570]),
        (2570, [2569, 2568, 2566, 2565, 2564, 2563], [2570]),
        (2568, [2568, 2566, 2565, 2564, 2563, 2569], []),
    ],
)
def test_only_years_that_can_be_opened_are_offered_and_it_is_told_why_others_cannot(
    now: int,
    can_be: list[int],
    cannot_be: list[int],
    anong: Somebody,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_year(anong, 2567)
    desk = Desk(anong)
    monkeypatch.setattr("prongsai.web.cycles.years.fiscal_year", lambda _: now)
    page = desk.get("/years")
    offered = found(page, "//select[@name='fiscal_year']/option/@value")
    assert offered == [str(year) for year in can_be]
    told = re.findall(r"The fiscal year (\d+) cannot be opened yet", text(page))
    assert told == [str(year) for year in cannot_be]


def test_where_every_year_is_open_no_form_is_there(anong: Somebody) -> None:
    for year in editions_by_year():
        a_year(anong, year)
    page = Desk(anong).get("/years")
    assert found(page, "//main//form") == []
    assert "Every year that has a framework here is open already." in text(page)


def test_the_next_year_takes_over_who_is_in_charge(anong: Somebody) -> None:
    old, desk = a_year(anong, 2567), Desk(anong)
    who = str(anong.membership.uuid)
    desk.post(f"/years/{old.uuid}/charges", {"what": "9", "who": who})
    assert f'<option value="{old.uuid}" selected>2567</option>' in text(desk.get("/years"))
    opened = desk.post("/years", {"fiscal_year": "2568", "like": str(old.uuid)})
    with scope.agency(anong.agency.pk):
        new = years().get(fiscal_year=2568)
    assert opened.headers["Location"] == f"/years/{new.uuid}/set-up"
    assert "What there was of 2567 was taken over" in text(desk.get("/years"))
    assert in_charge(anong, new) == {"9": anong.person.name}


def test_a_year_that_cannot_be_opened_is_told_on_the_form(anong: Somebody) -> None:
    desk = Desk(anong)
    a_year(anong, 2568)
    for year, why in (("2568", "is open already"), ("2599", "no edition serves"), ("x", "whole")):
        assert why in text(desk.post("/years", {"fiscal_year": year}))
    assert opened(anong) == [2568]


def test_a_date_is_changed_and_the_second_is_told(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2568), Desk(anong)
    with scope.agency(anong.agency.pk):
        row = dates_of(cycle)[1]
    given = {"title": row.title, "starts_on": "1/9/2568", "ends_on": "", "seen": state_of(row)}
    desk.post(f"/years/{cycle.uuid}/dates", given)
    second = desk.post(f"/years/{cycle.uuid}/dates", {**given, "starts_on": "1 ต.ค. 2568"})
    assert "Somebody else changed “ประกาศผล” meanwhile." in unescape(text(second))
    with scope.agency(anong.agency.pk):
        row.refresh_from_db()
    assert (row.starts_on, row.ends_on) == (date(2025, 9, 1), date(2025, 9, 1))


def test_a_date_is_added_and_taken_out(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    given = {"title": "ประชุม", "starts_on": "2024-01-08", "ends_on": "2024-01-09"}
    for _press in range(2):
        assert desk.post(f"/years/{cycle.uuid}/dates", given).status_code == 302
    again = desk.post(f"/years/{cycle.uuid}/dates", {**given, "ends_on": "2024-01-10"})
    assert "There is a date “ประชุม” already." in unescape(text(again))
    with scope.agency(anong.agency.pk):
        (row,) = (each for each in dates_of(cycle) if each.title == "ประชุม")
    out = f"/years/{cycle.uuid}/dates/{row.uuid}/remove"
    for seen in ({}, {"seen": "2024-01-08/None"}):
        told = desk.client.post(out, {**seen, **desk.carried()}, follow=True)
        assert "Somebody else changed “ประชุม” meanwhile." in unescape(text(told))
    path = f"//form[@action='{out}']/input[@name='seen']/@value"
    (seen_now,) = found(desk.get(f"/years/{cycle.uuid}/set-up"), path)
    desk.post(out, {"seen": seen_now})
    with scope.agency(anong.agency.pk):
        assert "ประชุม" not in {each.title for each in dates_of(cycle)}
    again = desk.client.post(out, {"seen": seen_now, **desk.carried()}, follow=True)
    assert "This date is not in the calendar any more." in text(again)


def test_a_day_of_another_fiscal_year_is_kept_and_it_is_told(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2567), Desk(anong)
    other = (
        "The day is not in fiscal year 2567 (1 October 2023 to 30 September 2024)."
        " It stays as you wrote it: look whether its year is right."
    )
    for day, is_told in (("30/9/2567", False), ("1/10/2567", True), ("30/9/2566", True)):
        given = {"title": f"ประชุม {day}", "starts_on": day, "ends_on": ""}
        desk.post(f"/years/{cycle.uuid}/dates", given)
        page = text(desk.get(f"/years/{cycle.uuid}/set-up"))
        assert f"ประชุม {day} was saved." in page
        assert (other in page) is is_told


def test_days_that_are_no_span_are_told_and_stay_to_be_mended(anong: Somebody) -> None:
    cycle = a_year(anong)
    given = {"title": "ประชุม", "starts_on": "2024-01-08", "ends_on": "2024-01-07"}
    page = text(Desk(anong).post(f"/years/{cycle.uuid}/dates", given))
    assert "The last day comes before the first." in page
    assert 'value="2024-01-07"' in page


def test_people_are_put_in_charge_of_codes_and_units(anong: Somebody, boonmee: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    with scope.agency(anong.agency.pk):
        unit = Unit.objects.get(name="กองคลัง")
    address, who = f"/years/{cycle.uuid}/charges", str(boonmee.membership.uuid)
    assert "Choose who is in charge." in text(desk.post(address, {"what": "9", "who": ""}))
    for _press in range(2):
        assert desk.post(address, {"what": "9", "who": who}).status_code == 302
    desk.post(address, {"what": f"unit:{unit.uuid}", "who": who})
    assert in_charge(anong, cycle) == {"9": boonmee.person.name, "กองคลัง": boonmee.person.name}
    second = desk.post(address, {"what": "9", "who": str(anong.membership.uuid)})
    assert "Somebody else changed who is in charge of 9 meanwhile." in text(second)
    desk.post(address, {"what": "9", "who": "", "seen": who})
    assert in_charge(anong, cycle) == {"กองคลัง": boonmee.person.name}


def test_who_is_in_charge_stands_in_the_order_of_the_framework(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    address, who = f"/years/{cycle.uuid}/charges", str(anong.membership.uuid)
    for code in ("o10", "o2", "i10", "i9", "10", "2", "OIT", "IIT"):
        desk.post(address, {"what": code, "who": who})
    page = desk.get(f"/years/{cycle.uuid}/set-up")
    lines = found(page, "//li[.//form[contains(@action, '/charges')]]/p/strong/text()")
    codes = [line.split()[0] for line in lines]
    assert codes == ["IIT", "OIT", "2", "10", "i9", "i10", "o2", "o10"]


def test_nobody_of_another_agency_is_put_in_charge(anong: Somebody, chai: Somebody) -> None:
    cycle = a_year(anong)
    given = {"what": "9", "who": str(chai.membership.uuid)}
    Desk(anong).post(f"/years/{cycle.uuid}/charges", given)
    assert in_charge(anong, cycle) == {}


def test_a_correction_is_taken_where_there_is_one(
    anong: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    cycle, desk = a_year(anong, 2566), Desk(anong)
    address = f"/years/{cycle.uuid}"
    desk.post(f"{address}/correction")
    assert "The framework of 2566 was not corrected." in text(desk.get(f"{address}/set-up"))
    corrected = edition_text("nacc-2566").replace('"0.40"', '"0.4"')
    monkeypatch.setattr(services, "edition_text", lambda _key: corrected)
    desk.post(f"{address}/correction")
    assert "Results that come from now on" in text(desk.get(f"{address}/set-up"))


def test_who_looks_on_sees_how_a_year_is_set_up_and_changes_nothing(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle, desk = a_year(anong, 2568), Desk(boonmee)
    page = text(desk.get(f"/years/{cycle.uuid}/set-up"))
    assert "ประกาศผล" in page
    assert "Save" not in page
    assert desk.post("/years", {"fiscal_year": "2567"}).status_code == 403
    for write in ("dates", "charges", "correction"):
        assert desk.post(f"/years/{cycle.uuid}/{write}").status_code == 403
    assert opened(anong) == [2568]
