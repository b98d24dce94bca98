from __future__ import annotations

import pytest

from tests.factories.clients import Desk, text
from tests.factories.imports import saved
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db


def test_past_results_are_shown_with_who_saved_them_and_stand_again(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    results(anong, cycle, FULL)
    results(anong, cycle, {**FULL, "9": "10"})
    page = text(desk.get(f"/years/{cycle.uuid}/history"))
    assert page.count(anong.person.name) == 2
    assert [total in page for total in ("90.00", "74.00")] == [True, True]
    address = f"/years/{cycle.uuid}/history/restore"
    desk.post(address, {"number": "1", "seen": "1"})
    assert "Somebody else saved results" in text(desk.get(f"/years/{cycle.uuid}/history"))
    desk.post(address, {"number": "1", "seen": "2"})
    assert [each.restores for each in saved(anong, cycle)] == [1, None, None]
    for far in ("9", "9" * 30, "9" * 5_000):
        assert desk.post(address, {"number": far, "seen": "3"}).status_code == 404
    desk.post(address, {"number": "1", "seen": "9" * 5_000})
    assert len(saved(anong, cycle)) == 3


def test_who_looks_on_enters_no_results(anong: Somebody, boonmee: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(boonmee)
    results(anong, cycle, FULL)
    for page in ("indicators", "items", "file", "history/restore"):
        assert desk.post(f"/years/{cycle.uuid}/{page}", {"seen": "1"}).status_code == 403
    assert "Let these stand again" not in text(desk.get(f"/years/{cycle.uuid}/history"))
    assert len(saved(anong, cycle)) == 1
