from decimal import Decimal

import pytest

from prongsai.core.readings.model import Certainty, NamedCode, Place, StatedScore
from prongsai.core.readings.source import Text
from prongsai.core.readings.understand import understand
from prongsai.core.readings.understand.scores import (
    codes_of_row,
    levels_in_text,
    names_of_row,
    scores_in_text,
    scores_of_row,
    scores_told_in_row,
    weak_by_flag,
)
from prongsai.core.results import name_of
from prongsai.formats.edition_years import editions_by_year
from tests.factories.sources import frame, read, rows, source

SURE, LIKELY, ASK = Certainty.SURE, Certainty.LIKELY, Certainty.ASK
ITEMS = ["แบบสำรวจ", "ตัวชี้วัดที่", "หัวข้อ", "คะแนนที่ได้"]
TABLE = ["ตัวชี้วัดที่", "รายละเอียดตัวชี้วัด", "คะแนน"]
CODES = ["ข้อ", "หัวข้อ", "คะแนน"]
ADVICE = ["ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ"]

LAST = ("82.84", 2566, LIKELY)

Seen = list[tuple[str, str, Certainty]]
Years = list[tuple[str, int | None, Certainty]]


def in_rows(*cells: list[str]) -> Seen:
    said = [each for row in rows(*cells) for each in scores_of_row(row, frame())]
    return [(name_of((s.value.code, s.value.part)), str(s.value.score), s.certainty) for s in said]


def in_text(text: str) -> list[StatedScore]:
    made = Text(text=text, place=Place(line=4))
    return [said.value for said in scores_in_text(made, frame("nacc-2564", "nacc-2566"))]


def total(score: str, year: int | None = None) -> StatedScore:
    return StatedScore(code="total", score=Decimal(score), year=year)


def test_indicators_have_a_score_each() -> None:
    assert in_rows(TABLE, ["1", "การปฏิบัติหน้าที่", "๙๖.๐๗"], ["๑๐", "การป้องกันการทุจริต", "71.25"]) == [
        ("1", "96.07", SURE),
        ("10", "71.25", SURE),
    ]


def test_a_label_may_hold_the_score() -> None:
    assert in_rows(ADVICE, ["9. การเปิดเผย ข้อมูล 100 คะแนน", "ก"], ["อื่น ๆ 5 คะแนน", "ข"]) == [
        ("9", "100", SURE)
    ]


def test_several_items_of_a_cell_are_paired_with_several_scores() -> None:
    assert in_rows(ITEMS, ["IT", "๑", "๒ ก ๓ ข ๗ ค", "๗๖.๗๓ ๗๘.๑๔ ๖๕.๖๓"]) == [
        ("i2", "76.73", LIKELY),
        ("i3", "78.14", LIKELY),
        ("i7", "65.63", LIKELY),
    ]


def test_where_items_and_scores_differ_in_number_somebody_must_say() -> None:
    assert in_rows(ITEMS, ["IIT", "1", "i2 ก i3 ข", "76.73"]) == [("i2", "76.73", ASK)]


def test_a_number_that_is_no_score_is_asked_for() -> None:
    found = in_rows(
        ITEMS, ["IIT", "1", "i2 ก", "1,234"], ["", "", "i3 ข", "-"], ["", "", "i4 ค", "12.01.2566"]
    )

    assert found == [("i2", "1234", ASK)]


def test_codes_in_a_column_of_their_own_have_scores_too() -> None:
    found = in_rows(CODES, ["ข้อ o13", "รายงาน", "0"], ["o87", "ก", "5"], ["x", "i7 ข", "2"])

    assert found == [("o13", "0", SURE), ("o87", "5", ASK), ("i7", "2", SURE)]


def reading_of(*cells: list[str], of: str = "ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2567") -> Years:
    scores = read(of, cells).scores
    return [(str(s.value.score), s.value.year, s.certainty) for s in scores]


def test_each_year_may_have_a_column_of_its_scores() -> None:
    heads = ["ตัวชี้วัด", "คะแนนปี 2566", "คะแนนปี ๒๕๖๗", "คะแนนเต็ม"]

    assert reading_of(heads, ["1. การปฏิบัติหน้าที่", "80", "85", "100"]) == [
        ("80", 2566, SURE),
        ("85", None, SURE),
    ]


def test_beside_a_column_of_another_year_one_without_a_year_is_of_the_results() -> None:
    heads = ["ตัวชี้วัด", "คะแนนปี 2566", "คะแนนที่ได้", "คะแนน"]

    assert reading_of(heads, ["1. การปฏิบัติหน้าที่", "80", "85", "85"]) == [
        ("80", 2566, SURE),
        ("85", None, SURE),
    ]


@pytest.mark.parametrize("code", ["IIT", "EIT", "OIT"])
@pytest.mark.parametrize(
    "words",
    [
        "ได้คะแนนรวม 87.66 คะแนน โดยแบบวัด %s ได้ ๘๕.๒๖ คะแนน",
        "คะแนนรวม 87.66 คะแนน แบบวัด (%s) ได้คะแนนเฉลี่ยร้อยละ 85.26",
        "คะแนนรวม 87.66 คะแนน แบบวัดการเปิดเผยข้อมูลสาธารณะ (%s) ได้ 85.26 คะแนน",
        "คะแนนรวม 87.66 คะแนน แบบวัด (%s) ได้คะแนน คิดเป็นร้อยละ 85.26",
    ],
)
def test_a_sentence_may_say_the_score_of_an_instrument(words: str, code: str) -> None:
    of_instrument = StatedScore(code=code, score=Decimal("85.26"))

    assert in_text(words % code) == [total("87.66"), of_instrument]
    assert in_text(f"หัวข้อย่อยของแบบวัด {code} ได้ 0 คะแนน") == []


@pytest.mark.parametrize("heading", ["คะแนนเป้าหมาย", "คะแนนที่เพิ่มขึ้น", "คะแนนเฉลี่ย 3 ปีที่ผ่านมา"])
def test_targets_changes_and_means_of_years_are_no_scores(heading: str) -> None:
    assert reading_of(["ตัวชี้วัด", heading], ["1. การปฏิบัติหน้าที่", "80"]) == []


@pytest.mark.parametrize(
    ("heading", "scores"),
    [
        ("คะแนนปีที่แล้ว", [("80", 2566, LIKELY)]),
        ("คะแนน (ปีงบประมาณที่ผ่านมา)", [("80", 2566, LIKELY)]),
        ("คะแนนปีนี้", [("80", None, LIKELY)]),
        ("คะแนน (%)", [("80", None, SURE)]),
    ],
)
def test_one_column_may_be_of_a_year_that_is_spoken_of(heading: str, scores: Years) -> None:
    assert reading_of(["ตัวชี้วัด", heading], ["1. การปฏิบัติหน้าที่", "80"]) == scores


@pytest.mark.parametrize(
    ("label", "scores"),
    [
        ("1. การปฏิบัติหน้าที่ 120 คะแนน", [("120", None, ASK)]),
        ("1. การปฏิบัติหน้าที่ 87,5 คะแนน", [("87.5", None, ASK)]),
        ("1. การปฏิบัติหน้าที่ 1.2.3 คะแนน", []),
    ],
)
def test_a_figure_of_a_label_that_cannot_be_a_score_is_asked_for(label: str, scores: Years) -> None:
    assert reading_of(ADVICE, [label, "ก"]) == scores


def test_a_part_may_stand_in_brackets() -> None:
    (row,) = rows(["แบบวัด", "คะแนน"], ["EIT (Survey)", "81"])

    assert [(s.value.code, s.value.part) for s in scores_of_row(row, frame())] == [
        ("EIT", "survey")
    ]


def test_instruments_and_the_total_have_scores_too() -> None:
    heads = ["แบบวัด", "น้ำหนัก", "คะแนน"]

    assert in_rows(heads, ["IIT", "0.3", "91.80"], ["คะแนน รวม", "", "87.76"], ["ก", "", "5"]) == [
        ("IIT", "91.80", SURE),
        ("total", "87.76", SURE),
    ]


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("พบว่า มีผลคะแนน 87.76 คะแนน", [total("87.76")]),
        ("ได้คะแนนอยู่ในระดับ B คือ ๘๒.๘๔ คะแนน", [total("82.84")]),
        ("มีคะแนนรวม: 87.76", [total("87.76")]),
        ("เพิ่มขึ้นจากปีงบประมาณ พ.ศ.๒๕๖๔ (๗๕.๔๐ คะแนน)", [total("75.40", 2564)]),
        ("ข้อ i7 ต้องแก้ไข โดยมีคะแนนรวม 87.76 คะแนน", [total("87.76")]),
        ("ครบทั้ง 10 ตัวชี้วัด ได้คะแนน 87.76 คะแนน", [total("87.76")]),
        (
            "ผลคะแนน IIT 91.80 คะแนน",
            [StatedScore(code="IIT", score=Decimal("91.80"))],
        ),
    ],
)
def test_a_sentence_states_a_score(text: str, scores: list[StatedScore]) -> None:
    assert in_text(text) == scores


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("ปีที่ผ่านมาได้คะแนนรวม 80.10 คะแนน", [("80.10", 2566, LIKELY)]),
        ("คะแนนรวม 87.76 คะแนน เพิ่มขึ้นจากปีที่แล้ว (82.84 คะแนน)", [("87.76", None, SURE), LAST]),
        ("ปีนี้มีคะแนนรวม 87.76 คะแนน ส่วนปีก่อน (82.84 คะแนน)", [("87.76", None, SURE), LAST]),
        ("คะแนนรวมเพิ่มขึ้นจากปีที่ผ่านมา 5.36 คะแนน", []),
        ("คะแนนรวมลดลงจากปีงบประมาณ 2566 จำนวน 5.36 คะแนน", []),
        ("คะแนนรวมเฉลี่ย 3 ปีที่ผ่านมา คือ 85.00 คะแนน", []),
    ],
)
def test_a_sentence_may_speak_of_the_last_year(text: str, scores: Years) -> None:
    found = read(f"ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2567\n{text}").scores

    assert [(str(s.value.score), s.value.year, s.certainty) for s in found] == scores


@pytest.mark.parametrize(
    "text",
    [
        "ผลการประเมินไม่ผ่านเกณฑ์มาตรฐาน คือ ๘๕ คะแนน",
        "ผลคะแนนเพิ่มขึ้น ๗.๔๔ คะแนน",
        "ผลคะแนนรวมหากข้อนั้นได้ 100 คะแนน",
        "โดยคะแนนรวมจะเป็น 89.76 คะแนน",
        "ได้ ๐ คะแนน",
        "ผลคะแนน 120 คะแนน",
        "ผลคะแนน 1,250 คะแนน",
        "ได้คะแนนเต็ม 100 คะแนน",
        "มี 30 คน",
        "e6: คะแนน ๗๙.๘๖ ไม่น่าเกิดจากผู้ตอบ ๓๗ คน",
        "ข้อ i7 การใช้จ่ายงบประมาณ ได้คะแนน 65.63 คะแนน",
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน ได้คะแนน ๘๔.๘๗ คะแนน",
        "ข้อ o1 และ 0๒ ผลคะแนน 0.00 คะแนน",
    ],
)
def test_other_points_are_no_score(text: str) -> None:
    assert in_text(text) == []


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("อยู่ในระดับผ่าน ดังนี้", ["ผ่าน"]),
        ('อยู่ในระดับ "ผ่านดีเยี่ยม"', ["ผ่านดีเยี่ยม"]),
        ("ได้ระดับ B และได้ ระดับ AA", ["B", "AA"]),
        ("อยู่ในระดับ Best", []),
        ("ยกระดับผ่านการอบรม", []),
    ],
)
def test_a_sentence_states_a_level(text: str, levels: list[str]) -> None:
    made = Text(text=text, place=Place())

    assert [s.value for s in levels_in_text(made, frame("nacc-2564", "nacc-2566"))] == levels


RESULTS = ["ตัวชี้วัด", "มาตรการ", "ขั้นตอนการดำเนินงาน", "ผลผลิต", "ผลลัพธ์"]


def told(output: str, outcome: str, indicator: str = "9. การเปิดเผยข้อมูล") -> list[StatedScore]:
    (row,) = rows(RESULTS, [indicator, "ก", "ข", output, outcome])
    found = [*scores_told_in_row(row, frame())]
    assert {said.certainty for said in found} <= {Certainty.ASK}
    return [said.value for said in found]


def test_what_came_of_a_measure_may_tell_a_score_of_its_indicator() -> None:
    assert told("ก", "แต่ละหัวข้อ ได้คะแนน ๙๒.๕๖ คะแนน") == [
        StatedScore(code="9", score=Decimal("92.56"))
    ]
    assert told("ได้รับคะแนน OIT 100 คะแนน", "") == [StatedScore(code="OIT", score=Decimal(100))]


def test_other_numbers_of_points_are_no_score_of_the_indicator() -> None:
    assert told("ได้คะแนน 101 คะแนน", "คะแนนเต็ม 100 คะแนน") == []
    assert told("ได้คะแนน 90 คะแนน", "", indicator="") == []


def test_codes_stand_beside_names() -> None:
    found = rows(ITEMS, ["IIT", "1", "i2 ก", "90"], ["", "2. การใช้งบประมาณ", "i7", "80"])

    assert [s.value for row in found for s in names_of_row(row, frame())] == [
        NamedCode(code="i2", name="ก", under="1"),
        NamedCode(code="2", name="การใช้งบประมาณ"),
    ]
    assert [s.value for row in found for s in codes_of_row(row, frame())] == ["i2", "i7"]


def test_a_row_without_items_names_none() -> None:
    (row,) = rows(ADVICE, ["อื่น ๆ", "ก"])

    assert ([*names_of_row(row, frame())], [*codes_of_row(row, frame())]) == ([], [])


def test_parts_of_indicators_instruments_and_items_have_scores_of_their_own() -> None:
    wholes = ["แบบวัด", "คะแนน"]
    of_indicators = in_rows(TABLE, ["6 (EIT Survey)", "คุณภาพการดำเนินงาน", "84"], ["6", "", "85"])
    of_instruments = in_rows(wholes, ["แบบวัดภายนอก (EIT Public)", "90"], ["คะแนนรวม", "87"])

    assert [(code, score) for code, score, _ in of_indicators] == [("6/survey", "84"), ("6", "85")]
    assert [(code, score) for code, score, _ in of_instruments] == [
        ("EIT/public", "90"),
        ("total", "87"),
    ]
    assert in_rows(CODES, ["e3 (EIT Survey)", "มุ่งผล", "70.5"]) == [("e3/survey", "70.5", SURE)]


def test_a_bare_number_is_an_indicator_where_its_name_or_its_table_says_so() -> None:
    wholes = [
        ["รหัส", "คะแนน"],
        ["EIT Survey", "80"],
        ["6", "84"],
        ["9.2", "60"],
        ["6 (EIT Public)", "7"],
    ]

    assert [(code, score) for code, score, _ in in_rows(*wholes)] == [
        ("EIT/survey", "80"),
        ("6", "84"),
        ("9.2", "60"),
        ("6/public", "7"),
    ]
    assert in_rows(CODES, ["6", "คุณภาพการดำเนินงาน", "84"]) == [("6", "84", SURE)]
    assert in_rows(CODES, ["6", "ความรู้เรื่องแผน", "84"]) == [("i6", "84", Certainty.ASK)]


def test_an_item_column_may_name_what_is_above_items() -> None:
    found = rows(
        ITEMS, ["OIT", "9", "ตัวชี้วัดย่อยที่ 9.2 การบริหารงาน", "60"], ["EIT", "-", "แบบวัด EIT", "80"]
    )

    assert [said.value for row in found for said in codes_of_row(row, frame())] == ["9.2", "EIT"]
    assert in_rows(ITEMS, ["OIT", "9", "ตัวชี้วัดย่อยที่ 9.2 การบริหารงาน", "60"]) == [("9.2", "60", SURE)]


def test_a_total_stands_beside_its_year() -> None:
    table = rows(["ปีงบประมาณ", "คะแนน"], ["๒๕๖๔", "80.10"], ["ปีหน้า", "90"])
    found = [said.value for row in table for said in scores_of_row(row, frame())]

    assert found == [total("80.10", 2564)]
    assert in_text("จากปีงบประมาณ พ.ศ. 2565 ซึ่งได้ 82.84 คะแนน") == [total("82.84", 2565)]


@pytest.mark.parametrize("score", ["90.00", "90.05", "100.00", "9.01"])
def test_the_figures_behind_a_point_are_no_code(score: str) -> None:
    text = f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ได้คะแนนรวม {score} คะแนน"
    read = understand(source(text), editions_by_year())

    assert [(s.value.code, str(s.value.score)) for s in read.scores] == [("total", score)]


def test_a_result_sheet_names_parts_and_flags_what_is_weak() -> None:
    heads = ["code", "score", "part", "flag", "note"]
    sheet = [["e3", "70.5", "survey", "weak"], ["i7", "65", "", "ต้อง ปรับปรุง"], ["1", "90", "", "x"]]
    read = rows(heads, *sheet, ["6", "84", "", "ต่ำ"], ["total", "87.76", "", ""])

    scores = [said.value for row in read for said in scores_of_row(row, frame())]
    weak = [said.value for row in read for said in weak_by_flag(row, frame())]

    assert [(name_of((each.code, each.part)), str(each.score)) for each in scores] == [
        *(("e3/survey", "70.5"), ("i7", "65"), ("1", "90"), ("6", "84"), ("total", "87.76")),
    ]
    assert weak == ["e3/survey", "i7", "6"]


SHEET = ["รหัส", "คะแนน"]


@pytest.mark.parametrize(
    ("words", "score", "certainty"),
    [
        ("ไม่ผ่าน", "0", Certainty.ASK),
        (" ผ่าน ", "100", Certainty.ASK),
        ("1", "100", Certainty.ASK),
        ("0", "0", SURE),
        ("100", "100", SURE),
    ],
)
def test_an_item_of_the_checklist_has_all_or_nothing(
    words: str, score: str, certainty: Certainty
) -> None:
    assert in_rows(SHEET, ["โอ ๔", words]) == [("o4", score, certainty)]


def test_words_are_no_score_of_a_survey_and_1_is_what_it_is() -> None:
    assert in_rows(SHEET, ["ไอ 7", "ไม่ผ่าน"], ["อี3", "1"]) == [("e3", "1", SURE)]


def test_a_total_may_stand_under_the_weighted_scores_alone() -> None:
    heads = ["แบบวัด", "คะแนน", "น้ำหนัก", "คะแนนถ่วงน้ำหนัก"]
    found = in_rows(heads, ["IIT", "90", "30", "27"], ["รวม", "", "100", "91"])

    assert [(code, score) for code, score, _ in found] == [("IIT", "90"), ("total", "91")]


@pytest.mark.parametrize(
    "row", [["ระดับผลการประเมิน", "ผ่านดี"], ["คะแนนรวม", "88.10", "ผ่านดี"], ["ระดับ", "", "ผ่านดี"]]
)
def test_a_row_may_state_the_level_of_the_total(row: list[str]) -> None:
    heads = ["ตัวชี้วัด", "คะแนน", "ระดับ"]
    found = read("ปีงบประมาณ พ.ศ. 2567", [heads, ["1 การปฏิบัติหน้าที่", "90", "ผ่าน"], [*row, ""][:3]])

    assert [(said.value, said.place.row) for said in found.levels] == [("ผ่านดี", 2)]


def test_an_agency_whose_name_is_a_word_of_supposing_has_its_score() -> None:
    said = read("องค์การบริหารส่วนตำบลสมมติ ได้คะแนนรวม 88.10 คะแนน").scores
    supposed = read("สมมติว่าได้คะแนนรวม 88.10 คะแนน").scores

    assert ([str(each.value.score) for each in said], supposed) == (["88.10"], ())
