from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.services import close_unit
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.services import close_year
from prongsai.stages.improvement.mapping import written_in
from prongsai.stages.improvement.services import change_measure
from prongsai.stages.improvement.written import Written
from tests.factories.clients import Desk, found, listed, text
from tests.factories.people import Somebody, somebody
from tests.factories.plans import WHOLE, a_measure, a_unit, kept
from tests.factories.years import a_year

pytestmark = pytest.mark.django_db


def form_of(who: Somebody, **more: Any) -> dict[str, Any]:
    values = {"title": "จัดทำคู่มือ", "answers": "I2 , e3\n๒", "steps": " ตรวจ \n\nเผยแพร่"}
    units = {"lead": a_unit(who).uuid, "support": [a_unit(who, "กองคลัง").uuid]}
    rest = {"first_month": "10", "last_month": "1", "follow_up": "ประชุม", "cures": "O2 o3"}
    return {**values, **units, **rest, "evidence": "คู่มือ", **more}


def test_a_measure_is_added_by_hand_and_changed(anong: Somebody, weak: Cycle) -> None:
    del weak
    desk = Desk(anong)
    added = desk.post("/measures/2568/add", form_of(anong))
    (row,) = kept(anong)
    assert added.headers["Location"] == f"/measures/{row.uuid}"
    assert written_in(row) == Written(
        title="จัดทำคู่มือ",
        answers=("i2", "e3", "2"),
        steps=("ตรวจ", "เผยแพร่"),
        lead=a_unit(anong),
        support=(a_unit(anong, "กองคลัง"),),
        months=(10, 1),
        follow_up="ประชุม",
        cures=("o2", "o3"),
        evidence=("คู่มือ",),
    )
    edit = f"/measures/{row.uuid}/edit"
    desk.post(edit, {**desk.form(edit), "title": "ปรับปรุงคู่มือ"})
    (changed,) = kept(anong)
    assert (changed.title, changed.version) == ("ปรับปรุงคู่มือ", 2)
    assert written_in(changed).answers == ("i2", "e3", "2")


def test_what_is_added_twice_by_one_press_is_there_once(anong: Somebody, weak: Cycle) -> None:
    del weak
    desk, address = Desk(anong), "/measures/2568/add"
    form = form_of(anong, key=desk.form(address)["key"])
    leads = {desk.post(address, form).headers["Location"] for _press in range(2)}
    assert leads == {f"/measures/{row.uuid}" for row in kept(anong)}
    other = desk.post(address, {**form, "title": "อีกเรื่อง"})
    assert "This form was saved before, as M-2568-001." in text(other)
    desk.post(address, {**form, "key": desk.form(address)["key"]})
    assert len(kept(anong)) == 2


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("i7 e3 o12", ("i7", "e3", "o12")),
        ("ตัวชี้วัดที่ 9", ("9",)),
        ("ข้อ i7, o 12", ("i7", "o12")),
        ("ข้อ ๗.1 ข้อ i7", ()),
        ("o 12 o 13\nI ๗", ("o12", "o13", "i7")),
        ("e3/public i7", ("e3/public", "i7")),
        ("e3/part 1", ("e3/public",)),
    ],
)
def test_white_space_ends_a_code_only_after_its_number_or_word(
    written: str, codes: tuple[str, ...], anong: Somebody, weak: Cycle
) -> None:
    del weak
    Desk(anong).post("/measures/2568/add", form_of(anong, answers=written))
    assert [tuple(row.answers) for row in kept(anong)] == ([codes] if codes else [])


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", " ", "This field is required."),
        ("answers", "i99", "There is no i99"),
        ("cures", "i1", "i1 is no item of the OIT checklist"),
        ("last_month", "", "Choose both months, or neither."),
        ("last_month", "9", ""),
        ("first_month", "2", "The last month comes before the first."),
        ("first_month", "13", "Select a valid choice. 13 is not one of the available choices."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    field: str, value: str, said: str, anong: Somebody, weak: Cycle
) -> None:
    del weak
    answer = Desk(anong).post("/measures/2568/add", form_of(anong, **{field: value}))
    assert (answer.status_code, len(kept(anong))) == ((200, 0) if said else (302, 1))
    assert not said or said in text(answer)


def test_of_two_who_change_a_measure_the_second_is_told(anong: Somebody, weak: Cycle) -> None:
    del weak
    row, desk = a_measure(anong), Desk(anong)
    edit = f"/measures/{row.uuid}/edit"
    form, state = desk.form(edit), desk.form(f"/measures/{row.uuid}")
    with scope.agency(anong.agency.pk):
        change_measure(measure=row, written=Written(title="ของอีกคน"), seen=1, by=anong.actor)
    told = "Somebody else changed M-2568-001 meanwhile."
    mine = desk.post(edit, {**form, "title": "ของฉัน"})
    assert told in text(mine)
    (version,) = found(mine, "//input[@name='seen']/@value")
    said = desk.post(f"/measures/{row.uuid}/state", {**state, "to": "done"})
    assert told in text(said)
    assert found(said, "//input[@name='seen']/@value") == [version]
    assert [each.title for each in kept(anong)] == ["ของอีกคน"]
    for _press in range(2):  # who was told may save what is there, and once
        assert desk.post(edit, {**form, "title": "ของฉัน", "seen": version}).status_code == 302
    assert [(each.title, each.version) for each in kept(anong)] == [("ของฉัน", 3)]


def test_a_state_that_is_said_twice_is_written_down_and_one_that_is_past_is_refused(
    anong: Somebody, weak: Cycle
) -> None:
    del weak
    row, desk = a_measure(anong), Desk(anong)
    address, form = f"/measures/{row.uuid}/state", {"to": "done", "seen": "1"}
    assert [desk.post(address, form).status_code for _press in range(2)] == [302, 302]
    stale = desk.post(address, {**form, "to": "dropped", "reason": "งบไม่พอ"})
    assert "Somebody else changed M-2568-001 meanwhile." in text(stale)
    never = desk.post(address, {"to": "dropped", "seen": "2", "reason": "งบไม่พอ"})
    assert "What is “Done” cannot become “Dropped”." in text(never)
    assert found(never, "//select[@name='to']/option/@value") == ["in_progress"]
    assert [(each.state, each.version) for each in kept(anong)] == [("done", 2)]


def test_a_unit_that_was_closed_since_stays_until_somebody_changes_it(
    anong: Somebody, dao: Somebody, weak: Cycle
) -> None:
    del weak
    row, desk = a_measure(anong, lead=a_unit(anong)), Desk(anong)
    with scope.agency(anong.agency.pk):
        close_unit(unit=a_unit(anong), by=dao.actor)
    edit = f"/measures/{row.uuid}/edit"
    assert "สำนักปลัด (closed)" in text(desk.get(edit))
    desk.post(edit, {**desk.form(edit), "title": "ใหม่"})
    assert [each.lead for each in kept(anong)] == [a_unit(anong)]
    assert "สำนักปลัด (closed)" not in text(desk.get("/measures/2568/add"))


def test_everybody_of_the_agency_reads_and_who_looks_on_is_offered_nothing(
    anong: Somebody, boonmee: Somebody, weak: Cycle
) -> None:
    del weak
    row, desk = a_measure(anong, lead=a_unit(anong)), Desk(boonmee)
    for address in ("/measures/2568", f"/measures/{row.uuid}"):
        page = desk.get(address)
        assert "จัดทำคู่มือ" in text(page)
        assert found(page, "//main//form") == []
        assert [each for each in found(page, "//main//a/@href") if "add" in each] == []


def test_the_head_of_the_lead_unit_says_how_far_it_has_come(anong: Somebody, weak: Cycle) -> None:
    del weak
    head = somebody(anong.agency, "head", Role.UNIT_HEAD)
    with scope.agency(anong.agency.pk):
        head.membership.unit = a_unit(anong)
        head.membership.save()
    own, other = a_measure(anong, lead=a_unit(anong)), a_measure(anong)
    desk, form = Desk(head), {"to": "in_progress", "seen": "1"}
    page = desk.get(f"/measures/{own.uuid}")
    assert found(page, "//select[@name='to']/option/@value") == ["in_progress", "done"]
    assert desk.post(f"/measures/{own.uuid}/state", form).status_code == 302
    assert desk.post(f"/measures/{own.uuid}/state", {**form, "to": "dropped"}).status_code == 200
    assert desk.post(f"/measures/{other.uuid}/state", form).status_code == 403
    assert [each.state for each in kept(anong)] == ["in_progress", "not_started"]
    drop = {"to": "dropped", "seen": "2", "reason": "งบไม่พอ"}
    Desk(anong).post(f"/measures/{own.uuid}/state", drop)
    assert found(desk.get(f"/measures/{own.uuid}"), "//main//form") == []
    stale = desk.post(f"/measures/{own.uuid}/state", {"to": "done", "seen": "2"})
    assert "Somebody else changed M-2568-001 meanwhile." in text(stale)


def test_who_plans_drops_a_measure_with_the_reason(anong: Somebody, weak: Cycle) -> None:
    del weak
    row, desk = a_measure(anong), Desk(anong)
    address, form = f"/measures/{row.uuid}/state", {"to": "dropped", "seen": "1"}
    assert "The reason is missing." in text(desk.post(address, form))
    desk.post(address, {**form, "reason": "งบไม่พอ"})
    state = found(desk.get(f"/measures/{row.uuid}"), "//dd[@id='state']")[0]
    assert " ".join(state.text_content().split()) == "Dropped: งบไม่พอ"


def test_in_a_closed_year_nothing_is_offered(anong: Somebody, weak: Cycle) -> None:
    del weak
    row, cycle, desk = a_measure(anong), a_year(anong, 2568), Desk(anong)
    with scope.agency(anong.agency.pk):
        close_year(cycle=cycle, by=anong.actor)
    for address in ("/measures/2568", f"/measures/{row.uuid}"):
        page = desk.get(address)
        assert "This year has been closed since" in text(page)
        assert found(page, "//main//form") == []
    leads = {f"/measures/2568/{page}": "/measures/2568" for page in ("add", "carry", "propose")}
    leads[f"/measures/{row.uuid}/edit"] = f"/measures/{row.uuid}"
    assert {at: desk.get(at).headers.get("Location") for at in leads} == leads


def test_the_next_year_names_what_it_takes_over_and_takes_it(
    anong: Somebody, dao: Somebody
) -> None:
    old, lead = a_year(anong, 2568), a_unit(anong)
    a_measure(anong, answers=("9.1", "2"), lead=lead, follow_up="ประชุม ม.ค. 2568")
    with scope.agency(anong.agency.pk):
        close_unit(unit=lead, by=dao.actor)
    desk, address = Desk(anong), f"/years/{old.uuid}/next"
    (line,) = listed(desk.get(address), "measures")
    assert line.startswith("M-2568-001 จัดทำคู่มือ Not started · October 2025 – December 2025")
    assert "9.1" in line
    assert "How it is followed up: ประชุม ม.ค. 2569" in line
    assert line.endswith("Left out, for these units are closed: สำนักปลัด")
    desk.post(address)
    (new,) = kept(anong, 2569)
    later = text(desk.get(f"/measures/{new.uuid}"))
    assert ("Carried on from" in later, "M-2568-001" in later) == (True, True)
    (row,) = kept(anong, 2568)
    page = desk.get(f"/measures/{row.uuid}")
    assert ("M-2569-001" in text(page), "its months are over" in text(page)) == (True, False)
    assert found(page, "//main//form") == []
    assert found(page, "//main//a[contains(@href, 'edit')]") == []
    late = desk.post(f"/measures/{row.uuid}/state", {"to": "done", "seen": "1"})
    assert "M-2568-001 goes on as M-2569-001." in text(late)


def test_what_opens_later_in_the_old_year_is_carried_on_by_a_button(
    anong: Somebody, boonmee: Somebody
) -> None:
    a_year(anong, 2568)
    a_measure(anong, title="อบรม")
    desk, address = Desk(anong), "/measures/2569/carry"
    links = f"//main//a[@href='{address}']"
    assert len(found(desk.get("/measures/2569"), links)) == 1
    assert found(Desk(boonmee).get("/measures/2569"), links) == []
    assert Desk(boonmee).post(address).status_code == 403
    (line,) = listed(desk.get(address), "measures")
    assert line.startswith("M-2568-001 อบรม Not started · October 2025 – December 2025")
    assert kept(anong, 2569) == []
    assert [desk.post(address).status_code for _press in range(2)] == [302, 302]
    assert [row.carried_from for row in kept(anong, 2569)] == kept(anong, 2568)
    assert "Measures carried on: 1." in text(desk.get("/measures/2569"))
    assert found(desk.get("/measures/2569"), links) == []
    assert "Nothing of 2568 is open that is not carried on already." in text(desk.get(address))


def test_the_list_asks_the_database_the_same_for_one_and_for_three(
    anong: Somebody, weak: Cycle
) -> None:
    del weak
    desk, asked = Desk(anong), []
    for count in (1, 3):
        while len(kept(anong)) < count:
            a_measure(anong, lead=a_unit(anong), support=(a_unit(anong, "กองคลัง"),))
        desk.get("/measures/2568")
        with CaptureQueriesContext(connection) as queries:
            page = desk.get("/measures/2568")
        assert len(listed(page, "measures")) == count
        # PostgreSQL is told the agency beside what it is asked.
        asked.append(len([each for each in queries if "set_config" not in each["sql"]]))
    assert asked[0] == asked[1] <= 16


def test_a_measure_is_found_by_the_search_and_its_changes_are_read_in_words(
    anong: Somebody, weak: Cycle
) -> None:
    del weak
    row, desk = a_measure(anong), Desk(anong)
    assert f'href="/measures/{row.uuid}"' in text(desk.get("/search?q=M-2568-001"))
    given = Written(**{**WHOLE, "months": (11, 12)})
    with scope.agency(anong.agency.pk):
        change_measure(measure=row, written=given, seen=1, by=anong.actor)
    page = text(desk.get("/audit?kind=measure.changed"))
    assert ("From the month" in page, "November" in page) == (True, True)
