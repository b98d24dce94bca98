"""Advice cites items by the codes of its own year."""

from __future__ import annotations

import pytest

from prongsai.core.checks.citation_of_another_year import citation_of_another_year
from prongsai.core.readings.model import Certainty, Citation
from tests.factories.subjects import said, subject, told


def cites(code: str, words: str, certainty: Certainty = Certainty.SURE) -> tuple[object, ...]:
    return (said(Citation(item="e1", code=code, words=words), certainty=certainty),)


@pytest.mark.parametrize(
    ("code", "words", "right", "own"),
    [
        ("o13", "คู่มือหรือมาตรฐานการปฏิบัติงาน", "o14", "Annual report"),
        ("o14", "คู่มือการให้บริการ", "o15", "Staff manual"),
    ],
)
def test_the_code_of_the_year_before_is_told(code: str, words: str, right: str, own: str) -> None:
    assert told(citation_of_another_year, subject(2566, citations=cites(code, words))) == [
        (
            f"look_at: {code} is cited for “{words}”: so it is in ITA of fiscal years 2563 to 2565,"
            f" but in ITA of fiscal year 2566 it is “{own}”. Cite {right}."
        )
    ]


@pytest.mark.parametrize(
    ("year", "code", "words"),
    [
        (2566, "o14", "คู่มือหรือมาตรฐานการปฏิบัติงาน"),
        (2566, "o14", "ตรวจสอบวัสดุและครุภัณฑ์เป็นระยะ"),
        (2566, "o24", "ขับเคลื่อนนโยบายหรือแผนอย่างต่อเนื่อง"),
        (2566, "o13", "นำผลมาปรับปรุงการให้บริการ"),
        (2566, "o1", "ข่าวประชาสัมพันธ์"),
        (2566, "o99", "คู่มือการให้บริการ"),
        (2568, "o1", "รายงานผลทรัพยากรบุคคลประจำปี"),
        (None, "o14", "คู่มือการให้บริการ"),
    ],
)
def test_a_right_code_and_words_that_prove_nothing_are_not(
    year: int | None, code: str, words: str
) -> None:
    assert told(citation_of_another_year, subject(year, citations=cites(code, words))) == []


def test_what_a_person_must_say_is_left_alone() -> None:
    of = subject(2566, citations=cites("o14", "คู่มือการให้บริการ", Certainty.ASK))
    assert told(citation_of_another_year, of) == []
