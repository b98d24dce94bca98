"""Worked examples that an ITA officer can check by hand: what goes in, and what must come out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from prongsai.core.scoring.scorer import score
from prongsai.formats.editions import edition_keys
from tests.factories.facts import fact_rows
from tests.factories.golden import EXAMPLES, Example, answer, edition_of, sheet_of


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_worked_example(example: Example) -> None:
    edition = edition_of(example["edition"])

    card = score(edition, sheet_of(example, edition))

    assert answer(card, example["expect"]) == example["expect"]


ANNOUNCED = [example for example in EXAMPLES if "announced_level" in example]


@pytest.mark.parametrize("example", ANNOUNCED, ids=lambda example: example["name"])
def test_the_announced_level_is_possible_and_is_ours_where_ours_is_certain(
    example: Example,
) -> None:
    edition = edition_of(example["edition"])

    standing = score(edition, sheet_of(example, edition)).standing

    possible = [level.title.th for level in standing.possible]
    assert example["announced_level"] in possible
    assert standing.certain == (possible == [example["announced_level"]])


def test_every_edition_has_a_worked_example() -> None:
    assert sorted({example["edition"] for example in EXAMPLES}) == edition_keys()


def test_no_two_examples_have_one_name() -> None:
    names = [example["name"] for example in EXAMPLES]
    assert [name for name in names if names.count(name) > 1] == []


def facts() -> Iterator[tuple[str, int, dict[str, Decimal], str | None]]:
    """Yield the agency, year, figures and level of every row of the table of facts."""
    for row in fact_rows("agency_scores.csv"):
        figures = {str(n): row[f"ind{n}"] for n in range(1, 11)}
        figures["total"] = row["total_stated"]
        figures |= {f"{c} weighted": row[f"{c.lower()}_weighted_stated"] for c in WEIGHTED}
        known = {name: Decimal(value) for name, value in figures.items() if value}
        level = row["level_stated"].removesuffix(" (derived)") or None
        yield row["agency"], int(row["fy"]), known, level


WEIGHTED = ("IIT", "EIT", "OIT")


def figures_of(example: Example) -> dict[str, Decimal]:
    """Return the figures of an example as the table of facts has them, given and expected alike."""
    expected = example["expect"]
    found = {**example["results"], "total": expected["total"]}
    parts = {**expected.get("weighted", {}), **example.get("weighted", {})}
    found |= {f"{code} weighted": points for code, points in parts.items()}
    return {name: Decimal(value) for name, value in found.items()}


def test_every_announced_result_of_the_table_of_facts_is_an_example() -> None:
    ours = [
        (each["agency"], each["fiscal_year"], figures_of(each), each.get("announced_level"))
        for each in EXAMPLES
        if "agency" in each
    ]

    theirs = list(facts())

    names = zip(theirs, ours, strict=True)
    assert [their[0] for their, our in names if not their[0].startswith(our[0])] == []
    assert [each[1:] for each in ours] == [each[1:] for each in theirs]
