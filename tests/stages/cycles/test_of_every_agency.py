from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from django.db import IntegrityError

from prongsai.core.results import Result, ResultSheet
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_wide import WideRow, read_wide
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.audit.selectors import events_of, faults_in_all_chains
from prongsai.foundation.audit.services import Author
from prongsai.stages.cycles import of_every_agency
from prongsai.stages.cycles.at_once import Given, save_at_once
from prongsai.stages.cycles.mapping import sheet_of
from prongsai.stages.cycles.models import Cycle, ResultSet, ResultValue, SourceKind
from prongsai.stages.cycles.of_every_agency import PROGRAM, Imported, Order, import_results
from prongsai.stages.cycles.selectors import results_of, years
from prongsai.stages.cycles.services import Source, close_year
from tests.factories.dump import everything_of
from tests.factories.people import Somebody, an_agency
from tests.factories.years import FULL, a_year, results

TABLE = Source(SourceKind.FILE, "ทั่วประเทศ.csv", "a" * 64)
OPENS = Order(TABLE, opens=True)


def rows(*agencies: str, scores: Mapping[str, str] = FULL, year: int = 2567) -> list[WideRow]:
    sheet = ResultSheet.of(scores)
    return [WideRow(name, year, sheet, "", place) for place, name in enumerate(agencies, 2)]


def stands(agency: Agency) -> ResultSet | None:
    with scope.agency(agency.pk):
        cycle = years().first()
        return None if cycle is None else results_of(cycle)


def why(done: Imported) -> list[str]:
    return [str(refusal).split(". ")[0] for refusal in done.left_out]


@pytest.mark.django_db
def test_each_agency_gets_the_results_of_its_own_row() -> None:
    one, two = (an_agency(f"อบต.{n}", code=f"0010{n}") for n in (1, 2))
    table = [*rows("00101"), *rows("อบต.2", scores={**FULL, "9": "40.25"})]

    assert import_results(rows=table, order=OPENS) == Imported(2, 0, ())

    for agency, row in zip((one, two), table, strict=True):
        found = stands(agency)
        assert found is not None
        with scope.agency(agency.pk):
            assert sheet_of(found).scores == row.sheet.scores
        kept = (found.agency_id, found.number, found.source, found.source_name, found.saved_by)
        assert kept == (agency.pk, 1, "file", "ทั่วประเทศ.csv", PROGRAM)


def test_no_row_of_an_agency_that_the_table_does_not_name_is_touched(anong: Somebody) -> None:
    results(anong, a_year(anong), FULL)
    named, before = an_agency("อบต.1", code="00101"), everything_of(anong.agency)

    assert import_results(rows=rows("00101"), order=Order(TABLE, opens=True, replaces=True)) == (
        Imported(1, 0, ())
    )

    assert everything_of(anong.agency) == before
    for model in (Cycle, ResultSet, ResultValue):
        with scope.everywhere():
            of = {*model.objects.values_list("agency", flat=True)}
        assert of == {anong.agency.pk, named.pk}


@pytest.mark.django_db
def test_the_record_of_each_agency_tells_that_the_program_did_it() -> None:
    agency = an_agency("อบต.1", code="00101")
    import_results(rows=rows("00101"), order=OPENS)
    told = [(each.kind, each.author_key) for each in events_of(agency.pk)[:2]]
    assert told == [("results.saved", PROGRAM), ("year.opened", PROGRAM)]
    assert list(faults_in_all_chains()) == []


@pytest.mark.django_db
def test_the_same_table_again_writes_nothing_twice_and_goes_on_where_it_stopped() -> None:
    one, two = (an_agency(f"อบต.{n}", code=f"0010{n}") for n in (1, 2))
    import_results(rows=rows("00101"), order=OPENS)
    assert import_results(rows=rows("00101", "00102"), order=OPENS) == Imported(1, 1, ())
    assert [found and found.number for found in (stands(one), stands(two))] == [1, 1]


def test_a_year_that_is_not_open_stays_so_unless_it_is_told(anong: Somebody) -> None:
    name = anong.agency.name
    done = import_results(rows=rows(name), order=Order(TABLE))
    assert why(done) == [f"row 2 › {name}: The year 2567 is not open there"]
    assert stands(anong.agency) is None
    a_year(anong)
    assert import_results(rows=rows(name), order=Order(TABLE)) == Imported(1, 0, ())


def test_what_an_agency_entered_itself_stands_unless_it_is_told(anong: Somebody) -> None:
    name = anong.agency.name
    typed = results(anong, a_year(anong), {**FULL, "1": "11"})
    done = import_results(rows=rows(name), order=OPENS)
    assert why(done) == [f"row 2 › {name}: Results of 2567 stand there already"]
    assert stands(anong.agency) == typed
    over = Order(TABLE, replaces=True)
    assert import_results(rows=rows(name), order=over) == Imported(1, 0, ())
    assert import_results(rows=rows(name), order=over) == Imported(0, 1, ())
    now = stands(anong.agency)
    assert now is not None
    assert now.number == 2


def test_who_cannot_take_results_is_left_out_and_the_others_get_theirs(anong: Somebody) -> None:
    cycle = a_year(anong)
    with scope.agency(anong.agency.pk):
        close_year(cycle=cycle, by=anong.actor)
    other = an_agency("อบต.2", code="00102")
    done = import_results(rows=rows("99999", anong.agency.name, "00102"), order=OPENS)
    assert why(done) == [
        "row 2 › 99999: No agency here has this code or this name",
        f"row 3 › {anong.agency.name}: The year 2567 is closed",
    ]
    assert (done.written, stands(other) is not None) == (1, True)


@pytest.mark.django_db
def test_what_does_not_fit_the_framework_opens_no_year() -> None:
    agency = an_agency("อบต.1", code="00101")
    done = import_results(rows=rows("00101", scores={"o99": "1"}), order=OPENS)
    assert (done.written, len(done.left_out), stands(agency)) == (0, 1, None)
    with scope.agency(agency.pk):
        assert not years().exists()


@pytest.mark.django_db
def test_an_agency_named_twice_gets_its_first_row_and_the_other_is_left_out() -> None:
    agency = an_agency("อบต.1", code="00101")
    one, other = rows("00101", "อบต.1")
    table = [one, replace(other, sheet=ResultSheet.of({**FULL, "9": "40.25"}))]
    done = import_results(rows=table, order=OPENS)
    assert why(done) == ["row 3 › อบต.1: อบต.1 stands in row 2 already"]
    found = stands(agency)
    assert found is not None
    with scope.agency(agency.pk):
        assert sheet_of(found) == one.sheet


@pytest.mark.django_db
def test_all_that_a_value_says_is_kept() -> None:
    agency = an_agency("อบต.1", code="00101")
    said = Result(code="9", weak=True, note="ไม่ “ครบ”\n%s", place="B2")
    sheet = ResultSheet((said, Result(code="EIT", part="public", score=Decimal("66.666667"))))
    row = replace(rows("00101")[0], sheet=sheet)
    assert import_results(rows=[row], order=OPENS) == Imported(1, 0, ())
    found = stands(agency)
    assert found is not None
    with scope.agency(agency.pk):
        assert sheet_of(found) == sheet


@pytest.mark.django_db
def test_a_year_that_somebody_opens_between_the_look_and_the_write_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agency = an_agency("อบต.1", code="00101")
    tries: list[int] = []

    def late(given: Sequence[Given], *, source: Source, by: Author) -> None:
        tries.append(len(given))
        save_at_once(given, source=source, by=by)
        if len(tries) == 1:
            raise IntegrityError

    monkeypatch.setattr(of_every_agency, "save_at_once", late)
    assert import_results(rows=rows("00101"), order=OPENS) == Imported(1, 0, ())
    told = [each.kind for each in events_of(agency.pk)]
    assert (tries, told.count("year.opened"), told.count("results.saved")) == ([1, 1], 1, 1)
    assert list(faults_in_all_chains()) == []


@pytest.mark.django_db
def test_a_table_of_more_than_is_written_at_once_is_written_whole(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(of_every_agency, "AT_ONCE", 2)
    made = [an_agency(f"อบต.{n}", code=f"0010{n}") for n in range(5)]
    table = tmp_path / "ทั่วประเทศ.csv"
    lines = (f"0010{n},2567,{80 + n}.5" for n in range(5))
    table.write_text("agency,fiscal_year,i1\n" + "\n".join(lines), "utf-8")
    read = partial(read_wide, table, editions_by_year())
    assert import_results(rows=tuple(read()), order=OPENS) == Imported(5, 0, ())
    assert all(stands(each) for each in made)
