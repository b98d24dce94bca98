from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from prongsai.core.errors import Refusal
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind, Digits, Unit, UnitLevel
from prongsai.foundation.agencies.selectors import unit_tree
from prongsai.foundation.agencies.services import (
    add_unit,
    change_agency,
    change_unit,
    close_unit,
    create_agency,
    state_of,
)
from prongsai.foundation.audit.selectors import events_of
from tests.factories.dump import everything_of
from tests.factories.people import TESTS, an_agency

pytestmark = pytest.mark.django_db

NEW = {"kind": AgencyKind.SAO, "province": "จังหวัดสมมติ"}
ELSEWHERE = (
    "A unit of this level cannot stand there. "
    "Divisions stand at the top, sections below divisions, jobs below either."
)


@pytest.fixture
def agency() -> Agency:
    return an_agency("อบต.หนึ่ง")


def last(agency: Agency) -> tuple[str, str, dict[str, object]]:
    """Return the last event of an agency: its kind, what it tells of, what was changed."""
    event = events_of(agency.pk)[0]
    assert event.details is not None
    return event.kind, event.details["subject"], event.details["changes"]


def refused(agency: Agency, write: Callable[[], object]) -> str:
    """Return why a write is refused, and see that it changed nothing of the agency."""
    before = everything_of(agency)
    with scope.agency(agency.pk), pytest.raises(Refusal) as said:
        write()
    assert everything_of(agency) == before
    return str(said.value)


def unit(agency: Agency, name: str) -> Unit:
    with scope.agency(agency.pk):
        return Unit.objects.get(name=name)


def added(agency: Agency, name: str, level: UnitLevel, parent: str = "") -> Unit:
    above = unit(agency, parent) if parent else None
    with scope.agency(agency.pk):
        return add_unit(agency=agency, name=name, level=level, parent=above, by=TESTS)


def test_an_agency_is_opened_with_its_divisions_in_order(agency: Agency) -> None:
    with scope.agency(agency.pk):
        tree = [(each.name, each.level, each.depth) for each in unit_tree()]
    assert tree == [("สำนักปลัด", "division", 0), ("กองคลัง", "division", 0)]
    told = [(event.kind, event.author_key) for event in events_of(agency.pk)]
    assert told == [("unit.added", "tests")] * 2 + [("agency.created", "tests")]


def test_a_name_is_of_one_agency_and_so_is_a_code(agency: Agency) -> None:
    change_agency(agency=agency, by=TESTS, code="06730201")
    for fields in ({"name": "อบต.หนึ่ง"}, {"name": "อบต.สอง", "code": "06730201"}):
        with pytest.raises(Refusal) as said:
            create_agency(by=TESTS, units=("กองคลัง",), **NEW, **fields)
        assert str(said.value) == (
            f"{fields['name']} is there already. "
            "Choose another name or code, or use the one that is there."
        )
    assert Agency.objects.count() == 1


def test_only_what_is_other_is_changed_and_recorded(agency: Agency) -> None:
    fields = {"name": "อบต.หนึ่ง", "district": "เมือง", "digits": Digits.ARABIC}
    kept = change_agency(agency=agency, by=TESTS, **fields)
    assert (kept.name, kept.district, kept.digits) == ("อบต.หนึ่ง", "เมือง", "arabic")
    changes = {"district": ["", "เมือง"], "digits": ["thai", "arabic"]}
    assert last(agency) == ("agency.changed", "อบต.หนึ่ง", changes)
    before = everything_of(agency)
    change_agency(agency=agency, by=TESTS, **fields)
    assert everything_of(agency) == before


def test_a_name_of_another_agency_is_refused(agency: Agency) -> None:
    an_agency("อบต.สอง")
    why = refused(agency, lambda: change_agency(agency=agency, by=TESTS, name="อบต.สอง"))
    assert why.startswith("อบต.สอง is there already.")


@pytest.mark.parametrize("field", ["name", "district", "document_number", "digits"])
def test_who_changes_an_agency_second_is_told(field: str, agency: Agency) -> None:
    seen = state_of(agency)
    change_agency(agency=agency, by=TESTS, seen=seen, **{field: "arabic"})
    name = "arabic" if field == "name" else "อบต.หนึ่ง"
    why = refused(agency, lambda: change_agency(agency=agency, by=TESTS, seen=seen, code="1"))
    assert why == f"Somebody else changed {name} meanwhile. Look at it again, then change it."


def test_a_unit_comes_last_among_its_neighbours(agency: Agency) -> None:
    made = added(agency, " งานนิติการ ", UnitLevel.JOB, "สำนักปลัด")
    assert (made.name, made.place, made.parent) == ("งานนิติการ", 0, unit(agency, "สำนักปลัด"))
    assert added(agency, "งานแผน", UnitLevel.JOB, "สำนักปลัด").place == 1
    assert last(agency) == ("unit.added", "งานแผน", {})


def test_a_unit_that_is_moved_comes_last_there_and_leaves_no_place_behind(agency: Agency) -> None:
    job = UnitLevel.JOB
    first, *_ = (added(agency, f"งาน {n}", job, "สำนักปลัด") for n in (1, 2, 3))
    added(agency, "งานคลัง", job, "กองคลัง")
    with scope.agency(agency.pk):
        parent = Unit.objects.get(name="กองคลัง")
        change_unit(unit=first, name=first.name, parent=parent, by=TESTS)
    added(agency, "งานใหม่", job, "สำนักปลัด")
    with scope.agency(agency.pk):
        tree = [each.name for each in unit_tree() if each.depth]
    assert tree == ["งาน 2", "งาน 3", "งานใหม่", "งานคลัง", "งาน 1"]


@pytest.mark.parametrize(
    ("level", "parent", "fits"),
    [
        (UnitLevel.DIVISION, "", True),
        (UnitLevel.DIVISION, "กองคลัง", False),
        (UnitLevel.SECTION, "", False),
        (UnitLevel.SECTION, "กองคลัง", True),
        (UnitLevel.SECTION, "ฝ่าย", False),
        (UnitLevel.JOB, "", False),
        (UnitLevel.JOB, "กองคลัง", True),
        (UnitLevel.JOB, "ฝ่าย", True),
        (UnitLevel.JOB, "งาน", False),
    ],
)
def test_a_unit_stands_where_its_level_does(
    level: UnitLevel, parent: str, fits: bool, agency: Agency
) -> None:
    added(agency, "ฝ่าย", UnitLevel.SECTION, "สำนักปลัด")
    added(agency, "งาน", UnitLevel.JOB, "ฝ่าย")
    if fits:
        assert added(agency, "ใหม่", level, parent).level == level
    else:
        assert refused(agency, lambda: added(agency, "ใหม่", level, parent)) == ELSEWHERE


@pytest.mark.parametrize("parent", ["", "กองคลัง"])
def test_a_name_stands_once_among_neighbours(parent: str, agency: Agency) -> None:
    level = UnitLevel.JOB if parent else UnitLevel.DIVISION
    added(agency, "ซ้ำ", level, parent)
    why = refused(agency, lambda: added(agency, "ซ้ำ", level, parent))
    assert why.startswith("ซ้ำ is there already.")


def changed(one: Unit, name: str, parent: Unit | None = None, seen: str | None = None) -> Unit:
    with scope.agency(one.agency_id):
        return change_unit(unit=one, name=name, parent=parent, seen=seen, by=TESTS)


def test_a_unit_is_renamed_and_moved(agency: Agency) -> None:
    job, below = added(agency, "งาน", UnitLevel.JOB, "สำนักปลัด"), unit(agency, "กองคลัง")
    kept = changed(job, " งานแผน ", below)
    assert (kept.name, kept.parent) == ("งานแผน", below)
    changes = {"name": ["งาน", "งานแผน"], "parent": ["สำนักปลัด", "กองคลัง"]}
    assert last(agency) == ("unit.changed", "งานแผน", changes)
    before = events_of(agency.pk).count()
    changed(job, "งานแผน", below)
    assert events_of(agency.pk).count() == before


def test_a_unit_stands_neither_below_itself_nor_where_a_name_is_taken(agency: Agency) -> None:
    top, job = unit(agency, "กองคลัง"), added(agency, "งาน", UnitLevel.JOB, "กองคลัง")
    for parent in (top, job):
        assert refused(agency, partial(changed, top, "กองคลัง", parent)) == ELSEWHERE
    why = refused(agency, lambda: changed(top, "สำนักปลัด"))
    assert why.startswith("สำนักปลัด is there already.")


def test_who_changes_a_unit_second_is_told(agency: Agency) -> None:
    one = added(agency, "งาน", UnitLevel.JOB, "กองคลัง")
    seen, below = state_of(one), unit(agency, "สำนักปลัด")
    changed(one, "งาน", below, seen)
    assert refused(agency, lambda: changed(one, "งานแผน", below, seen)) == (
        "Somebody else changed งาน meanwhile. Look at it again, then change it."
    )


def test_a_unit_is_closed_once_and_from_below(agency: Agency) -> None:
    top, job = unit(agency, "กองคลัง"), added(agency, "งาน", UnitLevel.JOB, "กองคลัง")
    why = refused(agency, lambda: close_unit(unit=top, by=TESTS))
    assert why == "Units below กองคลัง are open: งาน. Move or close them first."
    with scope.agency(agency.pk):
        for each in (job, top):
            assert close_unit(unit=each, by=TESTS).is_closed
            assert last(agency) == ("unit.closed", each.name, {})
        before = everything_of(agency)
        close_unit(unit=top, by=TESTS)
    assert everything_of(agency) == before
