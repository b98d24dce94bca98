"""What the checks find in the measures of the five model documents, by rule and row."""

from __future__ import annotations

import pytest

from prongsai.core.checks import RULES, check
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.readers import source_in
from prongsai.formats.subject import subject_of
from tests.factories.facts import SHARED

OF_MEASURES = {
    "action_outside_year",
    "action_without_date",
    "done_without_proof",
    "measure_incomplete",
    "not_done_reported_done",
    "outcome_repeats_output",
    "period_backwards",
    "period_outside_year",
    "state_contradicts_dates",
    "state_not_said",
    "weak_without_measure",
}
FOUND = {
    "000": [],
    "001": [],
    "002": [],
    "003": [
        "must_mend period_outside_year 1",
        "must_mend period_outside_year 2",
        "look_at outcome_repeats_output 7",
    ],
    "004": [f"must_mend state_not_said {row}" for row in range(1, 6)],
}


@pytest.mark.parametrize("number", FOUND)
def test_the_slips_of_measures_are_found_and_nothing_else(number: str) -> None:
    path = next(iter(sorted((SHARED / "seeds").glob(f"{number}_*.txt"))), None)
    if path is None:
        pytest.skip("the model documents are not beside this checkout (PRONGSAI_SHARED)")
    reading = understand(source_in(path.read_bytes()), editions_by_year())

    found = [each for each in check(subject_of(reading)) if each.rule in OF_MEASURES]

    assert [f"{each.severity} {each.rule} {each.place.row}" for each in found] == FOUND[number]


def test_every_rule_of_measures_is_asked() -> None:
    assert {rule.__name__ for rule in RULES} >= OF_MEASURES
