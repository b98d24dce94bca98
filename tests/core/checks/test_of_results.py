from __future__ import annotations

from decimal import Decimal

from prongsai.core.checks.model import Severity, Subject
from prongsai.core.checks.of_results import check_results
from prongsai.core.readings.model import Place, Reading, Said, StatedScore
from prongsai.formats.editions import load_edition


def test_totals_that_contradict_and_two_values_are_found() -> None:
    stated = [*((str(number), "90") for number in range(1, 11)), ("total", "55"), ("i7", "80")]
    scores = [
        Said(
            value=StatedScore(code=code, score=Decimal(score)),
            words=score,
            place=Place(table=1, row=row),
        )
        for row, (code, score) in enumerate([*stated, ("i7", "70")], start=1)
    ]
    subject = Subject(
        reading=Reading(scores=tuple(scores)), result_edition=load_edition("nacc-2567")
    )
    found = [(each.rule, each.place.row, each.severity) for each in check_results(subject)]
    assert found == [
        ("two_values_for_score", 13, Severity.MUST),
        ("wrong_total", 11, Severity.MUST),
    ]
