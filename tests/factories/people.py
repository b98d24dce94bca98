"""Agencies and people of the tests: Anong (ITA officer), Boonmee (the same agency, only looks on),
Chai (administrator of another agency), Dao (administrator of Anong's). All are made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import actor_of
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind
from prongsai.foundation.agencies.services import create_agency
from prongsai.foundation.audit.services import Program

TESTS = Program("tests")
PASSWORD = "น้ำขึ้นให้รีบตัก 2569"  # noqa: S105 -- of made-up people


@dataclass(frozen=True)
class Somebody:
    """A person with a membership."""

    person: Person
    membership: Membership

    @property
    def agency(self) -> Agency:
        return self.membership.agency

    @property
    def actor(self) -> Actor:
        with scope.agency(self.membership.agency_id):
            return actor_of(self.membership, self.person, timezone.localdate())


def an_agency(name: str, kind: AgencyKind = AgencyKind.SAO, **fields: object) -> Agency:
    values = {"name": name, "kind": kind, "province": "จังหวัดสมมติ", **fields}
    return create_agency(by=TESTS, units=("สำนักปลัด", "กองคลัง"), **values)


def somebody(agency: Agency, name: str, *roles: Role) -> Somebody:
    person = Person(email=f"{name}@example.org", name=f"สมมติ {name}")
    person.set_password(PASSWORD)
    person.save()
    with scope.agency(agency.pk):
        membership = Membership.objects.create(
            agency=agency,
            person=person,
            roles=[role.value for role in roles],
            # Since yesterday: some tests set the clock back by hours, and midnight may lie between.
            starts_on=timezone.localdate() - timedelta(days=1),
        )
    return Somebody(person, membership)
