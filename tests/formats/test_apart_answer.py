from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.errors import Refusal, Refusals
from prongsai.core.readings.model import Reading, Said, StatedScore
from prongsai.core.readings.place import Place
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.sentences import Names, say
from prongsai.formats.apart_answer import Read, read_answer, write_read, write_refusal

NUMBER = st.none() | st.integers(1, 9_999)
PLACE = st.builds(Place, page=NUMBER, line=NUMBER, table=NUMBER, row=NUMBER, column=st.text())
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ROW = st.lists(st.builds(Cell, text=TEXT, place=PLACE), max_size=3).map(tuple)
TABLE = st.builds(
    SourceTable,
    headings=st.lists(TEXT, max_size=3).map(tuple),
    rows=st.lists(ROW, max_size=3).map(tuple),
    place=PLACE,
    fields=st.lists(TEXT, max_size=3).map(tuple),
)
BLOCKS = st.lists(st.builds(Text, text=TEXT, place=PLACE) | TABLE, max_size=4).map(tuple)


@given(st.builds(Source, blocks=BLOCKS, unread=st.lists(st.integers(1, 999)).map(tuple)))
def test_a_source_comes_back_equal(source: Source) -> None:
    read = Read(source=source)

    assert read_answer(write_read(read)) == read


def test_what_a_document_says_comes_back_equal() -> None:
    score = StatedScore(code="i7", score=Decimal("90.123456789012345"))  # as a workbook has it
    read = Read(reading=Reading(scores=(Said(value=score, words="", place=Place()),), unread=(2,)))

    assert read_answer(write_read(read)) == read


REFUSAL = Refusal(
    say("The file cannot be read (%(reason)s).", reason=say("no permission")),
    fix=say("The commands are: %(names)s.", names=(Names(th="ก", en="a"), "b", Decimal("1.50"), 2)),
    where=("a.docx", say("page %(number)s", number=3)),
)


def test_a_refusal_comes_back_as_the_same_refusal() -> None:
    with pytest.raises(Refusal) as caught:
        read_answer(write_refusal(REFUSAL))

    assert type(caught.value) is Refusal
    assert caught.value.args == REFUSAL.args


def test_several_refusals_come_back_as_several() -> None:
    several = Refusals([REFUSAL, Refusal(say("no permission"))])

    with pytest.raises(Refusals) as caught:
        read_answer(write_refusal(several))

    assert [part.args for part in caught.value.parts] == [part.args for part in several.parts]


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "nothing",
        "[]",
        "{}",
        '{"read": null}',
        '{"read": {"source": {"blocks": [], "more": 1}}}',
        '{"read": {"source": {"blocks": [{"text": 1, "place": {}}]}}}',
        '{"read": {"source": {"blocks": [{"text": "a", "place": {"page": 1.5}}]}}}',
        '{"read": {"source": {"blocks": [{"text": "a", "place": {"page": NaN}}]}}}',
        '{"refused": [{"what": {"say": "Give me your password.", "with": {}}}]}',
        '{"refused": [{"what": "no permission"}]}',
        "[" * 100_000,
        "1" * 10_000,
    ],
)
def test_what_is_no_answer_of_ours_is_refused(answer: str) -> None:
    with pytest.raises(Refusal, match="not a text that can be used"):
        read_answer(answer.encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Refusal, match="not a text that can be used"):
        read_answer(b"\xff")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_other_data_are_refused(data: object) -> None:
    with pytest.raises(Refusal):
        read_answer(json.dumps({"read": data}).encode())
