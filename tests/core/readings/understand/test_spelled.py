"""Codes of every kind, with their part, as letters and tables spell them."""

import pytest

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.spelled import part_of, spelled_in
from tests.factories.sources import frame


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("i7, e3 (EIT Survey), o35", ["i7", "e3/survey", "o35"]),
        ("9, 9.2, 6 (EIT Public)", ["9", "9.2", "6/public"]),
        ("OIT, EIT Public, คะแนนรวม", ["OIT", "EIT/public", "total"]),
        ("o13 - o15", ["o13", "o14", "o15"]),
        ("ข้อ i7, ตัวชี้วัดที่ 2, แบบวัด EIT Survey", ["i7", "2", "EIT/survey"]),
        ("", []),
    ],
)
def test_names_of_a_list_are_read_with_their_parts(text: str, names: list[str]) -> None:
    assert [guess.code for guess in spelled_in(text, frame())] == names


@pytest.mark.parametrize("text", ["ดูเอกสาร", "11"])
def test_what_is_no_code_is_asked_for(text: str) -> None:
    (guess,) = spelled_in(text, frame())

    assert (guess.code, guess.certainty) == (text, Certainty.ASK)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("(EIT Survey) มุ่งผล", ("survey", "มุ่งผล")),
        ("EIT Public", ("public", "")),
        ("มุ่งผล", (None, "มุ่งผล")),
    ],
)
def test_a_part_stands_before_a_name(text: str, part: tuple[str | None, str]) -> None:
    assert part_of(text, frame()) == part


def test_an_edition_without_parts_knows_none() -> None:
    assert part_of("(EIT Survey) มุ่งผล", frame("nacc-2564")) == (None, "(EIT Survey) มุ่งผล")
