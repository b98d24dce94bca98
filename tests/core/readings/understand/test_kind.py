import pytest

from prongsai.core.readings.understand.kind import kind_of
from tests.factories.sources import Made, source

PLAN = [["มาตรการ", "วิธีการดำเนินการ"], ["ก", "ข"]]
RESULTS = [["มาตรการ", "ผลการดำเนินการ"], ["ก", "ข"]]
PROGRESS = [["มาตรการ", "ดำเนินการแล้ว", "ดำเนินการ"], ["ก", "/", "ข"]]
SCORES = [["ตัวชี้วัดที่", "คะแนน"], ["1", "90"]]
ADVICE = [["ตัวชี้วัดที่", "ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ"], ["1", "ก"]]


@pytest.mark.parametrize(
    ("blocks", "kind"),
    [
        (("บันทึก ข้อความ", PLAN), "memo"),
        (("คำสั่งหน่วยงาน", PLAN), "order"),
        ((PLAN,), "plan"),
        ((RESULTS,), "results"),
        ((PROGRESS,), "progress"),
        (("ผลการประเมิน", SCORES, PLAN), "analysis"),
        (("ก", SCORES), ""),
        ((ADVICE, PLAN), "analysis"),
        (("แผนปฏิบัติการ ประจำปี", ADVICE, PLAN), "plan"),
        (("ตามคำสั่ง",), ""),
        (("คำสั่งหน่วยงาน", "เรื่อง บันทึกข้อความ"), "order"),
        (("เอกสารประกอบการประชุมประจำเดือน", RESULTS), "meeting"),
        (("ความก้าวหน้าของการดำเนินการ",), "progress"),
        (("รายงานผลการดำเนินการ",), "results"),
        (("มาตรการส่งเสริมคุณธรรม",), "plan"),
        ((), ""),
    ],
)
def test_columns_and_titles_tell_the_kind(blocks: tuple[Made, ...], kind: str) -> None:
    assert kind_of(source(*blocks)) == kind
