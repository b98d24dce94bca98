from prongsai.core.readings.model import Passage, Place, Reading, YearRole
from prongsai.core.readings.understand import understand
from tests.factories.sources import read, source

ITEMS = ["แบบสำรวจ", "ตัวชี้วัดที่", "หัวข้อ", "คะแนนที่ได้", "วิธีการดำเนินการ"]


def test_nothing_says_nothing() -> None:
    assert understand(source(), {}) == Reading()


def test_every_text_is_a_passage_with_its_field() -> None:
    reading = read("ก", [["มาตรการ", "สีที่ชอบ", "คะแนน"], ["ข", "ค", ""]])

    assert reading.passages == (
        Passage(text="ก", place=Place(line=1)),
        Passage(text="ข", place=Place(table=1, row=1, column="มาตรการ"), field="measure"),
        Passage(text="ค", place=Place(table=1, row=1, column="สีที่ชอบ")),
    )


def test_items_are_read_by_the_edition_of_the_results() -> None:
    table = [ITEMS, ["EIT", "๗", "ข้อ ๔๖ เผยแพร่", "๗๙.๘๖", "ก"]]
    reading = read("ผลการประเมิน ปี 2565 และมาตรการ ปี 2566", table)

    assert (reading.year(YearRole.RESULT), reading.year(YearRole.PLAN)) == (2565, 2566)
    assert [said.value for said in reading.weak] == ["e6"]
    assert [(said.value.code, said.value.score) for said in reading.scores] == [
        ("e6", reading.scores[0].value.score)
    ]


def test_without_a_year_every_edition_is_asked() -> None:
    reading = read([["ข้อ", "ข้อมูล", "วิธีการดำเนินการ"], ["o43", "มาตรการ", "ก"]])

    assert [said.value for said in reading.weak] == ["o43"]


def test_a_whole_document_is_read() -> None:
    advice = [
        ["ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ"],
        ["7. ประสิทธิภาพการสื่อสาร 91.23 คะแนน", "ควรรักษามาตรฐานไว้ ข้อ i7 ประเด็น (o11)"],
    ]
    reading = read(
        "รายงานผลการประเมิน เทศบาลตำบลบ้านสุข อำเภอเมืองสุข จังหวัดสุข ปี 2566",
        "มีผลคะแนน 87.76 คะแนน อยู่ในระดับผ่าน",
        advice,
    )
    codes = [said.value.code for said in reading.scores]

    assert (reading.kind, codes) == ("analysis", ["total", "7"])
    assert [
        [said.value for said in part]
        for part in (reading.agencies, reading.districts, reading.provinces, reading.levels)
    ] == [["เทศบาลตำบลบ้านสุข"], ["เมืองสุข"], ["สุข"], ["ผ่าน"]]
    assert [said.value for said in (*reading.weak, *reading.keep)] == ["i7", "7"]
    assert [said.value.code for said in reading.names] == ["7"]
    assert [said.value.code for said in reading.citations] == ["o11"]
