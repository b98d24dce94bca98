from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction

from prongsai.core.errors import Refusal
from prongsai.core.results import Result, ResultSheet
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, AgencyKind
from prongsai.foundation.audit.selectors import events_of
from prongsai.stages.cycles.announced import told_of
from prongsai.stages.cycles.mapping import sheet_of
from prongsai.stages.cycles.models import Cycle, EditionVersion, ResultSet, ResultValue, SourceKind
from prongsai.stages.cycles.selectors import (
    analysis_of,
    cards_of,
    history,
    results_of,
    scorecard,
    standing,
)
from prongsai.stages.cycles.services import (
    TYPED,
    Source,
    announce,
    restore_results,
    save_results,
)
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.years import FULL, a_year, results


def test_results_are_saved_beside_those_that_were_there(anong: Somebody) -> None:
    cycle = a_year(anong)
    assert results_of(cycle) is None
    first = results(anong, cycle, FULL)
    second = results(anong, cycle, {**FULL, "9": "80.25"})
    assert list(history(cycle)) == [second, first]
    assert [each.number for each in history(cycle)] == [2, 1]
    assert [scorecard(each).get("9").shown for each in (first, second)] == [
        Decimal("90.00"),
        Decimal("80.25"),
    ]


def test_where_results_come_from_is_kept(anong: Somebody) -> None:
    cycle = a_year(anong)
    source = Source(SourceKind.FILE, "ผล.xlsx", "a" * 64)
    save = partial(save_results, cycle=cycle, sheet=ResultSheet.of(FULL), by=anong.actor)
    saved = save(source=source, seen=0, note=" ตามหนังสือแจ้ง ")
    kept = (saved.source, saved.source_name, saved.source_sha256, saved.saved_by, saved.note)
    assert kept == ("file", "ผล.xlsx", "a" * 64, str(anong.person.uuid), "ตามหนังสือแจ้ง")


def test_who_saves_second_is_told_and_nothing_is_saved(anong: Somebody) -> None:
    cycle = a_year(anong)
    first = results(anong, cycle, FULL)
    sheet = ResultSheet.of({"1": "1"})
    with pytest.raises(Refusal, match="Somebody else saved results of this year meanwhile"):
        save_results(cycle=cycle, sheet=sheet, source=TYPED, seen=0, by=anong.actor)
    assert list(history(cycle)) == [first]


def test_older_results_are_restored_as_new_ones(anong: Somebody) -> None:
    cycle = a_year(anong)
    first = results(anong, cycle, FULL)
    results(anong, cycle, {"1": "1"})
    again = restore_results(results=first, seen=2, by=anong.actor)
    assert (again.number, again.source, again.restores) == (3, "restored", 1)
    assert sheet_of(again) == sheet_of(first)
    assert results_of(cycle) == again


@pytest.mark.parametrize(
    ("result", "why"),
    [
        (Result(code="o99", score=Decimal(1)), "There is no o99"),
        (Result(code="9", part="public", score=Decimal(1)), "9 has no parts|OIT has no parts"),
        (Result(code="9", score=Decimal("100.01")), "9: 100.01 is not from 0 to 100"),
        (Result(code="9", score=Decimal("NaN")), "9: NaN is not a number"),
    ],
)
def test_what_the_framework_has_not_is_refused_whole(
    anong: Somebody, result: Result, why: str
) -> None:
    cycle = a_year(anong)
    sheet = ResultSheet((Result(code="1", score=Decimal(90)), result))
    with pytest.raises(Refusal, match=why):
        results(anong, cycle, sheet)
    assert (ResultSet.objects.count(), ResultValue.objects.count()) == (0, 0)


def test_what_was_saved_is_never_changed_or_removed(anong: Somebody) -> None:
    results(anong, a_year(anong), FULL)
    for table in (EditionVersion, ResultSet, ResultValue):
        rows = table._meta.db_table
        for write in (f"UPDATE {rows} SET id = id", f"DELETE FROM {rows}"):  # noqa: S608 -- ours
            with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
                connection.cursor().execute(write)


def test_every_save_is_in_the_record_with_who_did_it(anong: Somebody) -> None:
    cycle = a_year(anong)
    results(anong, cycle, FULL)
    event = events_of(anong.agency.pk)[0]
    assert (event.kind, event.subject_key) == ("results.saved", str(cycle.uuid))
    assert event.author_key == str(anong.person.uuid)
    assert event.details is not None
    assert event.details["changes"] == {"number": [None, 1], "source": [None, "typed"]}


def test_who_looks_on_saves_restores_and_announces_nothing(
    anong: Somebody, boonmee: Somebody
) -> None:
    cycle = a_year(anong)
    first = results(anong, cycle, FULL)
    by = boonmee.actor
    sheet = ResultSheet.of(FULL)
    for write in (
        lambda: save_results(cycle=cycle, sheet=sheet, source=TYPED, seen=1, by=by),
        lambda: restore_results(results=first, seen=1, by=by),
        lambda: announce(cycle=cycle, number=1, by=by),
    ):
        with pytest.raises(NotAllowed):
            write()


def test_last_years_results_stand_beside_this_years(anong: Somebody) -> None:
    before, cycle = a_year(anong, 2566), a_year(anong, 2567)
    results(anong, before, FULL)
    found = analysis_of(results(anong, cycle, {**FULL, "9": "80"}))
    fallen = {each.code for each in found.findings if each.rule == "fell"}
    assert fallen == {"9", "OIT", "total"}
    cards = cards_of(2567)
    totals = {year: card and card.total.shown for year, card in cards.items()}
    assert totals == {
        2563: None,
        2564: None,
        2565: None,
        2566: Decimal("90.00"),
        2567: Decimal("88.00"),
    }


def test_results_that_hold_nothing_stand_all_the_same(anong: Somebody) -> None:
    results(anong, a_year(anong, 2567), {})
    (stands,) = standing(2566, 2567).values()
    assert (stands.number, stands.given[1]) == (1, ResultSheet(()))


def test_results_without_a_year_before_are_worked_out_alone(anong: Somebody) -> None:
    assert analysis_of(results(anong, a_year(anong), FULL)).previous is None


@pytest.fixture
def province(anong: Somebody) -> Somebody:
    """Oversees the agency, and not another one."""
    overseer = an_agency("จังหวัดสมมติ", AgencyKind.OVERSEER)
    Agency.objects.filter(pk=anong.agency.pk).update(overseer=overseer)
    return somebody(overseer, "p", Role.OVERSEER)


def told(province: Somebody) -> list[tuple[str, int, str]]:
    with scope.agency(province.agency.pk):
        found = told_of(province.agency, [*Agency.objects.all()], {2566, 2567})
        return [(each.agency.name, each.fiscal_year, str(each.total)) for each in found]


def test_who_oversees_sees_what_was_announced_and_nothing_else(
    anong: Somebody, province: Somebody
) -> None:
    other = somebody(an_agency("อบต.สอง"), "chai", Role.ITA_OFFICER)
    theirs = a_year(other)
    results(other, theirs, FULL)
    with scope.agency(other.agency.pk):
        announce(cycle=theirs, number=1, by=other.actor)
    cycle = a_year(anong)
    results(anong, cycle, FULL)
    assert told(province) == []
    announce(cycle=cycle, number=1, by=anong.actor)
    results(anong, cycle, {**FULL, "9": "20"})
    assert told(province) == [("อบต.หนึ่ง", 2567, "90.00")]
    announce(cycle=cycle, number=None, by=anong.actor)
    assert told(province) == []
    with scope.agency(province.agency.pk):
        assert Cycle.objects.count() == 0


def test_only_the_results_that_stand_are_announced(anong: Somebody) -> None:
    cycle = a_year(anong)
    results(anong, cycle, FULL)
    results(anong, cycle, FULL)
    with pytest.raises(Refusal, match="Somebody else saved results"):
        announce(cycle=cycle, number=1, by=anong.actor)
