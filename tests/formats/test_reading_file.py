"""A reading is written as YAML and JSON, and read back equal; nothing else is taken for one."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, Passage, Place, Reading, ReadMeasure, Said
from prongsai.core.readings.of_plan import reading_of
from prongsai.core.sentences import say
from prongsai.core.tracking import State
from prongsai.formats.reading_file import (
    is_reading,
    read_reading,
    write_reading_json,
    write_reading_yaml,
)
from tests.factories.measures import plan
from tests.factories.subjects import said, scores, years

READING = Reading(
    kind="progress",
    passages=(Passage(text='ก "ข": # ค\nง', place=Place(line=1), field="steps"),),
    years=years(2566, 2567),
    scores=scores("6 84.87, e3/survey 70.5"),
    measures=(
        ReadMeasure(
            place=Place(table=1, row=1),
            asked=frozenset({"title", "state"}),
            title=said("ทบทวน"),
            period=said((Month(2566, 10), Month(2567, 3))),
            state=Said(
                value=State.DONE,
                words="✓",
                place=Place(table=1, row=1, column="แล้ว"),
                certainty=Certainty.ASK,
                why=say("Several states are ticked."),
            ),
        ),
    ),
)
BOTH = [write_reading_yaml, write_reading_json]


@pytest.mark.parametrize("write", BOTH)
@pytest.mark.parametrize("reading", [READING, Reading(), reading_of(plan(), {}, {})])
def test_a_reading_is_read_back_equal(write: type, reading: Reading) -> None:
    data = write(reading).encode()

    assert is_reading(data)
    assert read_reading(data) == reading
    assert read_reading(b"\xef\xbb\xbf" + data) == reading


def test_each_value_stands_on_a_line_of_its_own() -> None:
    assert write_reading_yaml(replace(READING, passages=(), measures=())) == (
        "prongsai_reading: 1\n"
        'kind: "progress"\n'
        "years:\n"
        '  - {"value": {"year": 2566, "role": "result"}, "words": "", "place": {"line": 1}}\n'
        '  - {"value": {"year": 2567, "role": "plan"}, "words": "", "place": {"line": 1}}\n'
        "scores:\n"
        '  - {"value": {"code": "6", "score": "84.87"}, "words": "6 84.87",'
        ' "place": {"table": 1, "row": 1}}\n'
        '  - {"value": {"code": "e3", "score": "70.5", "part": "survey"},'
        ' "words": "e3/survey 70.5", "place": {"table": 1, "row": 1}}\n'
    )


@pytest.mark.parametrize("data", [b"", b"agency:\n", b"\xff\xfe", b"ITA prongsai_reading: 1"])
def test_other_files_are_no_reading(data: bytes) -> None:
    assert not is_reading(data)


ANEW = "Let prongsai read make it anew from the document."
VERSION = f"This is no reading of this version of Prongsai. {ANEW}"
BROKEN = f"The file is no JSON, or not all of it. {ANEW}"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"prongsai_reading: 2\n", VERSION),
        (
            b"prongsai_reading: 1\n" + b" " * 8_000_000,
            (
                "The file is larger than 8000000 bytes."
                " See whether this is the right file, or divide it."
            ),
        ),
        (b"[1]", VERSION),
        (b'{"prongsai_reading": 1', BROKEN),
        (b'{"prongsai_reading": ' + b"[" * 100_000, BROKEN),
        (b'{"prongsai_reading": ' + b"9" * 5_000 + b"}", BROKEN),
        (b"{\xff}", BROKEN),
        (
            b'{"prongsai_reading": 1, "weak": [{}]}',
            (
                "weak › row 1 › value: This field is missing."
                " Mend it, or let prongsai read make the file anew."
            ),
        ),
    ],
)
def test_a_reading_that_was_changed_is_refused(data: bytes, refusal: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_reading(data)

    assert str(caught.value) == refusal


def test_json_is_written_for_programs() -> None:
    assert json.loads(write_reading_json(Reading(kind="plan"))) == {
        "prongsai_reading": 1,
        "kind": "plan",
    }
