from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty
from tests.factories.sources import read


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("โรงเรียนบ้านหนองตัวอย่าง", "โรงเรียนบ้านหนองตัวอย่าง"),
        ("หน่วยงาน: กรมตัวอย่าง", "กรมตัวอย่าง"),
        ("ชื่อหน่วยงาน มหาวิทยาลัยราชภัฏตัวอย่าง", "มหาวิทยาลัยราชภัฏตัวอย่าง"),
        ("สำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต ๑", "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต ๑"),
        ("รายงานผลการประเมินของโรงพยาบาลตัวอย่าง ประจำปี ๒๕๖๗", "โรงพยาบาลตัวอย่าง"),
    ],
)
def test_an_agency_of_another_kind_is_likely_where_its_name_stands(line: str, name: str) -> None:
    (said,) = read("รายงาน", line).agencies

    assert (said.value, said.words, said.certainty) == (name, line, Certainty.LIKELY)


def test_a_cell_beside_its_label_is_the_agency() -> None:
    (said,) = read([["ชื่อหน่วยงาน", "สถาบันเพื่อการตัวอย่าง"], ["ปีงบประมาณ", "2567"]]).agencies

    assert said.value == "สถาบันเพื่อการตัวอย่าง"


@pytest.mark.parametrize(
    "line",
    [
        "โรงเรียนดำเนินการตามแผน",
        "สำนักงานปลัด",
        "สถาบันที่เกี่ยวข้อง",
        "การไฟฟ้าได้รับแจ้งแล้ว",
        f"โรงเรียน{'ก' * 200}",
    ],
)
def test_what_somebody_does_and_units_are_no_agencies(line: str) -> None:
    assert read(line).agencies == ()


def test_beside_a_local_administration_others_are_not_taken() -> None:
    found = read("องค์การบริหารส่วนตำบลตัวอย่าง", "โรงเรียนบ้านหนองตัวอย่าง").agencies

    assert [said.value for said in found] == ["องค์การบริหารส่วนตำบลตัวอย่าง"]
