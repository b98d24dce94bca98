from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from prongsai.foundation.accounts.models import Acting, Invitation, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit
from prongsai.foundation.agencies.prepared import prepared, prepared_one
from prongsai.foundation.agencies.scope import NoAgency
from tests.factories.people import Somebody, an_agency, somebody

pytestmark = pytest.mark.django_db


@prepared
def units_called(name: str) -> QuerySet[Unit]:
    return Unit.objects.filter(name=name).select_related("agency").order_by("id")


@prepared_one
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


def test_a_query_is_written_once_for_all_agencies_and_once_for_everywhere(
    units: tuple[Unit, Unit],
) -> None:
    written: list[str] = []

    @prepared
    def named(name: str) -> QuerySet[Unit]:
        written.append(name)
        return Unit.objects.filter(name=name).order_by("id")

    for unit in (*units, *units):
        with scope.agency(unit.agency_id):
            assert (named("กองสมมติ"), named("กองอื่น")) == ([unit], [])
    assert len(written) == 1
    with scope.everywhere():
        assert named("กองสมมติ") == named(name="กองสมมติ") == [*units]
    assert len(written) == 2


def test_its_rows_are_those_of_the_plain_query_in_the_agency_that_is_active(
    units: tuple[Unit, Unit],
) -> None:
    for unit in units:
        with scope.agency(unit.agency_id):
            (found,) = units_called("กองสมมติ")
            plain = Unit.objects.filter(name="กองสมมติ").select_related("agency").get()
            assert (found, found.agency_id, found.agency) == (unit, unit.agency_id, plain.agency)
            assert vars(found).keys() == vars(plain).keys()


def test_without_an_agency_nothing_is_asked(units: tuple[Unit, Unit]) -> None:
    with scope.agency(units[0].agency_id):
        units_called("กองสมมติ")
    with pytest.raises(NoAgency):
        units_called("กองสมมติ")


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
        assert unit_of(units[0].uuid) == "กองสมมติ"
        assert unit_of(units[1].uuid) is None
        assert acting_since(today, post="ปลัด") == [("ปลัด", today)]
        assert acting_since(today + timedelta(days=1), post="ปลัด") == []
        assert acting_since(first=today, post="นายก") == []
        assert invited_after(now - timedelta(seconds=1)) == [row]
        assert invited_after(now) == []


@pytest.mark.parametrize("value", [None, 1.5, ["กองสมมติ"], object()])
def test_what_no_column_is_equal_to_is_refused(value: Any, dao: Somebody) -> None:
    with scope.agency(dao.agency.pk), pytest.raises(TypeError, match="name: a prepared query"):
        units_called(value)


def test_a_row_is_refused_where_its_id_is_asked_for(dao: Somebody) -> None:
    row: Any = Agency.objects.get(pk=dao.agency.pk)
    with scope.agency(dao.agency.pk), pytest.raises(TypeError, match="takes no Agency"):
        units_called(row)


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), (("a", "b"), {}), (("a",), {"name": "b"}), ((), {"other": "a"})]
)
def test_other_values_than_it_has_places_for_are_refused(
    values: tuple[Any, ...], named: dict[str, Any], dao: Somebody
) -> None:
    with scope.agency(dao.agency.pk), pytest.raises(TypeError, match="units_called takes name"):
        units_called(*values, **named)


def behind_the_wall(name: str) -> QuerySet[Unit]:
    with scope.everywhere():
        return Unit.objects.filter(name=name)


def in_another_agency(name: str) -> QuerySet[Unit]:
    with scope.agency(1):
        return Unit.objects.filter(name=name)


def only_some_of_its_values(name: str) -> QuerySet[Unit]:
    return Unit.objects.filter(name="กองสมมติ") if name == "all" else Unit.objects.all()


def reckoned_with(name: str) -> QuerySet[Unit]:
    return Unit.objects.filter(place__lt=name + 1)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("write", "why"),
    [
        (behind_the_wall, "behind_the_wall asks without the active agency"),
        (in_another_agency, "in_another_agency asks without the active agency"),
        (only_some_of_its_values, "only_some_of_its_values asks without name"),
        (reckoned_with, "name: nothing can be reckoned"),
    ],
)
def test_a_query_that_would_hold_for_one_call_only_is_refused(
    write: Any, why: str, dao: Somebody
) -> None:
    with scope.agency(dao.agency.pk), pytest.raises(TypeError, match=why):
        prepared(write)("กองสมมติ")


def test_what_is_no_agencys_is_asked_where_none_is_active(dao: Somebody, anong: Somebody) -> None:
    @prepared
    def of_address(email: str) -> QuerySet[Person]:
        return Person.objects.filter(email=email)

    assert of_address(dao.person.email) == [dao.person]
    with scope.agency(anong.agency.pk):
        assert of_address(dao.person.email) == [dao.person]
