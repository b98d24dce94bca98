from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone
from django.utils.translation import override

from prongsai.core.tracking import WORDS_OF_STATES, Due
from prongsai.formats.read_catalogue import load_catalogue
from prongsai.foundation.accounts.models import Acting, Capacity
from prongsai.foundation.accounts.roles import Permission, Role
from prongsai.stages.cycles.services import close_year
from prongsai.stages.improvement.mapping import last_day_of, state_of
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import plan_year
from prongsai.stages.improvement.selectors import (
    find_measures,
    lacks,
    measures_of,
    pressing,
    proposals,
    still_weak,
)
from prongsai.stages.improvement.services import set_state
from prongsai.stages.improvement.states import MeasureState
from prongsai.stages.improvement.units import headed_by, units_of_roles
from tests.factories.people import Somebody, somebody
from tests.factories.plans import a_measure, a_unit
from tests.factories.years import FULL, a_year, results


def test_states_are_called_as_the_reports_of_agencies_have_them() -> None:
    with override("th"):
        words = {each: str(MeasureState(each).label) for each in WORDS_OF_STATES}
    assert words == WORDS_OF_STATES
    assert state_of(Measure(state="dropped")) is None


def test_a_role_is_the_unit_of_its_name_or_of_a_name_that_begins_so(anong: Somebody) -> None:
    policy = a_unit(anong, "งานนโยบายและแผนงบประมาณ", a_unit(anong))
    a_unit(anong, "กองช่างโยธา")
    a_unit(anong, "กองช่างสำรวจ")  # two begin so: nobody knows which
    found = {role: unit.name for role, unit in units_of_roles(load_catalogue()).items()}
    assert found == {"clerk": "สำนักปลัด", "finance": "กองคลัง", "policy": policy.name}


def test_a_role_that_no_unit_is_called_by_is_the_unit_of_who_has_it(anong: Somebody) -> None:
    for name, role, unit in (
        ("law", Role.LEGAL_OFFICER, "สำนักปลัด"),
        ("audit", Role.AUDITOR, "สำนักปลัด"),
        ("auditor", Role.AUDITOR, "กองคลัง"),  # two of two units: nobody knows which
    ):
        who = somebody(anong.agency, name, role)
        who.membership.unit = a_unit(anong, unit)
        who.membership.save()
    found = units_of_roles(load_catalogue())
    assert (found["legal"].name, "audit" in found, "supply" in found) == ("สำนักปลัด", False, False)


def test_a_proposal_names_the_units_that_are_here_and_says_what_it_leaves_open(
    anong: Somebody,
) -> None:
    results(anong, a_year(anong, 2567), {**FULL, "o1": "0"})
    plan = plan_year(2568)
    assert plan is not None
    (found,) = proposals(plan)
    named = (found.measure.lead, *found.measure.support)
    roles = {each.th for key, each in load_catalogue().roles.items() if key != "all"}
    known = {"สำนักปลัด", "กองคลัง"}
    assert set(found.unknown) == (set(named) & roles) - known
    units = {unit.name for unit in (found.written.lead, *found.written.support) if unit}
    assert units <= known


def test_a_name_that_stands_for_two_units_is_left_open(anong: Somebody) -> None:
    results(anong, a_year(anong, 2567), {**FULL, "1": "60", "2": "60", "4": "60", "o1": "0"})
    for name, role, above in (
        ("law", Role.LEGAL_OFFICER, "สำนักปลัด"),
        ("audit", Role.AUDITOR, "กองคลัง"),
        ("supply", Role.PROCUREMENT_OFFICER, "กองคลัง"),
    ):
        who = somebody(anong.agency, name, role)
        who.membership.unit = a_unit(anong, "งานทั่วไป", a_unit(anong, above))
        who.membership.save()
    plan = plan_year(2568)
    assert plan is not None
    offered = proposals(plan)
    assert any("งานทั่วไป" in each.unknown for each in offered)
    units = [unit for each in offered for unit in (each.written.lead, *each.written.support)]
    assert "งานทั่วไป" not in {unit.name for unit in units if unit}


def test_a_cure_that_the_framework_of_its_year_has_not_is_lacking(anong: Somebody) -> None:
    a_year(anong, 2567)
    a_measure(anong, lead=a_unit(anong))
    Measure.objects.update(cures=["o1", "o99"])
    plan = plan_year(2568)
    assert plan is not None
    assert [str(each) for each in lacks(plan, measures_of(2568))] == [
        "M-2568-001 brings o99 in order, which is not in ITA of fiscal year 2568."
    ]


def test_a_plan_without_results_proposes_nothing_and_finds_nothing_weak(anong: Somebody) -> None:
    a_year(anong, 2567)
    for year in (2567, 2568):
        plan = plan_year(year)
        assert plan is not None
        assert (proposals(plan), still_weak(plan, ()), lacks(plan, ())) == ((), None, ())


def test_what_is_dropped_answers_nothing_and_lacks_nothing(anong: Somebody) -> None:
    results(anong, a_year(anong, 2567), {**FULL, "2": "60"})
    plan, row = plan_year(2568), a_measure(anong, answers=("2",))
    assert plan is not None
    rows = measures_of(2568)
    lead = "M-2568-001 has no lead unit."
    assert (still_weak(plan, rows), [str(each) for each in lacks(plan, rows)]) == ((), [lead])
    set_state(measure=row, to=MeasureState.DROPPED, seen=1, by=anong.actor, reason="งบไม่พอ")
    assert (still_weak(plan, measures_of(2568)), lacks(plan, measures_of(2568))) == (
        ("IIT", "2"),
        (),
    )


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2024, 11, 30), []),
        (date(2024, 12, 1), [Due.DUE]),
        (date(2025, 1, 1), [Due.LATE]),
        (date(2026, 9, 30), [Due.LATE]),
        (date(2026, 10, 1), []),  # two years later nobody is reminded any more
    ],
)
def test_months_that_end_or_are_over_press(today: date, due: list[Due], anong: Somebody) -> None:
    a_year(anong, 2567)
    row = a_measure(anong, lead=a_unit(anong))
    a_measure(anong, months=None)
    done = a_measure(anong)
    set_state(measure=done, to=MeasureState.DONE, seen=1, by=anong.actor)
    assert pressing(today, None) == tuple((row, each) for each in due)
    assert pressing(today, {a_unit(anong).pk}) == tuple((row, each) for each in due)
    assert pressing(today, {a_unit(anong, "กองคลัง").pk}) == ()
    assert [last_day_of(each) for each in measures_of(2568)] == [
        date(2024, 12, 31), date(2025, 9, 30), date(2024, 12, 31),
    ]  # fmt: skip


def test_in_a_closed_year_nothing_presses(anong: Somebody) -> None:
    cycle = a_year(anong, 2568)
    row, later = a_measure(anong), a_measure(anong, 2569, cures=())
    today = date(2026, 1, 1)
    assert pressing(today, None) == ((later, Due.LATE), (row, Due.LATE))
    close_year(cycle=cycle, by=anong.actor)
    assert pressing(today, None) == ((later, Due.LATE),)


def test_who_has_no_unit_is_at_the_head_of_none(anong: Somebody) -> None:
    assert headed_by(anong.actor) == frozenset()


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.VIEWER])
def test_who_only_acts_as_a_head_is_at_the_head_of_no_own_unit(role: Role, anong: Somebody) -> None:
    who = somebody(anong.agency, "who", role)
    unit, today = a_unit(anong), timezone.localdate()
    who.membership.unit = unit
    who.membership.save()
    days = {"starts_on": today, "ends_on": today}
    post = {"capacity": Capacity.values[0], "post": "ผู้อำนวยการกองคลัง", "role": Role.UNIT_HEAD}
    Acting.objects.create(agency=anong.agency, membership=who.membership, **post, **days)
    assert who.actor.has(Permission.MEASURES_REPORT)
    assert headed_by(who.actor) == ({unit.pk} if role is Role.UNIT_HEAD else frozenset())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["คู่มือ"], ["M-2568-001"]),
        (["กองคลัง"], ["M-2568-002"]),
        (["m-2568-002"], ["M-2568-002"]),
        (["m-2568-1"], ["M-2568-001"]),
        (["m-2568-002", "คู่มือ"], []),
    ],
)
def test_a_measure_is_found_by_its_words_its_unit_or_what_it_is_called(
    words: list[str], found: list[str], anong: Somebody
) -> None:
    a_year(anong, 2567)
    a_measure(anong)
    a_measure(anong, title="อบรม", lead=a_unit(anong, "กองคลัง"))
    assert [each.key for each in find_measures(words)] == found
