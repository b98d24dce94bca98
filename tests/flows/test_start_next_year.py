from __future__ import annotations

import pytest

from prongsai.core.errors import Refusal
from prongsai.flows.start_next_year import start_year
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.agencies.services import close_unit
from prongsai.foundation.audit.selectors import events_of
from prongsai.stages.cycles.models import ResultSet
from prongsai.stages.cycles.selectors import years
from prongsai.stages.cycles.services import close_year
from prongsai.stages.improvement.carrying import carry_measures, goes_on
from prongsai.stages.improvement.mapping import supporting, written_in
from prongsai.stages.improvement.selectors import measures_of
from prongsai.stages.improvement.services import set_state
from prongsai.stages.improvement.states import MeasureState
from tests.factories.people import Somebody
from tests.factories.plans import a_measure, a_unit
from tests.factories.years import FULL, a_year, results


def test_what_is_open_goes_on_with_a_new_number_and_its_state_and_results_never(
    anong: Somebody,
) -> None:
    old = a_year(anong, 2568)
    results(anong, old, FULL)
    rows = [a_measure(anong, title=title, answers=(), cures=()) for title in ("ก", "ข", "ค", "ง")]
    for row, to in zip(rows[1:], ("in_progress", "done", "dropped"), strict=True):
        set_state(measure=row, to=MeasureState(to), seen=1, by=anong.actor, reason="งบไม่พอ")
    a_measure(anong, 2569, title="ของปีใหม่", answers=(), cures=())
    start_year(fiscal_year=2569, like=old, by=anong.actor)
    assert [(each.key, each.title, each.state) for each in measures_of(2569)] == [
        ("M-2569-001", "ของปีใหม่", "not_started"),
        ("M-2569-002", "ก", "not_started"),
        ("M-2569-003", "ข", "in_progress"),
    ]
    assert [each.carried_from for each in measures_of(2569)] == [None, rows[0], rows[1]]
    assert len(measures_of(2568)) == 4
    assert ResultSet.objects.count() == 1
    event = events_of(anong.agency.pk)[0]
    assert (event.kind, (event.details or {})["changes"]) == (
        "measure.carried", {"carried_from": [None, "M-2568-002"]},
    )  # fmt: skip


def test_codes_go_along_the_crosswalk_and_what_is_lost_is_known_before(anong: Somebody) -> None:
    old = a_year(anong, 2568)
    a_measure(anong, answers=("9.1", "2"), cures=("o1", "o12"), follow_up="เดือนมกราคม 2568")
    (found,) = goes_on(2568, 2569)
    start_year(fiscal_year=2569, like=old, by=anong.actor)
    new = measures_of(2569).get()
    assert written_in(new) == found.written
    assert found.carried.lost_answers == ("9.1",)
    assert new.answers == ["2"]
    assert (new.first_month, new.last_month, new.follow_up) == (10, 12, "เดือนมกราคม 2569")


def test_a_unit_that_is_closed_is_left_out(anong: Somebody) -> None:
    old, lead, support = a_year(anong, 2568), a_unit(anong), a_unit(anong, "กองคลัง")
    a_measure(anong, lead=lead, support=(support,))
    a_measure(anong, lead=a_unit(anong, "กองช่าง"))
    for unit in (lead, support):
        close_unit(unit=unit, by=anong.actor)
    closed = [[unit.name for unit in each.closed] for each in goes_on(2568, 2569)]
    assert closed == [["สำนักปลัด", "กองคลัง"], []]
    start_year(fiscal_year=2569, like=old, by=anong.actor)
    leads = [(row.lead and row.lead.name, supporting(row)) for row in measures_of(2569)]
    assert leads == [(None, ()), ("กองช่าง", ())]


def test_each_measure_goes_on_once(anong: Somebody) -> None:
    old = a_year(anong, 2568)
    a_measure(anong, answers=(), cures=())
    start_year(fiscal_year=2569, like=old, by=anong.actor)
    assert carry_measures(old=2568, new=2569, by=anong.actor) == ()
    assert len(measures_of(2569)) == 1


def test_from_a_later_year_and_from_none_nothing_is_taken(anong: Somebody) -> None:
    late = a_year(anong, 2568)
    a_measure(anong, answers=(), cures=())
    start_year(fiscal_year=2567, like=late, by=anong.actor)
    start_year(fiscal_year=2566, like=None, by=anong.actor)
    assert [list(measures_of(year)) for year in (2566, 2567)] == [[], []]
    assert goes_on(2540, 2541) == ()


def test_the_measures_of_a_closed_year_go_on_too(anong: Somebody) -> None:
    old = a_year(anong, 2568)
    a_measure(anong, answers=(), cures=())
    close_year(cycle=old, by=anong.actor)
    start_year(fiscal_year=2569, like=old, by=anong.actor)
    assert len(measures_of(2569)) == 1


def test_a_year_that_cannot_be_opened_carries_nothing(anong: Somebody, boonmee: Somebody) -> None:
    old = a_year(anong, 2568)
    a_measure(anong, answers=(), cures=())
    a_year(anong, 2569)
    with pytest.raises(Refusal, match="The year 2569 is open already"):
        start_year(fiscal_year=2569, like=old, by=anong.actor)
    with pytest.raises(NotAllowed):
        carry_measures(old=2568, new=2569, by=boonmee.actor)
    assert (len(years()), list(measures_of(2569))) == (2, [])
