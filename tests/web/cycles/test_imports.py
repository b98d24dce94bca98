"""A file with results through the pages: chosen, read, corrected, saved with its source."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from tests.factories.clients import Desk, text
from tests.factories.imports import rows, saved, scores, sent
from tests.factories.people import Somebody
from tests.factories.years import a_year, results

pytestmark = pytest.mark.django_db
SHEET = "code,score,flag,note\n1,91.5,,\no1,0,weak,แก้แล้ว\n"


@pytest.fixture(autouse=True)
def _read_at_once(settings: LazySettings) -> None:
    settings.READS_AT_ONCE = 60


def test_a_file_is_shown_before_it_is_saved_and_saved_as_it_was_read(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    results(anong, cycle, {"1": "90", "2": "80"})
    address = sent(desk, cycle, SHEET.encode()).headers["Location"]
    page = desk.get(address)
    assert rows(page) == [
        ("1", "IIT · 2567 · row 2 › B2 · now 90", "", "91.5"),
        ("o1", "OIT · 2567 · row 3 › B3", "", "0"),
        ("o1", "OIT · 2567 · row 3 › B3", "", ""),
    ]
    assert "Would have no value: 2" in text(page)
    assert len(saved(anong, cycle)) == 1
    form = {**desk.form(address, 0), "note": "x", "save": "1"}
    assert desk.post(address, form).headers["Location"] == f"/years/{cycle.uuid}"
    one = saved(anong, cycle)[0]
    assert (one.number, one.source, one.source_name, one.note) == (2, "file", "ผล.csv", "x")
    assert scores(anong, one) == {"1": "91.5", "o1": "0"}
