"""The total of a table: its word may stand in any column, and may be that of a part alone."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty
from prongsai.core.results import name_of
from tests.factories.sources import read

HEADS = ["ที่", "ตัวชี้วัด", "คะแนน"]
ROWS = (["1", "การปฏิบัติหน้าที่", "80"], ["2", "การใช้งบประมาณ", "90"])
ITEMS = ["แบบวัด", "ตัวชี้วัด", "ประเด็นการประเมิน", "คะแนน"]
SURE, LIKELY, ASK = Certainty.SURE, Certainty.LIKELY, Certainty.ASK

Seen = list[tuple[str, str, Certainty]]


def scores(*rows: list[str]) -> Seen:
    found = read("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566", rows).scores
    return [(name_of((s.value.code, s.value.part)), str(s.value.score), s.certainty) for s in found]


@pytest.mark.parametrize(
    ("row", "certainty"),
    [
        (["", "รวม", "85"], SURE),
        (["3", "รวม", "85"], SURE),
        (["", "คะแนน รวม", "85"], SURE),
        (["", "ผลรวม", "85"], SURE),
        (["", "คะแนน ITA ภาพรวม", "85"], SURE),
        (["", "คะแนนรวม (ITA)", "85"], SURE),
        (["", "ผลการประเมินในภาพรวมของหน่วยงาน", "85"], SURE),
        (["", "คะแนนเฉลี่ยรวมทั้ง ๑๐ ตัวชี้วัด", "85"], SURE),
        (["Total Score", "", "85"], SURE),
        (["", "ค่าเฉลี่ย", "85"], LIKELY),
        (["", "คะแนนเฉลี่ย", "85"], LIKELY),
    ],
)
def test_a_word_for_the_total_is_found_in_any_column(row: list[str], certainty: Certainty) -> None:
    assert scores(HEADS, *ROWS, row) == [
        ("1", "80", SURE),
        ("2", "90", SURE),
        ("total", "85", certainty),
    ]


@pytest.mark.parametrize("name", ["การมีส่วนร่วม", "รวมเล่มรายงาน", "ผลรวมของแบบวัดอื่น", "เฉลี่ยประเทศ"])
def test_words_that_only_begin_so_are_no_total(name: str) -> None:
    assert scores(HEADS, *ROWS, ["", name, "85"]) == [("1", "80", SURE), ("2", "90", SURE)]


def test_the_sum_of_an_instrument_is_that_of_the_instrument() -> None:
    assert scores(HEADS, *ROWS, ["รวม IIT", "", "85"])[-1] == ("IIT", "85", SURE)


def test_below_items_of_one_instrument_the_total_is_asked_for() -> None:
    items = (["IIT", "1. การปฏิบัติหน้าที่", "i1 ก", "80"], ["", "", "i2 ข", "90"])
    wholes = (["EIT", "", "", "70"], ["OIT", "", "", "60"])

    assert scores(ITEMS, *items, ["", "", "รวม", "85"])[-1] == ("total", "85", ASK)
    assert scores(ITEMS, *items, *wholes, ["", "", "รวม", "85"])[-1] == ("total", "85", SURE)


def test_several_sums_in_a_table_are_asked_for() -> None:
    found = scores(
        ITEMS,
        ["IIT", "1. การปฏิบัติหน้าที่", "i1 ก", "80"],
        ["", "", "รวม", "81"],
        ["EIT", "6. คุณภาพการดำเนินงาน", "e1 ก", "70"],
        ["", "", "รวม", "71"],
        ["", "", "คะแนนรวมทั้งหมด", "75"],
    )

    assert [each for each in found if each[0] == "total"] == [
        ("total", "81", ASK),
        ("total", "71", ASK),
        ("total", "75", SURE),
    ]


def test_the_number_of_the_row_of_the_total_is_no_indicator() -> None:
    heads = ["ตัวชี้วัดที่", "รายละเอียดตัวชี้วัด", "คะแนน"]
    rows = (heads, ["1", "การปฏิบัติหน้าที่", "80"], ["2", "คะแนนรวม", "85"], ["3", "การใช้อำนาจ", "7"])

    assert scores(*rows) == [("1", "80", SURE), ("total", "85", SURE), ("3", "7", SURE)]
    assert [said.value.code for said in read("ก", rows).names] == ["1", "3"]
    assert scores(heads, ["1", "การปฏิบัติหน้าที่ รวม", "80"], ["2", "", "85"])[-1] == ("2", "85", SURE)
