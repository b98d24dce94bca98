from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prongsai.foundation.accounts.models import Acting, Invitation
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit
from prongsai.foundation.agencies.prepared import prepared
from prongsai.foundation.agencies.scope import NoAgency
from tests.factories.people import Somebody, an_agency, somebody

pytestmark = pytest.mark.django_db

WRITTEN: list[object] = []  # what the query below was written with, each time


@prepared
def units_called(name: str) -> QuerySet[Unit]:
    WRITTEN.append(name)
    return Unit.objects.filter(name=name).select_related("agency").order_by("id")


@prepared
def unit_of(key: UUID) -> QuerySet[Unit, str]:
    return Unit.objects.filter(uuid=key).values_list("name", flat=True)


@prepared
def acting_since(first: date, *, post: str) -> QuerySet[Acting, tuple[str, date]]:
    rows = Acting.objects.filter(starts_on__gte=first, ends_on__gte=first, post=post)
    return rows.values_list("post", "starts_on")


@prepared
def invited_after(moment: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(expires_at__gt=moment)


@pytest.fixture
def dao() -> Somebody:
    return somebody(an_agency("อบต.ก"), "dao", Role.ADMINISTRATOR)


@pytest.fixture
def anong() -> Somebody:
    return somebody(an_agency("อบต.ข"), "anong", Role.ADMINISTRATOR)


@pytest.fixture
def units(dao: Somebody, anong: Somebody) -> tuple[Unit, Unit]:
    """Two units of one name, of two agencies."""
    made = []
    for each in (dao, anong):
        with scope.agency(each.agency.pk):
            made.append(Unit.objects.create(agency=each.agency, name="กองสมมติ", level="division"))
    return made[0], made[1]


def test_a_query_is_written_once_and_held_to_the_agency_that_is_active(
    units: tuple[Unit, Unit], dao: Somebody, anong: Somebody
) -> None:
    for who, unit in zip((dao, anong, dao), (*units, units[0]), strict=True):
        with scope.agency(who.agency.pk), CaptureQueriesContext(connection) as asked:
            (found,) = units_called("กองสมมติ")
            plain = Unit.objects.filter(name="กองสมมติ").select_related("agency").get()
            assert (found, found.agency) == (unit, who.agency)
            assert vars(found).keys() == vars(plain).keys()
            assert units_called("กองอื่น") == []
        assert len([each for each in asked if "agencies_unit" in each["sql"]]) == 3
    assert len(WRITTEN) <= 1  # none where a test before this one has asked


def test_where_every_agency_is_open_all_are_found_and_nowhere_where_none_is(
    units: tuple[Unit, Unit],
) -> None:
    with scope.everywhere():
        assert units_called("กองสมมติ") == [*units]
    with pytest.raises(NoAgency):
        units_called("กองสมมติ")
    with scope.agency(units[1].agency_id):
        assert units_called("กองสมมติ") == [units[1]]


def test_values_are_handed_over_as_the_database_takes_them(
    units: tuple[Unit, Unit], dao: Somebody
) -> None:
    today, now = timezone.localdate(), timezone.now()
    own = {"agency": dao.agency}
    with scope.agency(dao.agency.pk):
        Acting.objects.create(
            **own, membership=dao.membership, post="ปลัด", starts_on=today, ends_on=today
        )
        row = Invitation.objects.create(
            **own, email="x@example.org", name="x", word_hash="h", expires_at=now
        )
        assert unit_of(units[0].uuid) == ["กองสมมติ"]
        assert unit_of(units[1].uuid) == []
        assert acting_since(today, post="ปลัด") == [("ปลัด", today)]
        assert acting_since(today + timedelta(days=1), post="ปลัด") == []
        assert acting_since(first=today, post="นายก") == []
        assert invited_after(now - timedelta(seconds=1)) == [row]
        assert invited_after(now) == []


@pytest.mark.parametrize("value", [None, 1.5, ["กองสมมติ"], object()])
def test_what_no_column_is_equal_to_is_refused(value: object, dao: Somebody) -> None:
    with scope.agency(dao.agency.pk), pytest.raises(TypeError, match="name: a prepared query"):
        units_called(value)  # type: ignore[arg-type]


def test_a_row_is_refused_where_its_id_is_asked_for(dao: Somebody) -> None:
    with scope.agency(dao.agency.pk), pytest.raises(TypeError, match="takes no Agency"):
        units_called(Agency.objects.get(pk=dao.agency.pk))  # type: ignore[arg-type]
