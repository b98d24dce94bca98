"""Values as a person writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.documents.papers import Signature
from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Month
from prongsai.core.readings.corrections import how_to_write, slots_of, written
from prongsai.core.readings.corrections.values import read_value
from prongsai.core.readings.model import Citation, NamedCode, NamedYear, StatedScore, YearRole
from prongsai.core.tracking import Action, Proof, State
from tests.factories.readings import full_reading

SPAN = (Month(2570, 10), Month(2571, 3))
SCORE = StatedScore(code="i7", score=Decimal("65.63"), year=2569)
YEAR = NamedYear(year=2570, role=YearRole.PLAN)
NAME = NamedCode(code="o21", name="ก", under="9")
CITED = Citation(item="i7", code="o1", words="แผน")
MEETING = "ประชุมเมื่อวันที่ 31 ม.ค. 2571"


@pytest.mark.parametrize("slot", [s for s in slots_of(full_reading()) if s.said], ids=str)
def test_what_is_written_of_a_value_is_read_as_the_same_value(slot: Any) -> None:
    if slot.field != "measure":
        assert read_value(slot.field, written(slot.field, slot.said.value), slot.said.value) == (
            slot.said.value
        )


def test_a_period_of_one_month_is_written_as_that_month() -> None:
    assert written("period", (SPAN[1], SPAN[1])) == "มี.ค. 2571"


@given(st.builds(Month, st.integers(2500, 2600), st.integers(1, 12)), st.integers(0, 11))
def test_periods_are_read_as_they_are_written(first: Month, more: int) -> None:
    last = Month(first.year + (first.month + more - 1) // 12, (first.month + more - 1) % 12 + 1)

    assert read_value("period", written("period", (first, last))) == (first, last)


@given(st.decimals(0, 100, places=2), st.sampled_from(["i7", "total", "9.2", "IIT", "EIT"]))
def test_scores_are_read_as_they_are_written(score: Decimal, code: str) -> None:
    value = StatedScore(code=code, score=abs(score))

    assert read_value("scores", written("scores", value)) == value


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("answers", "ข้อ I๐๗", "i7"),
        ("answers", "E3/Survey", "e3/survey"),
        ("weak", "คะแนนรวม", "total"),
        ("keep", "eit/public", "EIT/public"),
        ("keep", "๑๐", "10"),
        ("indicator", "๙", "9"),
        ("scores", "i8 ๘๔.๓๗", StatedScore(code="i8", score=Decimal("84.37"))),
        ("scores", "total 2568 75.4", StatedScore(code="total", score=Decimal("75.4"), year=2568)),
        ("years", "2571 แผน", NamedYear(year=2571, role=YearRole.PLAN)),
        ("years", "๒๕๗๑ other", NamedYear(year=2571, role=YearRole.OTHER)),
        ("names", "o9", NamedCode(code="o9", name="")),
        ("citations", "o9", Citation(item="", code="o9", words="")),
        ("period", "ต.ค. ๗๐ - มี.ค. ๗๑", SPAN),
        ("period", "ปีงบประมาณ พ.ศ. 2571", (Month(2570, 10), Month(2571, 9))),
        ("period", "ม.ค. 71", (Month(2571, 1), Month(2571, 1))),
        ("state", "ดำเนินการ แล้ว", State.DONE),
        ("state", "in_progress", State.IN_PROGRESS),
        ("dated", "1 ธ.ค. 2570", date(2027, 12, 1)),
        ("actions", MEETING, Action(text=MEETING, on=date(2028, 1, 31))),
        ("actions", "ประชุม | 31 ม.ค. 2571", Action(text="ประชุม", on=date(2028, 1, 31))),
        ("proofs", "ภาพ | | 31 ม.ค. 2571", Proof(what="ภาพ", dated=date(2028, 1, 31))),
        ("signatures", "| ปลัด", Signature(position="ปลัด")),
        ("lead", " กอง  คลัง ", "กอง คลัง"),
        ("kind", "plan", "plan"),
        ("kind", "แผนมาตรการ", "plan"),
    ],
)
def test_values_are_read_as_people_write_them(field: str, text: str, value: object) -> None:
    assert read_value(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "before", "value"),
    [
        ("scores", "84.37", SCORE, replace(SCORE, score=Decimal("84.37"))),
        ("years", "2571", YEAR, replace(YEAR, year=2571)),
        ("names", "o22", NAME, replace(NAME, code="o22")),
        ("names", "o22 ข ค", NAME, replace(NAME, code="o22", name="ข ค")),
        ("citations", "o11", CITED, replace(CITED, code="o11")),
        ("citations", "i8 o11", CITED, replace(CITED, item="i8", code="o11")),
    ],
)
def test_what_is_not_written_stays_as_it_was(
    field: str, text: str, before: object, value: object
) -> None:
    assert read_value(field, text, before) == value


@pytest.mark.parametrize(
    ("field", "text", "what"),
    [
        ("answers", "ข้อเจ็ด", "ข้อเจ็ด is no code."),
        ("answers", "e3/2", "e3/2 is no code."),
        ("indicator", "i7", "i7 is no indicator."),
        ("scores", "84.37", "Nothing says what the score is of."),
        ("scores", "", " is no score."),
        ("years", "2571", "2571 is no year and its role."),
        ("years", "ปีหน้า", "ปีหน้า is no year and its role."),
        ("citations", "i7 o9 o10", "i7 o9 o10 is not one code or two."),
        ("period", "เร็ว ๆ นี้", "เร็ว ๆ นี้ is no period."),
        ("period", "ม.ค. 71 และ มี.ค. 71", "ม.ค. 71 และ มี.ค. 71 is no period."),
        ("state", "เสร็จ", "เสร็จ is no state of a measure."),
        ("actions", "ก | ข | ค", "Here stand more than 2 parts."),
        ("kind", "แผน", "แผน is no kind of document."),
    ],
)
def test_what_a_field_has_no_value_for_is_refused_with_how_to_write_it(
    field: str, text: str, what: str
) -> None:
    with pytest.raises(Refusal) as refused:
        read_value(field, text)
    assert str(refused.value) == f"{what} {how_to_write(field)}"


@pytest.mark.parametrize(
    ("field", "text", "what"),
    [
        ("scores", "มาก", "มาก is not a number."),
        ("scores", "i7 84.37 คะแนน ขึ้นไป", "i7 84.37 คะแนน ขึ้นไป is not a number."),
        ("scores", "i7 84.37%", "84.37% has a per cent sign."),
        ("dated", "31 เม.ย. 2571", "31 เม.ย. 2571 is no day."),
    ],
)
def test_a_score_and_a_day_are_refused_as_everywhere(field: str, text: str, what: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_value(field, text)
    assert str(refused.value.what) == what


def test_texts_are_written_as_any_text_and_other_values_say_how() -> None:
    assert how_to_write("steps") is None
    assert str(how_to_write("dated")) == (
        "Write the day, the month and the four figures of the year."
    )
    assert written("signatures", Signature(name="นายสมมติ ใจดี", opinion="ทราบ")) == (
        "นายสมมติ ใจดี |  |  |  |  | ทราบ"
    )
    assert written("actions", Action(text="ประชุม")) == "ประชุม"
