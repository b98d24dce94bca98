from __future__ import annotations

from datetime import date
from html import unescape

import pytest

from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.selectors import events_of
from prongsai.foundation.notices.services import add_holiday
from prongsai.stages.cycles.models import Cycle, ResultSet
from prongsai.stages.cycles.selectors import charges_of, dates_of, results_of, years
from prongsai.stages.cycles.services import close_year
from prongsai.stages.cycles.services.set_up import put_in_charge, set_date
from tests.factories.clients import Desk, found, text
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

BUTTON = "Open the next year from this one"


def a_charged_year(anong: Somebody, boonmee: Somebody) -> Cycle:
    """Open a year with results, and with people in charge of which one thing is not taken over."""
    cycle = a_year(anong, 2567)
    results(anong, cycle, FULL)
    with scope.agency(anong.agency.pk):
        for what, who in (("9", boonmee), ("9.1", anong)):
            put_in_charge(cycle=cycle, what=what, who=who.membership, by=anong.actor)
    return cycle


def closed(anong: Somebody) -> Cycle:
    cycle = a_year(anong, 2568)
    with scope.agency(anong.agency.pk):
        return close_year(cycle=cycle, by=anong.actor)


def test_what_the_next_year_takes_over_is_shown_before_it_is_opened(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_charged_year(anong, boonmee)
    desk, address = Desk(anong), f"/years/{cycle.uuid}/next"
    assert found(desk.get(f"/years/{cycle.uuid}"), f"//main//a[.='{BUTTON}']/@href") == [address]
    lists = found(desk.get(address), "//main//ul")
    shown = [[" ".join(each.text_content().split()) for each in rows] for rows in lists]
    assert [len(rows) for rows in shown] == [1, 1, 1, 2, 1]
    assert shown[0][0].endswith(boonmee.person.name)
    assert shown[1] == [f"9.1 {anong.person.name}"]
    with scope.agency(anong.agency.pk):
        assert [each.fiscal_year for each in years()] == [2567]


def test_the_next_year_is_shown_by_its_name_and_each_day_in_one_form(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2567), Desk(anong, language="th")
    page = desk.get(f"/years/{cycle.uuid}/next")
    (framework,) = found(page, "//main//dl/dd[1]")
    assert framework.text_content() == "การประเมิน ITA ปีงบประมาณ พ.ศ. 2568"
    days = [" ".join(each.text_content().split()) for each in found(page, "//main//li/span")]
    assert days == ["26 พฤศจิกายน 2567", "15 สิงหาคม 2568", "1 มกราคม 2568 – 30 มิถุนายน 2568"]
    assert "nacc-" not in text(page)


def test_pages_of_a_year_call_its_framework_by_its_name(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2568), Desk(anong)
    results(anong, cycle, FULL)
    for page in ("set-up", "history"):
        shown = text(desk.get(f"/years/{cycle.uuid}/{page}"))
        assert "ITA of fiscal year 2568" in shown
        assert "nacc-" not in shown


def test_the_next_year_has_the_people_and_the_dates_and_never_results(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_charged_year(anong, boonmee)
    answer = Desk(anong).post(f"/years/{cycle.uuid}/next")
    with scope.agency(anong.agency.pk):
        new = years().get(fiscal_year=2568)
        assert answer.headers["Location"] == f"/years/{new.uuid}/set-up"
        assert [(each.code, each.membership) for each in charges_of(new)] == [
            ("9", boonmee.membership)
        ]
        assert (len(dates_of(new)), results_of(new)) == (3, None)
        assert ResultSet.objects.count() == 1


def test_dates_that_are_moved_to_a_day_off_are_pointed_out_before_the_press_and_after(
    anong: Somebody, dao: Somebody
) -> None:
    cycle, desk = a_year(anong, 2567), Desk(anong)
    with scope.agency(anong.agency.pk):
        add_holiday(day=date(2025, 3, 3), name="วันหยุดสมมติ", is_off=True, by=dao.actor)
        for title, first, last in (
            ("ก", date(2024, 1, 10), None),
            ("ข", date(2024, 1, 11), None),
            ("ค", date(2024, 3, 1), date(2024, 3, 3)),
        ):
            set_date(cycle=cycle, title=title, days=(first, last), by=anong.actor)
    page = desk.get(f"/years/{cycle.uuid}/next")
    look = "Look at it: a day off."
    moved = [" ".join(each.text_content().split()) for each in found(page, "//ul[@id='moved']/li")]
    assert moved == [
        "ช่วงเวลาการประเมิน 1 January 2025 – 30 June 2025",
        "ก 10 January 2025",
        f"ข 11 January 2025 {look} 11 January 2025 (Saturday)",
        f"ค 1 March 2025 – 3 March 2025 {look} 1 March 2025 (Saturday), 3 March 2025 (วันหยุดสมมติ)",
    ]
    assert "The holidays of 2568 are not known here yet" in text(page)
    set_up = desk.get(desk.post(f"/years/{cycle.uuid}/next").headers["Location"])
    assert text(set_up).count("A day off:") == 2


def test_a_year_that_is_open_or_that_nothing_serves_is_not_opened(anong: Somebody) -> None:
    first, last = a_year(anong, 2567), a_year(anong, 2568)
    desk = Desk(anong)
    assert "The fiscal year 2568 is open already." in text(desk.get(f"/years/{first.uuid}/next"))
    assert BUTTON not in text(desk.get(f"/years/{first.uuid}"))
    again = text(desk.post(f"/years/{first.uuid}/next"))
    assert "The year 2568 is open already. Go on in the year that is there." in again
    late = a_year(anong, 2570, edition=last.edition.key)
    assert BUTTON not in text(desk.get(f"/years/{late.uuid}"))
    for answer in (
        desk.get(f"/years/{late.uuid}"),
        desk.get(f"/years/{late.uuid}/next"),
        desk.post(f"/years/{late.uuid}/next"),
    ):
        assert "The fiscal year 2571 cannot be opened yet: its framework is not" in text(answer)
    with scope.agency(anong.agency.pk):
        assert [each.fiscal_year for each in years()] == [2570, 2568, 2567]


def test_a_year_is_closed_and_its_pages_offer_no_change_any_more(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2567), Desk(anong)
    results(anong, cycle, FULL)
    desk.post(f"/years/{cycle.uuid}/close")
    page = text(desk.get(f"/years/{cycle.uuid}"))
    assert "The fiscal year 2567 was closed." in page
    assert "Type in" not in page
    assert "Save" not in text(desk.get(f"/years/{cycle.uuid}/set-up"))
    for entry in ("indicators", "items", "file"):
        assert desk.get(f"/years/{cycle.uuid}/{entry}").headers["Location"] == (
            f"/years/{cycle.uuid}"
        )
    desk.post(f"/years/{cycle.uuid}/close")
    assert "The year 2567 is closed." in text(desk.get(f"/years/{cycle.uuid}"))


def test_what_was_typed_while_somebody_closed_the_year_stays_on_the_form(
    anong: Somebody,
) -> None:
    cycle, desk = closed(anong), Desk(anong)
    typed = desk.post(f"/years/{cycle.uuid}/indicators", {**FULL, "1": "81.25", "seen": "0"})
    assert "The year 2568 is closed." in text(typed)
    assert 'value="81.25"' in text(typed)
    dated = desk.post(f"/years/{cycle.uuid}/dates", {"title": "ประชุม"})
    assert "The year 2568 is closed." in unescape(text(dated))
    with scope.agency(anong.agency.pk):
        day = dates_of(cycle)[0]
        desk.post(f"/years/{cycle.uuid}/dates/{day.uuid}/remove")
        assert (results_of(cycle), dates_of(cycle)[0]) == (None, day)


def test_a_closed_year_is_opened_again_with_a_reason(anong: Somebody) -> None:
    cycle, desk = closed(anong), Desk(anong)
    address = f"/years/{cycle.uuid}/reopen"
    assert "This field is required." in text(desk.post(address, {"reason": "  "}))
    desk.post(address, {"reason": "ประกาศผลแก้ไข"})
    assert "The fiscal year 2568 was opened again." in text(desk.get(f"/years/{cycle.uuid}"))
    assert (events_of(anong.agency.pk)[0].details or {})["reason"] == "ประกาศผลแก้ไข"
    assert "is not closed" in text(desk.post(address, {"reason": "อีกครั้ง"}))


def test_who_looks_on_is_offered_neither_and_does_neither(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle, desk = a_year(anong, 2567), Desk(boonmee)
    page = text(desk.get(f"/years/{cycle.uuid}"))
    assert [word for word in (BUTTON, "Close this year") if word in page] == []
    statuses = {desk.post(f"/years/{cycle.uuid}/{at}").status_code for at in ("next", "close")}
    assert {*statuses, desk.post(f"/years/{cycle.uuid}/reopen").status_code} == {403}
