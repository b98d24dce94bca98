from prongsai.core.readings.model import Certainty
from prongsai.core.sentences import say
from tests.factories.sources import read

HEADS = ["มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา"]
TIME = "ม.ค. - มี.ค. ๖๖"
MOVED = (Certainty.LIKELY, say("The cells of the row stood under other headings."))


def test_values_of_a_row_whose_cells_were_moved_are_not_sure() -> None:
    first, second = read(
        [HEADS, ["1. ก", "ข", "กองคลัง", TIME], ["2. ค", "", "ง", "กองคลง", TIME]]
    ).measures

    assert [v.certainty for v in (first.title, first.period) if v] == [Certainty.SURE] * 2
    assert [(v.certainty, v.why) for v in (second.title, second.period) if v] == [MOVED] * 2
    assert [(v.certainty, v.why) for v in second.lead] == [
        (Certainty.LIKELY, say("The unit is spelled nearly as “%(name)s”.", name="กองคลัง"))
    ]


def test_scores_of_a_row_whose_cells_were_moved_are_not_sure() -> None:
    heads = ["แบบสำรวจ", "ตัวชี้วัดที่", "หัวข้อ", "คะแนนที่ได้", "หมายเหตุ"]
    rows = [["IIT", "1", "i1 ก", "90", ""], ["", "i2 ข", "80", ""]]
    found = read("ปีงบประมาณ พ.ศ. 2566", [heads, *rows])

    assert [(s.value.code, s.certainty) for s in found.scores] == [
        ("i1", Certainty.SURE),
        ("i2", Certainty.LIKELY),
    ]
