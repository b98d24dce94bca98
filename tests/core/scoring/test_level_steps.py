from __future__ import annotations

from decimal import Decimal

from prongsai.core.results import ResultSheet
from prongsai.core.scoring.level_steps import level_steps
from prongsai.core.scoring.scorer import score
from prongsai.formats.editions import load_edition

EDITION = load_edition("nacc-2567")


def test_each_level_says_what_it_asks_and_what_there_is() -> None:
    given = {**{str(number): "90" for number in range(1, 9)}, "9": "70", "10": "70"}
    steps = level_steps(score(EDITION, ResultSheet.of(given)))
    assert [
        [(each.name, str(each.least), str(each.has), each.is_met) for each in step.demands]
        for step in steps[1:]
    ] == [
        [
            ("total", "85", "82.00", False),
            ("IIT", "85", "90.00", True),
            ("EIT/public", "85", "None", None),
            ("EIT/survey", "85", "None", None),
            ("OIT", "85", "70.00", False),
        ],
        [("total", "85", "82.00", False)],
        [("total", "70", "82.00", True)],
        [("total", "0", "82.00", True)],
    ]
    assert [step.level.key for step in steps] == ["excellent", "good", "pass", "improve", "urgent"]


def test_the_rounded_value_is_what_is_compared() -> None:
    card = score(EDITION, ResultSheet.of({"total": Decimal("84.995")}))
    totals = {each.level.total: each.demands[0] for each in level_steps(card)}
    assert totals[Decimal(85)].is_met
    assert totals[Decimal(85)].has == Decimal("85.00")
