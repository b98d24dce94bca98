"""What sentences and tables of advice say is low, each with its score."""

from prongsai.core.readings.understand.low_scores import low_in
from prongsai.core.results import name_of
from tests.factories.sources import Made, frame, source

ADVICE = ["ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ"]


def scores(*blocks: Made) -> dict[str, str]:
    found = low_in(source(*blocks), frame()).scores
    return {name_of((s.value.code, s.value.part)): str(s.value.score) for s in found}


def weak(*blocks: Made) -> list[str]:
    return [said.value for said in low_in(source(*blocks), frame()).weak]


def test_what_a_sentence_lists_below_the_mark_is_weak() -> None:
    text = (
        "พบว่ามีคะแนนที่ต่ำกว่าเกณฑ์ ได้แก่ ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน (๘๔.๘๗ คะแนน)"
        " ตัวชี้วัดย่อยที่ 9.2 การบริหารงาน (70.00 คะแนน) แบบวัด EIT Public (80 คะแนน)"
        " และคะแนนรวม (84.00 คะแนน) ส่วนตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (96.07 คะแนน)"
    )

    assert scores(text) == {
        "6": "84.87",
        "9.2": "70.00",
        "EIT/public": "80",
        "total": "84.00",
        "1": "96.07",
    }
    assert weak(text) == ["6", "9.2", "EIT/public", "total"]


def test_items_that_got_nothing_are_listed_with_a_dash_between() -> None:
    text = "มีข้อมูลตามแบบวัด OIT ที่ได้ ๐ คะแนน จำนวน ๓ ข้อ ได้แก่ o35–o36, o40"

    assert scores(text) == {"o35": "0", "o36": "0", "o40": "0"}


ADVISED: Made = [
    ADVICE,
    ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)\nEIT Public: ได้ 80.00 คะแนน ต่ำกว่า 85", ""],
    [
        "6. คุณภาพการดำเนินงาน 84.87 คะแนน",
        "\n".join(
            [
                "ตัวชี้วัดนี้ได้ 84.87 คะแนน",
                "ตัวชี้วัดที่ 6 (EIT Survey): ได้ 84.00 คะแนน",
                "ข้อ e3 (EIT Survey) มุ่งผลสำเร็จ: ได้ 70.50 คะแนน",
                "ข้อ e4 ให้ข้อมูล: ผู้ประเมินระบุให้ปรับปรุง",
            ]
        ),
    ],
    ["10. การป้องกันการทุจริต 71.25 คะแนน", "ตัวชี้วัดย่อยที่ 10.1 นโยบาย: ได้ 60.00 คะแนน"],
    ["หมวดอื่น", "ตัวชี้วัดนี้ได้ 1 คะแนน"],
]


def test_a_table_of_advice_tells_of_indicators_parts_groups_and_items() -> None:
    assert scores(ADVISED) == {
        "EIT/public": "80.00",
        "6": "84.87",
        "6/survey": "84.00",
        "e3/survey": "70.50",
        "10.1": "60.00",
    }
    assert set(weak(ADVISED)) == {"EIT/public", "6", "6/survey", "e3/survey", "e4", "10.1"}


def test_a_table_of_something_else_and_a_name_that_nobody_knows_say_nothing() -> None:
    table = [["ตัวชี้วัดที่", "คะแนน"], ["ตัวชี้วัดนี้", "ได้ 5 คะแนน"]]
    text = "ต่ำกว่าเกณฑ์ ได้แก่ ตัวชี้วัดที่ 44 อื่น ๆ (5.00 คะแนน) และแบบวัดของเรา (1.00 คะแนน)"

    assert (scores(table, text), weak(table, text)) == ({}, [])
