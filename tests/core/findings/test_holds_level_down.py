"""A part under what the level of the total asks of it keeps that level away."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.findings.evidence import Evidence
from prongsai.core.findings.holds_level_down import holds_level_down
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.sentences import say
from tests.factories.sheets import card_of, edition_of, told


def names(text: str, edition: str = "nacc-2566") -> list[str]:
    return [each.name for each in holds_level_down(Evidence(card_of(edition, text)))]


def test_an_instrument_under_its_minimum_is_found_though_the_total_is_enough() -> None:
    card = card_of("nacc-2566", "IIT 91.80, EIT 88.23, OIT 84.37")
    good = next(level for level in edition_of("nacc-2566").levels if level.key == "good")

    assert list(holds_level_down(Evidence(card))) == [
        Finding(
            rule="holds_level_down",
            code="OIT",
            severity=Severity.WEAK,
            score=Decimal("84.37"),
            reason=say(
                "%(score)s is under the %(minimum)s that the level %(level)s asks of it,"
                " although the total %(total)s is enough",
                score=Decimal("84.37"),
                minimum=Decimal(85),
                level=good.title,
                total=Decimal("87.76"),
            ),
        )
    ]


def test_a_part_of_an_instrument_is_held_against_its_own_minimum() -> None:
    card = card_of("nacc-2566", "total 97.90, IIT 99, EIT/public 94.99, EIT/survey 95, OIT 94.995")

    assert [told(each)[1:3] for each in holds_level_down(Evidence(card))] == [
        ("EIT/public", "weak")
    ]


@pytest.mark.parametrize(
    "text",
    ["IIT 91, OIT 60", "total 84.99, OIT 60", "total 90", "total 90, OIT 85"],
    ids=["no total", "total does not pass", "parts not known", "minimum met"],
)
def test_otherwise_nothing_holds_it_down(text: str) -> None:
    assert names(text) == []


def test_an_edition_without_minima_has_no_such_finding() -> None:
    assert names("total 90, OIT 60", edition="nacc-2564") == []
