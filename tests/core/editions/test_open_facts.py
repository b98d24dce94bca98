"""What nobody has read is listed, with its place."""

from __future__ import annotations

from prongsai.core.editions.model import Confidence
from prongsai.core.editions.open_facts import OpenEntry, open_facts
from prongsai.core.editions.parse import parse_edition
from prongsai.core.sentences import say
from tests.factories.editions import DUTIES, Path, small_edition, spoilt

ITEMS = ("instruments", 2, "indicators", 0, "sub_indicators", 0, "items")


def test_recalled_facts_are_listed_with_their_places() -> None:
    facts = open_facts(parse_edition(small_edition(), DUTIES))

    assert facts == (
        OpenEntry(
            places=("four",), what=say("the points of the scale"), confidence=Confidence.RECALLED
        ),
        OpenEntry(
            places=("o1", "o2"), what=say("the required elements"), confidence=Confidence.RECALLED
        ),
    )


def test_neighbouring_codes_are_written_as_a_span() -> None:
    fact = OpenEntry(
        places=("i1", "i2", "i3", "i7", "9.4"), what=say("x"), confidence=Confidence.UNKNOWN
    )

    assert str(fact.sentence) == "i1–i3, i7, 9.4: x (U)"


EVERY_MARK: list[Path] = [
    ("pass_mark", "confidence"),
    ("levels", 2, "confidence"),
    ("calendar", 0, "confidence"),
    ("instruments", 0, "weight", "confidence"),
    ("instruments", 0, "items_known"),
    ("instruments", 1, "pooling", "confidence"),
    ("instruments", 2, "indicators", 0, "aggregation", "confidence"),
    ("instruments", 2, "indicators", 0, "sub_indicators", 0, "confidence"),
    (*ITEMS, 0, "confidence"),
]

EVERY_KIND = """
pass_mark: the pass mark (U)
four: the points of the scale (R)
low: what the level asks for (U)
ชื่อ end: the date (U)
IIT: the weight (U)
IIT: the list of items (U)
i1: its questions and their direction (U)
EIT: how the parts become one score (U)
9: how the score is made of the items (U)
9.1: which items belong to it (U)
o1: what the item asks (U)
o2: the required elements (R)
o1: no element is known (U)
o2: the time it speaks of (U)
"""


def test_every_kind_of_open_fact_is_found() -> None:
    raw = small_edition()
    for path in EVERY_MARK:
        raw = spoilt(raw, path, "U")
    raw = spoilt(spoilt(raw, (*ITEMS, 0, "elements"), []), (*ITEMS, 1, "period"), "unknown")
    raw = spoilt(raw, ("instruments", 0, "indicators", 0, "items", 0, "reversed"), None)

    lines = [str(fact.sentence) for fact in open_facts(parse_edition(raw, DUTIES))]

    assert lines == EVERY_KIND.strip().splitlines()
