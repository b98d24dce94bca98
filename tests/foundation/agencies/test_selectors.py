from __future__ import annotations

from functools import partial

import pytest

from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind, Unit, UnitLevel
from prongsai.foundation.agencies.selectors import (
    branches,
    divisions,
    overseen_by,
    unit_tree,
    usual_units,
)
from prongsai.foundation.agencies.services import add_unit, close_unit
from tests.factories.people import TESTS, an_agency


@pytest.mark.django_db
def test_the_tree_has_each_open_unit_before_what_is_below_it() -> None:
    agency = an_agency("อบต.หนึ่ง")
    an_agency("อบต.สอง")
    with scope.agency(agency.pk):
        top = Unit.objects.get(name="สำนักปลัด")
        add = partial(add_unit, agency=agency, by=TESTS)
        section = add(name="ฝ่าย", level=UnitLevel.SECTION, parent=top)
        add(name="งาน", level=UnitLevel.JOB, parent=section)
        gone = add(name="เลิกแล้ว", level=UnitLevel.JOB, parent=top)
        close_unit(unit=gone, by=TESTS)
        tree = [(each.name, each.depth) for each in unit_tree()]
    assert tree == [("สำนักปลัด", 0), ("ฝ่าย", 1), ("งาน", 2), ("กองคลัง", 0)]


@pytest.mark.django_db
def test_a_piece_of_the_tree_has_all_that_is_below_its_tops() -> None:
    agency = an_agency("อบต.หนึ่ง")
    with scope.agency(agency.pk):
        add = partial(add_unit, agency=agency, by=TESTS)
        for top in Unit.objects.order_by("place"):
            section = add(name=f"ฝ่ายของ{top.name}", level=UnitLevel.SECTION, parent=top)
            add(name=f"งานของ{top.name}", level=UnitLevel.JOB, parent=section)
        assert branches(divisions()) == unit_tree()
        piece = [(each.name, each.depth) for each in branches(divisions()[1:])]
    assert piece == [("กองคลัง", 0), ("ฝ่ายของกองคลัง", 1), ("งานของกองคลัง", 2)]


@pytest.mark.django_db
def test_a_province_oversees_its_open_agencies_by_name() -> None:
    province, other = (an_agency(name, AgencyKind.OVERSEER) for name in ("จังหวัดหนึ่ง", "จังหวัดสอง"))
    for name, overseer, active in (
        ("อบต.ข", province, True),
        ("อบต.ก", province, True),
        ("อบต.ค", province, False),
        ("อบต.ง", other, True),
    ):
        Agency.objects.filter(pk=an_agency(name).pk).update(overseer=overseer, is_active=active)
    assert [each.name for each in overseen_by(province.pk)] == ["อบต.ก", "อบต.ข"]


def test_the_usual_units_of_a_kind_are_known_or_nobody_said() -> None:
    assert usual_units(AgencyKind.SAO)[:3] == ("สำนักปลัด", "กองคลัง", "กองช่าง")
    assert usual_units(AgencyKind.OVERSEER) == ()
