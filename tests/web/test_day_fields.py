"""Days that are picked: a Thai official may type the year of either era."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms

from prongsai.foundation.accounts.models import Acting
from prongsai.foundation.agencies import scope
from prongsai.foundation.notices.models import Holiday
from prongsai.stages.cycles.models import CycleDate
from prongsai.web.day_fields import PickedDay
from tests.factories.clients import Desk, found
from tests.factories.people import Somebody
from tests.factories.years import a_year


@pytest.mark.parametrize(
    "typed",
    ["2026-01-31", "2569-01-31", "๒๕๖๙-๐๑-๓๑", "31/1/2569", "31 มกราคม 2569", " 2569-1-31 "],
)
def test_a_day_is_taken_with_a_year_of_either_era(typed: str) -> None:
    assert PickedDay().clean(typed) == date(2026, 1, 31)


@pytest.mark.parametrize(
    "typed",
    [
        "0001-01-01",
        "9999-12-31",
        "3112-01-31",
        "2026-02-30",
        "1e9",
        "NaN",
        "9" * 5_000,
        "\x00",
        "31/1/69",
    ],
)
def test_what_is_no_day_of_our_time_is_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        PickedDay().clean(typed)
    assert len(refused.value.message) < 200


@pytest.mark.django_db
def test_the_year_of_the_buddhist_era_is_saved_as_that_day(
    dao: Somebody, anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_year(anong)
    given = {"title": "ประชุม", "starts_on": "2567-01-08", "ends_on": "2567-01-09"}
    Desk(anong).post(f"/years/{cycle.uuid}/dates", given)
    days = {"starts_on": "2570-01-08", "ends_on": "2570-01-09"}
    acts = {"capacity": "acting_for", "post": "ปลัด", "role": "", **days}
    Desk(dao).post(f"/people/{boonmee.membership.uuid}/acting", acts)
    off = {"day": "2570-01-04", "name": "วันหยุดพิเศษ", "is_off": "yes"}
    Desk(dao).post("/holidays", off)
    with scope.agency(dao.agency.pk):
        row, acting = CycleDate.objects.get(title="ประชุม"), Acting.objects.get()
        assert (row.starts_on, row.ends_on) == (date(2024, 1, 8), date(2024, 1, 9))
        assert (acting.starts_on, acting.ends_on) == (date(2027, 1, 8), date(2027, 1, 9))
        assert Holiday.objects.get().day == date(2027, 1, 4)
    page = Desk(anong).get(f"/years/{cycle.uuid}/set-up")
    assert "2024-01-08" in found(page, "//input[@name='starts_on' and @type='date']/@value")
