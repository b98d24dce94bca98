"""A name is written in one way."""

from __future__ import annotations

from typing import Any

import pytest

from prongsai.core.checks.two_names import two_names
from prongsai.core.readings.model import Place, Said
from tests.factories.subjects import measure, passages, said, subject, told

NA_THONG = "องค์การบริหารส่วนตำบลนาทอง"
ONE_WAY = "Write one name in one way; leave it if they are two."


def names(*values: str, line: int = 1) -> tuple[Said[str], ...]:
    return tuple(said(value, place=Place(line=line)) for value in values)


def test_a_kind_of_agency_that_there_is_not_must_be_mended() -> None:
    wrong = NA_THONG.replace("องค์การ", "องค์กร")
    assert told(two_names, subject(agencies=names(NA_THONG, wrong, wrong))) == [
        f"must_mend: There is no “{wrong}”. Write “{NA_THONG}”."
    ]


@pytest.mark.parametrize(
    ("agency", "text", "wrong", "right"),
    [
        ("องค์การบริหารส่วนตำบลนาโคก", "เว็บไซต์ อบรม.นาโคก", "อบรม.นาโคก", "อบต.นาโคก"),
        ("องค์การบริหารส่วนจังหวัดนครปฐม", "อบรม. นครปฐม", "อบรม.นครปฐม", "อบจ.นครปฐม"),
    ],
)
def test_a_short_kind_that_there_is_not_must_be_mended(
    agency: str, text: str, wrong: str, right: str
) -> None:
    assert told(two_names, subject(agencies=names(agency), passages=passages(text))) == [
        f"must_mend: There is no “{wrong}”. Write “{right}”."
    ]


@pytest.mark.parametrize(
    ("often", "once"),
    [
        ("องค์การบริหารส่วนตำบลแม่ชะเมิง", "องค์การบริหารส่วนตำบลแม่ชะนิง"),
        (NA_THONG, "องค์การบริหารส่วนตำบลกนาทอง"),
        ("เทศบาลตำบลบ้านแหลม", "เทศบาลตำบลบ้านแหลง"),
    ],
)
def test_a_spelling_a_slip_away_is_worth_a_look(often: str, once: str) -> None:
    assert told(two_names, subject(agencies=names(once, often, often))) == [
        f"look_at: “{once}” is written “{often}” in more places. {ONE_WAY}"
    ]


def test_one_agency_in_two_districts_must_be_mended() -> None:
    agencies = (*names(NA_THONG, line=5), *names(NA_THONG, line=34))
    districts = (*names("เชียงใหม่", line=5), *names("เขียงยืน", "เขียงยืน", line=34))
    assert told(two_names, subject(agencies=agencies, districts=districts)) == [
        (
            f"must_mend: {NA_THONG} lies in the district เขียงยืน here, and in เชียงใหม่ in another"
            " place. Write the name of the district as it is registered, in every place."
        )
    ]


def test_districts_provinces_and_units_a_slip_away_are_worth_a_look() -> None:
    units = measure(lead=names("งานทะเบียนทรัพย์สิน", "งานทะเบียนทรัพยสิน"))
    of = subject(
        districts=names("เชียงยืน", "เขียงยืน"),
        provinces=names("มหาสารคาม", "มหาสารคราม"),
        measures=(units,),
    )
    assert [each.severity.value for each in two_names(of)] == ["look_at"] * 3


@pytest.mark.parametrize(
    "reading",
    [
        {"agencies": names(NA_THONG, NA_THONG)},
        {"agencies": names(NA_THONG, "องค์การบริหารส่วนตำบลนาโคก")},
        {"agencies": names(NA_THONG, "เทศบาลตำบลนาทอง")},
        {"agencies": names("เทศบาลตำบลนา", "เทศบาลตำบลนาก")},
        {"districts": names("เชียงใหม่", "เขียงยืน")},
        {"agencies": names(NA_THONG), "districts": names("เขียงยืน", "เขียงยืน")},
        {"provinces": names("มหาสารคาม", "ขอนแก่น")},
        {"measures": (measure(lead=names("กองคลัง", "กองช่าง", "กองคลังฯ")),)},
        {"measures": (measure(lead=names("โรงเรียนวัดนา 1", "โรงเรียนวัดนา 2")),)},
        {"agencies": names(NA_THONG), "passages": passages("จัดอบรม. ประชาชน")},
        {"agencies": names("เทศบาลตำบลนาทอง"), "passages": passages("อบรม.นาทอง")},
        {"agencies": names("สำนักงาน ป.ป.ช.")},
    ],
)
def test_one_spelling_and_two_real_names_are_not_told(reading: dict[str, Any]) -> None:
    assert told(two_names, subject(**reading)) == []
