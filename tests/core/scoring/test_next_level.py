"""The way to the next level: it gets there, and with one item fewer nothing would."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.editions.model import Edition, Level, Pooling
from prongsai.core.scoring.model import Kind, Score, Scorecard
from prongsai.core.scoring.next_level import NextLevel, next_level
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.what_if import what_if
from prongsai.formats.editions import load_edition
from tests.factories.scoring import OPEN, Shape, Value, card, edition, instrument, level
from tests.factories.sheets import card_of, na_thong

PARTS = ("public", "survey")
GOOD = level("good", "85", {"IIT": "85", "OIT": "85"})
LOW = level("low", "0")
TWO = edition(
    instrument("IIT", "0.40", 2),
    instrument("OIT", "0.60", 4),
    levels=(GOOD, level("pass", "85"), LOW),
)


def names(found: NextLevel | None) -> list[str] | None:
    """Return the names of the items of an answer that has some."""
    assert found is not None
    return None if found.items is None else [each.name for each in found.items]


def test_the_largest_gains_make_up_what_the_total_is_short_of() -> None:
    made = card(TWO, i1=0, i2=100, o1=40, o2=90, o3=100, o4=100)

    found = next_level(made)

    assert found == NextLevel(
        level=TWO.levels[1],
        items=(made.get("i1"),),
        total=Decimal("89.5"),
        blocked=(),
        assumed=(),
    )


def test_an_instrument_under_its_minimum_takes_its_own_items() -> None:
    made = card(TWO, i1=100, i2=60, o1=90, o2=90, o3=100, o4=100)

    found = next_level(made)

    assert (names(found), found and found.total) == (["i2"], Decimal(97))


def test_at_the_top_there_is_no_next_level() -> None:
    assert next_level(card(TWO, IIT=90, OIT=90)) is None


def test_without_a_total_there_is_no_way() -> None:
    assert next_level(card(TWO, IIT=90)) is None


def test_items_that_are_not_known_cannot_be_raised_and_what_is_short_is_named() -> None:
    made = card(TWO, i1=80, IIT=80, OIT=90)

    assert next_level(made) == NextLevel(
        level=GOOD, items=(made.get("i1"),), total=Decimal(90), blocked=(), assumed=()
    )
    assert next_level(card(TWO, IIT=80, OIT=90)) == NextLevel(
        level=GOOD, items=None, total=None, blocked=("IIT",), assumed=()
    )
    assert next_level(card(TWO, IIT=50, OIT=60)) == NextLevel(
        level=TWO.levels[1], items=None, total=None, blocked=("total",), assumed=()
    )


def test_na_thong_needs_one_item_and_the_parts_of_eit_to_pass() -> None:
    made = na_thong()

    assert next_level(made) == NextLevel(
        level=next(each for each in made.edition.levels if each.key == "good"),
        items=(made.get("o40"),),
        total=Decimal("89.7596"),
        blocked=(),
        assumed=("EIT/public", "EIT/survey"),
    )


def test_a_way_over_open_facts_names_them() -> None:
    of = edition(instrument("OIT", "1", 2, confidence=OPEN), levels=(level("good", "85"), LOW))

    found = next_level(card(of, o1=0, o2=100))

    assert found is not None
    assert [str(fact.what) for fact in found.rests_on] == [
        "the list of items of OIT",
        "how indicator OIT1 is made of its items",
        "the weight of OIT",
    ]


def test_a_minimum_of_an_instrument_is_reached_by_items_of_its_parts() -> None:
    of = edition(
        instrument("EIT", "0.5", 2, parts=PARTS, pooling=Pooling.PARTS_MEAN),
        instrument("OIT", "0.5", 1),
        levels=(level("good", "60", {"EIT": "80", "EIT/survey": "60"}), LOW),
    )
    made = card(of, {"e1/public": 0, "e2/public": 90, "e1/survey": 70, "e2/survey": 40}, o1=100)

    found = next_level(made)

    assert names(found) == ["e2/survey", "e1/public"]


def test_where_pooling_is_not_known_items_of_parts_reach_minima_only() -> None:
    of = edition(
        instrument("EIT", "1", 1, parts=PARTS, pooling=Pooling.UNKNOWN),
        levels=(level("good", "85", {"EIT/public": "85"}), level("pass", "85"), LOW),
    )
    scores: dict[str, Value] = {"e1/public": 80, "e1/survey": 0}

    assert names(next_level(card(of, {**scores, "EIT": 90}))) == ["e1/public"]
    assert names(next_level(card(of, {**scores, "EIT": 80}))) is None


def test_the_whole_checklist_and_both_surveys_are_searched_within_a_second() -> None:
    of = load_edition("nacc-2564")
    made = card(of, {code: place % 50 for place, code in enumerate(of.items)})
    start = perf_counter()

    found = next_level(made)

    assert perf_counter() - start < 1
    assert (len(of.items), len(names(found) or ())) == (88, 16)


# --- Against trying everything ---

SCORES = st.sampled_from([0, 33, 50, 67, 80, 90, 100])
LEASTS = st.sampled_from(["70", "85", "95"])
SHAPES: tuple[tuple[Shape, ...], ...] = ((1,), (2,), (3,), (4,), (1, 2), ((2, 1), 1), (2, 2))
PART_SHAPES: tuple[tuple[Shape, ...], ...] = ((1,), (2,), (1, 1))


@st.composite
def editions(draw: st.DrawFn, *, parted: bool) -> Edition:
    """Draw an edition of two instruments with minima; one of them in parts where asked."""
    weight = draw(st.sampled_from(["0.30", "0.50", "0.60"]))
    pooling = draw(st.sampled_from(Pooling)) if parted else None
    shapes = draw(st.sampled_from(PART_SHAPES if parted else SHAPES))
    parts = PARTS if parted else ()
    eit = instrument("EIT", weight, *shapes, parts=parts, pooling=pooling)
    oit = instrument("OIT", str(1 - Decimal(weight)), *draw(st.sampled_from(SHAPES)))
    askable = ["EIT", "OIT", *(f"EIT/{part}" for part in parts)]
    minima = draw(st.dictionaries(st.sampled_from(askable), LEASTS))
    top = level("top", draw(LEASTS), minima)
    return edition(eit, oit, levels=(top, level("middle", str(top.total)), level("low", "0")))


@st.composite
def cards(draw: st.DrawFn) -> Scorecard:
    """Draw a card of which all items are known; of an instrument in parts, those of the parts."""
    parted = draw(st.booleans())
    of = draw(editions(parted=parted))
    eit, oit = of.instruments
    ends = [f"/{part}" for part in PARTS] if parted else [""]
    codes = [each.code + end for each in eit.items for end in ends] + [e.code for e in oit.items]
    scores: dict[str, Value] = {code: draw(SCORES) for code in codes}
    if parted:
        scores["EIT"] = draw(SCORES)
    return card(of, scores)


def raised(made: Scorecard, items: tuple[Score, ...]) -> Level | None:
    """Return the level with these items at 100, all else as given."""
    given_scores = {made.scores[key].name: value for key, value in made.sheet.scores.items()}
    again = card(made.edition, {**given_scores, **{each.name: Decimal(100) for each in items}})
    return again.standing.level


def reaches(made: Scorecard, items: tuple[Score, ...], goal: Level) -> bool:
    levels = made.edition.levels
    found = raised(made, items)
    return found is not None and levels.index(found) <= levels.index(goal)


@settings(deadline=None, max_examples=150)
@given(cards())
def test_it_gets_there_and_no_fewer_items_would(made: Scorecard) -> None:
    found = next_level(made)

    if found is None:
        assert made.standing.level == made.edition.levels[0]
        return
    items = tuple(each for each in made.of_kind(Kind.ITEM) if each.score is not None)
    if found.items is None:
        assert not reaches(made, items, found.level)
        return
    fewer = combinations(items, max(len(found.items) - 1, 0))
    assert reaches(made, found.items, found.level)
    assert not any(reaches(made, some, found.level) for some in fewer)


@settings(deadline=None)
@given(cards(), st.data())
def test_it_gets_there_with_announced_scores_too(made: Scorecard, data: st.DataObject) -> None:
    shown = {each.name: each.score for each in made.scores.values() if each.score is not None}
    known = data.draw(st.sets(st.sampled_from([each.name for each in made.of_kind(Kind.ITEM)])))
    announced = {n: s for n, s in shown.items() if n in known or n[0].isupper() or n == "total"}
    made = card(made.edition, announced)

    found = next_level(made)

    if found is not None and found.items and made.edition.instrument["EIT"].pooling is None:
        outcome = what_if(made, {each.key: Decimal(100) for each in found.items})
        assert outcome.after.standing.level in made.edition.levels[: 1 + place(made, found.level)]
        assert outcome.after.total.shown == display(found.total or Decimal(0))


def place(made: Scorecard, goal: Level) -> int:
    return made.edition.levels.index(goal)


def test_an_announced_score_that_its_lost_items_do_not_allow_bars_the_way() -> None:
    lost = ", ".join(f"o{n} 0" for n in range(1, 30))

    found = next_level(card_of("nacc-2566", f"IIT 90, EIT 90, 9 99, 10 60, {lost}"))

    assert found is not None
    assert (found.items, found.total, found.blocked) == (None, None, ("9",))
