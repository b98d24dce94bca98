"""Worked examples that an ITA officer can check by hand: what goes in, and what must come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from prongsai.core.editions.model import Edition
from prongsai.core.results import ResultSheet
from prongsai.core.scoring.model import Kind, Scorecard
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.scorer import score
from prongsai.formats.editions import edition_keys, load_edition
from prongsai.formats.read_yaml import read_yaml
from tests.factories.facts import fact_rows

HERE = Path(__file__).parent

Example = dict[str, Any]

edition_of = cache(load_edition)


def examples() -> list[Example]:
    """Return every example of every file beside this one."""
    found: list[Example] = []
    for path in sorted(HERE.glob("*.yaml")):
        content = read_yaml(path)
        assert isinstance(content, list), path.name
        found += content
    return found


EXAMPLES = examples()


def sheet_of(example: Example, edition: Edition) -> ResultSheet:
    """Make the result sheet: spans written out, weighted instruments brought back to 100."""
    scores: dict[str, str | int | Decimal] = {}
    for name, value in example["results"].items():
        scores |= dict.fromkeys(codes_of(name), value)
    for code, points in example.get("weighted", {}).items():
        scores[code] = Decimal(points) / edition.instrument[code].weight.value
    return ResultSheet.of(scores)


def codes_of(name: str) -> list[str]:
    """Write a span out: o1-o3 is o1, o2, o3; a code is itself."""
    first, _, last = name.partition("-")
    if not last:
        return [first]
    return [f"{first[0]}{number}" for number in range(int(first[1:]), int(last[1:]) + 1)]


def shown(value: Decimal | None) -> str | None:
    return None if value is None else str(display(value))


def scores_of(kind: Kind) -> Callable[[Scorecard], dict[str, str | None]]:
    return lambda card: {each.name: shown(each.score) for each in card.of_kind(kind)}


def weighted(card: Scorecard) -> dict[str, str | None]:
    weights = {each.key: each.weight.value for each in card.edition.instruments}
    scores = {code: card.get(code).score for code in weights}
    return {code: None if s is None else shown(s * weights[code]) for code, s in scores.items()}


ANSWERS: dict[str, Callable[[Scorecard], Any]] = {
    "sub_indicators": scores_of(Kind.SUB_INDICATOR),
    "indicators": scores_of(Kind.INDICATOR),
    "instruments": scores_of(Kind.INSTRUMENT),
    "weighted": weighted,
    "total": lambda card: shown(card.total.score),
    "level": lambda card: card.standing.level and card.standing.level.title.th,
    "certain": lambda card: card.standing.certain,
    "possible": lambda card: [level.title.th for level in card.standing.possible],
    "level_needs": lambda card: list(card.standing.missing),
    "missing": lambda card: list(card.missing),
    "disagree": lambda card: [c.name for c in card.comparisons if c.agrees is False],
    "rests_on": lambda card: [f"{f.what} ({f.confidence})" for f in card.standing.rests_on],
}


def answer(card: Scorecard, asked: dict[str, Any]) -> dict[str, Any]:
    """Return what the scorecard says to what is asked; of a mapping, the keys asked for."""
    found: dict[str, Any] = {}
    for question, expected in asked.items():
        said = ANSWERS[question](card)
        is_mapping = isinstance(expected, dict)
        found[question] = {key: said[key] for key in expected} if is_mapping else said
    return found


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
