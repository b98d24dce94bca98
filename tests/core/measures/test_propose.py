"""Proposed measures: few of them, in the agency's words, and nothing weak without one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.editions.parse import parse_edition
from prongsai.core.findings.model import Severity
from prongsai.core.measures.complete import lacking
from prongsai.core.measures.model import Agency, Catalogue, Measure, Month
from prongsai.core.measures.propose import Proposal, propose
from prongsai.formats.editions import edition_keys, load_edition
from prongsai.formats.read_catalogue import load_catalogue
from tests.factories.editions import DUTIES, small_edition
from tests.factories.measures import catalogue, finding, plan, ready

SMALL = parse_edition(small_edition(), DUTIES)
edition_of = cache(load_edition)

WORK = ready("work", "work-standard")
STRUCTURE = ready("structure", "structure")
NEWS = ready("news", "news")
FALLBACKS = tuple(ready(f"all-{each}", f"indicator-{each}") for each in (1, 6, 9))
WHOLE = catalogue(WORK, STRUCTURE, NEWS, *FALLBACKS)


def asked(measures: Catalogue, **more: Any) -> Proposal:
    proposal = Proposal(
        edition=SMALL,
        catalogue=measures,
        agency=Agency(name="อบต.ตัวอย่าง"),
        plan_year=2571,
        cure_edition=SMALL,
    )
    return replace(proposal, **more)


def proposed(*weak: str, measures: Catalogue = WHOLE) -> dict[str, tuple[str, ...]]:
    """Return the answers of each proposed measure by the key it has in the catalogue."""
    made = propose([finding(name) for name in weak], asked(measures))
    return {each.title.removeprefix("ไทย "): each.answers for each in made}


def test_nothing_weak_needs_no_measure() -> None:
    assert propose([finding("i1", Severity.LOOK)], asked(WHOLE)) == ()


def test_a_ready_measure_becomes_one_of_the_agency() -> None:
    news = replace(NEWS, cures=("structure", "news"))
    agency = Agency(name="อบต.ตัวอย่าง", units=(("clerk", "งานบริหารทั่วไป"),))

    made = propose([finding("o2")], asked(catalogue(news), agency=agency))

    assert made == (
        Measure(
            key="M-2571-001",
            title="ไทย news",
            answers=("o2",),
            steps=("ไทย step 1", "ไทย step 2"),
            lead="งานบริหารทั่วไป",
            support=("ผู้ดูแลเว็บไซต์",),
            period=(Month(2570, 10), Month(2570, 12)),
            follow_up="รายงานในที่ประชุมประจำเดือนมกราคม 2571",
            cures=("o1", "o2"),
            evidence=("ไทย evidence",),
        ),
    )


def test_where_no_edition_of_the_plan_year_is_known_nothing_cures() -> None:
    news = replace(NEWS, cures=("structure", "news"))

    [made] = propose([finding("o2")], asked(catalogue(news), cure_edition=None))

    assert (made.answers, made.cures) == (("o2",), ())


def test_measures_are_proposed_in_english_too() -> None:
    [made] = propose([finding("o2")], asked(WHOLE, language="en"))

    assert (made.title, made.lead) == ("English news", "Office of the clerk")
    assert made.follow_up == "Report at the meeting of January 2571"


def test_a_unit_with_two_roles_is_named_once() -> None:
    agency = Agency(name="อบต.", units=(("clerk", "สำนักปลัด"), ("it", "สำนักปลัด")))

    [made] = propose([finding("o2")], asked(WHOLE, agency=agency))

    assert (made.lead, made.support) == ("สำนักปลัด", ())


@pytest.mark.parametrize(
    ("weak", "answers"),
    [
        (("o2", "o1", "o2"), {"structure": ("o1",), "news": ("o2",)}),
        (("e1/survey", "e1/public", "i1"), {"work": ("i1", "e1/public", "e1/survey")}),
        (("9", "9.1", "OIT", "total", "o2"), {"news": ("o2",)}),
        (("9.1",), {"all-9": ("9.1",)}),
        (("9", "OIT"), {"all-9": ("9",)}),
        (("EIT/public",), {"all-6": ("EIT/public",)}),
        (("EIT/public", "e1/survey"), {"work": ("e1/survey",), "all-6": ("EIT/public",)}),
        (("EIT/public", "e1"), {"work": ("e1",)}),
        (("total",), {"all-1": ("total",), "all-6": ("total",), "all-9": ("total",)}),
    ],
)
def test_what_is_weak_is_answered_where_it_can_be_mended(
    weak: tuple[str, ...], answers: dict[str, tuple[str, ...]]
) -> None:
    assert proposed(*weak) == answers


def test_an_item_whose_duties_nobody_knows_is_answered_through_its_indicator() -> None:
    assert proposed("o1", measures=catalogue(NEWS, *FALLBACKS)) == {"all-9": ("o1",)}


def test_one_measure_is_enough_where_it_answers_several() -> None:
    both = ready("both", "news", "structure")

    assert proposed("o1", "o2", measures=catalogue(NEWS, STRUCTURE, both)) == {"both": ("o1", "o2")}


def test_every_duty_of_an_item_is_answered() -> None:
    path = ("instruments", 2, "indicators", 0, "sub_indicators", 0, "items", 0, "duties")
    edition = parse_edition(small_edition(path, ["structure", "news"]), DUTIES)

    made = propose([finding("o1")], asked(catalogue(STRUCTURE, NEWS), edition=edition))

    assert [each.answers for each in made] == [("o1",), ("o1",)]


def test_a_measure_that_later_ones_make_needless_is_left_out() -> None:
    wide = ready("wide", "structure", "news")
    left = ready("left", "structure", "work-standard")
    right = ready("right", "news", "indicator-6")

    answers = proposed("o1", "o2", "i1", "6", measures=catalogue(wide, left, right))

    assert answers == {"left": ("i1", "o1"), "right": ("6", "o2")}


def test_a_part_above_an_item_of_the_other_part_needs_its_own_measure() -> None:
    assert proposed("EIT/public", "6", "e1/survey") == {
        "work": ("e1/survey",),
        "all-6": ("EIT/public",),
    }


def names_of(edition: Edition) -> list[str]:
    parts = [
        f"{code}/{part.key}"
        for each in edition.instruments
        for part in each.parts
        for code in (each.key, *(item.code for item in each.items))
    ]
    return [TOTAL, *edition.ancestors, *parts]


@pytest.mark.parametrize("key", edition_keys())
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_nothing_weak_is_left_without_a_measure(key: str, data: st.DataObject) -> None:
    edition = edition_of(key)
    weak = data.draw(st.lists(st.sampled_from(names_of(edition)), unique=True))
    found = [finding(name) for name in weak]

    made = propose(found, asked(load_catalogue(), edition=edition, cure_edition=edition))

    assert lacking(plan(edition=key, measures=made), found, edition) == ()
    assert all(each.answers for each in made)
    assert len({each.key for each in made}) == len(made) <= len(load_catalogue().measures)
