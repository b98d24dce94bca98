import pytest

from prongsai.core.readings.model import Certainty, Place
from prongsai.core.readings.source import Text
from prongsai.core.readings.understand.scores import scores_in_text, scores_of_row
from prongsai.core.results import name_of
from tests.factories.sources import frame, rows

SURE, ASK = Certainty.SURE, Certainty.ASK


def in_rows(*cells: list[str]) -> list[tuple[str, str, Certainty]]:
    said = [each for row in rows(*cells) for each in scores_of_row(row, frame())]
    return [(name_of((s.value.code, s.value.part)), str(s.value.score), s.certainty) for s in said]


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("ผลการประเมิน LPA ได้คะแนน 85.60 คะแนน", ASK),
        ("ผลสำรวจความพึงพอใจ ได้คะแนน 94.47 คะแนน", ASK),
        ("ผลสำรวจความพึงพอใจอยู่ในระดับดี ส่วนผลการประเมิน ITA ได้ 85.60 คะแนน", SURE),
    ],
)
def test_the_score_of_another_assessment_is_asked(words: str, certainty: Certainty) -> None:
    made = Text(text=words, place=Place())

    assert [said.certainty for said in scores_in_text(made, frame())] == [certainty]


def test_the_total_of_rows_that_are_none_of_ours_is_asked() -> None:
    strange = ["ด้านขั้นตอน", "94.4"], ["ด้านช่องทาง", "93"]

    assert in_rows(["ประเด็น", "ร้อยละ"], *strange, ["รวม", "94.47"]) == [("total", "94.47", ASK)]
    assert in_rows(["ประเด็น", "ร้อยละ"], *strange, ["แบบวัด IIT", "90"], ["รวม", "94.47"]) == [
        ("IIT", "90", SURE),
        ("total", "94.47", SURE),
    ]
