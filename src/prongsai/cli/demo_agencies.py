"""Two agencies to try the application with: what is public of them, and made-up people.

Imports Django: only `prongsai serve --demo` imports it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from prongsai.cli.demo import DEMO
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.agency_file import read_agency
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import actor_of, invitation_of, memberships_of
from prongsai.foundation.accounts.services import Post, add_first_person, invite, take_up
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind, Digits, Unit
from prongsai.foundation.agencies.selectors import usual_units
from prongsai.foundation.agencies.services import create_agency
from prongsai.foundation.audit.services import Program

_BY = Program("prongsai serve --demo")
_ONLY_OWNER = 0o600
_PASSWORD = 9  # bytes


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody made up who can sign in."""

    agency: str
    email: str
    password: str
    role: Role


@dataclass(frozen=True, slots=True)
class _Made:
    """What somebody made up is in each agency."""

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
    _Made("auditor", "นางสมมติ เที่ยงธรรม", Role.AUDITOR, "นักวิชาการตรวจสอบภายใน"),
)


def demo_accounts() -> tuple[Account, ...]:
    """Return who can sign in; where nothing is in the folder yet, make the agencies and people.

    :raises Refusal: if somebody works there already who is not made up.
    """
    kept: Path = settings.DEMO_ACCOUNTS
    if kept.is_file():
        told = json.loads(kept.read_text("utf-8"))
        return tuple(Account(**{**each, "role": Role(each["role"])}) for each in told)
    if Agency.objects.exists():
        raise Refusal(
            say("a real agency is there."),
            fix=say("Name another folder in PRONGSAI_FOLDER, and no PRONGSAI_DATABASE_URL."),
            where=(str(settings.FOLDER),),
        )
    with transaction.atomic():
        made = tuple(each for path in sorted(DEMO.glob("*.yaml")) for each in _agency(path))
        kept.touch(mode=_ONLY_OWNER)
        kept.write_text(json.dumps([asdict(each) for each in made], ensure_ascii=False), "utf-8")
    return made


def _agency(path: Path) -> Iterator[Account]:
    """Open an agency and let its people join; yield how each signs in."""
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
    )
    host = f"{path.stem}.example"
    password = secrets.token_urlsafe(_PASSWORD)
    email = f"{_FIRST.key}@{host}"
    first = add_first_person(agency=agency, email=email, name=_FIRST.name, password=password)
    yield Account(agency.name, email, password, _FIRST.role)
    for each in _PEOPLE:
        yield _joined(agency, first, each, f"{each.key}@{host}")


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
    return Account(agency.name, email, password, made.role)
