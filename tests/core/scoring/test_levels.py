"""The level of a total: sure where nothing unknown could change it, else the best that may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.editions.model import Confidence, Edition
from prongsai.core.results import Key
from prongsai.core.scoring.levels import find_level
from prongsai.core.scoring.model import OpenFact, Standing
from prongsai.core.sentences import say
from prongsai.formats.editions import load_edition
from tests.factories.scoring import OPEN, edition, level

BANDS = load_edition("nacc-2564")
NAMED = load_edition("nacc-2566")
EXCELLENT, GOOD, PASS, IMPROVE, URGENT = NAMED.levels
MINIMA = ("IIT", "EIT/public", "EIT/survey", "OIT")

GRID = [Decimal(value) for value in ("0", "69.99", "70", "84.99", "85", "94.99", "95", "100")]
FILLED = [Decimal(value) for value in ("0", "85", "95")]  # the minima, and what meets none
PARTIAL = st.fixed_dictionaries({name: st.none() | st.sampled_from(GRID) for name in MINIMA})


def parts(scores: Mapping[str, Decimal | str | None]) -> dict[Key, Decimal | None]:
    """Return parts by their keys: "EIT/public" is ("EIT", "public")."""
    found: dict[Key, Decimal | None] = {}
    for name, value in scores.items():
        code, _, part = name.partition("/")
        found[code, part or None] = None if value is None else Decimal(value)
    return found


def all_parts(score: str) -> dict[str, Decimal | str | None]:
    return dict.fromkeys(MINIMA, score)


def standing(of: Edition, total: str, scores: Mapping[str, Decimal | str | None]) -> Standing:
    return find_level(of, Decimal(total), parts(scores))


def rank(found: Standing) -> int:
    """Return how far from the top the level is."""
    assert found.level is not None
    return NAMED.levels.index(found.level)


@pytest.mark.parametrize(
    ("total", "key"),
    [
        ("100", "aa"), ("95", "aa"), ("94.995", "aa"), ("94.99", "a"), ("85", "a"),
        ("84.994", "b"), ("75", "b"), ("74.99", "c"), ("65", "c"), ("64.99", "d"), ("55", "d"),
        ("54.99", "e"), ("50", "e"), ("49.99", "f"), ("0", "f"),
    ],
)  # fmt: skip
def test_a_band_begins_at_its_limit_as_shown(total: str, key: str) -> None:
    found = next(each for each in BANDS.levels if each.key == key)

    assert standing(BANDS, total, {}) == Standing(
        level=found, certain=True, possible=(found,), missing=(), rests_on=()
    )


def test_without_a_total_there_is_no_level() -> None:
    assert find_level(NAMED, None, {}) == Standing(
        level=None, certain=False, possible=(), missing=("total",), rests_on=()
    )


def test_one_part_under_its_minimum_takes_the_level_away() -> None:
    scores = all_parts("96") | {"EIT/survey": "84.99"}

    assert standing(NAMED, "97.90", scores) == Standing(
        level=PASS, certain=True, possible=(PASS,), missing=(), rests_on=()
    )


def test_a_minimum_is_met_as_shown() -> None:
    assert standing(NAMED, "94.995", all_parts("94.995")).level == EXCELLENT


def test_an_unknown_part_leaves_the_best_level_and_names_what_could_lower_it() -> None:
    scores = {"IIT": "96", "EIT/public": "96", "OIT": "96"}

    assert standing(NAMED, "96", scores) == Standing(
        level=EXCELLENT,
        certain=False,
        possible=(EXCELLENT, GOOD, PASS),
        missing=("EIT/survey",),
        rests_on=(),
    )


def test_a_level_that_no_value_of_the_unknown_part_gives_is_not_possible() -> None:
    top = level("top", "95", {"IIT": "90"})
    middle = level("middle", "90", {"IIT": "90"})
    of = edition(levels=(top, middle, level("low", "0")))

    found = find_level(of, Decimal(96), {})

    assert [each.key for each in found.possible] == ["top", "low"]


def test_a_level_with_open_limits_is_not_certain_and_says_why() -> None:
    of = replace(NAMED, levels=(*NAMED.levels[:3], replace(IMPROVE, confidence=OPEN), URGENT))

    found = standing(of, "80", {})

    assert (found.certain, found.rests_on) == (
        False,
        (OpenFact(say("the limits of the level %(level)s", level=IMPROVE.title), OPEN),),
    )


def test_a_level_under_one_with_open_limits_is_not_certain_either() -> None:
    of = replace(NAMED, levels=(*NAMED.levels[:3], replace(IMPROVE, confidence=OPEN), URGENT))

    assert standing(of, "60", {}).certain is False
    assert standing(of, "90", all_parts("90")).certain is True


def test_what_the_total_rests_on_makes_the_level_uncertain() -> None:
    fact = OpenFact(say("the weight of %(code)s", code="IIT"), Confidence.RECALLED)

    found = find_level(BANDS, Decimal(90), {}, (fact, fact))

    assert (found.certain, found.rests_on) == (False, (fact,))


@settings(deadline=None)
@given(st.sampled_from(GRID), PARTIAL)
def test_the_possible_levels_are_those_that_some_values_of_the_unknown_parts_give(
    total: Decimal, scores: dict[str, Decimal | None]
) -> None:
    found = find_level(NAMED, total, parts(scores))

    filled = product(*([value] if value is not None else FILLED for value in scores.values()))
    reached = {
        rank(find_level(NAMED, total, parts(dict(zip(MINIMA, values, strict=True)))))
        for values in filled
    }
    assert [NAMED.levels.index(each) for each in found.possible] == sorted(reached)
    assert found.certain == (len(reached) == 1)
    assert bool(found.missing) == (len(reached) > 1)


@given(st.sampled_from(GRID), st.sampled_from(GRID), PARTIAL)
def test_a_higher_total_never_lowers_the_level(
    one: Decimal, other: Decimal, scores: dict[str, Decimal | None]
) -> None:
    low, high = (find_level(NAMED, total, parts(scores)) for total in sorted((one, other)))

    assert rank(high) <= rank(low)


@given(st.sampled_from(GRID), PARTIAL, st.sampled_from(MINIMA), st.sampled_from(GRID))
def test_a_higher_part_never_lowers_the_level(
    total: Decimal, scores: dict[str, Decimal | None], name: str, other: Decimal
) -> None:
    raised = {**scores, name: max(other, scores[name] or Decimal(0))}
    known = {**scores, name: scores[name] or Decimal(0)}

    low, high = (find_level(NAMED, total, parts(each)) for each in (known, raised))

    assert rank(high) <= rank(low)
