"""The scorecard of the API is that of the command, number for number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prongsai.cli import main
from prongsai.formats.editions import load_edition
from prongsai.formats.interface import catalogue
from prongsai.formats.write_scorecard import as_data
from prongsai.foundation.agencies import scope
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.selectors import analysis_of
from tests.factories.golden import EXAMPLES, Example, with_six_places
from tests.factories.people import Somebody
from tests.factories.tokens import Caller
from tests.factories.years import FULL, a_year, results

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_each_worked_example_has_the_numbers_of_the_command(
    example: Example, anong: Somebody, program: Caller
) -> None:
    edition = load_edition(example["edition"])
    year = example.get("fiscal_year", edition.fiscal_years[0])
    cycle = a_year(anong, year, edition=edition.key)
    saved = results(anong, cycle, with_six_places(example))
    with scope.agency(anong.agency.pk):
        expected = as_data(analysis_of(saved), catalogue("en"))
    assert program.get(f"years/{cycle.uuid}/scorecard").json() == expected


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
