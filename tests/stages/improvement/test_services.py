from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.db.transaction import atomic

from prongsai.core.errors import Refusal
from prongsai.flows.start_next_year import start_year
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.selectors import events_of
from prongsai.stages.cycles.services import close_year
from prongsai.stages.improvement.mapping import supporting, written_in
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import PlanYear, plan_year
from prongsai.stages.improvement.selectors import measures_of, proposals, still_weak
from prongsai.stages.improvement.services import (
    add_measure,
    change_measure,
    set_state,
    take_proposals,
)
from prongsai.stages.improvement.states import NEXT, MeasureState
from prongsai.stages.improvement.written import Written
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.plans import WHOLE, a_measure, a_unit
from tests.factories.years import FULL, a_year, results


def the_plan(year: int) -> PlanYear:
    found = plan_year(year)
    assert found is not None
    return found


def test_a_measure_is_kept_as_it_was_written_and_recorded(anong: Somebody) -> None:
    a_year(anong, 2567)
    clerk, finance = a_unit(anong), a_unit(anong, "กองคลัง")
    units: dict[str, Any] = {"lead": clerk, "support": (finance, clerk, finance)}
    row = a_measure(anong, answers=(" I๑ ", "i1", "e3"), cures=("O 2",), **units)
    assert (row.key, row.state) == ("M-2568-001", "not_started")
    expected = {**WHOLE, "answers": ("i1", "e3"), "cures": ("o2",), "lead": clerk}
    assert written_in(measures_of(2568).get()) == Written(**expected, support=(finance,))
    event = events_of(anong.agency.pk)[0]
    assert (event.kind, (event.details or {})["subject"]) == (
        "measure.planned", "M-2568-001 จัดทำคู่มือ",
    )  # fmt: skip


def test_what_a_form_sends_twice_is_added_once_and_never_meets_another_agency(
    anong: Somebody,
) -> None:
    a_year(anong, 2567)
    form, given = uuid4(), Written(title=" จัดทำคู่มือ ")

    def press(who: Somebody, written: Written = given) -> Measure:
        with scope.agency(who.agency.pk):
            return add_measure(fiscal_year=2568, written=written, by=who.actor, form=form)

    row = press(anong)
    assert press(anong) == row
    with pytest.raises(Refusal, match="This form was saved before, as M-2568-001"):
        press(anong, Written(title="อีกเรื่อง"))
    assert [each.title for each in measures_of(2568)] == ["จัดทำคู่มือ"]
    other = somebody(an_agency("อบต.สอง"), "chai", Role.ITA_OFFICER)
    with scope.agency(other.agency.pk):
        a_year(other, 2567)
    assert press(other).agency == other.agency


@pytest.mark.parametrize("months", [(10, None), (None, 10), (0, 1), (1, 13)])
def test_months_come_in_pairs(months: tuple[int | None, int | None], anong: Somebody) -> None:
    a_year(anong, 2567)
    row = a_measure(anong)
    row.first_month, row.last_month = months
    with pytest.raises(IntegrityError), atomic():
        row.save()


def test_numbers_go_on_in_a_year_and_each_year_has_its_own(anong: Somebody) -> None:
    a_year(anong, 2567)
    keys = [a_measure(anong, year, answers=(), cures=()).key for year in (2568, 2567, 2568)]
    assert keys == ["M-2568-001", "M-2567-001", "M-2568-002"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"title": "  "}, "The title is missing"),
        ({"answers": ("i99",)}, "There is no i99"),
        ({"cures": ("i1",)}, "i1 is no item of the OIT checklist"),
        ({"cures": ("9",)}, "9 is no item of the OIT checklist"),
        ({"months": (12, 10)}, "The last month comes before the first"),
        ({"months": (9, 10)}, "The last month comes before the first"),
    ],
)
def test_what_cannot_be_is_refused(written: dict[str, Any], said: str, anong: Somebody) -> None:
    a_year(anong, 2567)
    with pytest.raises(Refusal, match=said):
        a_measure(anong, **written)
    assert not measures_of(2568).exists()


def test_before_the_framework_of_its_year_is_there_a_measure_has_no_cures(anong: Somebody) -> None:
    a_year(anong, 2570, edition="nacc-2569")
    with pytest.raises(Refusal, match="is not known here yet"):
        a_measure(anong, 2571, answers=("1",))
    assert a_measure(anong, 2571, answers=("1",), cures=()).key == "M-2571-001"


def test_in_a_year_that_is_not_there_nothing_is_planned(anong: Somebody) -> None:
    a_year(anong, 2566)
    for year in (2565, 2568):
        with pytest.raises(Refusal, match=f"Neither the year {year} nor the one before"):
            a_measure(anong, year)


def test_a_closed_year_takes_nothing_and_closing_that_of_its_results_stops_nothing(
    anong: Somebody,
) -> None:
    results(anong, a_year(anong, 2567), {**FULL, "1": "60"})
    closed = a_year(anong, 2568)
    row = a_measure(anong, answers=())
    (mark,) = (each.mark for each in proposals(the_plan(2568))[:1])
    close_year(cycle=closed, by=anong.actor)
    given = Written(title="ใหม่")
    for write in (
        lambda: add_measure(fiscal_year=2568, written=given, by=anong.actor),
        lambda: take_proposals(fiscal_year=2568, marks=[mark], by=anong.actor),
        lambda: change_measure(measure=row, written=given, seen=1, by=anong.actor),
        lambda: set_state(measure=row, to=MeasureState.DONE, seen=1, by=anong.actor),
    ):
        with pytest.raises(Refusal, match="The year 2568 is closed"):
            write()
    assert [each.title for each in measures_of(2568)] == ["จัดทำคู่มือ"]
    assert a_measure(anong, 2569, cures=()).key == "M-2569-001"


def test_proposals_that_are_taken_answer_what_is_weak(anong: Somebody) -> None:
    results(anong, a_year(anong, 2567), {**FULL, "1": "60", "o1": "0"})
    plan = the_plan(2568)
    offered = proposals(plan)
    assert still_weak(plan, measures_of(2568)) == ("IIT", "1", "o1")
    marks = [each.mark for each in offered]
    taken = take_proposals(fiscal_year=2568, marks=marks, by=anong.actor)
    assert [each.key for each in taken] == [f"M-2568-{n:03}" for n in range(1, len(offered) + 1)]
    assert [written_in(row) for row in measures_of(2568)] == [each.written for each in offered]
    assert still_weak(plan, measures_of(2568)) == ()
    assert proposals(plan) == ()


def test_proposals_that_are_taken_twice_stand_there_once(anong: Somebody) -> None:
    results(anong, a_year(anong, 2567), {**FULL, "1": "60", "o1": "0"})
    marks = [each.mark for each in proposals(the_plan(2568))]

    def take(*marks: str) -> list[Measure]:
        return take_proposals(fiscal_year=2568, marks=marks, by=anong.actor)

    taken = take(marks[0])
    assert take(marks[0]) == taken == list(measures_of(2568))
    with pytest.raises(Refusal, match="is not proposed any more"):
        take(*marks)  # one of them was taken by somebody else, and the others were not
    row = taken[0]
    change_measure(measure=row, written=Written(title="ใหม่"), seen=1, by=anong.actor)
    assert [each.title for each in take(marks[0])] == [row.title]  # it is proposed again
    assert len(measures_of(2568)) == 2


def test_what_is_not_ticked_or_proposed_no_more_is_refused(anong: Somebody) -> None:
    cycle = a_year(anong, 2567)
    results(anong, cycle, {**FULL, "1": "60"})
    marks = [each.mark for each in proposals(the_plan(2568))]
    with pytest.raises(Refusal, match="No measure was ticked"):
        take_proposals(fiscal_year=2568, marks=[], by=anong.actor)
    results(anong, cycle, FULL)
    with pytest.raises(Refusal, match="is not proposed any more"):
        take_proposals(fiscal_year=2568, marks=marks, by=anong.actor)


def test_what_was_changed_is_recorded_and_nothing_else(anong: Somebody) -> None:
    a_year(anong, 2567)
    unit, row = a_unit(anong), a_measure(anong)
    given = Written(**{**WHOLE, "lead": unit, "support": (a_unit(anong, "กองคลัง"),)})
    kept = change_measure(measure=row, written=given, seen=1, by=anong.actor)
    assert (kept.version, kept.lead, [each.name for each in supporting(kept)]) == (
        2, unit, ["กองคลัง"],
    )  # fmt: skip
    assert (events_of(anong.agency.pk)[0].details or {})["changes"] == {
        "lead": [None, "สำนักปลัด"], "support": ["", "กองคลัง"],
    }  # fmt: skip
    before = len(events_of(anong.agency.pk))
    change_measure(measure=kept, written=given, seen=2, by=anong.actor)
    assert (len(events_of(anong.agency.pk)), measures_of(2568).get().version) == (before, 2)


def test_of_two_who_change_a_measure_the_second_is_told(anong: Somebody) -> None:
    a_year(anong, 2567)
    row = a_measure(anong)
    change_measure(measure=row, written=Written(title="หนึ่ง"), seen=1, by=anong.actor)
    told = "Somebody else changed M-2568-001 meanwhile"
    with pytest.raises(Refusal, match=told):
        change_measure(measure=row, written=Written(title="สอง"), seen=1, by=anong.actor)
    with pytest.raises(Refusal, match=told):
        set_state(measure=row, to=MeasureState.DONE, seen=1, by=anong.actor)
    assert [(each.title, each.state) for each in measures_of(2568)] == [("หนึ่ง", "not_started")]


def test_what_goes_on_in_a_later_year_is_changed_there(anong: Somebody) -> None:
    old = a_year(anong, 2568)
    row = a_measure(anong)
    start_year(fiscal_year=2569, like=old, by=anong.actor)
    with pytest.raises(Refusal, match="M-2568-001 goes on as M-2569-001"):
        change_measure(measure=row, written=Written(title="ใหม่"), seen=1, by=anong.actor)
    with pytest.raises(Refusal, match="M-2568-001 goes on as M-2569-001"):
        set_state(measure=row, to=MeasureState.DONE, seen=1, by=anong.actor)
    assert (measures_of(2568).get().state, measures_of(2568).get().version) == ("not_started", 1)


@pytest.mark.parametrize("old", list(MeasureState))
@pytest.mark.parametrize("to", list(MeasureState))
def test_a_measure_goes_only_where_the_table_says(
    old: MeasureState, to: MeasureState, anong: Somebody
) -> None:
    a_year(anong, 2567)
    row = a_measure(anong)
    row.state, row.dropped_because = old, "เดิม" if old is MeasureState.DROPPED else ""
    row.save()

    def go() -> Measure:
        return set_state(measure=row, to=to, seen=1, by=anong.actor, reason=" งบไม่พอ ")

    if old is to:
        assert go().version == 1
    elif to in NEXT[old]:
        kept, reason = go(), "งบไม่พอ" if to is MeasureState.DROPPED else ""
        assert (kept.state, kept.dropped_because, kept.version) == (to, reason, 2)
        assert (events_of(anong.agency.pk)[0].details or {})["changes"] == {"state": [old, to]}
    else:
        with pytest.raises(Refusal, match="cannot become"):
            go()


def test_every_state_says_where_it_may_go() -> None:
    assert NEXT.keys() == set(MeasureState)


@pytest.mark.parametrize("reason", [" ", "\u200b\u00a0"])
def test_a_measure_is_not_dropped_without_a_reason(reason: str, anong: Somebody) -> None:
    a_year(anong, 2567)
    with pytest.raises(Refusal, match="The reason is missing"):
        set_state(
            measure=a_measure(anong), to=MeasureState.DROPPED, seen=1, by=anong.actor, reason=reason
        )


def test_the_head_of_the_lead_unit_says_how_far_it_has_come_and_drops_nothing(
    anong: Somebody,
) -> None:
    a_year(anong, 2567)
    division = a_unit(anong, "กองคลัง")
    job, other = a_unit(anong, "งานการเงิน", division), a_unit(anong)
    head = somebody(anong.agency, "head", Role.UNIT_HEAD)
    head.membership.unit = division
    head.membership.save()
    own, strange = a_measure(anong, lead=job), a_measure(anong, lead=other)

    def go(row: Measure, to: MeasureState) -> Measure:
        return set_state(measure=row, to=to, seen=1, by=head.actor, reason="ไม่ทำ")

    for row, to in ((strange, MeasureState.DONE), (own, MeasureState.DROPPED)):
        with pytest.raises(NotAllowed):
            go(row, to)
    assert go(own, MeasureState.IN_PROGRESS).state == "in_progress"


def test_who_looks_on_plans_nothing_and_says_nothing(anong: Somebody, boonmee: Somebody) -> None:
    a_year(anong, 2567)
    row, given = a_measure(anong), Written(title="ใหม่")
    for write in (
        lambda: add_measure(fiscal_year=2568, written=given, by=boonmee.actor),
        lambda: take_proposals(fiscal_year=2568, marks=["x"], by=boonmee.actor),
        lambda: change_measure(measure=row, written=given, seen=1, by=boonmee.actor),
        lambda: set_state(measure=row, to=MeasureState.DONE, seen=1, by=boonmee.actor),
    ):
        with pytest.raises(NotAllowed):
            write()


def test_a_measure_of_another_agency_is_not_there(anong: Somebody) -> None:
    a_year(anong, 2567)
    a_measure(anong)
    other = somebody(an_agency("อบต.สอง"), "chai", Role.ITA_OFFICER)
    with scope.agency(other.agency.pk):
        assert list(measures_of(2568)) == []
