"""What if a score were another: all that rests on it moves, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.editions.model import Edition, Pooling
from prongsai.core.errors import Refusal
from prongsai.core.results import Key, Result, ResultSheet
from prongsai.core.scoring.model import OpenFact, Scorecard
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.scorer import score
from prongsai.core.scoring.what_if import (
    WhatIf,
    gains,
    open_above,
    what_if,
    worth_in_total,
)
from prongsai.core.sentences import say
from prongsai.formats.editions import load_edition
from tests.factories.scoring import OPEN, Value, card, edition, instrument

PARTS = ("public", "survey")
TWO = edition(instrument("IIT", "0.40", 2, 1), instrument("OIT", "0.60", (2, 1)))
ITEMS: dict[str, Value] = {"i1": 100, "i2": 67, "i3": 33, "o1": 100, "o2": 0, "o3": 100}
POOLED = edition(instrument("EIT", "1", 1, 1, parts=PARTS, pooling=Pooling.PARTS_MEAN))
UNPOOLED = edition(instrument("EIT", "1", 1, 1, parts=PARTS, pooling=Pooling.UNKNOWN))
BOTH: dict[str, Value] = {f"e{n}/{part}": 80 for n in (1, 2) for part in PARTS}
CHECKLIST = edition(instrument("OIT", "1", (4, 1)))
YEAR = load_edition("nacc-2566")

FOLLOWS = "Change items or indicators, and the rest follows."
UNKNOWN = (
    "has no score in these results, so its change cannot be worked out."
    " Give its present score in the results, or leave it out."
)
SCORES = st.integers(min_value=0, max_value=100)


def keys(changes: Mapping[str, Value]) -> dict[Key, Decimal]:
    """Return changes by key: {"e1/public": 90} is {("e1", "public"): 90}."""
    return {
        (r.code, r.part): r.score for r in ResultSheet.of(changes).results if r.score is not None
    }


def changed(made: Scorecard, **changes: Value) -> WhatIf:
    return what_if(made, {(code, None): Decimal(value) for code, value in changes.items()})


def shown(card_: Scorecard) -> dict[str, str | None]:
    return {e.name: None if e.shown is None else str(e.shown) for e in card_.scores.values()}


def moved(outcome: WhatIf) -> dict[str, str]:
    """Return what moved, and by how much."""
    found = outcome.differences.items()
    return {outcome.before.scores[key].name: str(display(by)) for key, by in found}


def test_all_above_a_changed_item_moves_by_its_share() -> None:
    outcome = changed(card(TWO, ITEMS), o2=100)

    assert moved(outcome) == {
        "o2": "100.00",
        "OIT1.1": "50.00",
        "OIT1": "25.00",
        "OIT": "25.00",
        "total": "15.00",
    }
    assert shown(outcome.after) == shown(card(TWO, {**ITEMS, "o2": 100}))
    assert outcome.before == card(TWO, ITEMS)


def test_an_announced_score_above_moves_by_its_share() -> None:
    made = card(TWO, o2=0, OIT1=70, IIT=90)

    outcome = changed(made, o2=100)

    assert [outcome.after.get(code).shown for code in ("o2", "OIT1", "OIT", "total")] == [
        Decimal(100),
        Decimal(95),
        Decimal(95),
        Decimal(93),
    ]


def test_an_announced_total_moves_even_if_its_instruments_are_not_known() -> None:
    outcome = changed(card(TWO, o2=0, total=70), o2=100)

    assert outcome.after.total.score == Decimal(85)
    assert moved(outcome)["OIT"] == "25.00"
    assert outcome.after.get("OIT").score is None


def test_an_announced_score_beside_the_computed_one_moves_with_it() -> None:
    made = card(TWO, {**ITEMS, "OIT1": "74.99", "total": "99.99"})

    after = changed(made, o2=100).after

    assert [(each.name, each.stated, each.agrees) for each in after.comparisons] == [
        ("OIT1", Decimal("99.99"), True),
        ("total", Decimal(100), False),
    ]


def test_two_changes_move_together() -> None:
    outcome = changed(card(TWO, ITEMS), o2=100, i3=63)

    assert moved(outcome)["total"] == "21.00"


def test_a_change_to_the_same_value_changes_nothing() -> None:
    made = card(TWO, {**ITEMS, "OIT1": 75})

    outcome = changed(made, o2=0, IIT1="83.5")

    assert shown(outcome.after) == shown(made)
    assert set(moved(outcome).values()) == {"0.00"}


def test_what_a_changed_score_was_computed_from_is_no_longer_known() -> None:
    outcome = changed(card(TWO, ITEMS), IIT1=90)

    after = shown(outcome.after)
    assert {code: after[code] for code in ("i1", "i2", "IIT1", "i3", "IIT2", "IIT")} == {
        "i1": None,
        "i2": None,
        "IIT1": "90.00",
        "i3": "33.00",
        "IIT2": "33.00",
        "IIT": "61.50",
    }
    assert moved(outcome) == {"IIT1": "6.50", "IIT": "3.25", "total": "1.30"}


def test_a_changed_announced_score_leaves_what_is_known_below_it() -> None:
    outcome = changed(card(TWO, i1=80, IIT1=90, IIT2=90, OIT=90), IIT1=100)

    assert outcome.after.get("i1").score == 80
    assert outcome.after.get("IIT").score == 95


def test_flags_and_notes_stay() -> None:
    rows = (
        Result(code="o2", score=Decimal(0), weak=True, note="late"),
        Result(code="i1", weak=True),
    )
    made = score(TWO, ResultSheet(rows))

    after = changed(made, o2=50).after

    assert after.sheet.results == (
        Result(code="o2", score=Decimal(50), weak=True, note="late"),
        Result(code="i1", weak=True),
    )


def test_parts_move_their_instrument_where_the_edition_says_how() -> None:
    outcome = what_if(card(POOLED, BOTH), keys({"e1/public": 100}))

    assert moved(outcome) == {
        "e1/public": "20.00",
        "EIT1/public": "20.00",
        "EIT/public": "10.00",
        "EIT": "5.00",
        "total": "5.00",
    }


def test_an_instrument_that_moves_without_its_parts_leaves_them_unknown() -> None:
    made = card(UNPOOLED, {**BOTH, "EIT": 80})

    outcome = changed(made, EIT=100)

    assert outcome.after.sheet.scores == {("EIT", None): Decimal(100)}


def test_a_pooled_instrument_that_is_changed_itself_leaves_its_parts_unknown() -> None:
    outcome = changed(card(POOLED, BOTH), EIT=90)

    assert outcome.after.sheet.scores == {("EIT", None): Decimal(90)}
    assert outcome.after.total.score == 90


def test_open_facts_on_the_way_make_the_level_uncertain() -> None:
    of = edition(instrument("OIT", "1", 2, confidence=OPEN))

    standing = changed(card(of, o1=0, OIT1=40, total=40), o1=100).after.standing

    assert (standing.certain, standing.rests_on) == (
        False,
        (
            OpenFact(say("the weight of %(code)s", code="OIT"), OPEN),
            OpenFact(say("the list of items of %(code)s", code="OIT"), OPEN),
            OpenFact(say("how indicator %(code)s is made of its items", code="OIT1"), OPEN),
        ),
    )


def test_an_announced_score_may_pass_100_by_its_rounding() -> None:
    made = card(CHECKLIST, {"o1": 0, "OIT1.1": "75.005", "OIT1.2": 100})

    after = changed(made, o1=100).after

    assert (after.get("OIT1.1").score, after.total.score) == (Decimal(100), Decimal(100))


@pytest.mark.parametrize(
    ("announced", "item", "then"), [("99.99", 100, "124.99"), ("10", 0, "-10.00")]
)
def test_results_that_contradict_each_other_are_refused(
    announced: str, item: int, then: str
) -> None:
    made = card(CHECKLIST, {"o1": 0 if item else 80, "OIT1.1": announced})

    with pytest.raises(Refusal) as refusal:
        changed(made, o1=item)

    assert str(refusal.value) == (
        f"OIT1.1 is given as {display(Decimal(announced))} and would become {then}:"
        " it contradicts what it is made of. Check OIT1.1 and what is below it in the results."
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"total": 90}, "The total cannot be changed by itself. {follows}"),
        (
            {"o2": 100, "OIT": 9},
            "o2 cannot be changed together with what it counts towards. {follows}",
        ),
        ({"o2": "100.01"}, "o2=100.01 is outside 0–100. Give a score from 0 to 100."),
        ({"o2": "-1"}, "o2=-1 is outside 0–100. Give a score from 0 to 100."),
        ({"i3": 90}, "i3 {unknown}"),
        ({"o1/public": 90}, "o1/public {unknown}"),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, dict) else "",
)
def test_a_change_that_cannot_be_worked_out_is_refused(change: dict[str, Value], said: str) -> None:
    made = card(TWO, {code: value for code, value in ITEMS.items() if code != "i3"}, total=80)

    with pytest.raises(Refusal) as refusal:
        what_if(made, keys(change))

    assert str(refusal.value) == said.format(follows=FOLLOWS, unknown=UNKNOWN)


@pytest.mark.parametrize(
    ("of", "given_scores", "change"),
    [
        (UNPOOLED, {**BOTH, "EIT": 80}, "e1/public"),
        (UNPOOLED, {**BOTH, "EIT": 80}, "EIT/public"),
        (POOLED, {"EIT/public": 80, "EIT": 80}, "EIT/public"),
        (POOLED, {**BOTH, "e1": 80}, "e1"),
    ],
    ids=["item, pooling unknown", "part, pooling unknown", "other part unknown", "whole item"],
)
def test_a_change_whose_way_to_the_total_is_not_known_is_refused(
    of: Edition, given_scores: dict[str, Value], change: str
) -> None:
    made = card(of, given_scores)

    with pytest.raises(Refusal) as refusal:
        what_if(made, keys({change: 90}))

    assert str(refusal.value) == (
        f"How {change} counts towards EIT is not known. Change what the score of EIT is made of"
        " here, or bring an edition file that says how its parts make it."
    )


def test_the_worth_of_an_item_is_its_share_all_the_way_up() -> None:
    made = card(YEAR)

    assert made.shares(("o13", None)) == {
        ("o13", None): 1,
        ("9.2", None): Decimal("0.125"),
        ("9", None): Decimal("0.025"),
        ("OIT", None): Decimal("0.0125"),
        ("total", None): Decimal("0.005"),
    }


def test_the_total_is_worth_itself_and_a_part_nobody_gave_nothing_known() -> None:
    made = card(YEAR)

    assert worth_in_total(made, ("total", None)) == 1
    assert worth_in_total(made, ("e3", "public")) is None


def test_gains_are_largest_first_and_add_up_to_what_is_short_of_100() -> None:
    made = card(TWO, ITEMS)

    found = gains(made)

    assert [(each.score.name, str(display(each.points))) for each in found] == [
        ("o2", "15.00"),
        ("i3", "13.40"),
        ("i2", "3.30"),
        ("i1", "0.00"),
        ("o1", "0.00"),
        ("o3", "0.00"),
    ]
    assert made.total.score == Decimal("68.3")
    assert sum(each.points for each in found) == 100 - Decimal("68.3")


def test_an_item_whose_way_to_the_total_is_not_known_has_no_gain() -> None:
    assert gains(card(UNPOOLED, {**BOTH, "EIT": 80})) == ()


def test_no_gain_lifts_an_announced_score_over_100() -> None:
    made = card(CHECKLIST, {"o1": 0, "OIT1.1": 90, "OIT1.2": 100})

    assert made.rises[0].gains["o1", None] == 40
    assert [each.points for each in gains(made)] == [Decimal(5)]


def test_an_instrument_without_weight_gains_nothing() -> None:
    of = edition(instrument("IIT", "1", 1), instrument("OIT", "0", 1))

    assert [str(g.points) for g in gains(card(of, o1=0, total=50))] == ["0"]


def test_a_gain_names_the_open_facts_it_rests_on() -> None:
    of = edition(instrument("OIT", "1", (1,), confidence=OPEN))
    made = card(of, o1=0)

    own = made.shares(("o1", None))
    assert [gain.rests_on for gain in gains(made)] == [open_above(made, own)]
    assert [str(fact.what) for fact in open_above(made, own)] == [
        "which items belong to OIT1.1",
        "the list of items of OIT",
        "how indicator OIT1 is made of its items",
        "the weight of OIT",
    ]


@settings(deadline=None)
@given(data=st.data())
def test_what_if_is_scoring_the_changed_sheet_where_all_items_are_known(
    data: st.DataObject,
) -> None:
    before = {code: data.draw(SCORES) for code in YEAR.items}
    changes = data.draw(st.dictionaries(st.sampled_from(sorted(YEAR.items)), SCORES))

    outcome = changed(card(YEAR, before), **changes)

    assert outcome.after == card(YEAR, {**before, **changes})
    points = [gain.points for gain in gains(outcome.after)]
    assert display(100 - sum(points, Decimal(0))) == outcome.after.total.shown


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(TWO.items)), SCORES))
def test_changes_do_not_depend_on_their_order_and_add_up(changes: dict[str, int]) -> None:
    made = card(TWO, {**ITEMS, "OIT": 75, "total": "68.3"})

    together = changed(made, **changes)
    backwards = changed(made, **dict(reversed(changes.items())))
    one_by_one = [changed(made, **{code: value}) for code, value in changes.items()]

    assert shown(together.after) == shown(backwards.after)
    alone = sum((each.differences["total", None] for each in one_by_one), Decimal(0))
    assert display(together.differences.get(("total", None), Decimal(0))) == display(alone)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(TWO.items)), SCORES))
def test_there_and_back_again_is_where_it_began(changes: dict[str, int]) -> None:
    made = card(TWO, {**ITEMS, "total": "68.3"})

    there = changed(made, **changes).after
    back = changed(there, **{code: ITEMS[code] for code in changes}).after

    assert shown(back) == shown(made)
