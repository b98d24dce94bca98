"""Numbers of letters: offices, running numbers, circulars, blanks."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty, Place
from prongsai.core.readings.understand.numbers_of_letters import is_number, number_said

SURE, ASK = Certainty.SURE, Certainty.ASK


@pytest.mark.parametrize(
    ("text", "number", "certainty"),
    [
        (" สค ๗๒๔๐๑/๑๕๖", "สค 72401/156", SURE),
        ("สค.72401/ 156.....", "สค.72401/156", SURE),
        ("มท ๐๘๐๙.๓ / ว ๑๒", "มท 0809.3/ว 12", SURE),
        ("๑๒๓/๒๕๖๖", "123/2566", SURE),
        ("สค 72401/-", "สค 72401/-", SURE),
        ("สนป. 7/2566", "สนป. 7/2566", SURE),
        ("สค 72401/.........", "สค 72401/", ASK),
        ("สค 72401", "สค 72401", ASK),
        ("กค - / 2566", "กค -/2566", ASK),
    ],
)
def test_a_number_is_written_one_way(text: str, number: str, certainty: Certainty) -> None:
    said = number_said(text, Place(line=3))

    assert is_number(text)
    assert said is not None
    assert (said.value, said.words, said.place.line, said.certainty) == (number, text, 3, certainty)
    assert (said.why is None) == (certainty is SURE)


@pytest.mark.parametrize("text", ["", ".........", ".......... / 2566", "-/2566", "/", "-"])
def test_a_blank_is_no_number(text: str) -> None:
    assert is_number(text)
    assert number_said(text, Place()) is None


@pytest.mark.parametrize(
    "text", ["ประชุม", "ตั้ง 12/3 หมู่ 4", "มาตรการและแนวทาง/2566", "12", "สค 72401/" + "1" * 80]
)
def test_words_behind_the_label_are_no_number(text: str) -> None:
    assert not is_number(text)
