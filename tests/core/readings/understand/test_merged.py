"""A cell merged over several rows says of each of them what it holds, where that is of each."""

from __future__ import annotations

from typing import Any

import pytest

from prongsai.core.checks import check
from prongsai.core.checks.model import Subject
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, Said
from prongsai.core.tracking import State
from prongsai.formats.editions import load_edition
from tests.factories.sources import ABOVE, read

HEADS = ["ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "การติดตาม"]
PERIOD = "ต.ค. 2566 - มี.ค. 2567"


def values(said: Any) -> Any:
    """Return what was read of a field, without words and places."""
    if isinstance(said, tuple):
        return [each.value for each in said]
    return said.value if isinstance(said, Said) else None


def field(name: str, heads: list[str], *rows: list[str], drawn: bool = False) -> list[Any]:
    """Return a field of each measure of a table."""
    return [values(getattr(m, name)) for m in read([heads, *rows], drawn=drawn).measures]


def test_a_unit_a_period_and_a_follow_up_over_several_rows_are_those_of_each() -> None:
    rows = [
        ["1", "อบรม", "กองคลัง", PERIOD, "รายงานทุกเดือน"],
        ["2", "ประชุม", ABOVE, ABOVE, ABOVE],
        ["3", "เผยแพร่", ABOVE, "เม.ย. 2567", ABOVE],
    ]

    half, april = (Month(2566, 10), Month(2567, 3)), (Month(2567, 4), Month(2567, 4))
    assert field("lead", HEADS, *rows) == [["กองคลัง"]] * 3
    assert field("period", HEADS, *rows) == [half, half, april]
    assert field("follow_up", HEADS, *rows) == ["รายงานทุกเดือน"] * 3


def test_its_value_stands_where_the_cell_stands_and_the_measure_in_its_own_row() -> None:
    first, second = read([HEADS, ["1", "อบรม", "กองคลัง"], ["2", "ประชุม", ABOVE]]).measures

    assert [each.place.row for each in (first, second)] == [1, 2]
    assert [each.lead[0].place.row for each in (first, second)] == [1, 1]
    assert second.lead[0].certainty is Certainty.SURE


def test_where_only_lines_show_that_a_cell_is_merged_it_is_likely() -> None:
    rows = [HEADS, ["1", "อบรม", "กองคลัง"], ["2", "ประชุม", ABOVE]]
    first, second = read(rows, drawn=True).measures

    (own,), (shared,) = first.lead, second.lead
    assert second.title is not None
    assert own.certainty is second.title.certainty is Certainty.SURE
    assert (shared.certainty, str(shared.why)) == (
        Certainty.LIKELY,
        "By the lines drawn around it, the cell is that of several rows.",
    )


def test_an_empty_cell_that_is_not_merged_says_nothing() -> None:
    rows = [["1", "อบรม", "กองคลัง", PERIOD], ["2", "ประชุม", "", ""]]

    assert field("lead", HEADS, *rows) == [["กองคลัง"], []]


def test_an_empty_merged_cell_says_nothing_and_neither_does_one_of_the_headings() -> None:
    rows = [["1", "อบรม", ABOVE, ""], ["2", "ประชุม", ABOVE, ABOVE]]

    assert field("lead", HEADS, *rows) == [[], []]
    assert field("period", HEADS, *rows) == [None, None]


def test_a_row_that_says_nothing_and_one_of_a_section_do_not_end_it() -> None:
    heads = ["ที่", "มาตรการ", "ผู้รับผิดชอบ"]
    rows = [["1", "อบรม", "กองคลัง"], ["", "", ABOVE], ["แบบวัด EIT", "", ABOVE]]

    assert field("lead", heads, *rows, ["2", "ประชุม", ABOVE]) == [["กองคลัง"]] * 2


def test_lead_and_support_apart_and_a_column_twice() -> None:
    heads = ["มาตรการ", "หน่วยงานหลัก", "หน่วยงานสนับสนุน", "ระยะเวลา", "ระยะเวลา"]
    rows = [
        ["อบรม", "กองคลัง", "กองช่าง", "ม.ค. 2567", ""],
        ["ประชุม", ABOVE, ABOVE, ABOVE, "ก.พ. 2567"],
    ]

    months = [(Month(2567, n), Month(2567, n)) for n in (1, 2)]
    assert field("lead", heads, *rows) == [["กองคลัง"]] * 2
    assert field("support", heads, *rows) == [["กองช่าง"]] * 2
    assert field("period", heads, *rows) == months


@pytest.mark.parametrize(
    ("column", "text", "state"),
    [
        ("สถานะ", "ดำเนินการแล้วเสร็จ", State.DONE),
        ("อยู่ระหว่างดำเนินการ", "✓", State.IN_PROGRESS),
    ],
)
def test_a_state_over_several_rows_is_that_of_each(column: str, text: str, state: State) -> None:
    assert field("state", ["ที่", "มาตรการ", column], ["1", "ก", text], ["2", "ข", ABOVE]) == (
        [state] * 2
    )


def test_ticks_of_a_chart_over_several_rows_are_those_of_each() -> None:
    heads = ["ที่", "มาตรการ", "ต.ค. 66", "พ.ย. 66", "ธ.ค. 66"]
    rows = [["1", "อบรม", "✓", "✓", ""], ["2", "ประชุม", ABOVE, "", ""]]

    october, november = Month(2566, 10), Month(2566, 11)
    assert field("period", heads, *rows) == [(october, november), (october, october)]


def test_what_is_answered_how_it_is_done_and_what_shows_it_are_of_each() -> None:
    heads = ["ประเด็น", "มาตรการ", "ขั้นตอน", "หลักฐาน"]
    rows = [["i7", "อบรม", "1. เสนอ\n2. จัด", "คำสั่ง"], [ABOVE, "ประชุม", ABOVE, ABOVE]]

    assert field("answers", heads, *rows) == [["i7"]] * 2
    assert field("steps", heads, *rows) == [["เสนอ", "จัด"]] * 2
    assert [[proof.what for proof in each] for each in field("proofs", heads, *rows)] == (
        [["คำสั่ง"]] * 2
    )


def test_what_was_reached_is_told_once_and_nobody_asks_for_it_again() -> None:
    heads = ["ที่", "มาตรการ", "ผลการดำเนินการ", "ผลลัพธ์", "หลักฐาน"]
    rows = [["1", "อบรม", "อบรม 30 คน", "เข้าใจมากขึ้น", "ภาพ"], ["2", "ประชุม", ABOVE, ABOVE, ""]]
    first, second = read([heads, *rows]).measures

    assert (values(first.output), values(second.output)) == (["อบรม 30 คน"], [])
    assert (values(first.outcome), values(second.outcome)) == (["เข้าใจมากขึ้น"], [])
    assert first.asked == {"number", "title", "output", "outcome", "proofs"}
    assert second.asked == {"number", "title"}


def test_a_period_over_several_rows_that_nobody_can_read_is_blank_in_none() -> None:
    rows = [["1", "อบรม", "กองคลัง", "ตามโอกาส"], ["2", "ประชุม", "กองช่าง", ABOVE]]
    first, second = read([HEADS, *rows]).measures

    assert (first.period, second.period) == (None, None)
    assert second.asked == first.asked - {"period"}


def told(*rows: list[str]) -> list[str]:
    reading = read("แผนมาตรการ ประจำปีงบประมาณ พ.ศ. 2567", [HEADS, *rows])
    found = check(Subject(reading=reading, result_edition=load_edition("nacc-2566")))
    return [str(each.what) for each in found if each.rule == "measure_incomplete"]


def test_the_check_does_not_say_that_a_covered_row_lacks_what_covers_it() -> None:
    whole = ["1", "อบรม", "กองคลัง", PERIOD, "รายงานทุกเดือน"]

    assert told(whole, ["2", "ประชุม", ABOVE, ABOVE, ABOVE]) == []
    assert told(whole, ["2", "ประชุม", "", ABOVE, ABOVE]) != []


def test_a_title_over_rows_that_name_only_items_is_one_measure_for_all_of_them() -> None:
    heads = ["ข้อ", "คะแนน", "มาตรการ", "ผู้รับผิดชอบ"]
    rows = [["i7", "60", "อบรม", "กองคลัง"], ["i8", "70", ABOVE, ABOVE], ["i8", "", ABOVE, ABOVE]]
    rows += [["i9", "80", "ประชุม", "กองช่าง"]]

    assert field("title", heads, *rows) == ["อบรม", "ประชุม"]
    assert field("answers", heads, *rows) == [["i7", "i8"], ["i9"]]


def test_a_title_over_rows_with_steps_of_their_own_is_that_of_each() -> None:
    heads = ["ข้อ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"]
    rows = [["i7", "อบรม", "จัดอบรม", "กองคลัง"], ["i8", ABOVE, "ทดสอบ", ABOVE]]

    assert field("title", heads, *rows) == ["อบรม"] * 2
    assert field("answers", heads, *rows) == [["i7"], ["i8"]]
    assert field("steps", heads, *rows) == [["จัดอบรม"], ["ทดสอบ"]]
