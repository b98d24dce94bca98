"""From results to a scorecard: what is known is computed, what is not known stays unknown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.editions.model import Confidence, Edition, Pooling
from prongsai.core.results import ResultSheet
from prongsai.core.scoring.model import Basis, Kind, OpenFact, Scorecard
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import say
from prongsai.formats.editions import edition_keys, load_edition
from tests.factories.scoring import OPEN, card, edition, instrument

EDITIONS = {key: load_edition(key) for key in edition_keys()}
COMPLETE = [of for of in EDITIONS.values() if all(each.items for each in of.instruments)]

PARTS = ("public", "survey")
TWO = edition(instrument("IIT", "0.40", 2, 1), instrument("OIT", "0.60", (2, 1)))
UNPOOLED = edition(instrument("EIT", "1", 1, 1, parts=PARTS, pooling=Pooling.UNKNOWN))
POOLED = edition(instrument("EIT", "1", 1, 1, parts=PARTS, pooling=Pooling.PARTS_MEAN))


def values(made: Scorecard) -> dict[str, str]:
    """Return what stands and is no item, as shown."""
    return {
        each.name: str(each.shown)
        for each in made.scores.values()
        if each.shown is not None and each.kind is not Kind.ITEM
    }


def test_each_score_is_the_mean_of_what_is_below_it_and_the_total_their_weighted_sum() -> None:
    made = card(TWO, i1=100, i2=67, i3=33, o1=100, o2=0, o3=100)

    assert values(made) == {
        "IIT1": "83.50",
        "IIT2": "33.00",
        "IIT": "58.25",
        "OIT1.1": "50.00",
        "OIT1.2": "100.00",
        "OIT1": "75.00",
        "OIT": "75.00",
        "total": "68.30",
    }


def test_nothing_given_gives_nothing() -> None:
    assert values(card(TWO)) == {}


@pytest.mark.parametrize("left_out", ["i1", "i3", "o1", "o3"])
def test_one_item_missing_leaves_nothing_above_it(left_out: str) -> None:
    items = {code: 90 for code in TWO.items if code != left_out}

    made = card(TWO, items)

    above = [made.get(code).score for code in TWO.ancestors[left_out]]
    assert above == [None] * len(above)


def test_an_announced_score_stands_where_what_is_below_it_is_known_in_part() -> None:
    made = card(TWO, i1=10, IIT1=80, IIT2=90, o1=0, OIT=95)

    assert values(made) == {
        "IIT1": "80.00",
        "IIT2": "90.00",
        "IIT": "85.00",
        "OIT": "95.00",
        "total": "91.00",
    }
    assert made.get("OIT").basis is Basis.STATED


def test_a_computed_score_stands_before_an_announced_one() -> None:
    made = card(TWO, i1=80, i2=80, IIT1=99, IIT2=80, OIT=80, total=99)

    assert values(made)["IIT1"] == "80.00"
    assert values(made)["total"] == "80.00"
    assert made.total.stated == 99


def test_the_parts_do_not_make_the_score_where_nobody_has_said_how() -> None:
    made = card(UNPOOLED, {f"e{n}/{part}": 90 for n in (1, 2) for part in PARTS})

    assert values(made) == {
        "EIT1/public": "90.00",
        "EIT2/public": "90.00",
        "EIT/public": "90.00",
        "EIT1/survey": "90.00",
        "EIT2/survey": "90.00",
        "EIT/survey": "90.00",
    }
    assert (made.standing.level, made.standing.missing) == (None, ("total",))


def test_the_parts_make_the_score_where_the_edition_says_how() -> None:
    made = card(POOLED, {"EIT/public": "90.01", "e1/survey": 80, "e2/survey": 81}, EIT=85)

    assert made.get("EIT").formula == "(90.01 + 80.50) / 2 = 85.26"
    assert made.get("EIT").stated == 85
    assert made.total.score == Decimal("85.255")


def test_one_part_alone_does_not_make_the_score() -> None:
    made = card(POOLED, {"EIT/public": 90}, e1=70, e2=80)

    assert values(made) == {
        "EIT/public": "90.00",
        "EIT1": "70.00",
        "EIT2": "80.00",
        "EIT": "75.00",
        "total": "75.00",
    }


def test_items_of_the_whole_count_before_the_parts() -> None:
    made = card(POOLED, {"EIT/public": 90, "EIT/survey": 90}, e1=70, e2=80)

    assert made.get("EIT").formula == "(70.00 + 80.00) / 2 = 75.00"


def test_what_is_computed_on_open_facts_says_so_and_no_level_of_it_is_certain() -> None:
    of = edition(instrument("OIT", "1", (1, 1), confidence=OPEN))

    made = card(of, o1=100, o2=100)

    assert made.standing.certain is False
    assert made.standing.rests_on == (
        OpenFact(say("the weight of %(code)s", code="OIT"), OPEN),
        OpenFact(say("the list of items of %(code)s", code="OIT"), OPEN),
        OpenFact(say("how indicator %(code)s is made of its items", code="OIT1"), OPEN),
        OpenFact(say("which items belong to %(code)s", code="OIT1.1"), OPEN),
        OpenFact(say("which items belong to %(code)s", code="OIT1.2"), OPEN),
    )


def test_how_parts_are_pooled_may_be_open_too() -> None:
    of = edition(
        instrument("EIT", "1", 1, parts=PARTS, pooling=Pooling.PARTS_MEAN, confidence=OPEN)
    )

    made = card(of, {"EIT/public": 90, "EIT/survey": 90})

    assert made.get("EIT").rests_on == (
        OpenFact(say("how the parts of %(code)s make its score", code="EIT"), OPEN),
    )


def test_an_announced_total_rests_on_nothing_but_a_minimum_may() -> None:
    of = EDITIONS["nacc-2568"]
    checklist = dict.fromkeys((each.code for each in of.instrument["OIT"].items), 100)

    made = card(of, {**checklist, "total": 90})

    assert made.total.rests_on == ()
    assert made.standing.rests_on == tuple(
        OpenFact(say("how indicator %(code)s is made of its items", code=code), OPEN)
        for code in ("9", "10")
    )


def test_a_total_under_all_minima_does_not_rest_on_them() -> None:
    of = EDITIONS["nacc-2568"]
    checklist = dict.fromkeys((each.code for each in of.instrument["OIT"].items), 100)

    made = card(of, {**checklist, "total": 80})

    assert (made.standing.certain, made.standing.rests_on) == (True, ())


@pytest.mark.parametrize("key", ["nacc-2568", "nacc-2569"])
def test_a_level_computed_on_what_nobody_knows_is_never_certain(key: str) -> None:
    of = EDITIONS[key]
    checklist = dict.fromkeys((each.code for each in of.instrument["OIT"].items), 0)

    made = card(of, {**checklist, "IIT": 50, "EIT": 50})

    marks = {fact.confidence for fact in made.standing.rests_on}
    assert (made.standing.certain, marks) == (False, {Confidence.UNKNOWN})


@pytest.mark.parametrize("of", COMPLETE, ids=lambda of: of.key)
@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=100, places=2))
def test_what_is_the_same_everywhere_is_the_same_above(of: Edition, everywhere: Decimal) -> None:
    made = card(of, dict.fromkeys(of.items, everywhere))

    above = [each.shown for each in made.scores.values() if each.kind is not Kind.ITEM]
    assert above == [display(everywhere)] * len(above)


@pytest.mark.parametrize("of", COMPLETE, ids=lambda of: of.key)
@settings(deadline=None)
@given(data=st.data())
def test_a_better_item_makes_nothing_worse(of: Edition, data: st.DataObject) -> None:
    scores = st.integers(min_value=0, max_value=100)
    before = {code: data.draw(scores) for code in of.items}
    code = data.draw(st.sampled_from(sorted(of.items)))
    after = {**before, code: 100}

    worse, better = card(of, before), card(of, after)

    fell = [
        key
        for key, each in worse.scores.items()
        if (each.shown or Decimal(0)) > (better.scores[key].shown or Decimal(0))
    ]
    assert fell == []


def test_a_sheet_is_kept_as_it_was_given() -> None:
    sheet = ResultSheet.of({"i1": "90"})

    made = score(TWO, sheet)

    assert (made.sheet, made.edition) == (sheet, TWO)
