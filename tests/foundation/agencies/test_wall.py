from __future__ import annotations

import pytest
from django.db import connection

from prongsai.foundation.accounts.models import Acting, Invitation, Membership
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.owned import AgencyOwned
from prongsai.foundation.files.models import StoredFile
from tests.factories.people import an_agency

pytestmark = pytest.mark.django_db

OWNED = (Unit, Membership, Acting, Invitation, StoredFile)


@pytest.mark.parametrize("model", OWNED)
def test_without_an_agency_nothing_can_be_asked(model: type[AgencyOwned]) -> None:
    rows = model.objects
    for ask in (rows.exists, rows.count, rows.first, rows.all, rows.create):
        with pytest.raises(scope.NoAgency):
            ask()


def test_only_rows_of_the_active_agency_are_seen() -> None:
    mine, other = an_agency("ก"), an_agency("ข")
    with scope.agency(mine.pk):
        assert {unit.agency_id for unit in Unit.objects.all()} == {mine.pk}
    with scope.everywhere():
        assert {unit.agency_id for unit in Unit.objects.all()} == {mine.pk, other.pk}


def test_a_row_of_another_agency_cannot_be_written() -> None:
    mine, other = an_agency("ก"), an_agency("ข")
    with scope.agency(other.pk):
        theirs = Unit.objects.first()
    assert theirs is not None
    new = Unit(agency=other, name="ใหม่", level="division")
    with scope.agency(mine.pk):
        for write in (theirs.save, theirs.delete, new.save):
            with pytest.raises(scope.WrongAgency):
                write()
        with pytest.raises(scope.WrongAgency):
            Unit.objects.bulk_create([new])
        with pytest.raises(scope.WrongAgency):
            Unit.objects.bulk_update([theirs], ["name"])
        with pytest.raises(scope.WrongAgency):
            Unit.objects.update(agency=other)


def test_rows_reached_through_other_rows_are_held_too() -> None:
    mine, other = an_agency("ก"), an_agency("ข")
    with scope.agency(other.pk):
        top = Unit.objects.get(name="กองคลัง")
        Unit.objects.create(agency=other, name="ฝ่าย", level="section", parent=top)
        section = Unit.objects.get(name="ฝ่าย")
    with scope.agency(mine.pk):
        assert list(top.parts.all()) == []
        with pytest.raises(Unit.DoesNotExist):
            assert section.parent


def test_after_an_agency_is_left_the_one_before_is_active() -> None:
    mine, other = an_agency("ก"), an_agency("ข")
    with scope.agency(mine.pk):
        with scope.agency(other.pk):
            assert scope.active() == other.pk
        assert scope.active() == mine.pk
    with pytest.raises(scope.NoAgency):
        scope.active()


def test_postgres_itself_keeps_agencies_apart() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no row-level security")
    mine, _ = an_agency("ก"), an_agency("ข")
    sql = "SELECT DISTINCT agency_id FROM agencies_unit"

    def seen() -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return sorted(row[0] for row in cursor.fetchall())

    assert seen() == []
    with scope.agency(mine.pk):
        assert seen() == [mine.pk]
    with scope.everywhere():
        assert len(seen()) == 2
