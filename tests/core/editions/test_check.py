"""What must hold between the parts of an edition: one mistake, one refusal, word for word."""

from __future__ import annotations

from typing import Any

import pytest

from prongsai.core.editions.parse import parse_edition
from prongsai.core.errors import Refusals
from tests.factories.editions import DUTIES, GONE, Path, small_edition, spoilt

IIT: Path = ("instruments", 0)
EIT: Path = ("instruments", 1)
OIT: Path = ("instruments", 2)
I1: Path = (*IIT, "indicators", 0, "items", 0)
NINE: Path = (*OIT, "indicators", 0)
O1: Path = (*NINE, "sub_indicators", 0, "items", 0)
O2: Path = (*NINE, "sub_indicators", 0, "items", 1)

NAME = {"th": "ชื่อ", "en": "name"}
UNKNOWN_SOURCE = (
    "The source “rumour” is not in the list of sources. "
    "Add it under “sources”, or correct the name."
)
RISE_OR_FALL = "neither rise nor fall throughout. Write them in the order of the answers."


def refused(raw: dict[str, Any]) -> str:
    with pytest.raises(Refusals) as caught:
        parse_edition(raw, DUTIES)
    return str(caught.value)


MISTAKES: list[tuple[Path, object, str]] = [
    (
        (*IIT, "indicators"),
        [],
        (
            "instruments › IIT › indicators: The instrument has no indicators. "
            "List them; each may have “items: []” where its items are not known."
        ),
    ),
    (
        ("fiscal_years",),
        [],
        (
            "fiscal_years: The edition serves no fiscal year. "
            "Write at least one year of the Buddhist era."
        ),
    ),
    (
        ("fiscal_years",),
        [2570, 2570],
        "fiscal_years: “2570” stands twice. Give each its own, or remove one.",
    ),
    (
        ("calendar", 0, "fiscal_year"),
        2571,
        (
            "calendar › row 1 › fiscal_year: The fiscal year 2571 is not one of this edition. "
            "Allowed: 2570."
        ),
    ),
    (
        ("pass_mark", "value"),
        "101",
        "pass_mark › value: 101 is outside 0 to 100. Write a score from 0 to 100.",
    ),
    (
        ("duties", "disclosure", "news"),
        NAME,
        (
            "duties › disclosure › news: The duty “news” is known already. "
            "Remove it here: items may name it as it is."
        ),
    ),
    (
        ("duties", "survey"),
        {"work-standard": NAME},
        (
            "duties › survey › work-standard: The duty “work-standard” is known already. "
            "Remove it here: items may name it as it is."
        ),
    ),
    (
        (*O2, "code"),
        "o1",
        "instruments › OIT › 9 › 9.1 › o1: “o1” stands twice. Give each its own, or remove one.",
    ),
    (
        (*NINE, "key"),
        "1",
        "instruments › OIT › 1: “1” stands twice. Give each its own, or remove one.",
    ),
    (
        (*NINE, "sub_indicators", 0, "key"),
        "9",
        "instruments › OIT › 9 › 9: “9” stands twice. Give each its own, or remove one.",
    ),
    (
        (*IIT, "key"),
        "total",
        (
            "instruments › total: “total” stands twice. Give each its own, or remove one.\n"
            "levels › good › minima › IIT: “IIT” is no instrument and no part of one. "
            "Allowed: EIT, EIT/public, EIT/survey, OIT, total."
        ),
    ),
    (
        (*EIT, "parts", 1, "key"),
        "public",
        (
            "instruments › EIT › parts › public: “public” stands twice. "
            "Give each its own, or remove one."
        ),
    ),
    (
        ("levels", 1, "key"),
        "good",
        "levels › good: “good” stands twice. Give each its own, or remove one.",
    ),
    (("pass_mark", "source"), "rumour", f"pass_mark › source: {UNKNOWN_SOURCE}"),
    (("scales", 0, "source"), "rumour", f"scales › four › source: {UNKNOWN_SOURCE}"),
    (
        (*IIT, "weight", "source"),
        "rumour",
        f"instruments › IIT › weight › source: {UNKNOWN_SOURCE}",
    ),
    (
        (*EIT, "pooling", "source"),
        "rumour",
        f"instruments › EIT › pooling › source: {UNKNOWN_SOURCE}",
    ),
    (
        (*NINE, "aggregation", "source"),
        "rumour",
        f"instruments › OIT › 9 › aggregation › source: {UNKNOWN_SOURCE}",
    ),
    ((*O1, "source"), "rumour", f"instruments › OIT › 9 › 9.1 › o1 › source: {UNKNOWN_SOURCE}"),
    (("levels", 2, "source"), "rumour", f"levels › low › source: {UNKNOWN_SOURCE}"),
    (("calendar", 0, "source"), "rumour", f"calendar › row 1 › source: {UNKNOWN_SOURCE}"),
    (
        ("scales", 0, "points"),
        ["0", "120"],
        "scales › four › points › row 2: 120 is outside 0 to 100. Write a score from 0 to 100.",
    ),
    (
        ("scales", 0, "points"),
        ["0"],
        (
            "scales › four › points: The scale has one answer only. "
            "Write the points of every answer, or [] where they are not known."
        ),
    ),
    (
        ("scales", 0, "points"),
        ["0", "67", "33"],
        f"scales › four › points: The points 0, 67, 33 {RISE_OR_FALL}",
    ),
    (
        ("scales", 0, "points"),
        ["0", "50", "50"],
        f"scales › four › points: The points 0, 50, 50 {RISE_OR_FALL}",
    ),
    (
        (*IIT, "weight", "value"),
        "0.29",
        "instruments: The weights sum to 0.99. Expected 1. Correct the weights of the instruments.",
    ),
    (
        (*EIT, "pooling"),
        GONE,
        (
            "instruments › EIT › pooling: Nothing says how the parts become one score. "
            "Write a pooling; its value is “unknown” where nobody has said it."
        ),
    ),
    (
        (*IIT, "pooling"),
        {"value": "parts_mean", "confidence": "H"},
        (
            "instruments › IIT › pooling: There are no parts to pool. "
            "Remove the pooling, or name the parts."
        ),
    ),
    (
        (*IIT, "indicators", 0, "aggregation", "value"),
        "sub_indicators_mean",
        (
            "instruments › IIT › 1 › aggregation: The score is the mean of sub-indicators, "
            "and items stand in none. Group all items into sub-indicators, or write “items_mean”."
        ),
    ),
    (
        (*O2, "code"),
        "i2",
        (
            "instruments › OIT › 9 › 9.1 › i2 › code: “i2” is not a code of OIT. "
            "Write “o” and a number, in small letters."
        ),
    ),
    (
        (*O2, "code"),
        "O2",
        (
            "instruments › OIT › 9 › 9.1 › O2 › code: “O2” is not a code of OIT. "
            "Write “o” and a number, in small letters."
        ),
    ),
    (
        (*O2, "code"),
        "o4",
        (
            "instruments › OIT: “o2” stands in no indicator. "
            "Add the item, or number the items from 1 without a gap."
        ),
    ),
    (
        (*I1, "scale"),
        "six",
        (
            "instruments › IIT › 1 › i1 › scale: The scale “six” is not defined. "
            "Add it under “scales”, or use one of: four."
        ),
    ),
    (
        (*O1, "duties"),
        ["work-standard"],
        (
            "instruments › OIT › 9 › 9.1 › o1 › duties: "
            "The duty “work-standard” is not known: a crosswalk to nowhere. "
            "Correct the name, or describe the duty under “duties” of this file."
        ),
    ),
    (
        (*I1, "duties"),
        ["structure"],
        (
            "instruments › IIT › 1 › i1 › duties: "
            "The duty “structure” is not known: a crosswalk to nowhere. "
            "Correct the name, or describe the duty under “duties” of this file."
        ),
    ),
    (
        ("levels", 0, "total"),
        "100.01",
        "levels › good › total: 100.01 is outside 0 to 100. Write a score from 0 to 100.",
    ),
    (
        ("levels", 1, "total"),
        "90",
        (
            "levels › pass › total: The levels do not descend: this one stands below “good”. "
            "Write the levels from the highest to the lowest."
        ),
    ),
    (
        ("levels", 0, "minima"),
        GONE,
        (
            "levels › pass: Nobody can reach this level: “good” asks no more. "
            "Give it a lower total or lower minima."
        ),
    ),
    (
        ("levels", 2, "total"),
        "1",
        (
            "levels: The lowest totals have no level. "
            "End the list with a level whose total is “0” and that has no minima."
        ),
    ),
    (
        ("levels",),
        [],
        (
            "levels: The lowest totals have no level. "
            "End the list with a level whose total is “0” and that has no minima."
        ),
    ),
    (
        ("levels", 0, "minima", "EIT/online"),
        "85",
        (
            "levels › good › minima › EIT/online: "
            "“EIT/online” is no instrument and no part of one. "
            "Allowed: EIT, EIT/public, EIT/survey, IIT, OIT."
        ),
    ),
    (
        ("levels", 0, "minima", "OIT"),
        850,
        "levels › good › minima › OIT: 850 is outside 0 to 100. Write a score from 0 to 100.",
    ),
]


@pytest.mark.parametrize(("change", "value", "message"), MISTAKES)
def test_a_mistake_between_parts_is_refused(change: Path, value: object, message: str) -> None:
    raw = small_edition(change, value)

    assert refused(raw) == message


def test_two_scales_of_one_key_are_refused() -> None:
    raw = small_edition()
    raw["scales"].append(raw["scales"][0])

    assert refused(raw) == "scales › four: “four” stands twice. Give each its own, or remove one."


def test_two_instruments_of_one_prefix_are_refused() -> None:
    raw = small_edition((*EIT, "prefix"), "i")
    raw = spoilt(raw, (*EIT, "indicators", 0, "items"), [])

    assert refused(raw) == (
        "instruments › EIT › prefix: “i” stands twice. Give each its own, or remove one."
    )


def test_a_level_of_the_same_total_may_ask_less_of_a_part() -> None:
    raw = small_edition(("levels", 1, "minima"), {"IIT": "80", "OIT": "85"})

    edition = parse_edition(raw, DUTIES)

    assert [level.key for level in edition.levels] == ["good", "pass", "low"]


@pytest.mark.parametrize("points", [[], ["100", "50", "0"]])
def test_a_scale_may_be_unknown_or_fall(points: list[str]) -> None:
    edition = parse_edition(small_edition(("scales", 0, "points"), points), DUTIES)

    assert [str(point) for point in edition.scale["four"].points] == points
