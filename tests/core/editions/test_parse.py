"""A file becomes an edition, or is refused; nothing else is ever raised."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.editions.model import Confidence, Edition, Minimum, Period, Question
from prongsai.core.editions.parse import parse_duties, parse_edition
from prongsai.core.errors import Refusals
from tests.factories.editions import DUTIES, GONE, Path, small_edition, spoilt

IIT: Path = ("instruments", 0)
OIT: Path = ("instruments", 2)
I1: Path = (*IIT, "indicators", 0, "items", 0)
NINE: Path = (*OIT, "indicators", 0)
O1: Path = (*NINE, "sub_indicators", 0, "items", 0)
O2: Path = (*NINE, "sub_indicators", 0, "items", 1)


def test_a_correct_file_becomes_an_edition() -> None:
    edition = parse_edition(small_edition(), DUTIES)

    assert list(edition.items) == ["i1", "e1", "o1", "o2"]
    assert edition.ancestors["o2"] == ("9.1", "9", "OIT", "total")
    assert edition.scale["four"].points == tuple(map(Decimal, ("0", "33", "66.5", "100")))
    assert edition.levels[0].minima == (
        Minimum(instrument="IIT", part=None, score=Decimal(85)),
        Minimum(instrument="EIT", part="public", score=Decimal(85)),
        Minimum(instrument="OIT", part=None, score=Decimal(85)),
    )


def test_sub_questions_have_codes_and_directions_of_their_own() -> None:
    edition = parse_edition(small_edition(), DUTIES)

    assert edition.items["i1"].questions == (
        Question(code="i1.1", scale="four", reversed=False),
        Question(code="i1.2", scale="four", reversed=True),
    )


def test_one_direction_holds_for_all_sub_questions() -> None:
    raw = spoilt(small_edition((*I1, "reversed"), True), (*I1, "sub_questions"), 1)

    edition = parse_edition(raw, DUTIES)

    assert edition.items["i1"].questions == (Question(code="i1", scale="four", reversed=True),)


@pytest.mark.parametrize("field", ["sub_questions", "reversed"])
def test_an_item_without_number_or_direction_has_no_questions(field: str) -> None:
    edition = parse_edition(small_edition((*I1, field), None), DUTIES)

    assert edition.items["i1"].questions == ()


def test_unknown_topic_scale_and_title_are_none() -> None:
    raw = spoilt(small_edition((*I1, "topic"), None), (*I1, "scale"), None)
    raw = spoilt(raw, (*I1, "sub_questions"), GONE)
    raw = spoilt(raw, (*NINE, "sub_indicators", 0, "title"), None)

    edition = parse_edition(raw, DUTIES)

    assert (edition.items["i1"].topic, edition.items["i1"].scale) == (None, None)
    assert edition.sub_indicators["9.1"].title is None


def test_elements_have_their_own_mark_or_that_of_the_item() -> None:
    raw = small_edition((*O2, "elements_confidence"), GONE)
    raw = spoilt(raw, (*O2, "confidence"), "M")

    items = parse_edition(raw, DUTIES).items

    assert items["o1"].elements_confidence is Confidence.RECALLED
    assert items["o2"].elements_confidence is Confidence.INDIRECT
    assert items["o2"].period is Period.CURRENT


def test_an_item_without_elements_has_no_mark_for_them() -> None:
    edition = parse_edition(small_edition((*O1, "elements"), GONE), DUTIES)

    assert edition.items["o1"].elements_confidence is None


def test_items_beside_sub_indicators_are_read_where_that_is_stated() -> None:
    item: dict[str, Any] = {"code": "o3", "topic": None, "duties": [], "period": "plan"}
    item["confidence"] = "U"
    raw = small_edition((*NINE, "items"), [item])
    raw = spoilt(raw, (*NINE, "mixed"), True)
    raw = spoilt(raw, (*NINE, "aggregation", "value"), "items_mean")

    edition = parse_edition(raw, DUTIES)

    assert [each.code for each in edition.indicators["9"].items] == ["o1", "o2", "o3"]
    assert edition.ancestors["o3"] == ("9", "OIT", "total")


def test_a_duty_of_the_file_may_be_named_by_its_items() -> None:
    edition = parse_edition(small_edition((*O1, "duties"), ["self-assessment"]), DUTIES)

    assert edition.items["o1"].duties == ("self-assessment",)


def test_an_edition_needs_no_duties_of_its_own() -> None:
    edition = parse_edition(small_edition(("duties",), GONE), DUTIES)

    assert edition.duties.disclosure == {}


def test_duties_are_read_with_their_names() -> None:
    duties = parse_duties({"survey": {"work-standard": {"th": "ขั้นตอน", "en": "Steps"}}})

    assert duties.survey["work-standard"].en == "Steps"
    assert duties.disclosure == {}


def test_a_duty_without_its_english_name_is_refused() -> None:
    with pytest.raises(Refusals) as caught:
        parse_duties({"survey": {"work-standard": {"th": "ขั้นตอน"}}})

    assert str(caught.value) == "survey › work-standard › en: This field is missing. Add it."


def paths_into(value: object, above: Path = ()) -> list[Path]:
    """List the path of every value inside `value`."""
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    else:
        return []
    return [
        path
        for name, below in inside
        for path in ((*above, name), *paths_into(below, (*above, name)))
    ]


def outcome_of(raw: object) -> object:
    """Return the edition of `raw`, or the refusals, after writing them out."""
    try:
        return parse_edition(raw, DUTIES)
    except Refusals as refusals:
        str(refusals)
        return refusals


anything = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**12), 10**12),
        st.floats(),
        st.text(max_size=12),
        st.sampled_from(["i1", "o1", "o9", "four", "0.30", "9.1", "IIT", "total", "H", "plan"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.text(max_size=8), st.integers()), inner, max_size=3),
    ),
    max_leaves=5,
)


@settings(deadline=None, max_examples=300)
@given(
    changes=st.lists(
        st.tuples(st.sampled_from(paths_into(small_edition())), st.just(GONE) | anything),
        min_size=1,
        max_size=3,
    )
)
def test_any_mutation_of_a_file_is_parsed_or_refused(changes: list[tuple[Path, object]]) -> None:
    raw: dict[str, Any] = small_edition()
    for path, value in sorted(changes, key=lambda change: len(change[0]), reverse=True):
        try:
            raw = spoilt(raw, path, value)
        except (KeyError, IndexError, TypeError):  # an earlier change took the place away
            continue

    assert isinstance(outcome_of(raw), Edition | Refusals)
