from __future__ import annotations

import re
from html import unescape

import pytest

from tests.factories.clients import Desk, text
from tests.factories.imports import saved, scores
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

FIELD = re.compile(r'<input type="text" name="([^"]+)"(?: value="([^"]*)")?')


def fields(page: str) -> dict[str, str]:
    """Return what the form holds."""
    return {name: value for name, value in FIELD.findall(unescape(page)) if value}


def test_ten_indicators_are_typed_in_and_the_total_is_shown(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    given = {**FULL, "10": "๘๕.๕", "OIT": "87.75", "seen": "0", "note": "ตามหนังสือแจ้งผล"}
    answer = desk.post(f"/years/{cycle.uuid}/indicators", given)
    assert answer.headers["Location"] == f"/years/{cycle.uuid}"
    (one,) = saved(anong, cycle)
    assert scores(anong, one) == {**FULL, "10": "85.5", "OIT": "87.75"}
    assert (one.source, one.note, one.saved_by) == (
        "typed",
        "ตามหนังสือแจ้งผล",
        str(anong.person.uuid),
    )
    page = text(desk.get(f"/years/{cycle.uuid}/indicators"))
    assert fields(page) == {**FULL, "10": "85.5", "OIT": "87.75"}


def test_what_is_no_score_is_told_beside_what_was_typed_and_nothing_is_saved(
    anong: Somebody,
) -> None:
    cycle = a_year(anong)
    given = {**FULL, "9": "101", "10": "84,5", "seen": "0"}
    page = text(Desk(anong).post(f"/years/{cycle.uuid}/indicators", given))
    assert "9: 101 is not from 0 to 100." in unescape(page)
    assert "The comma in 84,5 can be a decimal point or a separator." in unescape(page)
    assert fields(page) == {**FULL, "9": "101", "10": "84,5"}
    assert saved(anong, cycle) == []


def test_an_empty_field_is_no_value_and_what_is_on_the_other_page_stays(anong: Somebody) -> None:
    cycle = a_year(anong)
    results(anong, cycle, {**FULL, "o1": "100"})
    fewer = {name: score for name, score in FULL.items() if name != "3"}
    Desk(anong).post(f"/years/{cycle.uuid}/indicators", {**fewer, "seen": "1"})
    assert scores(anong, saved(anong, cycle)[0]) == {**fewer, "o1": "100"}


def test_who_saves_second_is_told_and_keeps_what_was_typed(anong: Somebody) -> None:
    cycle = a_year(anong)
    results(anong, cycle, FULL)
    given = {**FULL, "9": "10", "seen": "0"}
    page = text(Desk(anong).post(f"/years/{cycle.uuid}/indicators", given))
    assert "Somebody else saved results of this year meanwhile." in page
    assert fields(page)["9"] == "10"
    assert len(saved(anong, cycle)) == 1


def test_nothing_new_is_saved_where_nothing_was_changed(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    results(anong, cycle, FULL)
    desk.post(f"/years/{cycle.uuid}/indicators", {**FULL, "seen": "1"})
    assert "Nothing was changed." in text(desk.get(f"/years/{cycle.uuid}"))
    assert len(saved(anong, cycle)) == 1


def test_every_item_has_a_field_and_each_part_its_own(anong: Somebody) -> None:
    cycle = a_year(anong, 2568)
    page = text(Desk(anong).get(f"/years/{cycle.uuid}/items"))
    names = [name for name, _ in FIELD.findall(unescape(page))]
    assert [name for name in names if name.startswith("e3")] == ["e3", "e3/public", "e3/survey"]
    assert [name for name in names if name.startswith("o")] == [f"o{n}" for n in range(1, 29)]


def test_pasted_cells_fill_the_fields_and_are_saved_only_then(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2568), Desk(anong)
    address = f"/years/{cycle.uuid}/items"
    page = text(desk.post(address, {"pasted": "O1\t100\r\no2\t50.5\r\n"}))
    assert "2 lines were filled in." in page
    assert fields(page) == {"o1": "100", "o2": "50.5"}
    assert saved(anong, cycle) == []
    desk.post(address, {**fields(page), "seen": "0"})
    assert scores(anong, saved(anong, cycle)[0]) == {"o1": "100", "o2": "50.5"}


def test_what_cannot_be_pasted_is_told_and_stays_to_be_mended(anong: Somebody) -> None:
    cycle = a_year(anong, 2568)
    page = text(Desk(anong).post(f"/years/{cycle.uuid}/items", {"pasted": "o1\t100\no99\t1"}))
    assert "line 2: There is no o99 in nacc-2568." in unescape(page)
    assert "o99\t1</textarea>" in page
    assert fields(page) == {}


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
    assert desk.post(address, {"number": "9", "seen": "3"}).status_code == 404


def test_who_looks_on_enters_no_results(anong: Somebody, boonmee: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(boonmee)
    results(anong, cycle, FULL)
    for page in ("indicators", "items", "file", "history/restore"):
        assert desk.post(f"/years/{cycle.uuid}/{page}", {"seen": "1"}).status_code == 403
    assert "Let these stand again" not in text(desk.get(f"/years/{cycle.uuid}/history"))
    assert len(saved(anong, cycle)) == 1
