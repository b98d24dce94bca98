"""What many rows do to a page: nothing. It asks the database as often, and shows fifty."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.foundation.audit.selectors import faults_in_all_chains
from tests.factories.clients import Desk, text
from tests.factories.crowds import many_events, many_people, many_units
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db

PAGES = ("/", "/agency", "/units", "/people", "/people/invite", "/audit", "/audit?kind=unit.added")


def queries(desk: Desk, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert desk.get(address).status_code == 200
    # PostgreSQL is told the agency beside what it is asked.
    return len([each for each in asked if "set_config" not in each["sql"]])


def rows(desk: Desk, address: str) -> list[str]:
    items = re.findall(r'<li class="list-group-item.*?</li>', text(desk.get(address)), re.S)
    return [name for item in items for name in re.findall(r"(?:คน|กอง)ที่ (\d+)", item)[:1]]


def test_no_page_asks_the_database_more_often_where_there_are_more_rows(dao: Somebody) -> None:
    desk = Desk(dao)
    few = {page: queries(desk, page) for page in PAGES}
    many_units(dao.agency, 120)
    many_people(dao.agency, 120)
    many_events(dao.agency, 120)
    many = {page: queries(desk, page) for page in PAGES}
    assert [page for page in PAGES if many[page] > few[page]] == []
    assert few.pop("/") <= 22  # it looks into every room
    assert max(few.values()) <= 10
    assert [*faults_in_all_chains()] == []


@pytest.mark.parametrize("address", ["/people", "/units", "/audit"])
def test_a_long_list_is_shown_by_pages_and_each_row_once(address: str, dao: Somebody) -> None:
    {"/people": many_people, "/units": many_units, "/audit": many_events}[address](dao.agency, 120)
    desk = Desk(dao)
    pages = [rows(desk, f"{address}?page={number}") for number in (1, 2, 3)]
    assert [len(page) for page in pages[:2]] in ([50, 50], [48, 50], [49, 50])
    assert len({name for page in pages for name in page}) == 120
    assert "Page 2 of 3" in text(desk.get(f"{address}?page=2"))
    for beyond in ("0", "4", "-1", "x", "9" * 400):
        assert desk.get(f"{address}?page={beyond}").status_code == 200


def test_where_units_fill_pages_the_form_to_add_one_is_a_click_away(dao: Somebody) -> None:
    desk = Desk(dao)
    assert 'name="level"' in text(desk.get("/units"))
    many_units(dao.agency, 120)
    assert 'name="level"' not in text(desk.get("/units"))
    assert 'name="level"' in text(desk.get("/units?add=1"))
    assert desk.post("/units", {"name": "ใหม่", "level": "division"}).status_code == 302
