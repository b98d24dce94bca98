from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty
from tests.factories.sources import Made, read

ASK, LIKELY, SURE = Certainty.ASK, Certainty.LIKELY, Certainty.SURE
HEADINGS = ["ข้อ", "คะแนน"]
NAMED = ["ข้อ", "หัวข้อ", "คะแนน"]


def scores(*blocks: Made) -> list[tuple[str, str, Certainty]]:
    found = read("ปีงบประมาณ พ.ศ. 2566", *blocks).scores
    return [(each.value.code, str(each.value.score), each.certainty) for each in found]


def test_numbers_that_begin_anew_are_of_the_next_survey_and_asked() -> None:
    assert scores([HEADINGS, ["๑", "96"], ["ข้อ 2", "80"], ["1.", "70"], ["1", "100"]]) == [
        ("i1", "96", ASK),
        ("i2", "80", ASK),
        ("e1", "70", ASK),
        ("o1", "100", ASK),
    ]


def test_a_number_that_one_survey_alone_has_is_likely_its_item() -> None:
    assert scores([HEADINGS, ["30", "90"], ["๓๑", "85"], ["200", "1"], ["อื่น", "2"]]) == [
        ("i30", "90", ASK),
        ("o31", "85", LIKELY),
    ]


def test_words_above_a_table_say_which_survey_it_is_of() -> None:
    rows = [["ข้อคำถาม", "คะแนน"], ["1. ปฏิบัติงานตามขั้นตอน", "96"], ["2. เท่าเทียม", "85"]]

    assert scores("ผลการประเมินแบบวัด EIT", rows) == [("e1", "96", LIKELY), ("e2", "85", LIKELY)]


def test_the_name_of_an_item_of_the_checklist_tells_it() -> None:
    rows = [NAMED, ["1", "โครงสร้างหน่วยงาน", "100"], ["2", "ข้อมูลผู้บริหาร", "0"]]

    assert [code for code, _, _ in scores(rows)] == ["o1", "o2"]


def test_as_many_numbers_as_indicators_may_be_theirs() -> None:
    rows = [HEADINGS, *([str(number), "90"] for number in range(1, 11))]

    assert scores(rows) == [(str(number), "90", ASK) for number in range(1, 11)]


def test_beside_a_total_numbers_of_indicators_are_theirs_and_others_are_of_items() -> None:
    of_indicators = [HEADINGS, ["1", "96"], ["2", "80"], ["รวม", "88"]]
    of_items = [HEADINGS, ["11", "96"], ["12", "80"], ["รวม", "88"]]

    assert [code for code, _, _ in scores(of_indicators)] == ["1", "2", "total"]
    assert [code for code, _, _ in scores(of_items)] == ["i11", "i12", "total"]


@pytest.mark.parametrize("heading", ["ข้อ", "ที่"])
def test_a_number_beside_the_name_of_an_indicator_is_the_indicators(heading: str) -> None:
    rows = [
        [heading, "ตัวชี้วัด", "คะแนน"],
        ["1", "การปฏิบัติหน้าที่", "96"],
        ["2", "การใช้งบประมาณ", "80"],
    ]

    assert scores(rows) == [("1", "96", SURE), ("2", "80", SURE)]


def test_numbers_of_measures_are_no_items() -> None:
    assert scores([["ข้อ", "มาตรการ", "คะแนน"], ["1", "อบรม", "80"], ["2", "ประชุม", "90"]]) == []


def test_a_number_whose_score_an_indicator_has_too_is_the_indicators() -> None:
    indicators = [["ตัวชี้วัด", "คะแนน"], ["9 การเปิดเผยข้อมูล", "96"], ["10 การป้องกันการทุจริต", "80"]]

    assert [code for code, _, _ in scores(indicators, [HEADINGS, ["9", "96"], ["10", "70"]])] == [
        "9",
        "10",
        "i10",
    ]


def test_a_code_in_the_row_stands_above_the_number_of_the_row() -> None:
    rows = [["ลำดับ", "ข้อคำถาม", "คะแนน"], ["1", "i7 การรับรู้แผน", "50"], ["2", "e3 เจ้าหน้าที่", "80"]]

    assert [code for code, _, _ in scores(rows)] == ["i7", "e3"]
