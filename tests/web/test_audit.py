from __future__ import annotations

import re
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


def changes_of(who: Somebody, kind: str, changes: dict[str, tuple[object, object]]) -> list[str]:
    """Record an event, and return how the page tells what was changed, in Thai."""
    subject = Subject("x", "x-1", "เรื่อง")
    record(kind, chain=who.agency.pk, subject=subject, by=who.actor, changes=changes)
    return entries(Desk(who, language="th"))[0].splitlines()[1:]


@pytest.mark.parametrize(
    ("kind", "changes", "told"),
    [
        (
            "year.opened",
            {"edition": (None, "nacc-2569 0123456789ab")},
            "กรอบการประเมิน: – → ของปี 2569 (ฉบับ 0123456789ab…)",
        ),
        (
            "year.date_set",
            {"number": ("–", "2026-01-31/2026-02-02")},
            "number: – → 31 มกราคม 2569 – 2 กุมภาพันธ์ 2569",
        ),
        (
            "year.date_removed",
            {"ประชุม": ("2026-01-31/2026-01-31", None)},
            "ประชุม: 31 มกราคม 2569 → –",
        ),
        ("year.charge_set", {"OIT": (None, "สมมติ ก")}, "ผู้รับผิดชอบ OIT: – → สมมติ ก"),
        ("results.announced", {"announced": (None, 2)}, "ผลคะแนนชุดที่ประกาศ: – → 2"),
        ("results.saved", {"source": (None, "typed")}, "ที่มาของผลคะแนน: – → กรอกเอง"),
        ("file.added", {"sha256": (None, "ab12")}, "ค่าแฮช (SHA-256) ของไฟล์ที่จัดเก็บ: – → ab12"),
        ("holiday.added", {"is_off": (None, True)}, "ในวันนั้น: – → หยุดราชการ"),
        ("holiday.added", {"is_off": (None, False)}, "ในวันนั้น: – → เปิดทำการตามปกติ"),
        ("reminder.set", {"due_on": (None, "2026-08-01")}, "ครบกำหนด: – → 1 สิงหาคม 2569"),
        (
            "token.made",
            {"scopes": (None, "years.read, results.write")},
            "สิ่งที่โปรแกรมทำได้: – → อ่านข้อมูลปีงบประมาณ, บันทึกผลคะแนน",
        ),
        (
            "token.made",
            {"expires_at": (None, "2026-08-01 10:00:00+00:00")},
            "ใช้ได้ถึง: – → 1 สิงหาคม 2569 17:00",
        ),
        (
            "notices.chosen",
            {"switched_off": ("", "deadline.near, mail")},
            "การแจ้งเตือนที่ไม่รับ: – → ใกล้ครบกำหนด, อีเมลสรุปวันละหนึ่งฉบับ",
        ),
    ],
)
def test_what_was_changed_is_told_in_thai_words(
    kind: str, changes: dict[str, tuple[object, object]], told: str, dao: Somebody
) -> None:
    assert changes_of(dao, kind, changes) == [told]


def test_a_holiday_is_told_with_its_day(dao: Somebody) -> None:
    desk = Desk(dao, language="th")
    desk.post("/holidays", {"day": "2026-12-07", "name": "วันหยุด พิเศษ", "is_off": "yes"})
    assert entries(desk)[0] == ("สมมติ dao เพิ่มวันหยุด วันหยุด พิเศษ 7 ธันวาคม 2569\nในวันนั้น: – → หยุดราชการ")


def test_what_an_older_version_recorded_stands_as_it_was(dao: Somebody) -> None:
    for kind, name, value in (
        ("year.opened", "edition", "framework"),
        ("year.date_set", "ประชุม", "31 ม.ค. 69"),
        ("reminder.set", "due_on", "พรุ่งนี้"),
        ("token.made", "expires_at", "สิ้นปี"),
        ("results.saved", "source", "fax"),
    ):
        (told,) = changes_of(dao, kind, {name: (None, value)})
        assert told.endswith(f": – → {value}")


RAW = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|\b[a-z]+_[a-z_]+\b|\bTrue\b|\bNone\b"
)


def test_no_key_and_no_date_of_programs_is_told_of_a_year_of_work(
    dao: Somebody, anong: Somebody, boonmee: Somebody
) -> None:
    """Do one of everything that the pages record, and look at the whole record in Thai."""
    officer, chief = Desk(anong), Desk(dao, language="th")
    officer.post("/years", {"fiscal_year": "2567"})
    (year,) = found(officer.get("/years"), "//main//ul//a/@href")
    date = {"title": "ประชุม", "starts_on": "2024-01-31", "ends_on": "2024-02-02"}
    officer.post(f"{year}/dates", date)
    officer.post(f"{year}/charges", {"what": "9", "who": str(boonmee.membership.uuid)})
    officer.post(f"{year}/indicators", {**officer.form(f"{year}/indicators"), "1": "50"})
    officer.post(f"{year}/announce", {"number": "1"})
    officer.post(f"{year}/close")
    chief.post("/holidays", {"day": "2026-12-07", "name": "วันหยุดพิเศษ", "is_off": "yes"})
    chief.post("/notices/choices", {"wanted": ["deadline.near"]})
    given = {"name": "กองใหม่", "level": "division"}
    chief.post("/units", given)
    chief.post("/people/invite", {"name": "ก", "email": "k@example.org", "roles": ["viewer"]})
    told = entries(chief)
    assert len(told) >= 12
    assert [each for each in told if RAW.search(each)] == []
