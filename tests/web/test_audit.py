from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.foundation.accounts.services import end_membership
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.audit.services import Program, Subject, forget, record
from tests.factories.clients import Desk, found, text
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db


def entries(desk: Desk, address: str = "/audit") -> list[str]:
    """Return what the record shows of each event, one line a part, without its place and time."""
    items = found(desk.get(address), "//main/ol/li[p]")
    return ["\n".join(each.text_content().strip() for each in item[:-1]) for item in items]


def test_a_change_of_a_member_is_told_in_words(dao: Somebody, boonmee: Somebody) -> None:
    desk, address = Desk(dao, language="th"), f"/people/{boonmee.membership.uuid}"
    with scope.agency(dao.agency.pk):
        unit = Unit.objects.get(name="กองคลัง")
    changed = {"roles": ["ita_officer", "auditor"], "position": "นักวิชาการ", "unit": unit.pk}
    desk.post(address, {**desk.form(address), **changed})
    assert entries(desk)[0].splitlines() == [
        "สมมติ dao แก้ไขบทบาทหรือตำแหน่งของ สมมติ boonmee",
        "หน่วยงานภายใน: – → กองคลัง",
        "ตำแหน่ง: – → นักวิชาการ",
        "บทบาท: ผู้ดูข้อมูล → ผู้รับผิดชอบ ITA, ผู้ตรวจสอบภายใน",
    ]


def test_a_post_acted_for_is_told_with_its_days(dao: Somebody, boonmee: Somebody) -> None:
    desk = Desk(dao, language="th")
    days = {"starts_on": "2026-11-26", "ends_on": "2026-12-01"}
    given = {"capacity": "acting_for", "post": "ปลัด", "role": "clerk", **days}
    desk.post(f"/people/{boonmee.membership.uuid}/acting", given)
    assert entries(desk)[0].splitlines()[1:] == [
        "ลักษณะการปฏิบัติหน้าที่แทน: – → รักษาการแทน",
        "ตำแหน่ง: – → ปลัด",
        "สิทธิของตำแหน่งที่ปฏิบัติหน้าที่แทน: – → ปลัด",
        "วันเริ่มต้น: – → 26 พฤศจิกายน 2569",
        "วันสิ้นสุด: – → 1 ธันวาคม 2569",
    ]


def test_a_change_of_the_agency_is_told_in_words(dao: Somebody) -> None:
    desk = Desk(dao, language="th")
    desk.post("/agency", {**desk.form("/agency"), "kind": "pao", "digits": "arabic"})
    assert entries(desk)[0].splitlines()[1:] == [
        "ประเภท: องค์การบริหารส่วนตำบล → องค์การบริหารส่วนจังหวัด",
        "ตัวเลขในเอกสาร: เลขไทย (๑๒๓) → เลขอารบิก (123)",
    ]


def test_an_end_is_told_with_its_day(dao: Somebody, boonmee: Somebody) -> None:
    day = timezone.localdate().replace(month=1, day=2)
    boonmee.membership.starts_on = day - timedelta(days=9)
    with scope.agency(dao.agency.pk):
        boonmee.membership.save()
        end_membership(membership=boonmee.membership, by=dao.actor, today=day)
    assert entries(Desk(dao, language="en"))[0].splitlines()[1:] == [
        f"Last day: – → 1 January {day.year}"
    ]


def test_what_nobody_has_a_word_for_stands_as_it_was_recorded(dao: Somebody) -> None:
    unit = Subject("unit", "u-1", "กองคลัง")
    for kind, field in (("unit.changed", "colour"), ("unit.changed", "id"), ("person.joined", "x")):
        changes = {field: ("old", "new")}
        record(kind, chain=dao.agency.pk, subject=unit, by=Program("job"), changes=changes)
    told = [each.splitlines()[1] for each in entries(Desk(dao, language="en"))[:3]]
    assert told == ["x: old → new", "ID: old → new", "colour: old → new"]


def test_a_program_is_called_one(dao: Somebody) -> None:
    last = entries(Desk(dao, language="th"))[-1]
    assert last == "โปรแกรม tests เปิดใช้งาน อบต.หนึ่ง"


def test_who_is_forgotten_is_named_no_more(dao: Somebody) -> None:
    forget(key="tests")
    assert entries(Desk(dao))[-1] == "(forgotten) opened (forgotten)"


def test_the_record_is_asked_for_one_kind_and_says_how_much_it_shows(dao: Somebody) -> None:
    desk = Desk(dao, language="en")
    assert len(entries(desk, "/audit?kind=unit.added")) == 2
    assert "Entries 1 to 3 of 3, the last first" in text(desk.get("/audit?kind=nothing"))
    assert "Entries" not in text(desk.get("/audit?kind=unit.closed"))


def test_fifty_stand_on_a_page(dao: Somebody) -> None:
    for _ in range(49):
        unit = Subject("unit", "u-1", "กองคลัง")
        record("unit.changed", chain=dao.agency.pk, subject=unit, by=Program("job"))
    desk = Desk(dao, language="en")
    assert [len(entries(desk, f"/audit?page={page}")) for page in (1, 2)] == [50, 2]
    assert 'href="?page=2&amp;kind="' in text(desk.get("/audit"))


def test_a_printed_page_says_whose_it_is_and_when(dao: Somebody) -> None:
    page = Desk(dao, language="en").get("/audit")
    (printed,) = found(page, "//main/p[contains(@class, 'd-print-block')]")
    today = timezone.localdate()
    assert printed.text_content().startswith(f"อบต.หนึ่งPrinted {today.day} {today:%B %Y} ")
