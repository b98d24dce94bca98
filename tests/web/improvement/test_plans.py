from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.http import HttpResponseBase
from django.urls import reverse

from prongsai.foundation.agencies import scope
from prongsai.stages.cycles.models import Cycle
from tests.factories.clients import Desk, found, listed, text
from tests.factories.people import Somebody
from tests.factories.plans import a_measure, a_unit, kept
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db


def test_what_is_ticked_is_looked_at_before_it_is_saved(anong: Somebody, weak: Cycle) -> None:
    desk, address = Desk(anong), "/measures/2568/propose"
    links = found(
        desk.get(f"/years/{weak.uuid}"), "//nav[@aria-label='Pages of the year']//a/@href"
    )
    assert links[-2:] == ["/measures/2567", "/measures/2568"]
    marks = desk.form(address)["mark"]
    assert isinstance(marks, list)
    assert len(marks) == len(listed(desk.get(address), "proposals")) > 1
    preview = desk.post(address, {"mark": marks[:1]})
    assert len(listed(preview, "proposals")) == 1
    assert len(listed(preview, "weak")) > 0
    assert kept(anong) == []
    desk.post(address, {"mark": marks, "save": "1"})
    page = desk.get("/measures/2568")
    assert f"Measures planned: {len(marks)}." in text(page)
    assert [line.split()[0] for line in listed(page, "measures")] == [
        f"M-2568-{number:03}" for number in range(1, len(marks) + 1)
    ]
    assert listed(page, "weak") == []
    assert "Still missing before it can be signed" in text(page)
    again = desk.post(address, {"mark": marks, "save": "1"})  # the button was pressed twice
    assert (again.status_code, len(kept(anong))) == (302, len(marks))
    assert "Nothing to propose" in text(desk.get(address))


def test_who_goes_back_finds_the_ticks_as_they_were(anong: Somebody, weak: Cycle) -> None:
    del weak
    desk, address = Desk(anong), "/measures/2568/propose"
    marks = desk.form(address)["mark"]
    assert isinstance(marks, list)
    preview = desk.post(address, {"mark": marks[1:]})
    assert found(preview, "//button[@name='back']/@value") == ["1"]
    page = desk.post(address, {"mark": marks[1:], "back": "1"})
    assert len(listed(page, "proposals")) == len(marks)
    assert found(page, "//input[@name='mark'][@checked]/@value") == marks[1:]
    assert "No measure was ticked." not in text(desk.post(address, {"back": "1"}))


def sayings(answer: HttpResponseBase) -> list[bool]:
    """Return whether a plan is said to be whole, and that nobody knows."""
    said = ("Nothing is missing: the plan can be signed.", "Whether anything is missing is not")
    return [each in text(answer) for each in said]


def test_a_plan_can_be_signed_only_where_somebody_can_know(anong: Somebody) -> None:
    cycle, desk, address = a_year(anong, 2567), Desk(anong), "/measures/2568"
    row = a_measure(anong, answers=("2",), lead=a_unit(anong))
    assert sayings(desk.get(address)) == [False, False]  # there are no results
    with scope.agency(anong.agency.pk):
        results(anong, cycle, {**FULL, "2": "60"})
    assert sayings(desk.get(address)) == [True, False]
    change = {"to": "dropped", "seen": "1", "reason": "งบไม่พอ"}
    desk.post(f"/measures/{row.uuid}/state", change)
    assert sayings(desk.get(address)) == [False, False]
    with scope.agency(anong.agency.pk):
        results(anong, cycle, FULL)
    assert sayings(desk.get(address)) == [False, False]  # nothing is weak, and nothing is planned


def test_without_the_framework_nobody_knows_what_is_missing(anong: Somebody) -> None:
    a_year(anong, 2572, edition="nacc-2569")
    desk = Desk(anong)
    assert sayings(desk.get("/measures/2572")) == [False, False]
    a_measure(anong, 2572, answers=(), cures=(), lead=a_unit(anong))
    assert sayings(desk.get("/measures/2572")) == [False, True]


@pytest.mark.parametrize("save", [{}, {"save": "1"}])
def test_nothing_is_taken_where_nothing_or_what_is_gone_is_ticked(
    save: Mapping[str, str], anong: Somebody, weak: Cycle
) -> None:
    del weak
    desk, address = Desk(anong), "/measures/2568/propose"
    assert text(desk.post(address, save)).count("No measure was ticked.") == 1
    marks = found(desk.get(address), "//input[@name='mark']/@value")[:2]
    page = desk.post(address, {"mark": [*marks, "gone"], **save})
    assert text(page).count("Some of what was ticked is not proposed any more") == 1
    assert found(page, "//input[@name='mark'][@checked]/@value") == marks
    assert kept(anong) == []


def test_without_results_nothing_is_proposed(anong: Somebody) -> None:
    a_year(anong, 2567)
    for address in ("/measures/2568", "/measures/2568/propose", "/measures/2567"):
        assert "so nothing can be proposed" in text(Desk(anong).get(address))


@pytest.mark.parametrize("year", [1, 2566, 2569, 99_999_999_999_999_999_999])
def test_a_year_that_is_not_there_has_no_plan(year: int, anong: Somebody) -> None:
    a_year(anong, 2567)
    for name in ("measures", "measures-propose", "measures-carry", "measure-add"):
        assert Desk(anong).get(reverse(name, args=[year])).status_code == 404
