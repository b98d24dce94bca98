"""Lists and rows count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.numbering_broken import numbering_broken
from prongsai.core.readings.model import Certainty, Passage, Place
from prongsai.core.thai.numerals import to_thai_digits
from tests.factories.subjects import measure, of_texts, said, subject, told

NEXT = "Number {} should follow: see whether a point is missing, and count anew."


@pytest.mark.parametrize(
    ("text", "what", "follows"),
    [
        ("๑. ก ๒. ข ๓. ค ๕. ง ๖. จ", "Number 5 follows number 3.", 4),
        ("๑. ก ๒. ข ๓. ค ๔. ง ๕. จ ๖. ฉ ๘. ช", "Number 8 follows number 6.", 7),
        ("(๑) ก (๒) ข (๓) ค (๔) ง (๖) จ", "Number 6 follows number 4.", 5),
        ("1. ก 2. ข 2. ค 3. ง", "Number 2 stands twice in the list.", 3),
    ],
)
def test_a_list_that_skips_or_repeats_must_be_mended(text: str, what: str, follows: int) -> None:
    assert of_texts(numbering_broken, text) == [f"must_mend: {what} {NEXT.format(follows)}"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("1. ก 3. ข", "Number 3 follows number 1."),
        ("1. ก 2. ข 3. ค 4. ง 2. จ", "Number 2 follows number 4."),
        ("2. ก 3. ข 5. ค", "Number 5 follows number 3."),
        ("จัดทำแผน (๑) ก (๒) ข ๒. รายงาน ๓. ประเมิน", "The list begins with number 2."),
    ],
)
def test_what_may_be_no_whole_list_is_worth_a_look(text: str, what: str) -> None:
    assert of_texts(numbering_broken, text)[0].startswith(f"look_at: {what}")


@pytest.mark.parametrize(
    "text",
    [
        "๑. ก (๑) ข (๒) ค ๒. ง (๑) จ",
        "ดังนี้ (๑) ก (๒) ข อย่างน้อยประกอบด้วย (๑) ค (๒) ง",
        "1. ก 2. ข 3 ค 4. ง",
        "ตามข้อ 3. ของระเบียบ และข้อ 7. ของประกาศ",
        "1.1 จัดโครงการ 1.3 จัดอบรม",
        "จำนวน 5. โครงการ และ 7.",
        "วงเงิน 2. ล้านบาท",
        "วันที่ 1. มกราคม ถึงวันที่ 3. มีนาคม",
        "มาตรา 9 (7) (9) แห่งพระราชบัญญัติ",
        "ตามตัวชี้วัดที่ 6.คุณภาพ 7.ประสิทธิภาพ 8. การปรับปรุง",
        "ได้ 84.87 คะแนน และ 93.17 คะแนน",
        "9. การเปิดเผยข้อมูล 3. การใช้อำนาจ",  # labels of a chart
    ],
)
def test_whole_lists_and_numbers_of_sentences_are_not_told(text: str) -> None:
    assert of_texts(numbering_broken, text) == []


def cell(row: int, text: str, table: int | None = 1) -> Passage:
    return Passage(text=text, place=Place(table=table, row=row, column="ขั้นตอน"))


def test_a_list_goes_on_in_the_cell_below() -> None:
    both = (cell(1, "1. ก 2. ข"), cell(2, "3. ค 4. ง"))
    assert told(numbering_broken, subject(passages=both)) == []


def test_running_text_does_not_go_on_from_another_paragraph() -> None:
    both = (cell(1, "1. ก 2. ข", None), cell(2, "3. ค 4. ง", None))
    assert [str(each.what) for each in numbering_broken(subject(passages=both))] == [
        "The list begins with number 3."
    ]


def rows(*numbers: str | None, titles: tuple[str, ...] = ()) -> list[str]:
    """Return what is said of measures with these numbers."""
    made = tuple(
        measure(
            number=None if number is None else said(number),
            title=said(titles[place]) if titles else said(f"มาตรการ {place}"),
        )
        for place, number in enumerate(numbers)
    )
    return told(numbering_broken, subject(measures=made))


def test_measures_that_skip_or_repeat_must_be_mended() -> None:
    assert rows("๑.", "๒.", "๔.") == [f"must_mend: Number 4 follows number 2. {NEXT.format(3)}"]
    assert rows("1", "2", "2") == [
        f"must_mend: Number 2 stands twice in the list. {NEXT.format(3)}"
    ]


def test_many_that_do_not_go_on_are_worth_a_look() -> None:
    assert {each.split(":")[0] for each in rows("1", "1", "5", "5", "7")} == {"look_at"}


def test_measures_that_count_begin_anew_or_have_no_plain_number_are_not_told() -> None:
    assert rows("1", "2", "3", "1", "2") == []
    assert rows("1", None, "3") == []
    assert rows("1", "1", "1") == []
    assert rows("1.1", "ก", "7") == []


def test_a_table_in_another_order_cites_its_numbers() -> None:
    assert rows("1", "5", "2", "3", "4") == []
    assert rows("2", "7", "4") == []


def test_the_rest_of_a_row_has_its_number() -> None:
    assert rows("2", "2", titles=("จัดทำคู่มือ", "จัดทำคู่มือ (ต่อ)")) == []
    assert rows("2", "2", titles=("จัดทำคู่มือ", "")) == []


def test_tables_count_for_themselves_and_what_a_person_must_say_is_left_alone() -> None:
    other = measure(number=said("7"))
    asked = measure(number=said("9", certainty=Certainty.ASK))
    elsewhere = type(other)(place=Place(table=2), asked=frozenset(), number=said("3"))
    of = subject(measures=(measure(number=said("1")), asked, other, elsewhere))
    assert told(numbering_broken, of) == []


@given(st.integers(2, 25), st.sampled_from(["{}. งาน", "({}) งาน", "{}) งาน"]), st.integers(1, 3))
def test_lists_that_count_are_silent_in_either_digits(length: int, frame: str, times: int) -> None:
    text = " ".join(frame.replace("{}", str(n)) for n in range(1, length + 1))
    assert of_texts(numbering_broken, " ".join([text] * times)) == []
    assert of_texts(numbering_broken, to_thai_digits(text)) == []
