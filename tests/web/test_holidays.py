from __future__ import annotations

from datetime import date

import pytest

from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.selectors import events_of
from prongsai.foundation.notices.models import Holiday
from prongsai.foundation.notices.selectors import holidays
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db
NEW = {"day": "2026-11-23", "name": "วันหยุดพิเศษ", "is_off": "yes"}
NEW_YEAR = date(2026, 1, 1)


def off(who: Somebody) -> frozenset[date]:
    with scope.agency(who.agency.pk):
        return holidays()


def test_an_announced_day_is_added_and_taken_back(dao: Somebody) -> None:
    desk, known = Desk(dao), off(dao)
    desk.post("/holidays", NEW)
    assert off(dao) - known == {date(2026, 11, 23)}
    with scope.agency(dao.agency.pk):
        key = Holiday.objects.get().uuid
    desk.post(f"/holidays/{key}/remove")
    assert off(dao) == known
    kinds = [event.kind for event in events_of(dao.agency.pk)[:2]]
    assert kinds == ["holiday.removed", "holiday.added"]


def test_an_agency_may_work_on_a_known_holiday_and_others_do_not(
    dao: Somebody, chai: Somebody
) -> None:
    Desk(dao).post("/holidays", {"day": NEW_YEAR, "name": "วันทำการพิเศษ", "is_off": "no"})
    assert (NEW_YEAR in off(dao), NEW_YEAR in off(chai)) == (False, True)


def test_a_day_is_written_down_once(dao: Somebody) -> None:
    desk = Desk(dao)
    desk.post("/holidays", NEW)
    page = text(desk.post("/holidays", {**NEW, "name": "อื่น"}))
    assert "Something is written down for this day already." in page


def test_only_an_administrator_changes_the_holidays(dao: Somebody, anong: Somebody) -> None:
    known, desk = off(dao), Desk(anong)
    assert desk.post("/holidays", NEW).status_code == 403
    assert off(dao) == known
    assert '<form method="post" class="card' not in text(desk.get("/holidays"))
