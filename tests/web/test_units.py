from __future__ import annotations

import pytest

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.selectors import unit_tree
from prongsai.foundation.audit.selectors import events_of
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db


def tree(who: Somebody) -> list[tuple[str, int]]:
    with scope.agency(who.agency.pk):
        return [(branch.name, branch.depth) for branch in unit_tree()]


def unit(who: Somebody, name: str) -> Unit:
    with scope.agency(who.agency.pk):
        return Unit.objects.get(name=name)


def added(desk: Desk, who: Somebody, name: str, level: str, parent: str = "") -> str:
    below = unit(who, parent).pk if parent else ""
    return text(desk.post("/units", {"name": name, "level": level, "parent": below}))


def test_a_section_and_a_job_are_added_below_a_division(dao: Somebody) -> None:
    desk = Desk(dao)
    added(desk, dao, "ฝ่ายอำนวยการ", "section", "สำนักปลัด")
    added(desk, dao, "งานนิติการ", "job", "ฝ่ายอำนวยการ")
    expected = [("สำนักปลัด", 0), ("ฝ่ายอำนวยการ", 1), ("งานนิติการ", 2), ("กองคลัง", 0)]
    assert tree(dao) == expected


def test_a_unit_cannot_stand_where_its_level_does_not(dao: Somebody) -> None:
    desk = Desk(dao)
    for level, parent in (("section", ""), ("division", "กองคลัง")):
        assert "A unit of this level cannot stand there." in added(desk, dao, "ก", level, parent)
    assert tree(dao) == [("สำนักปลัด", 0), ("กองคลัง", 0)]


def test_a_name_stands_once_among_its_neighbours(dao: Somebody) -> None:
    assert "กองคลัง is there already." in added(Desk(dao), dao, "กองคลัง", "division")


def test_who_renames_second_is_told_and_overwrites_nothing(dao: Somebody) -> None:
    desk, address = Desk(dao), f"/units/{unit(dao, 'กองคลัง').uuid}"
    opened = desk.form(address)
    desk.post(address, {**opened, "name": "กองการคลัง"})
    second = text(desk.post(address, {**opened, "name": "สำนักคลัง"}))
    assert "Somebody else changed กองการคลัง meanwhile." in second
    assert tree(dao) == [("สำนักปลัด", 0), ("กองการคลัง", 0)]


def test_who_moves_second_is_told_too(dao: Somebody) -> None:
    desk = Desk(dao)
    added(desk, dao, "งานนิติการ", "job", "สำนักปลัด")
    address = f"/units/{unit(dao, 'งานนิติการ').uuid}"
    opened = desk.form(address)
    desk.post(address, {**opened, "parent": unit(dao, "กองคลัง").pk})
    second = text(desk.post(address, {**opened, "name": "งานกฎหมาย"}))
    assert "Somebody else changed งานนิติการ meanwhile." in second
    assert tree(dao) == [("สำนักปลัด", 0), ("กองคลัง", 0), ("งานนิติการ", 1)]


def test_a_unit_with_open_units_below_is_not_closed(dao: Somebody) -> None:
    desk = Desk(dao)
    added(desk, dao, "ฝ่ายอำนวยการ", "section", "สำนักปลัด")
    top = unit(dao, "สำนักปลัด")
    desk.post(f"/units/{top.uuid}/close")
    below = unit(dao, "ฝ่ายอำนวยการ")
    assert ("สำนักปลัด", 0) in tree(dao)
    desk.post(f"/units/{below.uuid}/close")
    desk.post(f"/units/{top.uuid}/close")
    assert tree(dao) == [("กองคลัง", 0)]
    assert desk.get(f"/units/{below.uuid}").status_code == 404


def test_only_who_may_edit_changes_units(dao: Somebody, anong: Somebody) -> None:
    desk = Desk(anong)
    page = added(desk, anong, "กองช่าง", "division")
    assert "Only an administrator changes the agency and its units." in page
    assert desk.get(f"/units/{unit(dao, 'กองคลัง').uuid}").status_code == 403


def test_every_change_of_a_unit_is_in_the_record(dao: Somebody) -> None:
    desk, one = Desk(dao), unit(dao, "กองคลัง")
    address = f"/units/{one.uuid}"
    desk.post(address, {**desk.form(address), "name": "กองการคลัง"})
    desk.post(f"{address}/close")
    closed, changed = events_of(dao.agency.pk)[:2]
    assert (closed.kind, changed.kind) == ("unit.closed", "unit.changed")
    assert changed.details is not None
    assert changed.details["changes"] == {"name": ["กองคลัง", "กองการคลัง"]}
    assert changed.author_key == str(dao.person.uuid)
