"""Days that are typed: a Thai official may type the year of either era."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.utils import translation

from prongsai.foundation.accounts.models import Acting
from prongsai.foundation.agencies import scope
from prongsai.foundation.notices.models import Holiday
from prongsai.stages.cycles.models import CycleDate
from prongsai.web.day_fields import DayField
from tests.factories.clients import Desk, found
from tests.factories.people import Somebody
from tests.factories.years import a_year


@pytest.mark.parametrize(
    "typed",
    [
        "31/1/2569",
        "๓๑/๑/๒๕๖๙",
        "31 ม.ค. 2569",
        "๓๑ มกราคม พ.ศ. ๒๕๖๙",
        "31-1-2569",
        "31.1.2026",
        "31 January 2026",
        "31 Jan. 2569",
        "2026-01-31",
        "2569-01-31",
        " 2569-1-31 ",
    ],
)
def test_a_day_is_taken_with_a_year_of_either_era(typed: str) -> None:
    assert DayField().clean(typed) == date(2026, 1, 31)


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
        "31 Jux 2569",
        "31 ม.ค. 69",
        "ม.ค. 2569",
    ],
)
def test_what_is_no_day_of_our_time_is_refused(typed: str) -> None:
    with translation.override("en"), pytest.raises(forms.ValidationError) as refused:
        DayField().clean(typed)
    assert len(refused.value.message) < 200
    assert "Write the day, the month and the year with four figures" in refused.value.message


@pytest.mark.parametrize(
    ("language", "shown"), [("th", "31 มกราคม 2569"), ("en", "31 January 2026")]
)
def test_a_day_stands_in_its_field_as_the_pages_write_it_and_is_taken_back(
    language: str, shown: str
) -> None:
    with translation.override(language):
        assert DayField().prepare_value(date(2026, 1, 31)) == shown
        assert DayField().clean(shown) == date(2026, 1, 31)


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


@pytest.mark.django_db
def test_no_page_asks_for_a_day_of_the_calendar_of_the_browser(
    dao: Somebody, anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_year(anong)
    for desk, address, fields in (
        (Desk(anong), f"/years/{cycle.uuid}/set-up", ("starts_on", "ends_on")),
        (Desk(dao), f"/people/{boonmee.membership.uuid}/acting", ("starts_on", "ends_on")),
        (Desk(dao), "/holidays", ("day",)),
        (Desk(anong), "/files/add", ("event_on", "document_on")),
    ):
        page = desk.get(address)
        asked = found(page, "//main//input[@type='text' and @aria-describedby]/@name")
        assert set(fields) <= set(asked)
        assert found(page, "//input[@type='date']") == []
