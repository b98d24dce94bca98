"""The staff survey is IIT."""

from __future__ import annotations

import pytest

from prongsai.core.checks.instrument_misnamed import instrument_misnamed
from prongsai.core.readings.model import Passage, Place
from tests.factories.subjects import of_texts, subject, told

TOLD = ["must_mend: IT is written for the staff survey. Write IIT."]


@pytest.mark.parametrize("text", ["ข้อมูล IT, EIT, OIT", "แบบวัด EIT และ IT", "IT/OIT", "OIT IT"])
def test_it_in_a_list_of_instruments_must_be_mended(text: str) -> None:
    assert of_texts(instrument_misnamed, text) == TOLD


def test_it_alone_in_a_column_of_instruments_must_be_mended() -> None:
    column = tuple(
        Passage(text=text, place=Place(table=1, row=row, column="แบบสำรวจ"))
        for row, text in enumerate(("IT", "IIT", "EIT"), start=1)
    )
    assert told(instrument_misnamed, subject(passages=column)) == TOLD
    assert told(instrument_misnamed, subject(passages=column[:1])) == []


@pytest.mark.parametrize(
    "text",
    [
        "งาน IT ของหน่วยงาน",
        "IIT, EIT, OIT",
        "ITA และ OIT",
        "ฝ่าย IT เผยแพร่ OIT",
        "IT",
    ],
)
def test_other_words_are_not_told(text: str) -> None:
    assert of_texts(instrument_misnamed, text) == []
