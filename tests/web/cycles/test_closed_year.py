"""A closed year: each address that writes into one refuses with a plain reason, whoever comes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.urls import reverse

from prongsai.foundation.accounts.roles import Permission, Role
from prongsai.foundation.agencies import scope
from prongsai.stages.cycles.models import Cycle, EditionVersion
from prongsai.stages.cycles.selectors import dates_of, years
from prongsai.stages.cycles.services import close_year, reopen_year
from prongsai.stages.cycles.services.set_up import state_of
from prongsai.stages.improvement.plan_years import plan_year
from prongsai.stages.improvement.selectors import measures_of, proposals
from tests.factories.addresses import WRITES
from tests.factories.clients import Desk, found
from tests.factories.dump import everything_of
from tests.factories.imports import on_its_way
from tests.factories.people import Somebody, somebody
from tests.factories.plans import a_measure
from tests.factories.tokens import Caller, a_word
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db

Form = Mapping[str, object]
# These make another year, open this one again, or throw away what never came into it.
ELSEWHERE = {"years", "year-next", "year-reopen", "year-import-drop"}
WALKED = {name for name in WRITES if name.startswith(("year", "measure"))} - ELSEWHERE
CLOSED = "The year 2567 is closed."
FIX = "If something must be changed, open the year again and say why."


@pytest.fixture
def cycle(anong: Somebody) -> Cycle:
    """A year with results, whose framework was corrected since."""
    made = a_year(anong)
    results(anong, made, FULL)
    results(anong, made, {**FULL, "1": "80"})
    results(anong, a_year(anong, 2566), {**FULL, "1": "80"})
    a_measure(anong, 2567, answers=(), cures=())
    a_measure(anong, 2566, answers=(), cures=())  # still open in the year before
    text = made.edition.text + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    older = EditionVersion.objects.create(key=made.edition.key, sha256=digest, text=text)
    with scope.agency(anong.agency.pk):
        years().filter(pk=made.pk).update(edition=older)
    return made


def forms(who: Somebody, cycle: Cycle) -> dict[str, tuple[str, Form]]:
    """Return the whole form that each address of the year takes, by its name."""
    with scope.agency(who.agency.pk):
        day = dates_of(cycle)[0]
        (row,) = measures_of(cycle.fiscal_year)
        (year,) = filter(None, [plan_year(cycle.fiscal_year)])
        marks = [each.mark for each in proposals(year)]
    file, page = on_its_way(who, cycle, "code,score\n1,70\n")
    read = Desk(who).form(page) if who.actor.has(Permission.RESULTS_EDIT) else {}
    typed = {**FULL, "1": "81.25", "seen": 2}
    table = SimpleUploadedFile("results.csv", b"code,score\n1,81.25\n")
    given: dict[str, Form] = {
        "year-announce": {"number": 2},
        "year-close": {},
        "year-date": {"title": "ประชุม", "starts_on": "2024-01-31"},
        "year-date-remove": {"seen": state_of(day)},
        "year-charge": {"what": "9", "who": who.membership.uuid},
        "year-correction": {},
        "year-indicators": typed,
        "year-items": {"i1": "12.5", "seen": 2},
        "year-file": {"file": table},
        "year-import": {**read, "save": "1"},
        "year-restore": {"number": 1, "seen": 2},
        "measures-propose": {"mark": marks, "save": "1"},
        "measures-carry": {},
        "measure-add": {"title": "มาตรการใหม่"},
        "measure-edit": {"title": "ถูกแก้ไข", "seen": 1},
        "measure-state": {"to": "in_progress", "seen": 1},
    }
    keys = {name: {"key": cycle.uuid} for name in given}
    keys["year-date-remove"]["day"] = day.uuid
    keys["year-import"]["file"] = file.uuid
    keys |= {name: {"key": row.uuid} for name in ("measure-edit", "measure-state")}
    by_year = ("measures-propose", "measures-carry", "measure-add")
    of = {name: {"year": cycle.fiscal_year} for name in by_year}
    where: dict[str, dict[str, Any]] = {**keys, **of}
    return {name: (reverse(name, kwargs=where[name]), form) for name, form in given.items()}


def close(who: Somebody, cycle: Cycle) -> None:
    with scope.agency(who.agency.pk):
        close_year(cycle=cycle, by=who.actor)


def said(desk: Desk, answer: HttpResponseBase) -> str:
    """Return what somebody reads after a press, on this page or on that it leads to."""
    if answer.status_code == 302:
        answer = desk.get(answer.headers["Location"])
    alerts = found(answer, "//main//*[contains(@class, 'alert-danger')]")
    return unescape(" ".join(" ".join(each.text_content().split()) for each in alerts))


def test_every_writing_address_of_a_year_is_walked(anong: Somebody, cycle: Cycle) -> None:
    assert {*forms(anong, cycle)} == WALKED


@pytest.mark.parametrize("role", list(Role))
def test_nobody_writes_into_a_closed_year_and_each_is_told_why(
    role: Role, anong: Somebody, cycle: Cycle
) -> None:
    who = somebody(anong.agency, "x", role)
    walked = forms(who, cycle)
    close(anong, cycle)
    desk, before = Desk(who), everything_of(anong.agency)
    for name, (address, form) in walked.items():
        answer = desk.post(address, form)
        if who.actor.has(WRITES[name]):
            told = said(desk, answer)
            assert (CLOSED in told, FIX in told) == (True, True), name
        else:
            assert answer.status_code == 403, name
        assert everything_of(anong.agency) == before, name


@pytest.mark.parametrize("is_closed", [True, False])
def test_nobody_of_another_agency_learns_if_a_year_is_closed(
    is_closed: bool, anong: Somebody, chai: Somebody, cycle: Cycle
) -> None:
    walked = forms(anong, cycle)
    if is_closed:
        close(anong, cycle)
    desk, before = Desk(chai), everything_of(anong.agency)
    assert {desk.post(*each).status_code for each in walked.values()} == {404}
    assert everything_of(anong.agency) == before


def test_a_program_writes_nothing_into_a_closed_year(anong: Somebody, cycle: Cycle) -> None:
    close(anong, cycle)
    program = Caller(a_word(anong))
    before = everything_of(anong.agency)["cycles.ResultSet"]
    sent = {"values": [{"code": "1", "score": "80.25"}]}
    answer = program.post(f"years/{cycle.uuid}/results", sent, if_match='"2"')
    assert answer.status_code == 409
    assert answer.json()["detail"] == f"{CLOSED} {FIX}"
    assert everything_of(anong.agency)["cycles.ResultSet"] == before


@pytest.mark.parametrize("name", sorted(WALKED))
def test_each_of_the_writes_would_change_something_once_the_year_is_open_again(
    name: str, anong: Somebody, cycle: Cycle
) -> None:
    walked = forms(anong, cycle)
    close(anong, cycle)
    with scope.agency(anong.agency.pk):
        reopen_year(cycle=cycle, reason="ผลแก้ไข", by=anong.actor)
    before = everything_of(anong.agency)
    assert Desk(anong).post(*walked[name]).status_code == 302
    assert everything_of(anong.agency) != before
