"""Two agencies to try the application with, and who oversees them: public facts, made-up people.

Imports Django: only `prongsai serve --demo` imports it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from prongsai.cli.demo import DEMO
from prongsai.cli.demo_year import live_a_year
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.agency_file import read_agency
from prongsai.foundation.accounts.made_up import Account, accounts, is_demo, keep_accounts
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import actor_of, invitation_of, memberships_of
from prongsai.foundation.accounts.services import Post, add_first_person, invite, take_up
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind, Digits, Unit
from prongsai.foundation.agencies.selectors import usual_units
from prongsai.foundation.agencies.services import create_agency
from prongsai.foundation.audit.services import Program

_BY = Program("prongsai serve --demo")
_PASSWORD = 9  # bytes


@dataclass(frozen=True, slots=True)
class _Made:
    """What somebody made up is in an agency."""

    key: str
    name: str
    role: Role
    position: str
    unit: str = "สำนักปลัด"


_FIRST = _Made("admin", "นายสมมติ ใจดี", Role.ADMINISTRATOR, "ผู้ดูแลระบบ")
_PEOPLE = (
    _Made("ita", "นางสาวสมมติ ตั้งใจ", Role.ITA_OFFICER, "นิติกร"),
    _Made("clerk", "นายสมมติ รอบคอบ", Role.CLERK, "ปลัดองค์การบริหารส่วนตำบล"),
    _Made("chief", "นางสมมติ ซื่อตรง", Role.EXECUTIVE, "นายกองค์การบริหารส่วนตำบล"),
    _Made("finance", "นางสาวสมมติ ละเอียด", Role.UNIT_HEAD, "ผู้อำนวยการกองคลัง", "กองคลัง"),
    _Made("works", "นายสมมติ แข็งแรง", Role.ITEM_OWNER, "นายช่างโยธา", "กองช่าง"),
    _Made("legal", "นางสาวสมมติ แม่นยำ", Role.LEGAL_OFFICER, "นิติกรชำนาญการ"),
    _Made("supply", "นายสมมติ โปร่งใส", Role.PROCUREMENT_OFFICER, "นักวิชาการพัสดุ", "กองคลัง"),
    _Made("viewer", "นางสาวสมมติ เรียนรู้", Role.VIEWER, "นักศึกษาฝึกงาน"),
    _Made("auditor", "นางสมมติ เที่ยงธรรม", Role.AUDITOR, "นักวิชาการตรวจสอบภายใน", "หน่วยตรวจสอบภายใน"),
)
# The two agencies are of two provinces: a made-up one oversees both.
_PROVINCE = {
    "name": "สำนักงานท้องถิ่นจังหวัดตัวอย่าง (สมมติ)",
    "kind": AgencyKind.OVERSEER,
    "province": "จังหวัดตัวอย่าง",
}
_OVERSEES = _Made("overseer", "นางสมมติ กำกับดี", Role.OVERSEER, "นักส่งเสริมการปกครองท้องถิ่น", "")


def demo_accounts() -> tuple[Account, ...]:
    """Return who can sign in; where nothing is in the folder yet, make the agencies and people.

    :raises Refusal: if somebody works there already who is not made up.
    """
    if is_demo() and Agency.objects.exists():
        return accounts()
    if Agency.objects.exists():
        raise Refusal(
            say("a real agency is there."),
            fix=say("Name another folder in PRONGSAI_FOLDER, and no PRONGSAI_DATABASE_URL."),
            where=(str(settings.FOLDER),),
        )
    with transaction.atomic():
        made = _agencies()
        keep_accounts(made)
    return made


def _agencies() -> tuple[Account, ...]:
    province = create_agency(by=_BY, **_PROVINCE)
    agencies = [_agency(path, province) for path in sorted(DEMO.glob("*.yaml"))]
    made = [each for agency in agencies for each in agency]
    return (*made, *_people(province, "province.example", (_OVERSEES,)))


def _agency(path: Path, province: Agency) -> tuple[Account, ...]:
    """Open an agency, let its people join and live through a year; return how each signs in."""
    told = read_agency(path)
    kind = AgencyKind.SAO
    agency = create_agency(
        by=_BY,
        units=usual_units(kind),
        name=told.agency.name,
        kind=kind,
        province=told.agency.province,
        district=told.agency.district,
        digits=Digits.THAI if told.style.thai_digits else Digits.ARABIC,
        overseer=province,
    )
    host = f"{path.stem}.example"
    made = _people(agency, host, _PEOPLE)
    with scope.agency(agency.pk):
        live_a_year(path, told, _at_work(made))
    return made


def _people(agency: Agency, host: str, people: tuple[_Made, ...]) -> tuple[Account, ...]:
    password = secrets.token_urlsafe(_PASSWORD)
    email = f"{_FIRST.key}@{host}"
    first = add_first_person(agency=agency, email=email, name=_FIRST.name, password=password)
    account = Account(agency.name, email, password, _FIRST.role, _FIRST.name)
    return (account, *(_joined(agency, first, each, f"{each.key}@{host}") for each in people))


def _at_work(made: tuple[Account, ...]) -> Mapping[str, Membership]:
    """Return the people of the active agency, by what stands before the @ of their addresses."""
    emails = [each.email for each in made]
    rows = Membership.objects.filter(person__email__in=emails).select_related("person", "unit")
    return {row.person.email.partition("@")[0]: row for row in rows}


def _joined(agency: Agency, first: Person, made: _Made, email: str) -> Account:
    today = timezone.localdate()
    password = secrets.token_urlsafe(_PASSWORD)
    with scope.agency(agency.pk):
        (membership,) = memberships_of(first, today)
        word = invite(
            email=email,
            name=made.name,
            post=Post((made.role,), made.position, Unit.objects.filter(name=made.unit).first()),
            by=actor_of(membership, first, today),
        )
    invitation = invitation_of(word)
    if invitation is None:
        raise AssertionError(email)
    take_up(invitation=invitation, person=None, password=password)
    return Account(agency.name, email, password, made.role, made.name)
