"""What the demonstration agencies have behind them: published results, and made-up work."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from prongsai.cli.demo_agencies import demo_accounts
from prongsai.foundation.accounts.models import Acting, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit, UnitLevel
from prongsai.foundation.audit.selectors import faults_in_all_chains
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.notices.kinds import NEAR, PASSED
from prongsai.foundation.notices.models import Notice
from prongsai.stages.cycles.announced import told_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.selectors import (
    analysis_of,
    cards_of,
    results_of,
    years,
)
from prongsai.stages.improvement.carrying import goes_on
from prongsai.stages.improvement.selectors import measures_of
from tests.factories.databases import database_in

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

KHOK, THONG = "องค์การบริหารส่วนตำบลนาโคก", "องค์การบริหารส่วนตำบลนาทอง"


@pytest.fixture(scope="module")
def _made(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        database_in(folder, migrated=True),
    ):
        patch.setattr("django.conf.settings.DEMO_ACCOUNTS", folder / "demo.json")
        patch.setattr("django.conf.settings.FILES_FOLDER", folder / "files")
        demo_accounts()
        yield


pytestmark = pytest.mark.usefixtures("_made")


def last_year() -> Cycle:
    return years()[0]


def test_the_years_hold_what_was_published_and_no_other_year() -> None:
    found = {}
    for name in (KHOK, THONG):
        with scope.agency(Agency.objects.get(name=name).pk):
            year = last_year().fiscal_year
            cards = cards_of(year)
            found[name] = {each: card.total.shown for each, card in cards.items() if card}
    assert found == {
        KHOK: {2564: Decimal("75.40"), 2565: Decimal("82.84")},
        THONG: {2566: Decimal("87.76")},
    }


def test_what_was_named_weak_is_found_again() -> None:
    with scope.agency(Agency.objects.get(name=THONG).pk):
        results = results_of(last_year())
        assert results is not None
        weak = {f.code for f in analysis_of(results).findings if f.rule == "named_weak"}
    assert {"i7", "e3", "o13", "o40"} <= weak


def test_some_of_what_is_proposed_is_planned_and_one_measure_waits_for_the_next_year() -> None:
    for name in (KHOK, THONG):
        with scope.agency(Agency.objects.get(name=name).pk):
            year = last_year().fiscal_year
            states = [each.state for each in measures_of(year + 1)]
            assert states[:4] == ["done", "in_progress", "in_progress", "not_started"]
            assert len(states) == 8
            assert [each.row.key for each in goes_on(year, year + 1)] == [f"M-{year}-001"]


def test_the_province_sees_what_was_announced() -> None:
    province = Agency.objects.get(kind="overseer")
    with scope.agency(province.pk):
        found = told_of(province, [*Agency.objects.all()], {2564, 2565, 2566})
    told = {(each.agency.name, each.fiscal_year, each.total) for each in found}
    assert told == {(KHOK, 2565, Decimal("82.84")), (THONG, 2566, Decimal("87.76"))}


@pytest.mark.parametrize(("name", "dates", "files"), [(KHOK, 8, 2), (THONG, 5, 3)])
def test_each_agency_has_dates_people_in_charge_results_and_evidence(
    name: str, dates: int, files: int
) -> None:
    with scope.agency(Agency.objects.get(name=name).pk):
        cycle = last_year()
        there = (cycle.dates.count(), cycle.results.count(), StoredFile.objects.count())
        charges = set(cycle.charges.values_list("code", flat=True))
    assert there == (dates, 3, files)
    assert {"IIT", "EIT", "OIT"} < charges


def test_a_slip_was_mended_and_what_is_announced_came_from_the_file() -> None:
    with scope.agency(Agency.objects.get(name=THONG).pk):
        cycle = last_year()
        told = [
            (each.number, each.source, each.values.get(code="4").score)
            for each in cycle.results.order_by("number")
        ]
    assert cycle.announced == 3
    assert told == [
        (1, "typed", Decimal("98.74")),
        (2, "typed", Decimal("89.74")),
        (3, "file", Decimal("89.74")),
    ]


@pytest.mark.parametrize("name", [KHOK, THONG])
def test_each_agency_has_a_tree_of_units_and_somebody_who_acts(name: str) -> None:
    with scope.agency(Agency.objects.get(name=name).pk):
        levels = {level: Unit.objects.filter(level=level).count() for level in UnitLevel}
        acting = [(each.post, each.role, each.membership.position) for each in Acting.objects.all()]
    assert levels == {UnitLevel.DIVISION: 7, UnitLevel.SECTION: 1, UnitLevel.JOB: 8}
    assert acting == [("ปลัดองค์การบริหารส่วนตำบล", Role.CLERK, "ผู้อำนวยการกองคลัง")]


def test_notices_tell_of_what_is_near_and_what_has_passed() -> None:
    with scope.agency(Agency.objects.get(name=THONG).pk):
        ita = Person.objects.get(email="ita@na-thong.example")
        kinds = set(Notice.objects.filter(person=ita).values_list("kind", flat=True))
    assert kinds == {NEAR, PASSED}


def test_what_is_made_up_says_so() -> None:
    for agency in Agency.objects.exclude(kind="overseer"):
        with scope.agency(agency.pk):
            titles = [*StoredFile.objects.values_list("title", flat=True)]
            titles += Notice.objects.values_list("title", flat=True)
            assert [title for title in titles if "(ตัวอย่าง)" not in title] == []


def test_everything_stands_in_the_record() -> None:
    assert [*faults_in_all_chains()] == []
