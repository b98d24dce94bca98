"""What an agency's year says is what `prongsai score` says of the same data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.edition_text import edition_text
from prongsai.formats.interface import catalogue
from prongsai.formats.write_scorecard import as_data
from prongsai.stages.cycles import services
from prongsai.stages.cycles.models import EditionVersion
from prongsai.stages.cycles.selectors import analysis_of, scorecard
from prongsai.stages.cycles.services import correct_edition
from tests.factories.command import printed_by_score
from tests.factories.golden import EXAMPLES, Example, answer, edition_of, with_six_places
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_a_year_says_what_the_command_says_of_every_golden_row(
    example: Example, anong: Somebody, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition, sheet = example["edition"], with_six_places(example)
    year = example.get("fiscal_year", edition_of(edition).fiscal_years[0])
    saved = results(anong, a_year(anong, year, edition=edition), sheet)
    said = json.loads(json.dumps(as_data(analysis_of(saved), catalogue("th"))))
    assert said == json.loads(printed_by_score(sheet, edition, tmp_path, capsys))
    assert answer(scorecard(saved), example["expect"]) == example["expect"]


def test_a_corrected_framework_changes_no_past_score(
    anong: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    cycle = a_year(anong, 2566)
    before = results(anong, cycle, {**FULL, "9": "40"})
    weights = edition_text("nacc-2566")
    assert weights.count('"0.40"') == 1
    corrected = weights.replace('"0.40"', '"0.20"').replace('"0.30"', '"0.40"')
    monkeypatch.setattr(services, "edition_text", lambda _key: corrected)
    cycle = correct_edition(cycle=cycle, by=anong.actor)
    after = results(anong, cycle, {**FULL, "9": "40"})
    shown = [str(scorecard(each).total.shown) for each in (before, after)]
    assert shown == ["80.00", "85.00"]
    assert EditionVersion.objects.count() == 2


def test_a_framework_that_was_not_corrected_is_not_taken_again(anong: Somebody) -> None:
    cycle = a_year(anong, 2566)
    with pytest.raises(Refusal, match="The framework of 2566 was not corrected"):
        correct_edition(cycle=cycle, by=anong.actor)
