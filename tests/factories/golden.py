"""The worked examples of tests/golden, and what a scorecard answers to what they ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from prongsai.core.editions.model import Edition
from prongsai.core.results import ResultSheet
from prongsai.core.scoring.model import Kind, Scorecard
from prongsai.core.scoring.rounding import display, to_places
from prongsai.formats.editions import load_edition
from prongsai.formats.read_yaml import read_yaml

HERE = Path(__file__).parents[1] / "golden"

Example = dict[str, Any]

edition_of = cache(load_edition)


def examples() -> list[Example]:
    """Return every example of every file of tests/golden."""
    found: list[Example] = []
    for path in sorted(HERE.glob("*.yaml")):
        content = read_yaml(path)
        assert isinstance(content, list), path.name
        found += content
    return found


EXAMPLES = examples()
SIX_PLACES = Decimal("0.000001")


def sheet_of(example: Example, edition: Edition) -> ResultSheet:
    """Make the result sheet: spans written out, weighted instruments brought back to 100."""
    scores: dict[str, str | int | Decimal] = {}
    for name, value in example["results"].items():
        scores |= dict.fromkeys(codes_of(name), value)
    for code, points in example.get("weighted", {}).items():
        scores[code] = Decimal(points) / edition.instrument[code].weight.value
    return ResultSheet.of(scores)


def with_six_places(example: Example) -> ResultSheet:
    """Return the results of an example with as many places as are read and kept."""
    sheet = sheet_of(example, edition_of(example["edition"]))
    rows = (replace(r, score=r.score and to_places(r.score, SIX_PLACES)) for r in sheet.results)
    return ResultSheet(tuple(rows))


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
