from datetime import date

import pytest

from prongsai.core.readings.model import Certainty, Place, Said
from prongsai.core.readings.source import Cell
from prongsai.core.readings.understand.parts import (
    actions_in,
    codes_behind,
    cures_in,
    indicator_behind,
    listed,
    number_in,
    proofs_in,
    texts_of,
    title_of,
    whole,
)
from prongsai.core.tracking import Action, Proof
from tests.factories.sources import frame


def cell(text: str) -> Cell:
    return Cell(text=text, place=Place(line=5))


def values(said: object) -> object:
    if isinstance(said, tuple):
        return tuple(values(each) for each in said)
    return said.value if isinstance(said, Said) else said


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("๑. อบรม", "1", "อบรม"),
        ("๕.มาตรการ ก", "5", "มาตรการ ก"),
        ("อบรม", None, "อบรม"),
        ("๑.สร้าง ก ๒.สร้าง ข", None, "๑.สร้าง ก ๒.สร้าง ข"),
        ("1. ทำรายงาน\n(ตอบประเด็นของปี 2566: o13)\n(เผยแพร่ตามข้อของปี 2567: o9)", "1", "ทำรายงาน"),
        ("(ตอบประเด็น: o13)", None, "(ตอบประเด็น: o13)"),
        ("3. 2567 อบรม", "3", "2567 อบรม"),
        ("3. 2. อบรม", "3", "2. อบรม"),
        ("๒.\n(ตัวชี้วัดที่ ๒ การใช้งบประมาณ)", "2", None),
        ("1. อบรม (ร่าง) (ตอบประเด็นของปี 2566: 9.2, e3 (EIT Survey))", "1", "อบรม (ร่าง)"),
        ("", None, None),
    ],
)
def test_a_title_has_its_number_apart(text: str, number: str | None, title: str | None) -> None:
    assert values(title_of(cell(text))) == (number, title)


def test_codes_behind_a_title_are_answered_or_cured() -> None:
    text = "1. ทำรายงาน (ตอบประเด็นของปี 2566: o13, i7) (เผยแพร่ตามข้อของปี 2567: o9)"

    assert values(codes_behind(cell(text), frame())) == (("o13", "i7"), ("o9",))
    assert codes_behind(None, frame()) == ((), ())


def test_a_number_of_a_row_is_in_arabic_digits() -> None:
    numbers = [number_in(cell(text)) for text in ("๑", "๒.", "3)", "")]

    assert [said and (said.value, said.words) for said in numbers] == [
        ("1", "๑"),
        ("2", "๒."),
        ("3", "3)"),
        None,
    ]
    assert number_in(None) is None


def test_a_missing_or_empty_cell_says_nothing() -> None:
    assert [whole(None), whole(cell("")), title_of(None)] == [None, None, (None, None)]
    assert values(whole(cell("รายงาน"))) == "รายงาน"
    assert [texts_of(listed(each)) for each in (None, cell(""))] == [(), ()]


def test_points_lose_their_numbers_and_words_keep_them() -> None:
    said = texts_of(listed(cell("๑. ก ๒. ข")))

    assert [(s.value, s.words) for s in said] == [("ก", "๑. ก"), ("ข", "๒. ข")]


def test_what_was_done_on_a_day_is_an_action() -> None:
    output = listed(cell("๑. อบรม เมื่อวันที่ ๓๑ มกราคม ๒๕๖๖ ๒. ประชุม"))

    assert [said.value for said in actions_in(output)] == [
        Action(text="อบรม", on=date(2023, 1, 31))
    ]


def test_codes_of_the_checklist_are_cures() -> None:
    assert [s.value for s in cures_in([cell("เผยแพร่ใน O๑๑ และ i7 และ o 12")], frame())] == [
        "o11",
        "o12",
    ]
    assert [*cures_in([cell("o0")], frame())] == []


def test_proofs_have_an_address_or_words() -> None:
    cells = [cell("ประกาศ https://a.go.th/1 www.a.go.th/2"), cell("-")]
    cells += [cell("รูปถ่าย"), cell("www.b.go.th")]

    assert [said.value for said in proofs_in(cells)] == [
        Proof(what="ประกาศ", address="https://a.go.th/1"),
        Proof(what="ประกาศ", address="www.a.go.th/2"),
        Proof(what="รูปถ่าย"),
        Proof(what="www.b.go.th", address="www.b.go.th"),
    ]


def test_a_bracket_of_ours_may_name_parts_groups_and_what_nobody_knows() -> None:
    text = "1. ทำรายงาน (ตอบประเด็นของปี ๒๕๖๖: e3 (EIT Survey), ๙.๒, คะแนนรวม, x9)"
    answers, _ = codes_behind(cell(text), frame())

    assert [(each.value, each.certainty) for each in answers] == [
        ("e3/survey", Certainty.SURE),
        ("9.2", Certainty.SURE),
        ("total", Certainty.SURE),
        ("x9", Certainty.ASK),
    ]


def test_the_first_indicator_in_brackets_is_that_of_the_measure() -> None:
    text = "1. อบรม\n(ตัวชี้วัดที่ ๔๔ ไม่รู้จัก)\n(ตัวชี้วัดที่ ๒ การใช้งบประมาณ)\n(ตัวชี้วัดที่ 3 การใช้อำนาจ)"

    assert values(indicator_behind(cell(text), frame())) == "2"
    assert indicator_behind(cell("อบรม"), frame()) is None
    assert indicator_behind(None, frame()) is None


def test_the_day_at_the_end_is_that_of_the_action_though_another_stands_before() -> None:
    text = "1. ออกคำสั่ง ลงวันที่ 3 มกราคม 2567 เมื่อวันที่ 8 มกราคม 2567\n2. อบรมเมื่อวันที่สะดวก"

    assert values(tuple(actions_in(listed(cell(text))))) == (
        Action(text="ออกคำสั่ง ลงวันที่ 3 มกราคม 2567", on=date(2024, 1, 8)),
    )
