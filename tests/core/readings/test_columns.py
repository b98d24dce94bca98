import pytest

from prongsai.formats.read_columns import load_columns
from tests.factories.facts import fact_rows

COLUMNS = load_columns()

# The fields of ours that a field of the table of facts may be.
SAME = {
    "instrument": {"instrument"},
    "indicator": {"indicator", "indicator_name"},
    "item": {"item", "item_code", "number"},
    "score": {"score", "full_score", "weight"},
    "level": {"level"},
    "problem": {"problem"},
    "suggestion": {"advice"},
    "measure": {"measure"},
    "step": {"steps"},
    "owner": {"owner"},
    "lead": {"lead", "owner"},
    "support": {"support", "owner"},
    "period": {"period"},
    "follow_up": {"follow_up"},
    "status": {"not_started", "in_progress", "done", "state"},
    "output": {"output"},
    "outcome": {"outcome"},
    "target": {"target"},
    "budget": {"budget"},
    "link": {"link", "evidence"},
    "evidence": {"evidence"},
    "note": {"note"},
}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("ระยะเวลา ดำเนินการ", "period"),
        ("ผลลัพธ์หรือความสำเร็จของ\nการดำเนินการ", "outcome"),
        ("มาตรการ/โครงการ/ กิจกรรม", "measure"),
        ("ผู้รับผิดชอบหลัก", "lead"),
        ("ดำเนินการ", "output"),
        ("การดำเนินการ", "output"),
        ("ดำเนินการ แล้ว", "done"),
        ("ยังไม่ ดำเนินการ", "not_started"),
        ("กิจกรรม/โครงการ", "measure"),
        ("มาตรการ OIT", "item"),
        ("มาตรการป้องกัน", "measure"),  # begins with a heading
        ("วิธีการดำเนินกาธ", "steps"),  # a letter was read wrong
        ("ตัวชี้วัดความสำเร็จ", "target"),
        ("อำเภอ", ""),
        ("ก", ""),
        ("", ""),
    ],
)
def test_a_heading_is_known_by_its_letters(heading: str, field: str) -> None:
    assert COLUMNS.field(heading) == field


@pytest.mark.parametrize(
    ("texts", "are"),
    [
        (("ตัวชี้วัดที่", "คะแนน"), True),
        (("ตัวชี้วัดที่", "คะแนน", "อื่น ๆ", ""), True),
        (("มาตรการ", "ก", "ข", "ค", "ง", "คะแนน"), False),  # most are not known
        (("มาตรการป้องกันการทุจริต", "กิจกรรมอบรม"), False),  # they only begin like headings
        (("คะแนน",), False),
        (("คะแนน", ""), False),
        (("คะแนน", "มาตรการ" + "ก" * 80), False),
    ],
)
def test_a_row_of_headings_has_two_that_are_known(texts: tuple[str, ...], are: bool) -> None:
    assert COLUMNS.are_headings(texts) is are


@pytest.mark.parametrize(
    ("texts", "do"),
    [
        (("", "ตัวชี้วัดที่", "คะแนน"), True),
        (("ตัวชี้วัดทิ่", "คะแนน"), False),  # one letter is off
        (("ก", "ตัวชี้วัดที่", "คะแนน"), False),  # the first is not known
        (("คะแนน", "คะแนน", "ก"), False),  # both say the same
        (("ตัวชี้วัดที่", "คะแนน", "ก", "ข", "ค"), False),  # most are not known
        (("คะแนน", ""), False),
        (("คะแนน", "ก" * 81), False),
    ],
)
def test_headings_among_rows_are_known_to_the_letter(texts: tuple[str, ...], do: bool) -> None:
    assert COLUMNS.begin_with_headings(texts) is do


def test_the_headings_of_the_facts_mean_the_same() -> None:
    wrong = []
    for row in fact_rows("column_synonyms.csv"):
        said = row["field"].split()[0]
        field = COLUMNS.field(row["heading_th"])
        if field and said in SAME and field not in SAME[said]:
            wrong.append((row["heading_th"], said, field))

    assert wrong == []


def test_lead_and_support_alone_are_headings_only_beside_each_other() -> None:
    assert COLUMNS.fields(["มาตรการ", "หลัก", "สนับสนุน"]) == ("measure", "lead", "support")
    assert COLUMNS.fields(["มาตรการ", "หลัก", "ระยะเวลา"]) == ("measure", "", "period")
    assert COLUMNS.fields(["มาตรการ", "สนับสนุน", "ระยะเวลา"]) == ("measure", "", "period")
