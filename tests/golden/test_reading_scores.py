"""How well the model documents are read, by their hand-made keys; also when written otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from tests.factories.mutations import MUTATIONS, changed
from tests.golden.reading_cells import (
    NUMBERS,
    cells_of_key,
    cells_of_reading,
    document,
    read,
    seen,
)
from tests.golden.reading_scores import Score, differences, score, together

EXACT = 0.98  # of the values of each of these fields, found and not invented
FIELDS = ("scores", "codes", "period", "lead", "support", "state")
LETTERS = 0.97  # of the texts
KEPT = 0.95  # of the score, where the same is written otherwise
CHANCES = 5


@cache
def scored(number: str) -> Score:
    of = document(number)
    return score(cells_of_key(of), cells_of_reading(read(of.lines)))


def scored_otherwise(number: str, mutation: str) -> Score:
    of = document(number)
    key = cells_of_key(of)
    ways = (changed(mutation, seen(of), chance) for chance in range(CHANCES))
    return together([score(key, cells_of_reading(read(way))) for way in ways])


def below(of: Score) -> Iterator[str]:
    for name in FIELDS:
        if of.of(name).worst < EXACT:
            yield f"{name} {of.of(name)}"


@pytest.mark.parametrize("number", NUMBERS)
def test_figures_codes_periods_units_and_states_are_read_right(number: str) -> None:
    assert list(below(scored(number))) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_every_row_is_found_and_none_is_invented(number: str) -> None:
    rows = scored(number).of("rows")

    assert (rows.right, rows.read) == (rows.expected, rows.expected)


@pytest.mark.parametrize("number", NUMBERS)
def test_texts_are_read_letter_by_letter(number: str) -> None:
    assert scored(number).letters.worst >= LETTERS


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_else_is_missed_or_invented(number: str) -> None:
    of = document(number)

    assert differences(cells_of_key(of), cells_of_reading(read(of.lines))) == []


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_written_otherwise_is_read_as_well(number: str, mutation: str) -> None:
    base, found = scored(number), scored_otherwise(number, mutation)

    assert found.of().worst >= KEPT * base.of().worst
    assert found.letters.worst >= KEPT * base.letters.worst
