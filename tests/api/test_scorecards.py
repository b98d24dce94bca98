"""The scorecard of the API is that of the command, number for number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prongsai.cli import main
from prongsai.formats.edition_text import edition_text
from prongsai.formats.editions import load_edition
from prongsai.foundation.agencies import scope
from prongsai.stages.cycles import services
from prongsai.stages.cycles.models import Cycle
from tests.factories.command import printed_by_score
from tests.factories.golden import EXAMPLES, Example, with_six_places
from tests.factories.people import Somebody
from tests.factories.tokens import Caller
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_each_worked_example_has_the_numbers_of_the_command(
    example: Example, anong: Somebody, program: Caller, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    edition = load_edition(example["edition"])
    year = example.get("fiscal_year", edition.fiscal_years[0])
    cycle = a_year(anong, year, edition=edition.key)
    sheet = with_six_places(example)
    results(anong, cycle, sheet)
    printed = printed_by_score(sheet, edition.key, tmp_path, capsys, "--lang", "en")
    for path in ("scorecard", "results/1/scorecard"):
        assert program.get(f"years/{cycle.uuid}/{path}").content.decode() == printed


def test_older_results_keep_their_scorecard_and_the_framework_they_were_saved_under(
    anong: Somebody, program: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    cycle = a_year(anong, 2566)
    results(anong, cycle, {**FULL, "9": "40"})
    corrected = edition_text("nacc-2566").replace('"0.40"', '"0.20"').replace('"0.30"', '"0.40"')
    monkeypatch.setattr(services, "edition_text", lambda _key: corrected)
    with scope.agency(anong.agency.pk):
        services.correct_edition(cycle=cycle, by=anong.actor)
    results(anong, cycle, {**FULL, "9": "40"})
    path = f"years/{cycle.uuid}/results"
    cards = [program.get(f"{path}/{number}/scorecard").json() for number in (1, 2)]
    assert [card["total"] for card in cards] == ["80.00", "85.00"]
    assert program.get(f"years/{cycle.uuid}/scorecard").json() == cards[1]
    kept = [program.get(f"{path}/{number}").json()["edition"]["sha256"] for number in (1, 2)]
    year = program.get(f"years/{cycle.uuid}").json()["edition"]["sha256"]
    assert kept == [cycle.edition.sha256, year]
    assert kept[0] != kept[1]


def test_the_mark_of_older_results_stays_when_others_come(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    path = f"years/{cycle.uuid}/results/1"
    marks = {each: program.get(f"{path}{each}").headers["ETag"] for each in ("", "/scorecard")}
    results(anong, cycle, {**FULL, "1": "50"})
    for each, mark in marks.items():
        assert program.get(f"{path}{each}", if_none_match=mark).status_code == 304


@pytest.mark.parametrize("number", [0, 2, 10**30, "x", "-1"])
def test_results_that_are_not_there_have_no_address(
    number: object, cycle: Cycle, program: Caller
) -> None:
    for each in ("", "/scorecard"):
        answer = program.get(f"years/{cycle.uuid}/results/{number}{each}")
        assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


@pytest.mark.parametrize("asked", [None, "9=100", "9=100,10=50"])
def test_the_answer_is_what_the_command_prints(
    asked: str | None, cycle: Cycle, program: Caller, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    sheet = tmp_path / "results.csv"
    rows = "\n".join(f"{code},{score}" for code, score in FULL.items())
    sheet.write_text(f"code,score\n{rows}\n", "utf-8")
    given = ["score", str(sheet), "--edition", "nacc-2567", "--format", "json", "--lang", "en"]
    assert main([*given, *(() if asked is None else ("--what-if", asked))]) == 0
    query = "" if asked is None else f"?what-if={asked}"
    answer = program.get(f"years/{cycle.uuid}/scorecard{query}")
    assert answer.content.decode() == capsys.readouterr().out


def test_reasons_are_told_in_the_language_of_the_program(
    anong: Somebody, cycle: Cycle, program: Caller
) -> None:
    results(anong, cycle, {**FULL, "1": "50"})
    marks, reasons = set(), set()
    for language in ("th", "en"):
        answer = program.get(f"years/{cycle.uuid}/scorecard", accept_language=language)
        marks.add(answer.headers["ETag"])
        reasons.add(json.dumps(answer.json()["findings"]))
    assert (len(marks), len(reasons)) == (2, 2)


def test_a_year_without_results_has_no_scorecard(anong: Somebody, program: Caller) -> None:
    answer = program.get(f"years/{a_year(anong).uuid}/scorecard")
    assert (answer.status_code, answer.json()["code"]) == (404, "no-results")


@pytest.mark.parametrize("asked", ["o99=1", "9", "9=101", "9=1,9=2", ""])
def test_what_if_of_what_cannot_be_is_told(asked: str, cycle: Cycle, program: Caller) -> None:
    answer = program.get(f"years/{cycle.uuid}/scorecard?what-if={asked}")
    assert (answer.status_code, answer.json()["code"]) == (422, "refused")
