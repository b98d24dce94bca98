"""The five model documents beside what was read of them: every value leads to its words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from prongsai.core.checks import check
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.interface import catalogue
from prongsai.formats.readers import source_in
from prongsai.formats.subject import subject_of
from prongsai.formats.write_reading_page import reading_page
from tests.factories.facts import SHARED

NUMBERS = ("000", "001", "002", "003", "004")


@cache
def page(number: str) -> str:
    path = next(iter(sorted((SHARED / "seeds").glob(f"{number}_*.txt"))), None)
    if path is None:
        pytest.skip("the model documents are not beside this checkout (PRONGSAI_SHARED)")
    source = source_in(path.read_bytes())
    reading = understand(source, editions_by_year())
    return reading_page(source, reading, check(subject_of(reading)), catalogue("th"))


@pytest.mark.parametrize("number", NUMBERS)
def test_every_link_has_its_goal_and_every_goal_stands_once(number: str) -> None:
    goals = Counter(re.findall(r' id="([^"]+)"', page(number)))

    assert [goal for goal, often in goals.items() if often > 1] == []
    assert set(re.findall(r'href="#([^"]*)"', page(number))) <= set(goals)


@pytest.mark.parametrize("number", NUMBERS)
def test_values_lead_to_their_words_and_not_only_to_their_cell(number: str) -> None:
    links = re.findall(r'class="to" href="#([bw])[0-9]+">', page(number))
    rows = page(number).count("<article")  # a measure leads to its row

    assert len(links) > rows
    assert links.count("w") >= 0.98 * (len(links) - rows)
