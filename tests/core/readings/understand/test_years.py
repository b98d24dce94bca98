import pytest

from prongsai.core.readings.model import Certainty, NamedYear, Place, Said, YearRole
from prongsai.core.readings.understand.years import years_of
from tests.factories.sources import Made, source

RESULT, PLAN, OTHER = YearRole.RESULT, YearRole.PLAN, YearRole.OTHER


def seen(*blocks: Made) -> list[tuple[int, YearRole]]:
    return [(s.value.year, s.value.role) for s in years_of(source(*blocks))]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๖", [(2566, RESULT)]),
        ("(ข้อมูลมาจากระบบ ITAS ปี 2566)", [(2566, RESULT)]),
        ("มาตรการ ประจำปีงบประมาณ พ.ศ. 2567", [(2567, PLAN)]),
        ("มาตรการเพื่อยกระดับผลการประเมิน ประจำปีงบประมาณ 2567", [(2567, PLAN)]),
        ("เพื่อรักษาระดับผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2567", [(2567, PLAN)]),
        ("รายงานผลการดำเนินการ ประจำปี 2567", [(2567, PLAN)]),
        (
            "วิเคราะห์ผลการประเมิน ปี 2566 และกำหนดมาตรการในปี 2567",
            [(2566, RESULT), (2567, PLAN)],
        ),
        (
            "ปี 2564 ได้ 75.40 คะแนน ปี ๒๕๖๕ ได้ ๘๒.๘๔ คะแนน และปี 2566 ได้คะแนน 91.22 คะแนน",
            [(2564, OTHER), (2565, OTHER), (2566, RESULT)],
        ),
        ("ผลการประเมิน ปี 2566 ได้ 91.22 คะแนน", [(2566, RESULT)]),
        ("สรุปคะแนน ITA ปีงบประมาณ 2567", [(2567, RESULT)]),
        ("แผนบริหารความเสี่ยง ปี 2567", [(2567, PLAN)]),
        ("รายงานผลการดำเนินงาน ปี 2567", [(2567, PLAN)]),
        ("ผลคะแนนที่เพิ่มขึ้นจากปี 2565", [(2565, OTHER)]),
        ("การประเมินในปี พ.ศ. 2566", [(2566, OTHER)]),
        ("แผนพัฒนา (ปี 2566 - 2570)", []),
        ("พระราชบัญญัติ พ.ศ. 2560", []),
    ],
)
def test_a_year_has_the_role_of_the_words_before_it(
    text: str, years: list[tuple[int, YearRole]]
) -> None:
    assert seen(text) == years


def test_a_title_may_stand_in_lines_of_their_own() -> None:
    assert seen("มาตรการป้องกันการทุจริต", "ประจำปีงบประมาณ พ.ศ. 2567", "ปี 2568") == [
        (2567, PLAN),
        (2568, OTHER),
    ]


def test_a_paragraph_gives_its_role_to_no_other() -> None:
    assert seen("มาตรการ" + " ก" * 100, "ประจำปี 2567") == [(2567, OTHER)]
    assert seen("มาตรการ", [["มาตรการ", "คะแนน"], ["ก", "1"]], "ประจำปี 2567") == [(2567, OTHER)]


def test_years_of_tables_have_no_role() -> None:
    made = source([["มาตรการ", "ระยะเวลา"], ["มาตรการ ก", "มาตรการปีงบประมาณ ๖๘"]])

    assert [*years_of(made)] == [
        Said(
            value=NamedYear(year=2568, role=OTHER),
            words="ปีงบประมาณ ๖๘",
            place=Place(table=1, row=1, column="ระยะเวลา"),
            certainty=Certainty.SURE,
        )
    ]
