"""Objects of the core as plain data come back equal, and nothing else comes back at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Place, Said
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.sentences import Names, Sentence, say
from prongsai.formats.plain_data import as_plain, from_plain

NO_DEFAULT = say("This field is missing.")


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    name: str
    count: int = 0
    ready: bool = False
    score: Decimal | None = None
    on: date | None = None
    colour: Colour = Colour.RED
    period: tuple[Month, Month] | None = None
    names: frozenset[str] = frozenset()
    said: tuple[Said[Month], ...] = ()
    why: Sentence | None = None


MARCH = Month(2567, 3)
FULL = Thing(
    name="ก",
    count=2,
    ready=True,
    score=Decimal("70.50"),
    on=date(2024, 1, 31),
    period=(MARCH, MARCH),
    names=frozenset({"ข", "ก"}),
    said=(Said(value=MARCH, words="มี.ค.", place=Place(line=1)),),
    why=say(
        "%(code)s has two scores, %(first)s and %(second)s; the first is taken.",
        code=say("“%(words)s” is not clear.", words=("ก", 1, Names(th="ก", en="a"))),
        first=Decimal("1.50"),
        second=True,
    ),
)
PLAIN = {
    "name": "ก",
    "count": 2,
    "ready": True,
    "score": "70.50",
    "on": "2024-01-31",
    "period": ["2567-03", "2567-03"],
    "names": ["ก", "ข"],
    "said": [{"value": "2567-03", "words": "มี.ค.", "place": {"line": 1}}],
    "why": {
        "say": "%(code)s has two scores, %(first)s and %(second)s; the first is taken.",
        "with": {
            "code": {
                "say": "“%(words)s” is not clear.",
                "with": {"words": ["ก", 1, {"th": "ก", "en": "a"}]},
            },
            "first": {"decimal": "1.50"},
            "second": True,
        },
    },
}


def test_every_kind_of_value_is_written_plainly_and_comes_back() -> None:
    assert as_plain(FULL) == PLAIN
    assert from_plain(Thing, json.loads(json.dumps(PLAIN))) == FULL


def test_what_is_at_its_default_is_left_out() -> None:
    assert as_plain(Thing(name="")) == {"name": ""}
    assert from_plain(Thing, {"name": "", "score": None}) == Thing(name="")


def test_one_of_several_objects_is_told_by_the_fields_it_must_have() -> None:
    cell = Cell(text="1", place=Place())
    source = Source(
        blocks=(
            Text(text="ก", place=Place(page=1)),
            SourceTable(headings=("ที่",), rows=((cell,),), place=Place(table=1)),
        )
    )

    assert from_plain(Source, as_plain(source)) == source


FIX = "Mend it, or let prongsai read make the file anew."
WRONG = [
    ({}, "name: This field is missing. " + FIX),
    (7, "Expected fields with values, found 7. " + FIX),
    ({"name": 7}, "name: Expected a text, found 7. " + FIX),
    ({"name": None}, "name: Expected a text, found nothing. " + FIX),
    ({"name": "", "count": True}, "count: Expected a whole number, found True. " + FIX),
    ({"name": "", "ready": 1}, "ready: Expected true or false, found 1. " + FIX),
    (
        {"name": "", "score": "1e9"},
        "score: Expected a number in quotation marks, found 1e9. " + FIX,
    ),
    ({"name": "", "on": "31"}, "on: Expected a day as 2024-01-31, found 31. " + FIX),
    ({"name": "", "colour": "blue"}, "colour: Expected one of red, found blue. " + FIX),
    (
        {"name": "", "period": ["2567-03"]},
        "period: Expected a list of 2, found ['2567-03']. " + FIX,
    ),
    (
        {"name": "", "period": ["2567-03", "2567-13"]},
        "period › row 2: Expected a month as 25xx-01, found 2567-13. " + FIX,
    ),
    ({"name": "", "names": "ก"}, "names: Expected a list, found ก. " + FIX),
    (
        {"name": "", "said": [{"value": "2567-03", "words": "", "place": {"line": "1"}}]},
        "said › row 1 › place › line: Expected a whole number, found 1. " + FIX,
    ),
    (
        {"name": "", "other": 1},
        (
            "other: This field is not known here. Allowed: name, count, ready, score, on, colour,"
            " period, names, said, why."
        ),
    ),
    (
        {"name": "", "why": {"say": "%(x)d", "with": {"x": "1"}}},
        "why: Expected a sentence of Prongsai, found %(x)d. " + FIX,
    ),
    (
        {"name": "", "why": {"say": "“%(words)s” is not clear.", "with": {}}},
        "why: Expected a sentence of Prongsai, found “%(words)s” is not clear.. " + FIX,
    ),
    (
        {"name": "", "why": {"say": "“%(words)s” is not clear.", "with": {"words": 1.5}}},
        "why: Expected a text, found 1.5. " + FIX,
    ),
]


@pytest.mark.parametrize(("data", "refusal"), WRONG)
def test_data_that_are_something_else_are_refused_at_their_place(
    data: object, refusal: str
) -> None:
    with pytest.raises(Refusal) as caught:
        from_plain(Thing, data)

    assert str(caught.value) == refusal


def test_lists_that_stand_one_in_another_without_end_are_refused() -> None:
    words: object = "ก"
    for _ in range(20):
        words = [words]

    with pytest.raises(Refusal) as caught:
        from_plain(Sentence, {"say": "“%(words)s” is not clear.", "with": {"words": words}})

    assert str(caught.value).startswith("Expected a sentence of Prongsai, found [[")


def test_a_value_of_no_known_kind_is_written_as_people_see_it() -> None:
    assert as_plain(say("“%(words)s” is not clear.", words=date(2024, 1, 31))) == {
        "say": "“%(words)s” is not clear.",
        "with": {"words": "2024-01-31"},
    }
