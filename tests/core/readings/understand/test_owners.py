import pytest

from prongsai.core.readings.understand.owners import names_support, owners_of
from tests.factories.sources import rows


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("สำนักปลัด/กองคลัง", ["สำนักปลัด", "กองคลัง"], []),
        (
            "หน่วยงาน รับผิดชอบหลัก : สำนักปลัด หน่วยงาน สนับสนุน : หน่วยงานที่ เกี่ยวข้อง",
            ["สำนักปลัด"],
            ["หน่วยงานที่ เกี่ยวข้อง"],
        ),
        ("กองช่าง\nสนับสนุน กองคลัง, งานแผน", ["กองช่าง"], ["กองคลัง", "งานแผน"]),
        ("เจ้าภาพหลัก กองช่าง เจ้าภาพร่วม กองคลัง", ["กองช่าง"], ["กองคลัง"]),
        ("หลัก: กองช่าง", ["กองช่าง"], []),
        ("งานสนับสนุนการศึกษา", ["งานสนับสนุนการศึกษา"], []),
        (
            "หน่วยงานรับผิดชอคหลัก : สำนักปลัด หน่วยานสนับสนุน กองคลัง",
            ["สำนักปลัด"],
            ["กองคลัง"],
        ),
        ("สำนักปลัด และกองช่าง", ["สำนักปลัด", "กองช่าง"], []),
        ("สำนักปลัด (หลัก)\nกองคลัง (สนับสนุน)", ["สำนักปลัด"], ["กองคลัง"]),
        ("กองแผนและงบประมาณ", ["กองแผนและงบประมาณ"], []),
        ("นิติกร สำนักปลัดฯ", ["นิติกร สำนักปลัดฯ"], []),  # somebody of that unit
        ("สำนักปลัด\nn", ["สำนักปลัด"], []),  # what is left of a tag
        ("", [], []),
    ],
)
def test_one_cell_may_hold_who_leads_and_who_supports(
    text: str, lead: list[str], support: list[str]
) -> None:
    (row,) = rows(["มาตรการ", "ผู้รับผิดชอบ"], ["ก", text])

    assert [[said.value for said in part] for part in owners_of(row)] == [lead, support]


def test_two_columns_may_hold_them() -> None:
    (row,) = rows(["มาตรการ", "หน่วยงานหลัก", "หน่วยงานสนับสนุน"], ["ก", "กองช่าง", "กองคลัง"])

    assert [[said.value for said in part] for part in owners_of(row)] == [["กองช่าง"], ["กองคลัง"]]


def test_a_cell_tells_whether_it_asks_for_support() -> None:
    texts = ("หน่วยงานสนับสนุน :", "กองคลัง", "งานสนับสนุน")

    assert [names_support(text) for text in texts] == [True, False, False]
