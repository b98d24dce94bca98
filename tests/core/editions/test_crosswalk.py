"""The same duty in two years, never the same code."""

from __future__ import annotations

import re

import pytest

from prongsai.core.editions.crosswalk import Crosswalk, CrosswalkRow, crosswalk, matches
from prongsai.core.editions.model import Edition
from prongsai.core.editions.parse import parse_edition
from prongsai.core.sentences import Names
from prongsai.formats.editions import load_duties, load_edition
from tests.factories.editions import DUTIES, GONE, small_edition, spoilt
from tests.factories.facts import fact_rows

ITEMS = ("instruments", 2, "indicators", 0, "sub_indicators", 0, "items")


def small(*, swapped: bool = False) -> Edition:
    """Make the small edition; swapped, o1 asks for news and o2 for the structure."""
    raw = small_edition()
    if swapped:
        raw = spoilt(raw, (*ITEMS, 0, "duties"), ["news"])
        raw = spoilt(raw, (*ITEMS, 1, "duties"), ["structure"])
    return parse_edition(raw, DUTIES)


def test_items_match_by_duty_and_never_by_code() -> None:
    assert matches("o1", small(), small(swapped=True)) == ("o2",)


def test_staff_and_public_items_of_one_topic_do_not_match() -> None:
    assert matches("i1", small(), small()) == ("i1",)


def test_nothing_matches_in_an_edition_without_the_instrument() -> None:
    raw = small_edition(("instruments", 0), GONE)
    raw = spoilt(raw, ("instruments", 0, "weight", "value"), "0.6")
    raw = spoilt(raw, ("levels", 0, "minima", "IIT"), GONE)
    other = parse_edition(raw, DUTIES)

    assert matches("i1", small(), other) == ()


def test_an_item_that_is_not_there_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        matches("o9", small(), small())


def test_the_table_has_a_row_for_each_duty() -> None:
    table = crosswalk("OIT", [small(), small(swapped=True)], DUTIES)

    assert table == Crosswalk(
        instrument="OIT",
        editions=("small", "small"),
        rows=(
            CrosswalkRow(
                duty="structure",
                title=Names(th="โครงสร้าง", en="Structure"),
                codes=(("o1",), ("o2",)),
            ),
            CrosswalkRow(duty="news", title=Names(th="ข่าว", en="News"), codes=(("o2",), ("o1",))),
        ),
    )


def test_the_table_of_an_instrument_that_nobody_has_is_empty() -> None:
    assert crosswalk("XIT", [small()], DUTIES).rows == ()


def test_the_procurement_report_is_never_taken_for_the_complaint_guideline() -> None:
    before, after = load_edition("nacc-2566"), load_edition("nacc-2567")

    assert matches("o22", before, after) == ("o17",)  # annual procurement report
    assert matches("o22", after, before) == ("o27",)  # complaint guideline


def test_a_merged_item_matches_all_that_it_merged() -> None:
    after, before = load_edition("nacc-2568"), load_edition("nacc-2566")

    assert matches("o1", after, before) == ("o1", "o3")
    assert matches("o3", before, after) == ("o1",)


def test_an_item_whose_topic_is_not_known_matches_nothing() -> None:
    before, after = load_edition("nacc-2566"), load_edition("nacc-2567")

    assert matches("i1", before, after) == ()
    assert matches("i1", after, before) == ()
    assert matches("e3", after, load_edition("nacc-2568")) == ("e3",)


def test_the_crosswalk_of_the_fact_tables_is_reproduced() -> None:
    years = ("2566", "2567", "2568", "2569")
    expected = {
        tuple(
            # "O20 (knowledge of the rule only)" is not the duty itself.
            tuple(c.lower() for c in re.findall(r"O\d+(?! \(knowledge)\b", row[f"fy{year}"]))
            for year in years
        )
        for row in fact_rows("oit_crosswalk.csv")
    }

    table = crosswalk("OIT", [load_edition(f"nacc-{year}") for year in years], load_duties())

    assert {row.codes for row in table.rows} == expected
