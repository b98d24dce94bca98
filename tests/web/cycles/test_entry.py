from __future__ import annotations

import re
from html import unescape

import pytest

from prongsai.formats.editions import load_edition
from tests.factories.clients import Desk, text
from tests.factories.imports import saved, scores
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

FIELD = re.compile(r'<input type="text" name="([^"]+)"(?: value="([^"]*)")?')
TOLD = re.compile(r"<p class=\"m-0\" role=\"status\" data-said>(.*?)</p>")
UNFIT = re.compile(r"<ul class=\"m-0\" data-unfit>(.*?)</ul>")
CHANGED = re.compile(r'class="cell changed">\s*<label class="cell-label" for="id_([^"]+)"')
RECKONED = re.compile(r"data-reckoned>(.*?)</output>")
NOTHING_SAVED = "Nothing is saved before you press Save."
HEADING = "Left out as a heading: ข้อ คะแนน."
FAR = re.compile(r'id="id_([^"]+)_helptext">(.*?) <strong class="far">')


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


def test_pressing_save_twice_saves_once_and_accuses_nobody(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    address, given = f"/years/{cycle.uuid}/indicators", {**FULL, "seen": "0"}
    assert [desk.post(address, given).status_code for _ in range(2)] == [302, 302]
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
    page = text(desk.post(address, {"pasted": "O1\t100\r\no2\t50.5\r\no3\t", "fill": "1"}))
    assert TOLD.findall(page) == [
        f"Cells filled: 2, emptied: 1. Lines that did not fit: 0. {NOTHING_SAVED}"
    ]
    assert fields(page) == {"o1": "100", "o2": "50.5"}
    assert CHANGED.findall(page) == ["o1", "o2"]
    assert saved(anong, cycle) == []
    desk.post(address, {**fields(page), "seen": "0"})
    assert scores(anong, saved(anong, cycle)[0]) == {"o1": "100", "o2": "50.5"}


def test_what_was_typed_before_stays_when_cells_are_pasted(anong: Somebody) -> None:
    cycle = a_year(anong, 2568)
    typed = {"o1": "8x", "o2": "50", "note": "หมายเหตุ", "seen": "0"}
    answer = Desk(anong).post(
        f"/years/{cycle.uuid}/items", {**typed, "pasted": "o2\t60", "fill": "1"}
    )
    assert fields(text(answer)) == {"o1": "8x", "o2": "60", "note": "หมายเหตุ"}


def test_what_does_not_fit_is_told_beside_what_was_filled_and_stays_to_be_mended(
    anong: Somebody,
) -> None:
    cycle = a_year(anong, 2568)
    given = {"pasted": "ข้อ\tคะแนน\no1\t100\no99\t1", "fill": "1"}
    page = unescape(text(Desk(anong).post(f"/years/{cycle.uuid}/items", given)))
    assert TOLD.findall(page) == [
        f"Cells filled: 1, emptied: 0. Lines that did not fit: 1. {HEADING} {NOTHING_SAVED}"
    ]
    assert UNFIT.findall(page)[0].startswith(
        "<li>line 3: There is no o99 in ITA of fiscal year 2568."
    )
    assert "o99\t1</textarea>" in page
    assert fields(page) == {"o1": "100"}


def test_what_nobody_can_place_fills_nothing(anong: Somebody) -> None:
    cycle = a_year(anong, 2568)
    given = {"pasted": "100\n50", "o1": "1", "fill": "1"}
    page = unescape(text(Desk(anong).post(f"/years/{cycle.uuid}/items", given)))
    assert "2 lines of scores were pasted; the table has 52." in page
    assert fields(page) == {"o1": "1"}


def test_all_88_items_of_a_year_are_pasted_at_once(anong: Somebody) -> None:
    cycle, desk = a_year(anong, 2564), Desk(anong)
    codes = tuple(load_edition("nacc-2564").items)
    column = "\r\n".join(["๙๐.๕"] * 88) + "\r\n"
    page = text(desk.post(f"/years/{cycle.uuid}/items", {"pasted": column, "fill": "1"}))
    assert fields(page) == dict.fromkeys(codes, "90.5")
    desk.post(f"/years/{cycle.uuid}/items", {**fields(page), "seen": "0"})
    assert scores(anong, saved(anong, cycle)[0]) == dict.fromkeys(codes, "90.5")


def test_the_script_of_the_page_is_answered_with_the_cells_and_the_sentences(
    anong: Somebody,
) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    address = f"/years/{cycle.uuid}/indicators"
    answer = desk.answered(address, fill="1", pasted="80\n84,5\n\n", at="9")
    assert answer["cells"] == {"9": "80", "OIT": ""}
    assert answer["said"].startswith("Cells filled: 1, emptied: 1. Lines that did not fit: 1.")
    assert [each[:27] for each in answer["unfit"]] == ["line 2: The comma in 84,5 c"]
    refused = desk.answered(address, fill="1", pasted=" ")
    assert refused["cells"] == {}
    elsewhere = desk.answered(address, fill="1", pasted="80", at="o1")
    assert (elsewhere["cells"], elsewhere["said"][:26]) == ({}, "Select a valid choice. o1 ")
    assert saved(anong, cycle) == []


def test_the_total_is_worked_out_before_anything_is_saved(anong: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(anong)
    address = f"/years/{cycle.uuid}/indicators"
    page = text(desk.post(address, {**FULL, "9": "80", "seen": "0", "reckon": "1"}))
    assert RECKONED.findall(page) == ["Total 88.00, level at best: Pass, good. Not saved yet."]
    assert fields(page) == {**FULL, "9": "80"}
    said = desk.answered(address, **{**FULL, "10": ""}, reckon="1")
    assert said == {"said": "No total yet: there is no value of 10, OIT."}
    said = desk.answered(address, **{**FULL, "10": "84,5"}, reckon="1")
    assert said == {"said": "No total yet: no score stands in 10."}
    assert saved(anong, cycle) == []


def test_what_is_far_from_last_year_is_marked_and_taken_all_the_same(anong: Somebody) -> None:
    results(anong, a_year(anong, 2566), FULL)
    cycle, desk = a_year(anong), Desk(anong)
    address = f"/years/{cycle.uuid}/indicators"
    given = {**FULL, "9": "70", "10": "70.01", "seen": "0"}
    page = text(desk.post(address, {**given, "reckon": "1"}))
    assert FAR.findall(page) == [("9", "Last year 90.00 (9)")]
    assert page.count("Last year 90.00") == 14
    desk.post(address, given)
    assert scores(anong, saved(anong, cycle)[0])["9"] == "70"


def test_items_stand_beside_what_asked_for_the_same_last_year(anong: Somebody) -> None:
    results(anong, a_year(anong, 2567), {"o34": "100"})
    cycle = a_year(anong, 2568)
    page = text(Desk(anong).get(f"/years/{cycle.uuid}/items"))
    assert re.findall(r'id="id_(o\d+)_helptext">(.*?) <', page) == [
        ("o27", "Last year 100.00 (o34)")
    ]


def test_who_looks_on_types_and_pastes_nothing(anong: Somebody, boonmee: Somebody) -> None:
    cycle, desk = a_year(anong), Desk(boonmee)
    for page in ("indicators", "items"):
        for press in ("fill", "reckon", "save"):
            given = {press: "1", "seen": "0", "pasted": "o1\t1"}
            assert desk.post(f"/years/{cycle.uuid}/{page}", given).status_code == 403
