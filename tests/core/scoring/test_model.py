"""A scorecard says how each number is made, what was announced beside it, and what is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.editions.model import Pooling
from prongsai.core.results import ResultSheet, name_of
from prongsai.core.scoring.model import Basis, Comparison, Kind, Score
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.scorer import score
from prongsai.formats.editions import load_edition
from tests.factories.scoring import card, edition, instrument
from tests.factories.sheets import card_of, na_thong

THREE = edition(
    instrument("IIT", "0.30", 2, 1),
    instrument("EIT", "0.30", 2, parts=("public", "survey"), pooling=Pooling.UNKNOWN),
    instrument("OIT", "0.40", (2, 1)),
)
POOLED = edition(
    instrument("EIT", "1", 2, parts=("public", "survey"), pooling=Pooling.PARTS_MEAN),
)


def test_a_part_is_called_by_code_and_part() -> None:
    assert [name_of(("o35", None)), name_of(("e3", "public"))] == ["o35", "e3/public"]


def test_formulas_show_the_numbers() -> None:
    made = card(THREE, i1=97, i2="98.01", IIT2="71.25", EIT=90, o1=100, o2=0, o3=100)

    assert [(each.name, each.formula) for each in made.scores.values() if each.formula] == [
        ("IIT1", "(97.00 + 98.01) / 2 = 97.51"),
        ("IIT2", "(?) / 1 = ?"),
        ("IIT", "(97.51 + 71.25) / 2 = 84.38"),
        ("EIT1", "(? + ?) / 2 = ?"),
        ("EIT", "(?) / 1 = ?"),
        ("OIT1.1", "(100.00 + 0.00) / 2 = 50.00"),
        ("OIT1.2", "(100.00) / 1 = 100.00"),
        ("OIT1", "(50.00 + 100.00) / 2 = 75.00"),
        ("OIT", "(75.00) / 1 = 75.00"),
        ("total", "0.30 × 84.38 + 0.30 × 90.00 + 0.40 × 75.00 = 82.31"),
    ]


def test_every_score_says_where_it_comes_from() -> None:
    made = card(THREE, i1=97, IIT1=90, EIT=90, o1=100, o2=0, o3=100, total=80)

    basis = {each.name: each.basis for each in made.scores.values()}

    assert basis == {
        **dict.fromkeys(("i1", "o1", "o2", "o3"), Basis.MEASURED),
        **dict.fromkeys(("OIT1.1", "OIT1.2", "OIT1", "OIT"), Basis.COMPUTED),
        **dict.fromkeys(("IIT1", "EIT", "total"), Basis.STATED),
        **dict.fromkeys(("i2", "i3", "IIT2", "IIT", "e1", "e2", "EIT1"), Basis.NONE),
    }


def test_a_score_is_shown_to_two_places_and_a_missing_one_not_at_all() -> None:
    made = card(THREE, i1="33.3333", i2="33.3333")

    assert [made.get(code).shown for code in ("IIT1", "IIT2")] == [Decimal("33.33"), None]


def test_the_worth_of_a_term_is_its_share_of_the_mean_or_its_weight() -> None:
    made = card(THREE)

    assert made.above["i2", None] == (("IIT1", None), Decimal("0.5"))
    assert made.above["OIT", None] == (("total", None), Decimal("0.40"))
    assert made.above["o1", None][0] == ("OIT1.1", None)
    assert ("total", None) not in made.above


def test_stated_values_stand_beside_the_computed_ones() -> None:
    made = card(THREE, i1=90, i2=91, IIT1="90.51", IIT2=80, IIT="85.27", total="90")

    assert made.comparisons == (
        Comparison("IIT1", Decimal("90.51"), Decimal("90.5")),
        Comparison("IIT2", Decimal(80), None),
        Comparison("IIT", Decimal("85.27"), Decimal("85.25")),
        Comparison("total", Decimal(90), None),
    )
    assert [each.agrees for each in made.comparisons] == [True, None, False, None]


def test_a_code_of_another_edition_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        card(THREE).get("o44")


def test_scores_of_a_kind_come_in_the_order_of_the_edition() -> None:
    names = [each.name for each in card(THREE).of_kind(Kind.INDICATOR)]

    assert names == ["IIT1", "IIT2", "EIT1", "OIT1"]


def test_of_nothing_everything_is_missing() -> None:
    assert card(THREE).missing == (
        *("i1", "i2", "i3", "IIT1", "IIT2", "e1", "e2", "EIT1"),
        *("o1", "o2", "o3", "OIT1.1", "OIT1.2", "OIT1", "IIT", "EIT", "OIT", "total"),
    )


def test_what_was_announced_needs_nothing_below_it() -> None:
    assert card(THREE, IIT=90, EIT=90, OIT=90).missing == ()


def test_beside_a_known_item_the_others_are_missing_even_if_their_indicator_was_announced() -> None:
    assert card(THREE, IIT1=90, IIT2=90, i1=90, EIT=90, OIT=90).missing == ("i2",)


def test_na_thong_lacks_the_checklist_items_that_were_not_lost() -> None:
    lost = {"o13", "o35", "o36", "o37", "o40"}

    assert na_thong().missing == tuple(f"o{n}" for n in range(1, 44) if f"o{n}" not in lost)


@pytest.mark.parametrize("key", ["nacc-2564", "nacc-2566", "nacc-2567", "nacc-2568"])
def test_with_all_items_at_most_the_parts_of_a_level_are_missing(key: str) -> None:
    of = load_edition(key)

    made = score(of, ResultSheet.of(dict.fromkeys(of.items, "100")))

    assert made.missing == made.standing.missing
    assert made.standing.missing == (() if key == "nacc-2564" else ("EIT/public", "EIT/survey"))


def test_of_an_instrument_given_by_its_parts_the_whole_items_are_not_asked_for() -> None:
    parts = {f"e{n}/{part}": "90" for n in (1, 2) for part in ("public", "survey")}

    assert card(THREE, parts, IIT=90, OIT=90).missing == ("EIT", "total")
    assert card(POOLED, parts).missing == ()


def test_what_a_part_lacks_is_named_with_its_part() -> None:
    made = card(THREE, {"e1/public": "90"}, IIT=90, EIT=90, OIT=90)

    assert made.missing == ("e2/public", "EIT1/public")


def by_hand(formula: str) -> Decimal:
    """Work a formula out as a person with a calculator does, rounding once at the end."""
    made = formula.partition(" = ")[0]
    if made.startswith("("):
        terms, _, count = made.partition(" / ")
        return display(sum(map(Decimal, terms.strip("()").split(" + ")), Decimal(0)) / int(count))
    pairs = (term.split(" × ") for term in made.split(" + "))
    return display(sum((Decimal(w) * Decimal(v) for w, v in pairs), Decimal(0)))


def test_a_formula_that_no_places_make_true_has_the_most_of_them() -> None:
    term = Score("i1", None, Kind.ITEM, None, Decimal(90))
    made = Score("IIT1", None, Kind.INDICATOR, Decimal(91), None, (term,))

    assert made.formula == "(90.000000000) / 1 = 91.00"


@given(st.lists(st.integers(0, 10_000), min_size=88, max_size=88))
def test_every_formula_holds_on_a_calculator(hundredths: list[int]) -> None:
    edition_2566 = load_edition("nacc-2566")
    values = (Decimal(each) / 100 for each in hundredths)
    made = score(edition_2566, ResultSheet.of(dict(zip(edition_2566.items, values, strict=True))))

    wholes = [each for each in made.scores.values() if each.terms]
    assert {each.name: by_hand(each.formula) for each in wholes} == {
        each.name: each.shown for each in wholes
    }


def test_terms_have_more_places_only_where_two_would_not_do() -> None:
    assert na_thong().get("OIT").formula == "(97.50 + 71.25) / 2 = 84.38"
    assert card_of("nacc-2566", "9 66.2083, 10 75").get("OIT").formula == (
        "(66.2083 + 75.0000) / 2 = 70.60"
    )
