import pytest

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.scores import scores_of_row
from prongsai.core.results import name_of
from tests.factories.sources import frame, rows

SURE, ASK = Certainty.SURE, Certainty.ASK


def in_rows(*cells: list[str]) -> list[tuple[str, str, Certainty]]:
    said = [each for row in rows(*cells) for each in scores_of_row(row, frame())]
    return [(name_of((s.value.code, s.value.part)), str(s.value.score), s.certainty) for s in said]


def test_a_score_beside_which_another_column_has_another_is_asked() -> None:
    heads = ["ตัวชี้วัด", "คะแนนที่ได้", "ร้อยละ", "ค่าคะแนน"]

    assert in_rows(heads, ["1. การปฏิบัติหน้าที่", "4.5", "90", "-"]) == [("1", "4.5", ASK)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("คะแนน EIT ส่วนที่ ๑", "คะแนน EIT ส่วนที่ ๒"), ("คะแนน (Public)", "คะแนน (Survey)")],
)
def test_a_heading_may_name_the_part_of_an_instrument(first: str, second: str) -> None:
    assert in_rows(["ข้อ", "หัวข้อ", first, second], ["e1", "ก", "91.20", "85.10"]) == [
        ("e1/public", "91.20", SURE),
        ("e1/survey", "85.10", SURE),
    ]
    assert in_rows(["ข้อ", "หัวข้อ", first], ["i1", "ก", "91.20"]) == [("i1", "91.20", SURE)]
