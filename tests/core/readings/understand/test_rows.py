import pytest

from prongsai.core.readings.model import Certainty, Place
from prongsai.core.readings.source import Cell, Source, SourceTable
from prongsai.core.readings.understand.frame import Guess
from prongsai.core.readings.understand.rows import read_label, rows_of, with_measures_named
from prongsai.core.sentences import say
from tests.factories.sources import frame, rows, source, table

ITEMS = ["แบบสำรวจ", "ตัวชี้วัดที่", "หัวข้อ", "คะแนนที่ได้"]
ADVICE = ["ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ"]
NAMES = ["ตัวชี้วัดที่", "รายละเอียดตัวชี้วัด", "คะแนน"]
PROGRESS = ["ตัวชี้วัดของการประเมิน ITA", "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีปฏิบัติ"]


def test_instrument_and_indicator_hold_until_others_are_named() -> None:
    found = rows(
        ITEMS,
        ["IIT", "1", "i1 ก", "90"],
        ["", "", "i2 ข", "80"],
        ["", "2", "i7 ค", "70"],
        ["EIT", "6", "e1 ง", "60"],
    )

    assert [(r.instrument, r.indicator, r.own_label) for r in found] == [
        ("IIT", "1", True),
        ("IIT", "1", False),
        ("IIT", "2", True),
        ("EIT", "6", True),
    ]


def test_the_indicator_tells_an_instrument_that_is_spelled_wrong() -> None:
    assert [r.instrument for r in rows(ITEMS, ["IT", "1", "๒ ก", "90"])] == ["IIT"]


def test_an_indicator_that_is_misread_does_not_end_the_instrument_above() -> None:
    found = rows(
        ITEMS,
        ["EIT", "7", "ข้อ ๕๑๐ ก", "90"],
        ["", "๓", "ข้อ ๕๑๑ ข", "80"],
        ["", "๓", "อื่น ๆ", "70"],
        ["", "3. การใช้อำนาจ", "๑๓ ค", "60"],
    )

    assert [(r.instrument, r.indicator) for r in found] == [
        ("EIT", "7"),
        ("EIT", "8"),
        ("EIT", ""),
        ("IIT", "3"),
    ]
    guess = found[1].label.indicator if found[1].label else None
    assert guess == Guess(
        code="8",
        certainty=Certainty.ASK,
        why=say("Indicator %(number)s is not of %(instrument)s.", number="3", instrument="EIT"),
    )


def test_an_instrument_that_cannot_be_read_is_not_the_one_above() -> None:
    found = rows(ITEMS, ["EIT", "7", "e6 ก", "90"], ["IT", "1", "๒ ข", "80"])

    assert [(r.instrument, r.indicator) for r in found] == [("EIT", "7"), ("IIT", "1")]


def test_a_line_that_names_the_instrument_may_stand_in_any_column() -> None:
    heads = [*reversed(ADVICE)]
    found = rows(heads, ["ข", "1. ก"], ["", "แบบวัด (EIT)"], ["ง", "6. ค"])

    assert [(r.instrument, r.text("problem")) for r in found] == [("IIT", "ข"), ("EIT", "ง")]


def test_a_measure_of_which_only_what_it_answers_is_said_is_a_row() -> None:
    said = ["จัดประชุม (ตามข้อ e3 ของ EIT)", "จัดประชุม\n(ตามผล EIT)"]
    found = rows(["มาตรการ", "ผู้รับผิดชอบ"], *([text, ""] for text in said))
    assert [r.text("measure") for r in found] == said


def test_a_line_that_names_the_instrument_is_no_row() -> None:
    found = rows(ADVICE, ["1. ก", "ข"], ["แบบวัด (EIT)", ""], ["6. ค", "ง"], ["รวม", ""])

    assert [(r.instrument, r.indicator, r.text("problem")) for r in found] == [
        ("IIT", "1", "ข"),
        ("EIT", "6", "ง"),
        ("EIT", "", ""),
    ]


def test_a_row_is_found_by_field() -> None:
    (row,) = rows(["หัวข้อ", "หัวข้อประเมิน", "หมายเหตุ"], ["", "ก", ""])

    assert (row.text("item"), row.text("note"), row.text("score")) == ("ก", "", "")
    assert row.first("note", "score", "item") == row.cells["item"]
    assert row.first("note") is None
    assert row.place == Place(table=1, row=1)


def test_a_row_of_an_unknown_table_has_its_first_cell() -> None:
    (row,) = rows_of(table(["สี", "รส"], ["แดง", "หวาน"]), frame())

    assert [cell.text for cell in row.cells.values()] == ["แดง"]


def test_a_label_has_number_name_and_score() -> None:
    label = read_label(Cell(text="1. การปฏิบัติ\nหน้าที่ ๙๖.๐๗ คะแนน", place=Place()), frame())

    assert (label.number, label.name, label.score) == ("1", "การปฏิบัติ หน้าที่", "96.07")


def test_a_name_may_stand_in_a_column_of_its_own() -> None:
    with_number = rows(NAMES, ["๓", "การใช้จ่ายเงิน", "90"])
    found = [*with_number, *rows(NAMES[1:], ["การใช้อำนาจ", "80"], ["", "70"])]

    assert [(r.indicator, r.label.name if r.label else "", r.own_label) for r in found] == [
        ("3", "การใช้จ่ายเงิน", True),
        ("3", "การใช้อำนาจ", True),
        ("3", "การใช้อำนาจ", False),
    ]


def fields_named(made: Source) -> list[tuple[str | None, ...] | None]:
    """Return the fields of each table, None for a text."""
    named = with_measures_named(made, frame()).blocks
    return [each.fields if isinstance(each, SourceTable) else None for each in named]


def test_measures_under_the_heading_of_indicators_are_measures() -> None:
    made = source([PROGRESS, ["๑. จัดทำคู่มือ", "กองช่าง", "ก"], ["๒. อบรม", "กองคลัง", "ข"]], "ค")

    assert fields_named(made) == [("measure", "owner", "steps"), None]


def test_activities_are_measures_where_no_column_has_others() -> None:
    made = source(
        [["ลำดับ", "กิจกรรม", "วิธีการ", "ผู้รับผิดชอบ"], ["1", "อบรม", "ก", "กองคลัง"]],
        [["กิจกรรม", "งบประมาณ"], ["อบรม", "-"]],
        [["มาตรการ", "กิจกรรม", "ระยะเวลา"], ["อบรม", "ก", "ข"]],
    )

    assert fields_named(made) == [
        ("number", "measure", "steps", "owner"),
        ("steps", "budget"),
        ("measure", "steps", "period"),
    ]


def test_indicators_under_their_own_heading_stay() -> None:
    named = source([PROGRESS, ["๑. การใช้อำนาจ", "กองช่าง", "ก"], ["๒. อบรม", "กองคลัง", "ข"]])
    numbers = source([PROGRESS, ["๑", "กองช่าง", "ก"], ["๒", "กองคลัง", "ข"]])
    both = source([[*PROGRESS, "มาตรการ"], ["อบรม", "กองช่าง", "ก", "ข"]])

    assert [with_measures_named(made, frame()) for made in (named, numbers, both)] == [
        named,
        numbers,
        both,
    ]


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        ("ข้อ o๑ และ o2", "item_code"),
        ("1", "indicator"),
        ("1. การปฏิบัติหน้าที่", "indicator"),
        ("จำนวนผู้เข้าอบรม o1", "indicator"),
    ],
)
def test_nothing_but_codes_under_the_heading_of_indicators_are_items(cell: str, field: str) -> None:
    made = source([["มาตรการ", "ตัวชี้วัด", "ผู้รับผิดชอบ"], ["ก", cell, "กองคลัง"]])

    (named,) = with_measures_named(made, frame()).blocks
    assert isinstance(named, SourceTable)
    assert named.fields[1] == field
